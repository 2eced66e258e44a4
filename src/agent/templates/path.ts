import {LIMITS} from './limits.ts';

/** The names of a path, parsed: `a.b[0]["odd key"]` is `['a', 'b', '0', 'odd key']`; empty for the data itself. */
export type Keys = readonly string[];

/** These lead out of the data and into the language. */
const REFUSED = new Set(['__proto__', 'prototype', 'constructor']);
/** A name, or what stands between brackets: a number, or a JSON string. */
const STEP = /(?:^|\.)([^.[\]"'\s{}|][^.[\]"'{}|]*)|\[(\d{1,9})\]|\["((?:[^"\\]|\\.)*)"\]/y;
const MAX_KEPT = 4000;

const kept = new Map<string, Keys | undefined>();

function parse(path: string): Keys | undefined {
  const text = path.trim();
  if (text.length > LIMITS.path) return undefined;
  if (text === '' || text === '.') return [];
  const keys: string[] = [];
  STEP.lastIndex = 0;
  for (let at = 0; at < text.length; at = STEP.lastIndex) {
    const step = STEP.exec(text);
    if (!step) return undefined;
    const key = step[1]?.trim() ?? step[2] ?? unquote(step[3]!);
    if (key === undefined || REFUSED.has(key)) return undefined;
    keys.push(key);
  }
  return keys;
}

function unquote(text: string): string | undefined {
  try {
    return JSON.parse(`"${text}"`) as string;
  } catch {
    return undefined;
  }
}

/** Undefined for what is no path, or is a forbidden one. */
export function parsePath(path: unknown): Keys | undefined {
  if (typeof path !== 'string') return undefined;
  if (kept.has(path)) return kept.get(path);
  const keys = parse(path);
  // Templates come from people: there may be any number of them.
  if (kept.size >= MAX_KEPT) kept.clear();
  kept.set(path, keys);
  return keys;
}

/** The property itself, nothing inherited; undefined where there is none. */
export function ownValue(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Record<string, unknown>)[key];
}

/** Follows the keys from the `start`th on. */
export function follow(value: unknown, keys: Keys, start = 0): unknown {
  let at = value;
  for (let index = start; index < keys.length && at !== undefined; index++) at = ownValue(at, keys[index]!);
  return at;
}

/** A path that leads there: the way back from keys to the text. */
export function writePath(keys: readonly (string | number)[]): string {
  return keys
    .map((key, index) =>
      typeof key === 'number' || /^\d+$/.test(key)
        ? `[${key}]`
        : /^[^.[\]"'\s{}|]+$/.test(key)
          ? `${index ? '.' : ''}${key}`
          : `[${JSON.stringify(key)}]`,
    )
    .join('');
}
