import {expect} from '@open-wc/testing';
import en from '../../src/i18n/en.ts';
import {LOCALES} from '../../src/i18n/locales.ts';
import {loadMoreTerms} from '../../src/i18n/more/more.ts';
import {LANGUAGES, loadedTranslation, loadTranslation, matchLanguage} from '../../src/i18n/translations.ts';
import {sampleCounts, sayEverything} from './samples.ts';

/** Where the European Union says so, and eight more (issue 4). */
const PROMISED = [
  ...[
    'bg',
    'cs',
    'da',
    'de',
    'el',
    'en',
    'es',
    'et',
    'fi',
    'fr',
    'ga',
    'hr',
    'hu',
    'it',
    'lt',
    'lv',
    'mt',
    'nl',
  ],
  ...['pl', 'pt', 'ro', 'sk', 'sl', 'sv'],
  ...['uk', 'ar', 'he', 'tr', 'ja', 'zh', 'ko', 'pt-BR'],
];

describe('LANGUAGES', () => {
  it('holds every language that is promised, and has a module for each', () => {
    expect([...LANGUAGES].sort()).to.deep.equal([...PROMISED].sort());
    expect(['en', ...Object.keys(LOCALES)].sort()).to.deep.equal([...LANGUAGES].sort());
  });
});

