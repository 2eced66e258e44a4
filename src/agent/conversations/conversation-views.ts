import {html, nothing, svg, type TemplateResult} from 'lit/html.js';
import {repeat} from 'lit/directives/repeat.js';
import {formatFullTime} from '../../elements/base/full-time.ts';
import {safeUrl} from '../../protocol/url.ts';
import type {ConversationDetails, ConversationMessage} from '../../protocol/conversation.ts';
import type {ChatAttachment} from '../../protocol/visitor.ts';

import {withLinks} from './links.ts';
import {words} from './words.ts';

export const icon = (path: TemplateResult, size = 18) =>
  html`<svg viewBox="0 0 24 24" width=${size} height=${size} aria-hidden="true">${path}</svg>`;

export const icons = {
  send: svg`<path d="M12 19V5M6 11l6-6 6 6"/>`,
  clip: svg`<path d="M19 11.5l-7.2 7.2a4.4 4.4 0 0 1-6.3-6.3l7.6-7.5a3 3 0 0 1 4.2 4.2l-7.5 7.5a1.5 1.5 0 0 1-2.2-2.1l6.7-6.7"/>`,
  close: svg`<path d="M6 6l12 12M18 6L6 18"/>`,
  file: svg`<path d="M7 3.5h7l4 4v13H7zM14 3.5v4h4"/>`,
  save: svg`<path d="M6 4h9l3 3v13H6zM9 4v5h6V4M9 20v-6h6v6"/>`,
} as const;

const clock = new Intl.DateTimeFormat('en', {hour: '2-digit', minute: '2-digit', hourCycle: 'h23'});
const day = new Intl.DateTimeFormat('en', {weekday: 'long', day: 'numeric', month: 'long', year: 'numeric'});

/** As the visitor's chat says it: a megabyte is 1024 kilobytes. */
const formatSize = (bytes: number) =>
  bytes < 1024 ** 2 ? `${Math.ceil(bytes / 1024)} kB` : `${(bytes / 1024 ** 2).toFixed(1)} MB`;

interface SystemEvent {
  type?: string;
  currentPage?: string;
  agent?: string;
  by?: string;
  rating?: number;
  comment?: string;
}

/** What a system message says; its JSON where nobody knows it. */
function systemText(text: string): string {
  try {
    const {
      type,
      currentPage = '',
      agent = '',
      by = '',
      rating = 0,
      comment,
    } = JSON.parse(text) as SystemEvent;
    const {system} = words;
    if (type === 'visitorJoin') return system.visitorJoin(currentPage);
    if (type === 'assigned') return system.assigned(agent, by);
    if (type === 'unassigned' || type === 'closed' || type === 'reopened') return system[type](by);
    if (type === 'rating') return system.rating(rating) + (comment ? `: “${comment}”` : '');
  } catch {
    // Not ours.
  }
  return text;
}

function file(one: ChatAttachment, {urlOf, onPicture}: LogOptions): TemplateResult {
  const {id, name, type, size} = one;
  return /^image\/(png|jpeg|gif|webp|avif)$/.test(type)
    ? html`<button class="picture" type="button" aria-haspopup="dialog" @click=${() => onPicture(one)}>
        <img src=${urlOf(id)} alt=${name} loading="lazy" />
      </button>`
    : html`<a class="file" href=${urlOf(id)} download=${name}
        >${icon(icons.file)} <b>${name}</b> <small>${formatSize(size)}</small></a
      >`;
}

/** A picture over the desk. Escape, its button and a click beside it close it. */
export function viewer({name, size}: ChatAttachment, url: string, onClose: () => void): TemplateResult {
  const close = ({target, currentTarget}: Event) => {
    if (target === currentTarget) (currentTarget as HTMLDialogElement).close();
  };
  return html`<dialog
    class="viewer"
    aria-label=${name}
    @click=${close}
    @close=${onClose}
    @keydown=${(event: Event) => event.stopPropagation()}
  >
    <figure>
      <img src=${url} alt=${name} />
      <figcaption>
        <a href=${url} download=${name}>${words.download(name)}</a> <small>${formatSize(size)}</small>
        <form method="dialog">
          <button class="icon-button" aria-label=${words.closePicture}>${icon(icons.close)}</button>
        </form>
      </figcaption>
    </figure>
  </dialog>`;
}

