import {html, type TemplateResult} from 'lit/html.js';
import {safeUrl} from '../../protocol/url.ts';

/** An address in a text: up to white space, without what usually ends a sentence. */
const ADDRESS = /\bhttps?:\/\/[^\s<>"'`]+[^\s<>"'`.,:;!?)\]}…]/gi;

/** A text with its web addresses as links that tell nobody where they were clicked. It is never parsed as markup. */
export function withLinks(text: string): (string | TemplateResult)[] {
  const parts: (string | TemplateResult)[] = [];
  let end = 0;
  for (const {0: address, index} of text.matchAll(ADDRESS)) {
    const href = safeUrl(address, ['http:', 'https:']);
    if (!href) continue;
    parts.push(
      text.slice(end, index),
      html`<a href=${href} target="_blank" rel="noopener noreferrer nofollow">${address}</a>`,
    );
    end = index + address.length;
  }
  return [...parts, text.slice(end)].filter((part) => part !== '');
}