describe('loadTranslation', () => {
  for (const language of LANGUAGES) {
    it(`has every phrase in ${language}, and none that English has not`, async () => {
      const words = await loadTranslation(language);
      expect(Object.keys(words).sort()).to.deep.equal(Object.keys(en).sort());
      expect(words.language).to.equal(language);
      for (const {term, said} of sayEverything(words, language)) {
        expect(said, term).to.be.a('string').that.is.not.empty;
        expect(said, term).to.equal(said.trim());
        expect(said, term).to.not.match(/[#'"]|undefined|\.\.\.| {2}/);
      }
    });

    if (language === 'en') continue;

    it(`leaves nothing English in ${language}`, async () => {
      const words = await loadTranslation(language);
      const same = (Object.keys(en) as (keyof typeof en)[]).filter(
        (term) => words[term] === en[term] && term !== 'direction',
      );
      // Words that French has given to English.
      const shared = language === 'fr' ? ['notifications', 'notification', 'important'] : [];
      const loans = language === 'ro' ? ['important'] : shared;
      expect(same).to.deep.equal(same.filter((term) => loans.includes(term)));
    });
  }

  it('gives English for a language that there are no words for', async () => {
    expect((await loadTranslation('tlh')).language).to.equal('en');
    expect((await loadTranslation('')).language).to.equal('en');
  });

  it('gives the words at once when they have been loaded', async () => {
    const words = await loadTranslation('sv');
    expect(loadedTranslation('sv-SE')).to.equal(words);
    expect(await loadTranslation('sv_SE')).to.equal(words);
  });

  it('writes Arabic and Hebrew from right to left and the others from left to right', async () => {
    for (const language of LANGUAGES) {
      const expected = ['ar', 'he'].includes(language) ? 'rtl' : 'ltr';
      expect((await loadTranslation(language)).direction, language).to.equal(expected);
    }
  });
});

describe('matchLanguage', () => {
  it('knows a language with its region, in any spelling', () => {
    expect(['en-GB', 'UK', 'uk_UA', 'ar-EG', ' sv ', 'zh-Hant-TW'].map(matchLanguage)).to.deep.equal([
      'en',
      'uk',
      'uk',
      'ar',
      'sv',
      'zh',
    ]);
  });

  it('tells the Portuguese of Brazil from that of Portugal', () => {
    expect(['pt', 'pt-PT', 'pt-BR', 'pt_br', 'PT-BR'].map(matchLanguage)).to.deep.equal([
      'pt',
      'pt',
      'pt-BR',
      'pt-BR',
      'pt-BR',
    ]);
  });

  it('knows the country codes that stand for a language on many sites', () => {
    expect(['ua', 'se'].map(matchLanguage)).to.deep.equal(['uk', 'sv']);
  });

  it('knows no language that is missing, unknown or a property of every object', () => {
    expect([undefined, null, '', 'xx', 'ne', 'constructor', '__proto__'].map(matchLanguage)).to.deep.equal(
      Array.from({length: 7}, () => undefined),
    );
  });
});

describe('plural forms', () => {
  /** The phrase without its number. */
  const form = (text: string) => text.replace(/[\p{Nd}\s\u00a0,.،٬]+/gu, ' ').trim();

  /** How many ways there are to say "new notifications"; languages that are not named have one for each CLDR category. */
  const FEWER: Readonly<Record<string, number>> = {
    // After a number the noun stays as it is.
    hu: 1,
    tr: 1,
    // Two to ten take the plural, all others the singular; "one" is a word.
    mt: 3,
    // One to six are lenited, seven to ten eclipsed, the others as they are.
    ga: 3,
  };

  for (const language of LANGUAGES) {
    it(`has a form for each category of ${language}`, async () => {
      const {arrived} = await loadMoreTerms(language);
      const counts = sampleCounts(language);
      const forms = new Set(counts.map((count) => form(arrived(count))));
      expect(forms.size, [...forms].join(' / ')).to.equal(FEWER[language] ?? counts.length);
    });
  }

  const spoken: [string, Record<number, string>][] = [
    ['en', {1: '1 new notification', 2: '2 new notifications', 21: '21 new notifications'}],
    ['cs', {1: '1 nové oznámení', 3: '3 nová oznámení', 5: '5 nových oznámení'}],
    ['ga', {1: '1 fhógra nua', 6: '6 fhógra nua', 8: '8 bhfógra nua', 20: '20 fógra nua'}],
    ['he', {1: 'התראה חדשה אחת', 2: 'שתי התראות חדשות', 3: '3 התראות חדשות'}],
    [
      'lt',
      {
        1: '1 naujas pranešimas',
        9: '9 nauji pranešimai',
        11: '11 naujų pranešimų',
        21: '21 naujas pranešimas',
      },
    ],
    [
      'lv',
      {0: '0 jaunu paziņojumu', 1: '1 jauns paziņojums', 2: '2 jauni paziņojumi', 11: '11 jaunu paziņojumu'},
    ],
    ['mt', {1: 'notifika ġdida waħda', 5: '5 notifiki ġodda', 15: '15 notifika ġdida'}],
    ['pl', {1: '1 nowe powiadomienie', 22: '22 nowe powiadomienia', 25: '25 nowych powiadomień'}],
    ['ro', {1: '1 notificare nouă', 19: '19 notificări noi', 20: '20 de notificări noi'}],
    ['sl', {1: '1 novo obvestilo', 2: '2 novi obvestili', 4: '4 nova obvestila', 5: '5 novih obvestil'}],
    [
      'uk',
      {1: '1 нове сповіщення', 3: '3 нові сповіщення', 5: '5 нових сповіщень', 21: '21 нове сповіщення'},
    ],
  ];
  for (const [language, sentences] of spoken) {
    it(`counts as people do in ${language}`, async () => {
      const {arrived} = await loadMoreTerms(language);
      for (const [count, sentence] of Object.entries(sentences))
        expect(arrived(Number(count))).to.equal(sentence);
    });
  }

  it('follows the six Arabic forms', async () => {
    const {arrived} = await loadMoreTerms('ar');
    const forms = [0, 1, 2, 3, 11, 100].map((count) => form(arrived(count)));
    expect(new Set(forms).size).to.equal(6);
    expect(form(arrived(10))).to.equal(form(arrived(3)));
    expect(form(arrived(99))).to.equal(form(arrived(11)));
    expect(form(arrived(102))).to.equal(form(arrived(100)));
  });

  it('says the number of unread notifications on the bell, and nothing about them where there are none', async () => {
    for (const language of LANGUAGES) {
      const {bell} = await loadTranslation(language);
      expect(bell('Label', 0)).to.equal('Label');
      const three = (3).toLocaleString(language);
      expect(bell('Label', 3), language).to.match(new RegExp(`^Label.*${three}`));
    }
  });
});
