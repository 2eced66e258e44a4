import {safeUrl} from '../../protocol/url.ts';
import {hasMarkup, toPlainText} from './plain-text.ts';

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

interface SetHtml {
  setHTML?(html: string, options: {sanitizer: object}): void;
}

/** Whether this browser has a sanitiser of its own (HTML Standard, `Element.setHTML`). */
export const hasNativeSanitizer = typeof Element !== 'undefined' && 'setHTML' in Element.prototype;

/** Leaves no attribute but those of links, and no link that goes where it must not. */
function secureLinks(fragment: DocumentFragment): DocumentFragment {
  for (const element of fragment.querySelectorAll('*')) {
    const href = element.localName === 'a' ? safeUrl(element.getAttribute('href')) : undefined;
    for (const {name} of [...element.attributes]) element.removeAttribute(name);
    if (!href) continue;
    element.setAttribute('href', href);
    element.setAttribute('target', '_blank');
    element.setAttribute('rel', 'noopener noreferrer nofollow');
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

/**
 * A notification's content as it may be shown: text, or checked nodes. Never rejects, but falls back to the text.
 */
export async function readRichText(content: string): Promise<string | DocumentFragment> {
  if (!hasMarkup(content)) return content.trim();
  try {
    return hasNativeSanitizer ? sanitizeNatively(content) : await sanitizeWithLibrary(content);
  } catch {
    return toPlainText(content);
  }
}
