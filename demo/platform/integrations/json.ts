import {CallError} from './http/call-error.ts';

/** Deeper than any answer that people read; a deeper one would break whoever walks through it. */
const MAX_DEPTH = 64;

/**
 * JSON from outside. `__proto__` is left out: whoever copies an object by its names would else change its prototype.
 *
 * @throws CallError `not-json`
 */
export function parseAnswer(text: string): unknown {
  if (text.trim() === '') return null;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    const isPage = /^\s*<(?:!doctype|html|head|body)/i.test(text);
    throw new CallError(
      'not-json',
      isPage ? 'The system answered with a web page, not with JSON.' : 'The system’s answer is not JSON.',
    );
  }
  clean(value);
  return value;
}

/** Without recursion: the depth is not known yet. */
function clean(root: unknown): void {
  const open: {value: unknown; depth: number}[] = [{value: root, depth: 1}];
  for (let entry = open.pop(); entry; entry = open.pop()) {
    const {value, depth} = entry;
    if (typeof value !== 'object' || value === null) continue;
    if (depth > MAX_DEPTH) throw new CallError('not-json', 'The system’s answer is nested too deeply.');
    if (Object.hasOwn(value, '__proto__')) Reflect.deleteProperty(value, '__proto__');
    for (const child of Object.values(value)) open.push({value: child, depth: depth + 1});
  }
}
