import {html, nothing, type TemplateResult} from 'lit/html.js';
import {repeat} from 'lit/directives/repeat.js';
import type {ChatEntry, ChatState} from '../../core/chat/chat-state.ts';
import type {ChatTerms} from '../../i18n/chat/chat-terms.ts';
import type {ChatAttachment} from '../../protocol/visitor.ts';
import {safeUrl} from '../../protocol/url.ts';
import {drawing, drawings} from './drawings.ts';
import {formatSize, withLinks} from './links.ts';

const initials = (name: string) =>
  name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => [...word][0] ?? '')
    .join('')
    .toUpperCase();

/** A picture that does not come leaves the letters behind it to be seen. */
const onPicture = ({type, target}: Event) => ((target as HTMLElement).hidden = type === 'error');

/** The first letters of the name of whoever writes, under their picture. */
export function face(name: string, avatar: string | null, size = ''): TemplateResult {
  const src = avatar ? safeUrl(avatar, ['https:', 'http:']) : undefined;
  return html`<span class="face ${size}" aria-hidden="true"
    >${initials(name) || '?'}${
      src &&
      html`<img src=${src} alt="" referrerpolicy="no-referrer" @load=${onPicture} @error=${onPicture} />`
    }</span
  >`;
}

const dayOf = (at: number) => new Date(at).toDateString();

function dayName(at: number, now: number, words: ChatTerms): string {
  if (dayOf(at) === dayOf(now)) return words.today;
  if (dayOf(at) === dayOf(now - 86_400_000)) return words.yesterday;
  return new Intl.DateTimeFormat(words.language, {weekday: 'long', day: 'numeric', month: 'long'}).format(at);
}

const clock = (at: number, language: string) =>
  new Intl.DateTimeFormat(language, {hour: '2-digit', minute: '2-digit'}).format(at);

export const isPicture = ({type}: ChatAttachment) => type.startsWith('image/');

function attachment(file: ChatAttachment, {words, onFile}: LogOptions): TemplateResult {
  const {id, name, size} = file;
  const length = formatSize(size, words.language);
  const label = words.download(name, length);
  return isPicture(file)
    ? html`<button class="picture" type="button" aria-haspopup="dialog" @click=${() => onFile(file)}>
        <canvas role="img" aria-label=${words.image(name)} data-file=${id}></canvas>
        <b dir="auto">${name}</b>
      </button>`
    : html`<button class="file" type="button" aria-label=${label} @click=${() => onFile(file)}>
        ${drawing(drawings.file)} <b dir="auto">${name}</b> <small>${length}</small>
      </button>`;
}

/** A picture over the page. Escape, its button and a click beside it close it, and the chat stays open. */
export function viewer(
  {id, name, size}: ChatAttachment,
  words: ChatTerms,
  {onSave, onClose}: {onSave: () => void; onClose: () => void},
): TemplateResult {
  const close = ({target, currentTarget}: Event) => {
    if (target === currentTarget) (currentTarget as HTMLDialogElement).close();
  };
  return html`<dialog
    class="viewer"
    lang=${words.language}
    dir=${words.direction}
    aria-label=${words.image(name)}
    @click=${close}
    @close=${onClose}
    @keydown=${(event: Event) => event.stopPropagation()}
  >
    <figure>
      <div class="stage">
        <canvas role="img" aria-label=${words.image(name)} data-file=${id}></canvas>
        <b dir="auto">${name}</b>
      </div>
      <figcaption>
        <button class="text-button" type="button" @click=${onSave}>
          ${words.download(name, formatSize(size, words.language))}
        </button>
        <form method="dialog">
          <button class="icon-button" aria-label=${words.close}>${drawing(drawings.close)}</button>
        </form>
      </figcaption>
    </figure>
  </dialog>`;
}

export interface LogOptions {
  words: ChatTerms;
  now: number;
  onFile: (file: ChatAttachment) => void;
}

function message(
  entry: ChatEntry,
  {isFirst, isLast, isVeryLast}: {isFirst: boolean; isLast: boolean; isVeryLast: boolean},
  options: LogOptions,
): TemplateResult {
  const {words} = options;
  const {author, name, avatar, text, at, attachments, status} = entry;
  const isVisitor = author === 'visitor';
  const time = new Date(at);
  return html`<div class="message ${author} ${status} ${isFirst ? 'first' : ''}">
    ${isVisitor ? nothing : isLast ? face(name, avatar, 'small') : html`<span class="gap"></span>`}
    <div class="column">
      <span class="visually-hidden">${isVisitor ? words.you : name}:</span>
      ${text ? html`<div class="bubble" dir="auto">${withLinks(text)}</div>` : nothing}
      ${attachments.map((file) => attachment(file, options))}
      ${
        isLast
          ? html`<span class="foot">
              ${isVisitor ? nothing : html`<bdi>${name}</bdi> · `}<time datetime=${time.toISOString()}
                >${clock(at, words.language)}</time
              >${isVisitor && (isVeryLast || status === 'sending') ? html` · ${words[status]}` : nothing}
            </span>`
          : nothing
      }
    </div>
  </div>`;
}

/** Messages of one author within so long stand together: milliseconds. */
const TOGETHER = 5 * 60_000;

export function log(entries: readonly ChatEntry[], options: LogOptions): TemplateResult {
  const rows = entries.map((entry, index) => ({
    entry,
    before: entries[index - 1],
    after: entries[index + 1],
  }));
  const belong = (a: ChatEntry | undefined, b: ChatEntry | undefined) =>
    !!a &&
    !!b &&
    a.author === b.author &&
    a.name === b.name &&
    b.at - a.at < TOGETHER &&
    dayOf(a.at) === dayOf(b.at);
  return html`${repeat(
    rows,
    ({entry}) => entry.key,
    ({entry, before, after}) => html`
      ${
        !before || dayOf(before.at) !== dayOf(entry.at)
          ? html`<div class="day">${dayName(entry.at, options.now, options.words)}</div>`
          : nothing
      }
      ${message(
        entry,
        {isFirst: !belong(before, entry), isLast: !belong(entry, after), isVeryLast: !after},
        options,
      )}
    `,
  )}`;
}

export function typing(name: string, words: ChatTerms): TemplateResult {
  return html`<div class="typing">
    <span class="dots" aria-hidden="true"><i></i><i></i><i></i></span>${words.typing(name)}
  </div>`;
}

/** The chat has come to its end, and nobody has said yet how it was. */
export const canRate = ({visitor, entries}: ChatState) =>
  visitor?.status === 'closed' && visitor.rating === null && entries.some(({author}) => author === 'agent');

export function rating(words: ChatTerms, onRate: (stars: number) => void): TemplateResult {
  return html`<div class="rating" role="group" aria-label=${words.rate}>
    ${words.rate}
    <span class="stars">
      ${[1, 2, 3, 4, 5].map(
        (stars) =>
          html`<button
            class="star"
            type="button"
            aria-label=${words.stars(stars)}
            @click=${() => onRate(stars)}
          >
            ${drawing(drawings.star, 22)}
          </button>`,
      )}
    </span>
  </div>`;
}
