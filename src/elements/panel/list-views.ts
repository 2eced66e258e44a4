import {html, nothing, type TemplateResult} from 'lit';
import type {Translation} from '../../i18n/translation.ts';
import {drawings} from './drawings.ts';
import type {Slice} from './slice.ts';

/** Rows that stand in for the ones that are coming: as many as the panel shows. */
const SKELETON_ROWS = 6;

/** Rows of the real ones' size, so that nothing moves when those come. */
export function renderSkeleton(words: Translation, rows = SKELETON_ROWS): TemplateResult {
  return html`<div class="skeleton" aria-hidden="true">
      ${Array.from({length: rows}, () => html`<div class="ghost"><i></i><i></i><i></i><i></i></div>`)}
    </div>
    <span class="visually-hidden">${words.loading}</span>`;
}

interface Message {
  drawing: keyof typeof drawings;
  title: string;
  hint: string;
  /** The one thing that can be done about it. */
  action?: {label: string; onClick: () => void};
}

/** What a list without rows says: a drawing, a sentence, a hint and at most one button. */
function renderMessage({drawing, title, hint, action}: Message): TemplateResult {
  return html`<div class="message">
    <svg viewBox="0 0 120 88" aria-hidden="true">${drawings[drawing]}</svg>
    <p class="message-title">${title}</p>
    <p class="hint">${hint}</p>
    ${action ? html`<button class="button" @click=${action.onClick}>${action.label}</button>` : nothing}
  </div>`;
}

/** What stands in the list's place while there is no row: why there is none. */
export function renderNoRows(
  words: Translation,
  slice: Slice | undefined,
  onRefresh: () => void,
): TemplateResult {
  if (slice?.session === 'anonymous') {
    return renderMessage({drawing: 'anonymous', title: words.anonymous, hint: words.anonymousHint});
  }
  if (slice?.list === 'failed') {
    const action = {label: words.tryAgain, onClick: onRefresh};
    const hint = slice.isOffline ? words.offline : words.failedHint;
    return renderMessage({drawing: 'failed', title: words.failed, hint, action});
  }
  if (slice?.list === 'ready') {
    return renderMessage({drawing: 'empty', title: words.empty, hint: words.emptyHint});
  }
  return renderSkeleton(words);
}
