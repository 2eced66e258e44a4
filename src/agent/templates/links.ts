import {lookupOf, type Frame} from './frame.ts';
import type {Run} from './run.ts';
import {readText} from './text.ts';
import {toText} from './values.ts';

const SCHEMES = ['https:', 'http:', 'mailto:', 'tel:'];
const MAX = 4000;

/**
 * An address that may be followed: of a harmless scheme, without user and password.
 *
 * @returns undefined for any other
 */
export function safeUrl(text: string, hosts?: readonly string[]): string | undefined {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.length > MAX || !URL.canParse(trimmed)) return undefined;
  const url = new URL(trimmed);
  if (!SCHEMES.includes(url.protocol) || url.username || url.password) return undefined;
  const isWeb = url.protocol.startsWith('http');
  if (isWeb && hosts?.length && !hosts.includes(url.hostname)) return undefined;
  return url.href;
}

/** One value within an address: it ends no segment, and begins no query. */
function encode(value: string, isAddressOfPerson: boolean): string {
  try {
    const encoded = encodeURIComponent(value);
    // In mailto: and tel:, an @ and a + are what they are (RFC 6068, 3966).
    return isAddressOfPerson ? encoded.replaceAll('%40', '@').replaceAll('%2B', '+') : encoded;
  } catch {
    // Half of a surrogate pair has no bytes.
    return '';
  }
}

/** How many folders an address goes down. */
const depthOf = (url: string) => (URL.canParse(url) ? new URL(url).pathname.split('/').length : 0);

/**
 * A link, compiled. Variables behind a beginning that is written out are encoded; a link that begins with a variable is
 * the value's own.
 *
 * @returns undefined where that is no address that may be followed, or a variable of it has no value
 */
export function compileUrl(text: unknown): (run: Run, frame: Frame) => string | undefined {
  const parts = readText(text).map((part) =>
    typeof part === 'string' ? part : part.keys ? lookupOf(part.keys) : () => undefined,
  );
  const [first] = parts;
  if (first === undefined) return () => undefined;
  const isAddressOfPerson = typeof first === 'string' && /^\s*(?:mailto|tel):/i.test(first);
  /** What the link itself says, without what variables add to it. */
  const written = parts.map((part) => (typeof part === 'string' ? part : 'x'));
  const expected = isAddressOfPerson || typeof first !== 'string' ? undefined : depthOf(written.join(''));
  return (run, frame) => {
    let url = '';
    let beginning = '';
    for (const [index, part] of parts.entries()) {
      if (typeof part === 'string') {
        url += part;
        continue;
      }
      const value = toText(part(run, frame));
      if (value === '') return undefined;
      if (index === 0) url = beginning = value;
      else url += encode(value, isAddressOfPerson);
    }
    const found = safeUrl(url, run.scope.linkHosts);
    if (!found || isAddressOfPerson) return found;
    // A value of two dots would lead out of the folder that the link names.
    const depth = expected ?? depthOf(beginning + written.slice(1).join(''));
    return new URL(found).pathname.split('/').length === depth ? found : undefined;
  };
}
