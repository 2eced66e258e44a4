import {expect} from '@open-wc/testing';
import en from '../../src/i18n/chat/en.ts';
import {loadChatTerms, loadedChatTerms} from '../../src/i18n/chat/chat.ts';
import {loadMoreTerms} from '../../src/i18n/more/more.ts';
import {LANGUAGES, loadTranslation} from '../../src/i18n/translations.ts';
import {CHAT_NAMES, sampleCounts, sayEverything} from './samples.ts';

type Term = keyof typeof en;

/** Words that these languages have taken from English, or share with it. */
const LOANS: Partial<Record<string, readonly Term[]>> = {
  de: ['chat'],
  es: ['chat'],
  it: ['chat'],
  nl: ['chat'],
};

describe('loadChatTerms', () => {
  for (const language of LANGUAGES) {
    it(`has every phrase in ${language}, and none that English has not`, async () => {
      const words = await loadChatTerms(language);
      expect(Object.keys(words).sort()).to.deep.equal(Object.keys(en).sort());
      expect(words.language).to.equal(language);
      expect(words.direction).to.equal((await loadTranslation(language)).direction);
      for (const {term, said} of sayEverything(words, language)) {
        expect(said, term).to.be.a('string').that.is.not.empty;
        expect(said, term).to.equal(said.trim());
        expect(said, term).to.not.match(/[#~'"{}]|undefined|\.\.\.| {2}/);
      }
    });

    it(`puts names, sizes and numbers where they belong in ${language}`, async () => {
      const words = await loadChatTerms(language);
      for (const term of CHAT_NAMES) {
        if (term !== 'noRoom') expect(words[term]('Xyz', '8 MB'), term).to.contain('Xyz');
      }
      for (const said of [words.download('a', '8 MB'), words.tooLarge('a', '8 MB'), words.noRoom('8 MB')])
        expect(said).to.contain('8 MB');
      expect(words.tooMany(5)).to.contain('5');
      const twelve = (12).toLocaleString(language);
      expect(words.unread(12)).to.contain(twelve);
      expect(words.stars(12)).to.contain(twelve);
      // Five stars stand in a row, and each says which it is.
      expect(new Set([1, 2, 3, 4, 5].map(words.stars))).to.have.length(5);
      expect(sampleCounts(language).map(words.unread)).not.to.include('');
    });

    it(`calls the chat by one name in ${language}, on its button and on its tab`, async () => {
      expect((await loadMoreTerms(language)).chat).to.equal((await loadChatTerms(language)).chat);
    });

    if (language === 'en') continue;

    it(`leaves nothing English in ${language}`, async () => {
      const words = await loadChatTerms(language);
      const same = (Object.keys(en) as Term[]).filter((term) => words[term] === en[term]);
      expect(same.filter((term) => term !== 'direction')).to.deep.equal(LOANS[language] ?? []);
    });
  }

  it('gives English for a language that there are no words for', async () => {
    expect(await loadChatTerms('tlh')).to.equal(en);
    expect(loadedChatTerms('tlh')).to.equal(en);
  });
});
