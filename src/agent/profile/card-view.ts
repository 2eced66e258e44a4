import {html, nothing, svg, type TemplateResult} from 'lit/html.js';
import {relativeText} from '../templates/durations.ts';
import type {CardState} from './card.ts';
import {words} from './words.ts';

export const refreshIcon = svg`<path d="M19.5 12a7.500 7.500 0 1 1-2.200-5.300L19.500 9M19.500 4v5h-5"/>`;

export interface CardView {
  card: CardState;
  /** The heading: an answer may have a title of its own. */
  title: string;
  /** What the card knows, rendered. */
  content: () => unknown;
  now: number;
  onRefresh: () => void;
}

const skeleton = html`<div class="skeleton" aria-hidden="true">
  <i></i><i class="short"></i><i></i><i class="shorter"></i>
</div>`;

function renderBody({card, content, onRefresh}: CardView): unknown {
  switch (card.status) {
    case 'loading':
      return html`${skeleton}<span class="visually-hidden">${words.loading(card.name)}</span>`;
    case 'empty':
      return html`<p class="empty">${words.empty}</p>`;
    case 'error':
      return html`<div class="failure">
        <p>${words.failed(card.name)}</p>
        <p class="hint">${card.error?.message ?? words.noReason}</p>
        <button type="button" class="button" @click=${onRefresh}>${words.retry}</button>
      </div>`;
    default:
      return html`${
        card.status === 'stale'
          ? html`<div class="stale">
              <p>${words.stale}</p>
              <p class="hint">${card.error?.message}</p>
            </div>`
          : nothing
      }${content()}`;
  }
}

/** A card: its name, a button that refreshes it, and what is known. Times are said, not shown. */
export function renderCard(view: CardView): TemplateResult {
  const {card, title, now, onRefresh} = view;
  const isBusy = card.status === 'loading' || card.status === 'refreshing';
  const age =
    card.fetchedAt === undefined
      ? ''
      : words.updated(relativeText({time: Math.min(card.fetchedAt, now), isDay: false}, now, 'en'));
  const label = words.refresh(title);
  return html`<section class="box" aria-label=${title} aria-busy=${isBusy}>
    <div class="bar">
      <h3 dir="auto">${title}</h3>
      <button
        type="button"
        class="icon-button refresh ${isBusy ? 'busy' : ''}"
        aria-label=${age ? `${label}. ${age}` : label}
        title=${age || label}
        @click=${onRefresh}
      >
        <svg viewBox="0 0 24 24" width="18" height="18" aria-hidden="true">${refreshIcon}</svg>
      </button>
    </div>
    ${renderBody(view)}
  </section>`;
}
