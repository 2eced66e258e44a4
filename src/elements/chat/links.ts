import {html, type TemplateResult} from 'lit/html.js';
import {safeUrl} from '../../protocol/url.ts';

/** An address in a text: up to white space, without what usually ends a sentence. */
const ADDRESS = /\bhttps?:\/\/[^\s<>"'`]+[^\s<>"'`.,:;!?)\]}…]/gi;

/** A text with its web addresses as links. Everything stays text: nothing of it is parsed as markup. */
export function withLinks(text: string): (string | TemplateResult)[] {
  const parts: (string | TemplateResult)[] = [];
  let end = 0;
  for (const {0: address, index} of text.matchAll(ADDRESS)) {
    const href = safeUrl(address, ['http:', 'https:']);
    if (!href) continue;
    parts.push(text.slice(end, index));
    parts.push(html`<a href=${href} target="_blank" rel="noopener noreferrer nofollow">${address}</a>`);
    end = index + address.length;
  }
  parts.push(text.slice(end));
  return parts.filter((part) => part !== '');
}

/** `12 kB`, `3.4 MB`, in a language's own way. A megabyte is 1024 kilobytes, as where people see their files. */
export function formatSize(bytes: number, language: string): string {
  const [value, unit] =
    bytes < 1024
      ? [bytes, 'byte']
      : bytes < 1024 ** 2
        ? [Math.round(bytes / 1024), 'kilobyte']
        : [bytes / 1024 ** 2, 'megabyte'];
  const format = new Intl.NumberFormat(language, {style: 'unit', unit, maximumFractionDigits: 1});
  return format.format(value);
}
