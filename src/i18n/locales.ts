import type {Translation} from './translation.ts';

/**
 * One module a locale, each a file of its own in the bundle: the official languages of the European Union, and others.
 *
 * English is not here: it is loaded without this list. To add a language, write its three modules, and name them here, in
 * `more/locales.ts`, in `chat/locales.ts` and in `LANGUAGES`.
 */
export const LOCALES = {
  ar: () => import('./ar.ts'),
  bg: () => import('./bg.ts'),
  cs: () => import('./cs.ts'),
  da: () => import('./da.ts'),
  de: () => import('./de.ts'),
  el: () => import('./el.ts'),
  es: () => import('./es.ts'),
  et: () => import('./et.ts'),
  fi: () => import('./fi.ts'),
  fr: () => import('./fr.ts'),
  ga: () => import('./ga.ts'),
  he: () => import('./he.ts'),
  hr: () => import('./hr.ts'),
  hu: () => import('./hu.ts'),
  it: () => import('./it.ts'),
  ja: () => import('./ja.ts'),
  ko: () => import('./ko.ts'),
  lt: () => import('./lt.ts'),
  lv: () => import('./lv.ts'),
  mt: () => import('./mt.ts'),
  nl: () => import('./nl.ts'),
  pl: () => import('./pl.ts'),
  pt: () => import('./pt.ts'),
  'pt-BR': () => import('./pt-br.ts'),
  ro: () => import('./ro.ts'),
  sk: () => import('./sk.ts'),
  sl: () => import('./sl.ts'),
  sv: () => import('./sv.ts'),
  tr: () => import('./tr.ts'),
  uk: () => import('./uk.ts'),
  zh: () => import('./zh.ts'),
} satisfies Record<string, () => Promise<{default: Translation}>>;
