import {matchLanguage, type Language} from './languages.ts';

/** Words that are loaded when they are needed. */
export interface OnDemand<T> {
  /** The words, if their module is there already. */
  loaded(language: string): T | undefined;
  /**
   * Loads a language's words once; asked again, the same promise.
   *
   * An unknown language is English, and so is one whose module does not load: the next call tries again.
   *
   * @throws what `import()` throws, when English does not load either
   */
  load(language: string): Promise<T>;
}

/** @param locales one module a language */
export function onDemand<T>(locales: Readonly<Record<Language, () => Promise<{default: T}>>>): OnDemand<T> {
  const loading = new Map<Language, Promise<T>>();
  const loaded = new Map<Language, T>();
  const load = (language: string): Promise<T> => {
    const known = matchLanguage(language) ?? 'en';
    let promise = loading.get(known);
    if (!promise) {
      promise = locales[known]().then((module) => {
        loaded.set(known, module.default);
        return module.default;
      });
      promise.catch(() => loading.delete(known));
      loading.set(known, promise);
    }
    return known === 'en' ? promise : promise.catch(() => load('en'));
  };
  return {loaded: (language) => loaded.get(matchLanguage(language) ?? 'en'), load};
}
