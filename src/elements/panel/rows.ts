import {html, nothing, type TemplateResult} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import type {Translation} from '../../i18n/translation.ts';
import type {Notification} from '../../protocol/notification.ts';
import {daysBetween} from '../base/relative-time.ts';

export interface Rows {
  notifications: readonly Notification[];
  /** How many there are in all; -1 while that is unknown, as `aria-setsize` has it. */
  size: number;
  /** The id of the row that the tab key reaches; the first one where it is none of these. */
  current: string | undefined;
  theme: 'light' | 'dark' | 'auto' | undefined;
  /** Epoch, milliseconds. */
  now: number;
}

/** The rows of the feed, each under its id, and a heading over the first of each day. */
export function renderRows(
  words: Translation,
  {notifications, size, current, theme, now}: Rows,
): TemplateResult {
  const reached = notifications.some(({id}) => id === current) ? current : notifications[0]?.id;
  const headings = notifications.map(({createdAt, pinned}) => {
    const days = daysBetween(createdAt, now);
    if (pinned) return '';
    return days < 1 ? words.today : days === 1 ? words.yesterday : words.earlier;
  });
  return html`${repeat(
    notifications,
    ({id}) => id,
    (notification, index) =>
      html`${
          headings[index] && headings[index] !== headings[index - 1]
            ? html`<div class="day" aria-hidden="true">${headings[index]}</div>`
            : nothing
        }<app-inbox-notification
          role="article"
          tabindex=${notification.id === reached ? '0' : '-1'}
          aria-posinset=${index + 1}
          aria-setsize=${size}
          .language=${words.language}
          .theme=${theme}
          .inactive=${notification.id !== reached}
          .notification=${notification}
        ></app-inbox-notification>`,
  )}`;
}
