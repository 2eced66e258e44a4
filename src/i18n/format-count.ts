/** Languages whose readers expect digits of their own (Unicode CLDR, default numbering systems). */
const OWN_DIGITS = /^(?:ar|as|bn|ckb|dz|fa|ks|mr|my|ne|sat|sd|ur-in|uz-arab)\b/i;
/** From here on numbers are grouped, each language in its own way. */
const GROUPED = 1000;

/**
 * A number of notifications in the digits of a language.
 *
 * Small ones do not ask the browser's own formatter: the first use of it on a page costs a slow phone some 50 ms, just
 * before the bell asks for its number.
 */
export function formatCount(count: number, language: string): string {
  return count < GROUPED && !OWN_DIGITS.test(language) ? String(count) : count.toLocaleString(language);
}
