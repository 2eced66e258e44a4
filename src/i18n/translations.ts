import {matchLanguage, type Language} from './languages.ts';
import type {Translation} from './translation.ts';

export {LANGUAGES, matchLanguage, type Language} from './languages.ts';

interface Kept {
  promise: Promise<Translation>;
  words?: Translation;
}
const kept = new Map<Language, Kept>();

/** English by the shortest way; the others by the list of them, which English does not need. */
const load = (language: Language): Promise<{default: Translation}> =>
  language === 'en' ? import('./en.ts') : import('./locales.ts').then(({LOCALES}) => LOCALES[language]());

/** The translation, if its module is there already. */
export function loadedTranslation(language: string): Translation | undefined {
  return kept.get(matchLanguage(language) ?? 'en')?.words;
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
  const before = kept.get(known);
  if (before) return before.promise;
  const promise = load(known).then(
    (module) => (entry.words = module.default),
    (error: unknown) => {
      kept.delete(known);
      if (known === 'en') throw error;
      return loadTranslation('en');
    },
  );
  const entry: Kept = {promise};
  kept.set(known, entry);
  return promise;
}
