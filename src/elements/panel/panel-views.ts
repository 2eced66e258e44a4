import {html, nothing, type TemplateResult} from 'lit';
import type {Translation} from '../../i18n/translation.ts';
import {icons} from '../base/icons.ts';
import type {Slice} from './slice.ts';

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

/** Over a list that stays: that nothing can be sent or fetched now, or that it may be out of date. */
export function renderNotice(
  words: Translation,
  {isOffline, error, list}: Slice,
  onRefresh: () => void,
): TemplateResult | typeof nothing {
  if (isOffline) {
    return html`<div class="notice">
      <svg viewBox="0 0 24 24" width="18" height="18" aria-hidden="true">${icons.offline}</svg>
      <span>${words.offline}</span>
    </div>`;
  }
  // A device that keeps nothing shows no less: that is for the site's developers, not for the contact.
  if (!error || list !== 'ready' || error.code === 'storage-failed') return nothing;
  return html`<div class="notice">
    <span>${words.stale}</span>
    <button class="text-button" @click=${onRefresh}>${words.tryAgain}</button>
  </div>`;
}
