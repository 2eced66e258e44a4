/** What a link of a notification may do: open a page, write a mail, call a number. */
export const LINK_SCHEMES = ['http:', 'https:', 'mailto:', 'tel:'] as const;

/** Stands in for the page's address, which a headless reader does not know. */
const ANY_PAGE = 'https://page.invalid/';

/**
 * The link as it may stand in an `href`, or undefined.
 *
 * Parsed as browsers do (so tabs, line breaks and control characters inside `java\nscript:` hide nothing). Relative
 * links stay as they are; user names and passwords in a link are refused, because they disguise its host.
 *
 * @param schemes allowed schemes with their colon
 */
export function safeUrl(value: unknown, schemes: readonly string[] = LINK_SCHEMES): string | undefined {
  // Before it is read: `trim` takes more away than a browser does, and what is left could be another link.
  const link = typeof value === 'string' ? value.trim() : '';
  if (!link) return undefined;
  try {
    const url = new URL(link, ANY_PAGE);
    if (!schemes.includes(url.protocol) || url.username || url.password) return undefined;
    return url.href.startsWith(ANY_PAGE) ? link : url.href;
  } catch {
    return undefined;
  }
}
