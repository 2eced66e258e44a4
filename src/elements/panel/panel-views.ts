import {html, nothing, type TemplateResult} from 'lit';
import type {Translation} from '../../i18n/translation.ts';
import {icons} from '../base/icons.ts';

export interface Header {
  heading: string;
  /** Unread notifications. */
  count: number;
  onMarkAll: () => void;
  /** Left out where it cannot be closed. */
  onClose?: () => void;
}

export function renderHeader(
  words: Translation,
  {heading, count, onMarkAll, onClose}: Header,
): TemplateResult {
  return html`<div part="header">
    <h2 id="heading" tabindex="-1">${heading}</h2>
    ${
      count
        ? html`<span class="count" aria-hidden="true">${count.toLocaleString(words.language)}</span>
            <button class="text-button mark-all" @click=${onMarkAll}>${words.markAllRead}</button>`
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

/** Over a list that stays: nothing can be sent or fetched now. */
export function renderOfflineNotice(words: Translation): TemplateResult {
  return html`<div class="notice">
    <svg viewBox="0 0 24 24" width="18" height="18" aria-hidden="true">${icons.offline}</svg>
    <span>${words.offline}</span>
  </div>`;
}

/** Over a list that stays: the platform did not say whether there is more. */
export function renderStaleNotice(words: Translation, onRefresh: () => void): TemplateResult {
  return html`<div class="notice">
    <span>${words.stale}</span>
    <button class="text-button" @click=${onRefresh}>${words.tryAgain}</button>
  </div>`;
}
