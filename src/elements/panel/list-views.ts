import {html, type TemplateResult} from 'lit/html.js';
import type {Translation} from '../../i18n/translation.ts';

/** Rows that stand in for the ones that are coming: as many as the panel shows. */
const SKELETON_ROWS = 6;

/** Rows of the real ones' size, so that nothing moves when those come. */
export function renderSkeleton(words: Translation, rows = SKELETON_ROWS): TemplateResult {
  return html`<div class="skeleton" aria-hidden="true">
      ${Array.from({length: rows}, () => html`<div class="ghost"><i></i><i></i><i></i><i></i></div>`)}
    </div>
    <span class="visually-hidden">${words.loading}</span>`;
}

/** In place of what says why there is no row, where that could not be loaded. */
export function renderMissing(words: Translation, onRefresh: () => void): TemplateResult {
  return html`<div class="sentinel">
    <p>${words.failed}</p>
    <button class="button" @click=${onRefresh}>${words.tryAgain}</button>
  </div>`;
}
