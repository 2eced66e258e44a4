import {html, nothing, type TemplateResult} from 'lit';
import type {Translation} from '../../i18n/translation.ts';
import {drawings} from './drawings.ts';

/** Rows that stand in for the ones that are coming: as many as the panel shows. */
const SKELETON_ROWS = 6;

/** Rows of the real ones' size, so that nothing moves when those come. */
export function renderSkeleton(words: Translation, rows = SKELETON_ROWS): TemplateResult {
  return html`<div class="skeleton" aria-hidden="true">
      ${Array.from({length: rows}, () => html`<div class="ghost"><i></i><i></i><i></i><i></i></div>`)}
    </div>
    <span class="visually-hidden">${words.loading}</span>`;
}

export interface Message {
  drawing: keyof typeof drawings;
  title: string;
  hint: string;
  /** The one thing that can be done about it. */
  action?: {label: string; onClick: () => void};
}

/** What a list without rows says: a drawing, a sentence, a hint and at most one button. */
export function renderMessage({drawing, title, hint, action}: Message): TemplateResult {
  return html`<div class="message">
    <svg viewBox="0 0 120 88" aria-hidden="true">${drawings[drawing]}</svg>
    <p class="message-title">${title}</p>
    <p class="hint">${hint}</p>
    ${action ? html`<button class="button" @click=${action.onClick}>${action.label}</button>` : nothing}
  </div>`;
}
