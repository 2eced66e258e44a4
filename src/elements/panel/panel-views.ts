import {html, nothing, type TemplateResult} from 'lit/html.js';
import {formatCount} from '../../i18n/format-count.ts';
import type {Translation} from '../../i18n/translation.ts';
import {icons} from '../base/icons.ts';

export interface Header {
  heading: string;
  /** Unread notifications. */
  count: number;
  onMarkAll: () => void;
  /** Stands for the words on that button where there is no room for them. */
  drawing: TemplateResult | undefined;
  /** Left out where it cannot be closed. */
  onClose?: () => void;
}

export function renderHeader(
  words: Translation,
  {heading, count, onMarkAll, drawing, onClose}: Header,
): TemplateResult {
  return html`<div part="header">
    <h2 id="heading" tabindex="-1">${heading}</h2>
    ${
      count
        ? html`<span class="count" aria-hidden="true">${formatCount(count, words.language)}</span>
            <div class="room">
              <button class="text-button mark-all" @click=${onMarkAll}>
                ${drawing}<span>${words.markAllRead}</span>
              </button>
            </div>`
        : nothing
    }
    ${
      onClose
        ? html`<button class="icon-button close" aria-label=${words.close} @click=${onClose}>
            <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">${icons.close}</svg>
          </button>`
        : nothing
    }
  </div>`;
}
