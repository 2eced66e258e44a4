/** The address of a dashboard app: what it may be, and the `{{variables}}` in it. */

/** Why an app's address is refused. */
export type AppUrlProblem =
  /** No absolute address of http or https, or one with a user name or password. */
  | 'invalid-url'
  /** A variable where the scheme, the host or the port should stand. */
  | 'variable-origin'
  /** The page's own origin: such an app could reach into the page. */
  | 'own-origin';

export type AppUrl = {url: string; origin: string} | {problem: AppUrlProblem};

/** What stands between the brackets: names with dots, case-sensitive. */
const VARIABLE = /\{\{\s*([^{}]*?)\s*\}\}/g;
/** Everything before the path: a variable there would choose who gets the context. */
const BEFORE_PATH = /^[^:/?#]*:\/\/[^/?#]*/;
const REFUSED_NAMES = new Set(['__proto__', 'prototype', 'constructor']);
/** Characters of one value. */
const MAX_VALUE = 2000;

/** What the customer calls their attributes may hold dots and spaces: it is one name. */
const ATTRIBUTES = 'contact.attributes.';

const keysOf = (name: string) =>
  name.startsWith(ATTRIBUTES) ? ['contact', 'attributes', name.slice(ATTRIBUTES.length)] : name.split('.');

/** The value under a dotted name; own properties only, so that no name reaches into the language. */
function lookUp(data: unknown, name: string): unknown {
  let value = data;
  for (const key of keysOf(name)) {
    if (REFUSED_NAMES.has(key) || typeof value !== 'object' || value === null || !Object.hasOwn(value, key))
      return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}

/** Text, numbers and booleans; anything else, and what is not there, is empty. */
function textOf(value: unknown): string {
  const isText = typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value);
  return isText ? String(value).slice(0, MAX_VALUE) : '';
}

/** Encoded, a value is one value: it ends no segment, begins no query. */
function encode(value: string): string {
  try {
    return encodeURIComponent(value);
  } catch {
    // Half of a surrogate pair, which has no bytes.
    return '';
  }
}

function parse(url: string): URL | undefined {
  try {
    return new URL(url);
  } catch {
    return undefined;
  }
}

const segments = ({pathname}: URL) => pathname.split('/').length;

export interface AppUrlOptions {
  /** What variables are looked up in: `contact`, `conversation`, `inbox`. */
  data?: unknown;
  /** The origin of the page that shows the app. */
  pageOrigin: string;
  /** Whether the app is kept out of its own origin, and so out of the page's. */
  isIsolated: boolean;
}

/**
 * The address that the frame loads, and the origin that may be told the context.
 *
 * Variables stand in the path, the query and the fragment, and are encoded for where they stand. One that nothing is
 * known of is empty.
 */
export function resolveAppUrl(template: string, {data, pageOrigin, isIsolated}: AppUrlOptions): AppUrl {
  const text = template.trim();
  const before = BEFORE_PATH.exec(text)?.[0];
  if (before === undefined) return {problem: text.startsWith('{{') ? 'variable-origin' : 'invalid-url'};
  if (before.includes('{{')) return {problem: 'variable-origin'};
  const fill = (read: (name: string) => string) =>
    parse(before + text.slice(before.length).replace(VARIABLE, (_, name: string) => read(name)));
  const plain = fill(() => 'x');
  const url = fill((name) => encode(textOf(lookUp(data, name))));
  if (!plain || !url || !/^https?:$/.test(url.protocol) || url.username || url.password)
    return {problem: 'invalid-url'};
  // A value of two dots would lead out of the folder that the address names.
  if (url.origin !== plain.origin || segments(url) !== segments(plain)) return {problem: 'invalid-url'};
  if (url.origin === pageOrigin && !isIsolated) return {problem: 'own-origin'};
  return {url: url.href, origin: url.origin};
}
