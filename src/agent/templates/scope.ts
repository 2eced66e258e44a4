import {follow, ownValue, parsePath, type Keys} from './path.ts';
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

export interface Warning {
  code:
    'bad-path' | 'bad-condition' | 'bad-format' | 'unknown-section' | 'bad-link' | 'limit' | 'newer-version';
  /** The part of the template: `sections[2].items[0].value`. */
  at: string;
  detail: string;
}

const OUTER = ['contact', 'conversation', 'inbox', 'agent'] as const;

/** Where variables are looked up: the data, or one entry of a list within it. */
export class Frame {
  readonly data: unknown;
  readonly index: number | undefined;
  readonly parent: Frame | undefined;
  readonly root: Frame;
  readonly scope: Scope;

  constructor(data: unknown, scope: Scope, parent?: Frame, index?: number) {
    this.data = data;
    this.scope = scope;
    this.parent = parent;
    this.index = index;
    this.root = parent?.root ?? this;
  }

  child(data: unknown, index: number): Frame {
    return new Frame(data, this.scope, this, index);
  }

  /**
   * An entry's frame knows its own fields only, and the others by `root`, `parent`, `item` and `index`: a field that an
   * entry lacks must not be taken from around it.
   */
  look(keys: Keys): unknown {
    const [first] = keys;
    if (first === undefined) return this.data;
    if (this.parent) {
      if (first === 'item') return follow(this.data, keys, 1);
      if (first === 'index') return keys.length === 1 ? this.index : undefined;
      if (first === 'root') return follow(this.root.data, keys, 1);
      if (first === 'parent') return follow(this.parent.data, keys, 1);
    }
    const own = ownValue(this.data, first);
    if (own !== undefined) return follow(own, keys, 1);
    if (first === 'root' && !this.parent) return follow(this.data, keys, 1);
    if ((OUTER as readonly string[]).includes(first))
      return follow(this.scope[first as (typeof OUTER)[number]], keys, 1);
    return undefined;
  }

  at(path: unknown): unknown {
    const keys = parsePath(path);
    return keys && this.look(keys);
  }
}

/** The locale, currency and time zone that hold, each one that the browser knows. */
export function settle(scope: Scope, defaults: Template['defaults'] = {}): Scope {
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

/** Whether the browser takes it: Intl throws at what is not well-formed. */
function works(make: () => unknown): boolean {
  try {
    make();
    return true;
  } catch {
    return false;
  }
}

const isLocale = (value: string) => works(() => Intl.getCanonicalLocales(value));
const isTimeZone = (value: string) => works(() => new Intl.DateTimeFormat('en', {timeZone: value}));
export const isCurrency = (value: unknown): value is string =>
  typeof value === 'string' && /^[a-z]{3}$/i.test(value);
