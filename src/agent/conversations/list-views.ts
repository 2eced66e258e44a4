import {html, nothing, svg, type TemplateResult} from 'lit/html.js';
import {formatRelativeTime} from '../../elements/base/relative-time.ts';
import type {ConversationSummary} from '../../protocol/conversation.ts';
import {words} from './words.ts';

/** Who waits longer is pointed out: milliseconds. */
const LONG = 300_000;
/** Labels, and tags, that a row has room for. */
const MAX_MARKS = 3;

const somebody = svg`<circle cx="12" cy="8.5" r="3.5"/><path d="M5 19.5a7 7 0 0 1 14 0"/>`;

/** The choice of the labels, or the tags, that there are. */
export function markOptions(
  kind: 'label' | 'tag',
  marks: readonly string[],
): TemplateResult | typeof nothing {
  if (!marks.length) return nothing;
  return html`<optgroup label=${words[`${kind}s`]}>
    ${marks.map((mark) => html`<option data-kind=${kind} value=${mark}>${mark}</option>`)}
  </optgroup>`;
}

function face({name, presentUntil}: ConversationSummary, now: number): TemplateResult {
  return html`<span class="face ${presentUntil > now ? 'present' : ''}" aria-hidden="true">
    ${name ? [...name][0]!.toUpperCase() : html`<svg viewBox="0 0 24 24" width="18" height="18">${somebody}</svg>`}
  </span>`;
}

function marks(row: ConversationSummary, now: number, agentId: string): TemplateResult {
  const {waitingSince, labels, tags, agent} = row;
  const waits = waitingSince === null ? undefined : now - waitingSince;
  return html`<span class="marks">
    ${
      waits === undefined
        ? nothing
        : html`<span class="waits ${waits > LONG ? 'long' : ''}"
            >${words.waits(Math.floor(waits / 60_000))}</span
          >`
    }
    ${labels.slice(0, MAX_MARKS).map((label) => html`<span class="label">${label}</span>`)}
    ${tags.slice(0, MAX_MARKS).map((tag) => html`<span class="tag">${tag}</span>`)}
    ${agent ? html`<span class="agent">${agent.id === agentId ? words.you : agent.name}</span>` : nothing}
  </span>`;
}

export interface RowOptions {
  agentId: string;
  isCurrent: boolean;
  /** The tab key leads here. */
  isReached: boolean;
  onSelect: () => void;
}

/** A conversation in the list. */
export function renderRow(
  row: ConversationSummary,
  {agentId, isCurrent, isReached, onSelect}: RowOptions,
): TemplateResult {
  const now = Date.now();
  const {unread, lastMessageAt, preview, previewBy} = row;
  return html`<li>
    <button
      type="button"
      class="row ${unread ? 'unread' : ''}"
      aria-current=${isCurrent ? 'true' : nothing}
      tabindex=${isReached ? 0 : -1}
      @click=${onSelect}
    >
      ${face(row, now)}
      <span class="name" dir="auto">${row.name || words.visitor(row.channel)}</span>
      <time class="time">${formatRelativeTime(lastMessageAt, now, 'en')}</time>
      <span class="preview" dir="auto"
        >${previewBy ? html`<b>${previewBy.split(' ')[0]}:</b> ` : nothing}${preview}</span
      >
      ${
        unread
          ? html`<span class="count" aria-label=${words.unread(unread)}
              >${unread > 99 ? '99+' : unread}</span
            >`
          : nothing
      }
      ${marks(row, now, agentId)}
    </button>
  </li>`;
}
