import {parsePath, type Keys} from './path.ts';
import type {Frame} from './scope.ts';

/** A variable within a text. */
export interface Variable {
  /** Undefined: what stands between the braces is no path, and has no value. */
  readonly keys: Keys | undefined;
  /** As it is written. */
  readonly path: string;
  /** What stands behind the bar: a kind of format, and what it is told. */
  readonly pipe?: {readonly kind: string; readonly argument?: string};
}
/** A text, taken apart into words and variables. */
export type ParsedText = readonly (string | Variable)[];

const VARIABLE = /\{\{([^{}]*)\}\}/g;
const MAX_KEPT = 4000;
const kept = new Map<string, ParsedText>();

function parse(text: string): ParsedText {
  const parts: (string | Variable)[] = [];
  let end = 0;
  for (const {0: match, 1: inner, index} of text.matchAll(VARIABLE)) {
    if (index > end) parts.push(text.slice(end, index));
    parts.push(parseVariable(inner!));
    end = index + match.length;
  }
  if (end < text.length) parts.push(text.slice(end));
  return parts;
}

function parseVariable(inner: string): Variable {
  const bar = inner.indexOf('|');
  const path = (bar < 0 ? inner : inner.slice(0, bar)).trim();
  const keys = path === '' ? undefined : parsePath(path);
  if (bar < 0) return {keys, path};
  const [kind = '', ...rest] = inner.slice(bar + 1).split(':');
  const argument = rest.join(':').trim();
  return {keys, path, pipe: {kind: kind.trim(), ...(argument && {argument})}};
}

/** Parsed once for all entries that it is filled for. */
export function readText(text: unknown): ParsedText {
  if (typeof text !== 'string') return typeof text === 'number' ? [String(text)] : [];
  const found = kept.get(text);
  if (found) return found;
  const parsed = parse(text);
  if (kept.size >= MAX_KEPT) kept.clear();
  kept.set(text, parsed);
  return parsed;
}

/** The one variable that the text consists of. */
export function soleVariable(text: ParsedText): Variable | undefined {
  const [only] = text;
  return text.length === 1 && typeof only === 'object' ? only : undefined;
}

/** The value with its type where the text is one variable; else the text itself, without what nobody can fill. */
export function soleValue(text: ParsedText, frame: Frame): unknown {
  const variable = soleVariable(text);
  if (variable) return variable.keys && frame.look(variable.keys);
  return text.length === 0 ? '' : text.map((part) => (typeof part === 'string' ? part : '')).join('');
}

/** The variables' paths, as they are written. */
export const pathsIn = (text: string): string[] =>
  readText(text).flatMap((part) => (typeof part === 'object' ? part.path : []));
