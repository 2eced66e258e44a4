import {expect} from '@open-wc/testing';
import en from '../../src/i18n/more/en.ts';
import {loadedMoreTerms, loadMoreTerms} from '../../src/i18n/more/more.ts';
import {LANGUAGES} from '../../src/i18n/translations.ts';
import {sayEverything} from './samples.ts';

type Term = keyof typeof en;

describe('loadMoreTerms', () => {
  for (const language of LANGUAGES) {
    it(`has every phrase in ${language}, and none that English has not`, async () => {
      const words = await loadMoreTerms(language);
      expect(Object.keys(words).sort()).to.deep.equal(Object.keys(en).sort());
      for (const {term, said} of sayEverything(words, language)) {
        expect(said, term).to.be.a('string').that.is.not.empty;
        expect(said, term).to.equal(said.trim());
        expect(said, term).to.not.match(/[#~'"]|undefined|\.\.\.| {2}/);
      }
    });

    if (language === 'en') continue;

    it(`leaves nothing English in ${language}, and no word for two things that stand side by side`, async () => {
      const words = await loadMoreTerms(language);
      const same = (Object.keys(en) as Term[]).filter((term) => words[term] === en[term]);
      // A loan in these languages.
      const loans = ['de', 'es', 'it', 'nl'].includes(language) ? ['chat'] : [];
      expect(same).to.deep.equal(loans);
      for (const [one, other] of [
        ['undo', 'cancel'],
        ['turnOn', 'notNow'],
        ['viewArchived', 'viewSnoozed'],
        ['archiveAll', 'deleteAll'],
        ['select', 'selectAll'],
        ['pin', 'unpin'],
      ] as const)
        expect(words[one], one).to.not.equal(words[other]);
    });

    it(`puts a name, a time and a number where they belong in ${language}`, async () => {
      const words = await loadMoreTerms(language);
      expect(words.notFound('Xyz')).to.contain('Xyz');
      expect(words.snoozedUntil('8:00')).to.contain('8:00');
      const twelve = (12).toLocaleString(language);
      for (const term of [
        'found',
        'selected',
        'archived',
        'deleted',
        'snoozed',
        'updates',
        'moreToasts',
      ] as const)
        expect(words[term](12), term).to.contain(twelve);
    });
  }

  it('gives English for a language that there are no words for, and the words at once when they are there', async () => {
    expect(await loadMoreTerms('tlh')).to.equal(en);
    expect(loadedMoreTerms('tlh')).to.equal(en);
    const words = await loadMoreTerms('pt_BR');
    expect(loadedMoreTerms('pt-br')).to.equal(words);
    expect(words).to.not.equal(await loadMoreTerms('pt'));
  });
});