export interface LogOptions {
  visitorName: string;
  readByVisitor: number;
  /** The agents' last message that the visitor has seen. */
  seen?: number;
  urlOf: (file: string) => string;
  /** Somebody wants to see it large. */
  onPicture: (file: ChatAttachment) => void;
}

function entry(message: ConversationMessage, isFirst: boolean, options: LogOptions): TemplateResult {
  const {visitorName, seen} = options;
  const {author, name, text, at, attachments, id} = message;
  const time = html`<time title=${formatFullTime(at, 'en')} datetime=${new Date(at).toISOString()}
    >${clock.format(at)}</time
  >`;
  if (author === 'system') return html`<div class="system">${systemText(text)} · ${time}</div>`;
  const isOurs = author !== 'visitor';
  return html`<div class="message ${author} ${isFirst ? 'first' : ''}">
    ${
      isFirst
        ? html`<div class="who">
            <b dir="auto">${isOurs ? name : visitorName}</b
            >${author === 'note' ? html` <i>${words.note}</i>` : nothing} ${time}
          </div>`
        : nothing
    }
    ${text ? html`<div class="bubble" dir="auto">${withLinks(text)}</div>` : nothing}
    ${attachments.map((one) => file(one, options))}
    ${id === seen ? html`<span class="seen">${words.seen}</span>` : nothing}
  </div>`;
}

const TOGETHER = 5 * 60_000;
const dayOf = (at: number) => new Date(at).toDateString();

/**
 * Messages that are laid out together, or not at all while they are far from the screen: a frame of a scroll then costs the
 * same in a conversation of five thousand. A slice of older ones is a multiple of it, so that they stay where they are.
 */
const CHUNK = 25;

/** The messages, and what stands between them. */
export function log(messages: readonly ConversationMessage[], options: LogOptions): TemplateResult {
  const seen = messages.findLast(({id, author}) => author === 'agent' && id <= options.readByVisitor)?.id;
  const chunks = Array.from({length: Math.ceil(messages.length / CHUNK)}, (_, index) => index * CHUNK);
  return html`${repeat(
    chunks,
    (start) => messages[start]!.id,
    (start) =>
      html`<div class="chunk">
        ${repeat(
          messages.slice(start, start + CHUNK),
          ({id}) => id,
          (message, index) => {
            const before = messages[start + index - 1];
            const isFirst =
              !before ||
              before.author !== message.author ||
              before.name !== message.name ||
              message.at - before.at > TOGETHER;
            const isNewDay = !before || dayOf(before.at) !== dayOf(message.at);
            return html`${isNewDay ? html`<div class="day">${day.format(message.at)}</div>` : nothing}${entry(message, isFirst || isNewDay, {...options, seen})}`;
          },
        )}
      </div>`,
  )}`;
}

const field = (label: string, value: unknown) =>
  value
    ? html`<div class="field">
        <dt>${label}</dt>
        <dd dir="auto">${value}</dd>
      </div>`
    : nothing;

