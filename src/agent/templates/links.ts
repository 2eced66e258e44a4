import type {ParsedText} from './text.ts';
import type {Frame} from './scope.ts';
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

/**
 * Fills a link. Variables behind a beginning that is written out are encoded; a link that begins with a variable is the
 * value's own.
 *
 * @returns undefined where that is no address that may be followed, or a variable of it has no value
 */
export function resolveUrl(text: ParsedText, frame: Frame): string | undefined {
  const [first] = text;
  if (first === undefined) return undefined;
  const isFree = typeof first !== 'string';
  const isAddressOfPerson = !isFree && /^\s*(?:mailto|tel):/i.test(first);
  let url = '';
  let plain = '';
  for (const [index, part] of text.entries()) {
    if (typeof part === 'string') {
      url += part;
      plain += part;
      continue;
    }
    const value = toText(part.keys && frame.look(part.keys));
    if (value === '') return undefined;
    const filled = isFree && index === 0 ? value : encode(value, isAddressOfPerson);
    url += filled;
    plain += isFree && index === 0 ? value : 'x';
  }
  const found = safeUrl(url, frame.scope.linkHosts);
  if (!found || isAddressOfPerson) return found;
  // A value of two dots would lead out of the folder that the link names.
  const expected = URL.canParse(plain) ? new URL(plain).pathname.split('/').length : 0;
  return new URL(found).pathname.split('/').length === expected ? found : undefined;
}
