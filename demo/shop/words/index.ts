import {ar} from './ar.ts';
import {en, type Words} from './en.ts';
import {sv} from './sv.ts';
import {uk} from './uk.ts';

export const LANGUAGES = ['en', 'uk', 'sv', 'ar'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Each language by its own name: nobody looks for theirs in somebody else's. */
export const LANGUAGE_NAMES: Record<Language, string> = {
  en: 'English',
  uk: 'Українська',
  sv: 'Svenska',
  ar: 'العربية',
};

const WORDS: Record<Language, Words> = {en, uk, sv, ar};

export function isLanguage(value: unknown): value is Language {
  return LANGUAGES.some((language) => language === value);
}

export const directionOf = (language: Language): 'ltr' | 'rtl' => (language === 'ar' ? 'rtl' : 'ltr');

/** Says things in one language. */
export interface Speech {
  language: Language;
  /** The words for `key`, with `values` in the places of `{0}`, `{1}`… */
  say: (key: keyof Words, ...values: (string | number)[]) => string;
  /** @param cents euro cents */
  price: (cents: number) => string;
  /** @param at epoch, milliseconds */
  date: (at: number) => string;
  /** @param number 1 to 12 */
  month: (number: number, style?: 'long' | 'narrow') => string;
}

export function speechIn(language: Language): Speech {
  const words = WORDS[language];
  return {
    language,
    say: (key, ...values) =>
      words[key].replace(/\{(\d)\}/g, (_, index) => String(values[Number(index)] ?? '')),
    price: (cents) =>
      new Intl.NumberFormat(language, {style: 'currency', currency: 'EUR'}).format(cents / 100),
    date: (at) => new Intl.DateTimeFormat(language, {dateStyle: 'medium'}).format(at),
    month: (number, style = 'long') =>
      new Intl.DateTimeFormat(language, {month: style, timeZone: 'UTC'}).format(Date.UTC(2000, number - 1)),
  };
}
