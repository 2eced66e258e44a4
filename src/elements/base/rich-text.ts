import {safeUrl} from '../../protocol/url.ts';
import {css} from '../../themes/css.ts';
import {hasMarkup, toPlainText} from './plain-text.ts';
import {hasNativeSanitizer, policy} from './trusted-html.ts';

/** For a `.content` that shows what `readRichText` gave. */
export const styles = css`
  .content.rich {
    white-space: normal;
  }
  .content :is(p, ul, ol, blockquote, pre) {
    margin: 0;
  }
  .content :is(p, ul, ol, blockquote, pre) + * {
    margin-block-start: 4px;
  }
  .content :is(ul, ol) {
    padding-inline-start: 18px;
  }
  .content blockquote {
    padding-inline-start: 8px;
    border-inline-start: 2px solid var(--_line);
  }
  .content :is(pre, code) {
    font:
      12px/18px ui-monospace,
      'Cascadia Mono',
      Menlo,
      monospace;
    white-space: pre-wrap;
  }
  .content a {
    position: relative;
    color: var(--_link);
    text-underline-offset: 2px;
  }
`;

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
      ...(policy && {TRUSTED_TYPES_POLICY: policy as never}),
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
