import {expect} from '@open-wc/testing';
import {formatCount} from '../../src/i18n/format-count.ts';
import {LANGUAGES} from '../../src/i18n/translations.ts';

describe('formatCount', () => {
  for (const language of LANGUAGES) {
    it(`writes what the browser would in ${language}`, () => {
      for (const count of [0, 7, 42, 999, 1000, 12_345])
        expect(formatCount(count, language)).to.equal(count.toLocaleString(language));
    });
  }
});
