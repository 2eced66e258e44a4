import type {LOCALES} from './locales.ts';

export type Language = 'en' | keyof typeof LOCALES;

/** What there are words in: two letters each, because the bell carries them. */
const KNOWN = 'enarbgcsdadeelesetfifrgahehrhuitjakoltlvmtnlplptroskslsvtrukzh';
export const LANGUAGES = [...KNOWN.match(/../g)!, 'pt-BR'] as Language[];

/** A region with words of its own, and country codes that sites use for a language, though ISO 639-1 has others. */
const ALIASES: Readonly<Record<string, Language>> = {'pt-br': 'pt-BR', ua: 'uk', se: 'sv'};

/** The language there are words for, out of a BCP 47 tag in any spelling (`en-GB`, `uk_UA`); undefined: there is none. */
export function matchLanguage(tag: string | null | undefined): Language | undefined {
  const [primary = '', region] = tag?.trim().toLowerCase().split(/[-_]/) ?? [];
  // What the map inherits is no text, and so no language.
  const name = ALIASES[`${primary}-${region}`] ?? ALIASES[primary] ?? primary;
  return LANGUAGES.find((language) => language === name);
}
