import {expect} from '@open-wc/testing';
import en from '../../src/i18n/en.ts';
import {LANGUAGES, loadedTranslation, loadTranslation, matchLanguage} from '../../src/i18n/translations.ts';

describe('loadTranslation', () => {
  for (const language of LANGUAGES) {
    it(`has every phrase in ${language}, and none that English has not`, async () => {
      const words = await loadTranslation(language);
      expect(Object.keys(words).sort()).to.deep.equal(Object.keys(en).sort());
      for (const [term, phrase] of Object.entries(words)) {
        const text: unknown =
          typeof phrase === 'function'
            ? (phrase as (...args: unknown[]) => unknown)(term === 'bell' ? 'x' : 2, 2)
            : phrase;
        expect(text, term).to.be.a('string').that.is.not.empty;
        expect(text, term).to.equal(String(text).trim());
        expect(text, term).to.not.contain('#');
      }
      expect(words.language).to.equal(language);
    });

    it(`says a different thing than English in ${language}, but for English itself`, async () => {
      const words = await loadTranslation(language);
      expect(words.markAllRead === en.markAllRead).to.equal(language === 'en');
    });
  }

  it('gives English for a language that there are no words for', async () => {
    expect((await loadTranslation('tlh')).language).to.equal('en');
    expect((await loadTranslation('')).language).to.equal('en');
  });

  it('gives the words at once when they have been loaded', async () => {
    const words = await loadTranslation('sv');
    expect(loadedTranslation('sv-SE')).to.equal(words);
  });

  it('writes Arabic from right to left and the others from left to right', async () => {
    for (const language of LANGUAGES) {
      expect((await loadTranslation(language)).direction).to.equal(language === 'ar' ? 'rtl' : 'ltr');
    }
  });
});

describe('matchLanguage', () => {
  it('knows a language with its region, in any spelling', () => {
    expect(['en-GB', 'UK', 'uk_UA', 'ar-EG', ' sv '].map(matchLanguage)).to.deep.equal([
      'en',
      'uk',
      'uk',
      'ar',
      'sv',
    ]);
  });

  it('knows the country codes that stand for a language on many sites', () => {
    expect(['ua', 'se'].map(matchLanguage)).to.deep.equal(['uk', 'sv']);
  });

  it('knows no language that is missing, unknown or a property of every object', () => {
    expect([undefined, null, '', 'xx', 'constructor', '__proto__'].map(matchLanguage)).to.deep.equal(
      Array.from({length: 6}, () => undefined),
    );
  });
});

describe('plural forms', () => {
  /** The phrase without its number. */
  const form = (text: string) => text.replace(/[\p{Nd}\s\u00a0,.،٬]+/gu, ' ').trim();

  it('has one and many in English and Swedish', async () => {
    for (const language of ['en', 'sv'] as const) {
      const {arrived} = await loadTranslation(language);
      expect(form(arrived(1))).to.not.equal(form(arrived(2)));
      for (const count of [0, 5, 11, 21]) expect(form(arrived(count))).to.equal(form(arrived(2)));
    }
  });

  it('follows the three Ukrainian forms', async () => {
    const {arrived, bell} = await loadTranslation('uk');
    expect([1, 21, 101].map(arrived)).to.deep.equal([
      '1 нове сповіщення',
      '21 нове сповіщення',
      '101 нове сповіщення',
    ]);
    expect([2, 3, 4, 22].map(arrived).every((text) => text.endsWith(' нові сповіщення'))).to.be.true;
    expect([5, 11, 12, 14, 20, 111].map(arrived).every((text) => text.endsWith(' нових сповіщень'))).to.be
      .true;
    expect(arrived(1.5)).to.match(/ нового сповіщення$/);
    expect([1, 3, 5].map((count) => bell('Сповіщення', count))).to.deep.equal([
      'Сповіщення, 1 непрочитане',
      'Сповіщення, 3 непрочитані',
      'Сповіщення, 5 непрочитаних',
    ]);
  });

  it('follows the six Arabic forms', async () => {
    const {arrived} = await loadTranslation('ar');
    const forms = [0, 1, 2, 3, 11, 100].map((count) => form(arrived(count)));
    expect(new Set(forms).size).to.equal(6);
    expect(form(arrived(10))).to.equal(form(arrived(3)));
    expect(form(arrived(99))).to.equal(form(arrived(11)));
    expect(form(arrived(102))).to.equal(form(arrived(100)));
  });

  it('says nothing about unread notifications where there are none', async () => {
    for (const language of LANGUAGES)
      expect((await loadTranslation(language)).bell('Label', 0)).to.equal('Label');
  });
});
