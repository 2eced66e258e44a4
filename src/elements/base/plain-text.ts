/** Whether it is markup at all: a content without a tag is text, and its `&` and `<` are what they are. */
export const hasMarkup = (content: string) => /<[a-z!/?]/i.test(content);

/** The few entities that texts are full of; any other stays as it is written. */
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
};

/**
 * The words of a content without its markup, on one line: for names, fallbacks, and while the sanitiser is on its way.
 * The result is text: it is never parsed again.
 */
export function toPlainText(content: string): string {
  if (!hasMarkup(content)) return content.trim();
  return (
    content
      .replace(/<(script|style|template|noscript|svg|math|iframe)\b[^]*?(?:<\/\1\s*>|$)/gi, ' ')
      // What stands in a line is not parted from its neighbours.
      .replace(/<\/?(a|b|i|em|strong|span)\b[^>]*>/gi, '')
      .replace(/<!--[^]*?(?:-->|$)|<\/?[a-z!?][^>]*(?:>|$)/gi, ' ')
      .replace(/&(\w+);/g, (entity, name: string) =>
        Object.hasOwn(ENTITIES, name) ? ENTITIES[name]! : entity,
      )
      .replace(/\s+/g, ' ')
      .trim()
  );
}
