/** Of the languages that there are words in, those whose readers expect digits of their own (Unicode CLDR). */
const OWN_DIGITS = /^ar/;
/** From here on numbers are grouped, each language in its own way. */
const GROUPED = 1000;

/**
 * A number of notifications in the digits of a language, one that there are words in.
 *
 * Small ones do not ask the browser's own formatter: the first use of it on a page costs a slow phone some 50 ms, just
 * before the bell asks for its number.
 */
export function formatCount(count: number, language: string): string {
  return count < GROUPED && !OWN_DIGITS.test(language) ? String(count) : count.toLocaleString(language);
}
