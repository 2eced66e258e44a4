/**
 * What stands over a list that stays, where it is not what it should be.
 */
import {html, nothing, svg, type TemplateResult} from 'lit/html.js';
import type {Translation} from '../../i18n/translation.ts';
import {css} from '../../themes/css.ts';
import type {Slice} from './slice.ts';

const offline = svg`<path d="M4 4l16 16M8.5 12.5a6 6 0 0 1 3-1.5M5 9a11 11 0 0 1 3.5-2.2M12 6a11 11 0 0 1 7 3M15.5 12.5l-.8-.7M12 17.5h.01"/>`;

export const noticeStyles = css`
  .notice {
    display: flex;
    align-items: center;
    flex: none;
    gap: 8px;
    min-height: 36px;
    padding: 4px 8px 4px 16px;
    padding-inline: 16px 8px;
    border-block-end: 1px solid var(--_line);
    color: var(--_muted);
    background: var(--_raised);
    font-size: 13px;
    line-height: 18px;
  }
  .notice span {
    flex: 1;
  }
  .notice svg {
    flex: none;
  }
`;

/** That nothing can be sent or fetched now, or that it may be out of date. */
export function renderNotice(
  words: Translation,
  {isOffline, error, list}: Slice,
  onRefresh: () => void,
): TemplateResult | typeof nothing {
  if (isOffline) {
    return html`<div class="notice">
      <svg viewBox="0 0 24 24" width="18" height="18" aria-hidden="true">${offline}</svg>
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