const moment = new Intl.DateTimeFormat('en-GB', {dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23'});
const dayOnly = new Intl.DateTimeFormat('en-GB', {dateStyle: 'medium'});

export interface CardOptions {
  onMark: (change: {add?: string; remove?: string}, kind: 'label' | 'tag') => void;
  known: {labels: readonly string[]; tags: readonly string[]};
}

function marks(
  kind: 'label' | 'tag',
  marks: readonly string[],
  known: readonly string[],
  onMark: CardOptions['onMark'],
) {
  const add = kind === 'label' ? words.addLabel : words.addTag;
  return html`<div class="chips">
    ${marks.map(
      (mark) =>
        html`<button
          class="chip"
          type="button"
          aria-label=${words.remove(mark)}
          @click=${() => onMark({remove: mark}, kind)}
        >
          <span dir="auto">${mark}</span> ${icon(icons.close, 12)}
        </button>`,
    )}
    <input
      class="add"
      list=${`known-${kind}`}
      maxlength="100"
      placeholder=${add}
      aria-label=${add}
      @change=${(event: Event) => {
        const input = event.target as HTMLInputElement;
        const value = input.value.trim();
        input.value = '';
        if (value) onMark({add: value}, kind);
      }}
    />
    <datalist id=${`known-${kind}`}>
      ${known.filter((mark) => !marks.includes(mark)).map((mark) => html`<option value=${mark}></option>`)}
    </datalist>
  </div>`;
}

/** All that is known of the visitor. */
export function card(details: ConversationDetails, {onMark, known}: CardOptions): TemplateResult {
  const {visitor, contact, cards, pages, chats, labels, tags, channel, name} = details;
  const {fields} = words;
  const page = (url: string, title: string) => {
    const href = safeUrl(url, ['http:', 'https:']);
    return href
      ? html`<a href=${href} target="_blank" rel="noopener noreferrer nofollow" title=${url}
          >${title || url}</a
        >`
      : html`${title || url}`;
  };
  return html`<aside class="card" aria-label=${words.aboutVisitor}>
    <h3>${words.labels}</h3>
    ${marks('label', labels, known.labels, onMark)}
    <h3>${words.tags}</h3>
    ${marks('tag', tags, known.tags, onMark)}
    ${
      contact
        ? html`<h3>${words.contact}</h3>
            <dl>
              ${field(fields.name, contact.name)} ${field(fields.email, contact.email)}
              ${field(fields.phone, contact.phone)} ${field(fields.externalId, contact.externalId)}
            </dl>
            <p class="hint">${words.claimed}</p>`
        : nothing
    }
    ${
      cards.length
        ? html`<h3>${words.cards}</h3>
            <dl>
              ${cards.map(
                ({id, data}) =>
                  html`<div class="field">
                    <dt>${id}</dt>
                    <dd class="data" dir="auto">${data}</dd>
                  </div>`,
              )}
            </dl>`
        : nothing
    }
    <h3>${words.aboutVisitor}</h3>
    <dl>
      ${field(fields.name, name)} ${contact ? nothing : field(fields.externalId, visitor.externalId)}
      ${field(fields.trafficType, visitor.trafficType)} ${field(fields.searchEngine, visitor.searchEngine)}
      ${field(fields.browser, visitor.browser)} ${field(fields.os, visitor.os)}
      ${field(fields.city, visitor.city)} ${field(fields.country, visitor.country)}
      ${field(fields.language, visitor.language)}
      ${field(fields.exitPage, visitor.exitPage ? page(visitor.exitPage, visitor.pageTitle ?? '') : '')}
      ${field(fields.lastVisitAt, moment.format(visitor.lastVisitAt))}
      ${field(fields.firstVisitAt, moment.format(visitor.firstVisitAt))} ${field(fields.channel, channel)}
    </dl>
    ${
      chats.some(({rating}) => rating)
        ? html`<h3>${words.chats}</h3>
            <ul class="pages">
              ${chats
                .filter(({rating}) => rating)
                .map(
                  ({startedAt, rating, comment}) =>
                    html`<li>
                      ${words.rated(rating!)}${comment ? html` “${comment}”` : nothing}
                      <time title=${moment.format(startedAt)}>${dayOnly.format(startedAt)}</time>
                    </li>`,
                )}
            </ul>`
        : nothing
    }
    ${
      pages.length
        ? html`<h3>${words.pages}</h3>
            <ol class="pages">
              ${pages.slice(0, 20).map(({url, title, at}) => html`<li>${page(url, title)} <time>${clock.format(at)}</time></li>`)}
            </ol>`
        : nothing
    }
    <slot name="profile"></slot>
  </aside>`;
}
