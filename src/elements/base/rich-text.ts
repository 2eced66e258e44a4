import {safeUrl} from '../../protocol/url.ts';

/** What a sender may use: text styles, lists, links. Neither images nor anything that can load, move or run. */
const ELEMENTS = [
  ...['p', 'br', 'div', 'span', 'ul', 'ol', 'li', 'blockquote', 'pre', 'code'],
  ...['b', 'strong', 'i', 'em', 'u', 's', 'small', 'sub', 'sup', 'a'],
];
/** Their words stay when the element itself goes. */
const UNWRAPPED = [
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'font', 'center', 'section', 'article', 'header', 'footer', 'main'],
  ...[
    'table',
    'thead',
    'tbody',
    'tfoot',
    'tr',
    'td',
    'th',
    'label',
    'mark',
    'del',
    'ins',
    'strike',
    'big',
    'tt',
  ],
];

/** Whether it is markup at all: a content without a tag is text, and its `&` and `<` are what they are. */
const hasMarkup = (content: string) => /<[a-z!/?]/i.test(content);

interface SetHtml {
  setHTML?(html: string, options: {sanitizer: object}): void;
}

/** Whether this browser has a sanitiser of its own (HTML Standard, `Element.setHTML`). */
export const hasNativeSanitizer = typeof Element !== 'undefined' && 'setHTML' in Element.prototype;

/** Gives links what they need, and takes them from those that go where they must not. */
function secureLinks(fragment: DocumentFragment): DocumentFragment {
  for (const link of fragment.querySelectorAll('a')) {
    const href = safeUrl(link.getAttribute('href'));
    for (const {name} of [...link.attributes]) link.removeAttribute(name);
    if (!href) continue;
    link.setAttribute('href', href);
    link.setAttribute('target', '_blank');
    link.setAttribute('rel', 'noopener noreferrer nofollow');
  }
  return fragment;
}

/** With the browser's sanitiser. In a document of its own, so that nothing can load while it is parsed. */
export function sanitizeNatively(html: string): DocumentFragment {
  const inert = document.implementation.createHTMLDocument();
  const box = inert.createElement('div') as HTMLElement & SetHtml;
  box.setHTML!(html, {
    sanitizer: {
      elements: ELEMENTS.map((name) =>
        name === 'a' ? {name, attributes: ['href']} : {name, attributes: []},
      ),
      replaceWithChildrenElements: UNWRAPPED,
      attributes: [],
      comments: false,
      dataAttributes: false,
    },
  });
  const fragment = document.createDocumentFragment();
  fragment.append(...box.childNodes);
  return secureLinks(fragment);
}

/** With DOMPurify, which is fetched when it is first needed. */
export async function sanitizeWithLibrary(html: string): Promise<DocumentFragment> {
  const {default: purifier} = await import('dompurify');
  return secureLinks(
    purifier.sanitize(html, {
      ALLOWED_TAGS: ELEMENTS,
      ALLOWED_ATTR: ['href'],
      ALLOW_DATA_ATTR: false,
      ALLOW_ARIA_ATTR: false,
      RETURN_DOM_FRAGMENT: true,
    }),
  );
}

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
  return content
    .replace(/<(script|style|template|noscript|svg|math|iframe)\b[^]*?(?:<\/\1\s*>|$)/gi, ' ')
    .replace(/<!--[^]*?(?:-->|$)|<\/?[a-z!?][^>]*(?:>|$)/gi, ' ')
    .replace(/&(\w+);/g, (entity, name: string) => (Object.hasOwn(ENTITIES, name) ? ENTITIES[name]! : entity))
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * A notification's content as it may be shown: text, or checked nodes. A promise is for markup whose sanitiser has to be
 * fetched; it never rejects, but falls back to the text.
 */
export function readRichText(
  content: string,
): string | DocumentFragment | Promise<string | DocumentFragment> {
  if (!hasMarkup(content)) return content.trim();
  if (!hasNativeSanitizer) return sanitizeWithLibrary(content).catch(() => toPlainText(content));
  try {
    return sanitizeNatively(content);
  } catch {
    return toPlainText(content);
  }
}
