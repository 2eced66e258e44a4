/** Recognises an app's wish to be told the context, in the forms in which apps say it. */
import {FETCH_INFO} from '../../protocol/app-context.ts';

/** Longer texts are something else, and not worth parsing. */
const MAX_LENGTH = 500;

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * The bare name; the name as a JSON string; or `{"event": name}`, as JSON or as an object.
 *
 * @param aliases other names under which apps ask
 */
export function isFetchInfo(data: unknown, aliases: readonly string[] = []): boolean {
  const names: readonly unknown[] = [FETCH_INFO, ...aliases];
  if (typeof data === 'string') {
    if (data.length > MAX_LENGTH) return false;
    if (names.includes(data.trim())) return true;
    return /^\s*["{]/.test(data) && isNamed(parse(data), names);
  }
  return isNamed(data, names);
}

function isNamed(value: unknown, names: readonly unknown[]): boolean {
  if (typeof value !== 'object' || value === null) return names.includes(value);
  return Object.hasOwn(value, 'event') && names.includes((value as {event: unknown}).event);
}
