import {matchLanguage, type Language} from '../languages.ts';
import {MORE_LOCALES} from './locales.ts';
import type {MoreTerms} from './more-terms.ts';

const loading = new Map<Language, Promise<MoreTerms>>();
const loaded = new Map<Language, MoreTerms>();

/** The words, if their module is there already. */
export function loadedMoreTerms(language: string): MoreTerms | undefined {
  return loaded.get(matchLanguage(language) ?? 'en');
}

/**
 * Loads a language's further words once; asked again, the same promise. Import this module itself on demand.
 *
 * An unknown language is English, and so is one whose module does not load: the next call tries again.
 *
 * @throws what `import()` throws, when English does not load either
 */
export function loadMoreTerms(language: string): Promise<MoreTerms> {
  const known = matchLanguage(language) ?? 'en';
  let promise = loading.get(known);
  if (!promise) {
    promise = MORE_LOCALES[known]().then((module) => {
      loaded.set(known, module.default);
      return module.default;
    });
    promise.catch(() => loading.delete(known));
    loading.set(known, promise);
  }
  return known === 'en' ? promise : promise.catch(() => loadMoreTerms('en'));
}
