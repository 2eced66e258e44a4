/**
 * What an inbox without rows looks like. A module of its own: most openings have rows.
 */
import {html, nothing, type TemplateResult} from 'lit/html.js';
import type {Translation} from '../../i18n/translation.ts';
import {css} from '../../themes/css.ts';
import {drawings} from './drawings.ts';
import type {Slice} from './slice.ts';

export const styles = css`
  .message {
    display: grid;
    justify-items: center;
    align-content: center;
    box-sizing: border-box;
    min-height: 360px;
    height: 100%;
    padding: 24px 32px 40px;
    text-align: center;
    text-wrap: balance;
  }
  .message svg {
    width: 120px;
    height: 88px;
    margin-block-end: 16px;
    color: color-mix(in oklab, var(--_muted) 75%, var(--_surface));
    stroke-width: 2;
  }
  .message .soft {
    stroke: var(--_line);
  }
  .message .accent {
    stroke: var(--_accent);
  }
  .message .fill {
    fill: var(--_accent);
    stroke: var(--_surface);
    stroke-width: 3;
  }
  .message .on-fill {
    stroke: var(--_on-accent);
  }
  .message p {
    margin: 0;
  }
  .message-title {
    font-size: 15px;
    font-weight: 600;
  }
  .message .hint {
    margin-block: 4px 0;
    color: var(--_muted);
    font-size: 13px;
    line-height: 18px;
  }
  .message .button {
    margin-block-start: 16px;
  }
`;

/** Why there is no row to show. */
function findReason(words: Translation, slice: Slice, onRefresh: () => void): NonNullable<Slice['none']> {
  if (slice.session === 'anonymous') {
    return {drawing: 'anonymous', title: words.anonymous, hint: words.anonymousHint};
  }
  if (slice.list === 'failed') {
    const action = {label: words.tryAgain, onClick: onRefresh};
    const hint = slice.isOffline ? words.offline : words.failedHint;
    return {drawing: 'failed', title: words.failed, hint, action};
  }
  return slice.none ?? {drawing: 'empty', title: words.empty, hint: words.emptyHint};
}

/** A drawing, a sentence, a hint and at most one button. */
export function renderNoRows(words: Translation, slice: Slice, onRefresh: () => void): TemplateResult {
  const {drawing, title, hint, action} = findReason(words, slice, onRefresh);
  return html`<div class="message">
    <svg viewBox="0 0 120 88" aria-hidden="true">${drawings[drawing]}</svg>
    <p class="message-title">${title}</p>
    <p class="hint">${hint}</p>
    ${action ? html`<button class="button" @click=${action.onClick}>${action.label}</button>` : nothing}
  </div>`;
}
