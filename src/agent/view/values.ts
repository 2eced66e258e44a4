import {html, nothing, type TemplateResult} from 'lit/html.js';
import {renderIcon} from '../icons/icon.ts';
import type {PairNode, ValueNode} from '../templates/nodes.ts';
import {words} from '../templates/words.ts';
import {renderCopyButton} from './copy-button.ts';

/** A link to another site, in a tab of its own that knows nothing of this one. */
export function renderLink(url: string, text: unknown, className = 'link'): TemplateResult {
  // Mail and telephone programs open no tab.
  return /^https?:/.test(url)
    ? html`<a class=${className} href=${url} target="_blank" rel="noopener noreferrer"
        >${text}<span class="visually-hidden"> ${words.newTab}</span></a
      >`
    : html`<a class=${className} href=${url}>${text}</a>`;
}

export function renderValue(value: ValueNode): unknown {
  switch (value.kind) {
    case 'text':
      return value.isEmpty ? html`<span class="none">${value.text}</span>` : value.text;
    case 'number':
      return html`<span class="number">${value.text}</span>`;
    case 'link':
      return renderLink(value.url, value.text);
    case 'badge':
      return html`<span class="badge ${value.tone}">${renderIcon(value.icon)}${value.text}</span>`;
    case 'tags':
      return value.tags.map((tag) => html`<span class="badge neutral">${tag}</span> `);
    case 'time':
      return html`<time datetime=${value.dateTime} title=${value.title}>${value.text}</time>`;
    case 'boolean':
      return html`<span class="boolean ${value.isTrue ? 'true' : 'false'}">${value.text}</span>`;
    case 'rating':
      return html`<span class="rating" role="img" aria-label=${value.text} title=${value.text}
        >${'★'.repeat(Math.round(value.value))}<i>${'★'.repeat(value.max - Math.round(value.value))}</i></span
      >`;
    case 'code':
      return html`<pre class="code" tabindex="0">${value.text}</pre>`;
  }
}

/** A value with the badge beside it and the button that copies it. */
export function renderPairValue({label, value, badge, copy}: PairNode): unknown {
  // The most by far: a template for each would cost more than the value.
  if (!badge && copy === undefined) return renderValue(value);
  return html`${renderValue(value)}${badge ? html` ${renderValue(badge)}` : nothing}${
    copy === undefined ? nothing : renderCopyButton(label, copy)
  }`;
}
