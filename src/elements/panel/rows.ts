import type {Translation} from '../../i18n/translation.ts';
import type {Notification} from '../../protocol/notification.ts';
import type {AppInboxNotification} from '../notification/notification.ts';
import {daysBetween} from '../base/relative-time.ts';

/** A row that is not among the others, and stays because the focus is in it. */
export interface AwayRow {
  notification: Notification;
  index: number;
  /** Pixels from the feed's beginning. */
  top: number;
}

export interface RowsToShow {
  notifications: readonly Notification[];
  /** The first one's place in the whole list. */
  offset: number;
  /** How many there are in all; -1 while that is unknown, as `aria-setsize` has it. */
  size: number;
  /** The id of the row that the tab key reaches; the first one where it is none of these. */
  current?: string;
  /** More are on their way. */
  isBusy: boolean;
  theme: 'light' | 'dark' | 'auto' | undefined;
  /** Epoch, milliseconds. */
  now: number;
  away?: AwayRow;
  /** Gives a row what this list has beyond the plain one. */
  decorate?: (row: AppInboxNotification, notification: Notification) => void;
}

/** The days that still belong to a week; those of `relative-time.ts` that a weekday names. */
const WEEK = 6;

/** The days that a row belongs to, in a word. */
function dayOf({createdAt, pinned}: Notification, words: Translation, now: number): string {
  const days = daysBetween(createdAt, now);
  if (pinned) return words.pinned;
  if (days < 2) return days < 1 ? words.today : words.yesterday;
  return days <= WEEK ? words.thisWeek : words.earlier;
}

function setAttributes(
  element: Element,
  attributes: Readonly<Record<string, string | number | boolean>>,
): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (element.getAttribute(name) !== String(value)) element.setAttribute(name, String(value));
  }
}

/**
 * The feed: its rows, and a heading over the first of each day. A row stays the same element as long as its notification
 * is there, and is moved only if the order has changed: focus and images stay with it.
 */
export class Rows {
  readonly feed = document.createElement('div');
  #rows = new Map<string, AppInboxNotification>();
  /** By the id of the row under it. */
  #headings = new Map<string, HTMLElement>();

  constructor() {
    setAttributes(this.feed, {part: 'list', role: 'feed', 'aria-labelledby': 'heading'});
  }

  /** Makes the feed hold exactly these. */
  update(words: Translation, show: RowsToShow): HTMLElement {
    const {notifications, offset, current, isBusy, now, away} = show;
    const {feed} = this;
    const before = {rows: this.#rows, headings: this.#headings};
    const reached = away || notifications.some(({id}) => id === current) ? current : notifications[0]?.id;
    const order: Element[] = [];
    let day = '';
    this.#rows = new Map();
    this.#headings = new Map();
    const add = (notification: Notification, index: number): AppInboxNotification => {
      const {id} = notification;
      const row = before.rows.get(id) ?? document.createElement('app-inbox-notification');
      const inactive = id !== reached;
      setAttributes(row, {
        tabindex: inactive ? -1 : 0,
        'aria-posinset': index + 1,
        'aria-setsize': show.size,
      });
      Object.assign(row, {notification, theme: show.theme, language: words.language, inactive});
      show.decorate?.(row, notification);
      this.#rows.set(id, row);
      order.push(row);
      return row;
    };
    for (const [index, notification] of notifications.entries()) {
      const here = dayOf(notification, words, now);
      if (here !== day) {
        const heading = before.headings.get(notification.id) ?? document.createElement('div');
        setAttributes(heading, {class: 'day', 'aria-hidden': true});
        heading.textContent = day = here;
        this.#headings.set(notification.id, heading);
        order.push(heading);
      }
      add(notification, offset + index);
    }
    if (away) {
      const row = add(away.notification, away.index);
      row.style.setProperty('top', `${away.top}px`);
      if (away.index < offset) order.unshift(order.pop()!);
    }
    setAttributes(feed, {'aria-busy': isBusy});
    const kept = new Set(order);
    for (const element of [...feed.children]) if (!kept.has(element)) element.remove();
    let place = feed.firstElementChild;
    for (const element of order) {
      if (element === place) place = place.nextElementSibling;
      else feed.insertBefore(element, place);
      element.classList.toggle('away', !!away && element === this.#rows.get(away.notification.id));
    }
    return feed;
  }
}
