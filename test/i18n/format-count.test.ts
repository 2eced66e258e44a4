import {expect} from '@open-wc/testing';
import {formatCount} from '../../src/i18n/format-count.ts';

describe('formatCount', () => {
  const languages = [
    'en',
    'uk',
    'sv',
    'de',
    'hi',
    'ja',
    'ar',
    'fa',
    'bn',
    'mr',
    'my',
    'ne',
    'ar-EG',
    'pt-BR',
  ];
  for (const language of languages) {
    it(`writes what the browser would in ${language}`, () => {
      for (const count of [0, 7, 42, 999, 1000, 12_345])
        expect(formatCount(count, language)).to.equal(count.toLocaleString(language));
    });
  }
});
