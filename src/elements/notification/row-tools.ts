/**
 * What a row is beyond what it shows: under the pointer, with the focus, with content that is longer than its two lines.
 * A module of its own, because the first rows are painted without it; and what comes with it moves nothing.
 */
import {html, nothing, type TemplateResult} from 'lit/html.js';
import type {Translation} from '../../i18n/translation.ts';
import type {Notification} from '../../protocol/notification.ts';
import {controlReactions} from '../../themes/control-reactions.ts';
import {css} from '../../themes/css.ts';
import {avatarStyles, onPicture, PERSON, readAvatar} from '../base/avatar.ts';
import {AppInboxArchiveEvent, AppInboxReadEvent} from './events.ts';

export {formatFullTime} from '../base/full-time.ts';
export {ticker} from '../base/ticker.ts';
// For what comes after it: see the plugin share-files in vite.config.ts.
export {avatarStyles, onPicture, PERSON, readAvatar} from '../base/avatar.ts';
export {pageClock} from '../base/page-clock.ts';
export {controlReactions} from '../../themes/control-reactions.ts';

export const styles = css`
  ${controlReactions}
  .button[aria-disabled] {
    gap: 4px;
    border-color: transparent;
    color: var(--_muted);
    background: var(--_raised);
    cursor: default;
  }
  .button svg {
    width: 16px;
    height: 16px;
  }
  :host(:focus-visible) {
    outline: none;
  }
  :host([selectable]) .base {
    grid-template-columns: auto var(--_image-size) minmax(0, 1fr);
  }
  @media (hover: hover) {
    .base:hover {
      background: var(--_raised);
    }
  }
  :host(:focus-visible) .base,
  .base:has(.title:focus-visible) {
    outline: var(--_focus);
    outline-offset: -3px;
    border-radius: 10px;
  }
  .base:hover .media.icon {
    background: var(--_surface);
  }
  .title:focus-visible {
    outline: none;
  }
  :host([selected]) .base {
    background: var(--_tint);
  }
  /* Words of another direction than the inbox's read right, and stay on its side. */
  .clamp,
  .content,
  .content :is(p, li) {
    unicode-bidi: plaintext;
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  /* Where such words are cut, their "…" hangs over the line's beginning: there is the gap before the image. */
  .clamp {
    margin-inline-start: -12px;
    padding-inline-start: 12px;
  }
  .more {
    position: relative;
    min-height: 24px;
    margin: 2px 0 -4px -4px;
    margin-inline: -4px 0;
    padding: 0 4px;
  }

  .tools {
    display: flex;
    inset-inline-end: -8px;
    border-radius: 8px;
    background: var(--_raised);
    opacity: 0;
  }
  .tools .icon-button {
    width: 24px;
    height: 24px;
  }
  .tools .icon-button:hover {
    background: var(--_line);
  }
  .tools svg {
    width: 18px;
    height: 18px;
  }
  :host(:focus-visible) .base,
  .base:focus-within {
    background: var(--_raised);
  }
  :host(:focus-visible) .tools,
  .base:focus-within .tools {
    opacity: 1;
  }
  @media (hover: hover) {
    .base:hover .tools {
      opacity: 1;
    }
  }
  /* A finger must not press what it cannot see. */
  @media (hover: none) {
    .tools {
      background: none;
      opacity: 1;
    }
    /* The keyboard comes to it all the same: what is not rendered could not have the focus. */
    .base:not(:has(:focus-visible)) .tools > button {
      position: absolute;
      opacity: 0;
      pointer-events: none;
    }
  }
  :host([selectable]) .tools {
    display: none;
  }
  ${avatarStyles}
  @media (forced-colors: active) {
    .dot {
      background: Highlight;
      forced-color-adjust: none;
    }
    .media {
      border: 1px solid;
    }
    .urgent::before {
      background: Mark;
      forced-color-adjust: none;
    }
    :host(:focus-visible) .base {
      outline-color: Highlight;
    }
  }
`;

export interface Tools {
  isReadable: boolean;
  isArchivable: boolean;
  order: string;
}

/** On a button of the notification that has done its work. */
export const doneMark = html`<svg viewBox="0 0 24 24" aria-hidden="true">
  <path d="M5 12.5l4.5 4.5L19 7.5" />
</svg>`;
const archiveMark = html`<svg viewBox="0 0 24 24" aria-hidden="true">
  <path d="M4 5h16v4H4zM5.5 9v10h13V9M10 13h4" />
</svg>`;

/** What the contact can do to the notification, as icons. */
export function renderTools(words: Translation, {isReadable, isArchivable, order}: Tools): TemplateResult {
  const tool = (what: string, mark: TemplateResult, label: string) =>
    html`<button class="icon-button" data-do=${what} aria-label=${label} title=${label} tabindex=${order}>
      ${mark}
    </button>`;
  return html`${isArchivable ? tool('archive', archiveMark, words.archive) : nothing}
  ${isReadable ? tool('read', doneMark, words.markRead) : nothing}`;
}

/** Who it comes from; undefined where it comes from nobody in particular. */
export function renderAvatar(notification: Notification): TemplateResult | undefined {
  const avatar = readAvatar(notification);
  if (!avatar) return undefined;
  const {image, initials} = avatar;
  return html`<span part="avatar" class="avatar" aria-hidden="true"
    >${initials || html`<svg viewBox="0 0 24 24"><path d=${PERSON} /></svg>`}${
      image
        ? html`<img
            src=${image}
            alt=""
            loading="lazy"
            decoding="async"
            @load=${onPicture}
            @error=${onPicture}
          />`
        : nothing
    }</span
  >`;
}

/** What the contact has pressed. */
export function press(what: string | undefined, row: HTMLElement, notification: Notification): void {
  if (what === 'read') {
    // Its button goes: what had the focus must not take it along.
    row.focus({preventScroll: true});
    row.dispatchEvent(new AppInboxReadEvent(notification));
  } else if (what === 'archive') row.dispatchEvent(new AppInboxArchiveEvent(notification));
}

/** Shows the rest of the content, and less of it again. */
export function renderMore(words: Translation, isExpanded: boolean, order: string): TemplateResult {
  return html`<button class="text-button more" data-do="more" aria-expanded=${isExpanded} tabindex=${order}>
    ${isExpanded ? words.less : words.more}
  </button>`;
}
