import type {Template} from './template.ts';

/** What a template may name beside the answer itself, and how values are written. */
export interface Scope {
  contact?: unknown;
  conversation?: unknown;
  inbox?: unknown;
  agent?: unknown;
  /** BCP 47. @default the template's, then `en-US` */
  locale?: string;
  /** ISO 4217. @default the template's, then USD */
  currency?: string;
  /** IANA. @default the template's, then the browser's */
  timeZone?: string;
  /** Now, milliseconds, for relative times. @default the clock */
  now?: number;
  /** Hosts that links may lead to; all if there are none. */
  linkHosts?: readonly string[];
  /** Hears what a template's author should know. */
  onWarning?: (warning: Warning) => void;
}

/** With everything that values are written by. */
export interface Settled extends Scope {
  locale: string;
  currency: string;
  now: number;
}

export interface Warning {
  code:
    'bad-path' | 'bad-condition' | 'bad-format' | 'unknown-section' | 'bad-link' | 'limit' | 'newer-version';
  /** The part of the template: `sections[2].items[0].value`. */
  at: string;
  detail: string;
}

/** The locale, currency and time zone that hold, each one that the browser knows. */
export function settle(scope: Scope, defaults: Template['defaults'] = {}): Settled {
  const wanted = typeof defaults === 'object' && defaults !== null ? defaults : {};
  return {
    ...scope,
    locale: valid(scope.locale, isLocale) ?? valid(wanted.locale, isLocale) ?? 'en-US',
    currency: valid(wanted.currency, isCurrency) ?? valid(scope.currency, isCurrency) ?? 'USD',
    timeZone: valid(scope.timeZone, isTimeZone) ?? valid(wanted.timeZone, isTimeZone),
    now: scope.now ?? Date.now(),
  };
}

const valid = (value: unknown, test: (value: string) => boolean) =>
  typeof value === 'string' && test(value) ? value : undefined;

const MAX_KEPT = 200;

/** Whether the browser takes a name: Intl throws at what is not well-formed. Each is tried once: that costs a lot. */
function knows(make: (name: string) => unknown): (name: string) => boolean {
  const kept = new Map<string, boolean>();
  return (name) => {
    let isKnown = kept.get(name);
    if (isKnown === undefined) {
      try {
        make(name);
        isKnown = true;
      } catch {
        isKnown = false;
      }
      if (kept.size >= MAX_KEPT) kept.clear();
      kept.set(name, isKnown);
    }
    return isKnown;
  };
}

const isLocale = knows((name) => Intl.getCanonicalLocales(name));
const isTimeZone = knows((timeZone) => new Intl.DateTimeFormat('en', {timeZone}));
export const isCurrency = (value: unknown): value is string =>
  typeof value === 'string' && /^[a-z]{3}$/i.test(value);
