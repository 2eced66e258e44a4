import {parsePath, type Keys} from './path.ts';

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

/** Takes a text apart; what is neither text nor number is none. */
export function readText(text: unknown): ParsedText {
  if (typeof text !== 'string') return typeof text === 'number' ? [String(text)] : [];
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

/** The one variable that the text consists of. */
export function soleVariable(text: ParsedText): Variable | undefined {
  const [only] = text;
  return text.length === 1 && typeof only === 'object' ? only : undefined;
}
