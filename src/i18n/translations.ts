import type {Translation} from './translation.ts';

/** One module a locale, each a file of its own in the bundle. To add one, write the module and name it here. */
const LOCALES = {
  en: () => import('./en.ts'),
  uk: () => import('./uk.ts'),
  sv: () => import('./sv.ts'),
  ar: () => import('./ar.ts'),
} satisfies Record<string, () => Promise<{default: Translation}>>;

export type Language = keyof typeof LOCALES;
export const LANGUAGES = Object.keys(LOCALES) as Language[];

/** Country codes that sites use for these languages, though ISO 639-1 has others. */
const ALIASES: Readonly<Record<string, Language>> = {ua: 'uk', se: 'sv'};

const loading = new Map<Language, Promise<Translation>>();
const loaded = new Map<Language, Translation>();

/** The language there are words for, out of a BCP 47 tag in any spelling (`en-GB`, `uk_UA`); undefined: there is none. */
export function matchLanguage(tag: string | null | undefined): Language | undefined {
  const primary = tag?.trim().toLowerCase().split(/[-_]/)[0] ?? '';
  return (
    LANGUAGES.find((language) => language === primary) ??
    (Object.hasOwn(ALIASES, primary) ? ALIASES[primary] : undefined)
  );
}

/** The translation, if its module is there already. */
export function loadedTranslation(language: string): Translation | undefined {
  return loaded.get(matchLanguage(language) ?? 'en');
}

/**
 * Loads a language's module once; asked again, the same promise. An unknown language is English.
 *
 * A module that fails to load is replaced by English now and tried again at the next call.
 *
 * @throws what `import()` throws, when English does not load either
 */
export function loadTranslation(language: string): Promise<Translation> {
  const known = matchLanguage(language) ?? 'en';
  let promise = loading.get(known);
  if (!promise) {
    promise = LOCALES[known]().then((module) => {
      loaded.set(known, module.default);
      return module.default;
    });
    promise.catch(() => loading.delete(known));
    loading.set(known, promise);
  }
  return known === 'en' ? promise : promise.catch(() => loadTranslation('en'));
}
