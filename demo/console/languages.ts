import {html} from 'hono/html';
import type {Html} from './pages/layout.ts';

/** What the inbox speaks, by the names of the languages in English. */
const CODES = [
  ...[
    'ar',
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
    'he',
    'hr',
    'hu',
    'it',
    'ja',
    'ko',
  ],
  ...['lt', 'lv', 'mt', 'nl', 'pl', 'pt', 'pt-BR', 'ro', 'sk', 'sl', 'sv', 'tr', 'uk', 'zh'],
];
const names = new Intl.DisplayNames('en', {type: 'language'});

export const LANGUAGES: readonly {code: string; name: string}[] = CODES.map((code) => ({
  code,
  name: names.of(code) ?? code,
})).sort((a, b) => a.name.localeCompare(b.name, 'en'));

/** The languages to choose from; English at first. */
export const languageOptions = (): Html[] =>
  LANGUAGES.map(
    ({code, name}) => html`<option value="${code}" ${code === 'en' ? 'selected' : ''}>${name}</option>`,
  );

/** A language that the inbox speaks, or English; where it is written from. */
export function readLanguage(value: string): {language: string; direction: 'ltr' | 'rtl'} {
  const language = CODES.includes(value) ? value : 'en';
  return {language, direction: ['ar', 'he'].includes(language) ? 'rtl' : 'ltr'};
}
