/**
 * What the platform said (`Synced`), and how it looks with the contact's own unconfirmed marks over it. Pure.
 */
import type {ContactEvent} from '../protocol/contact-event.ts';
import type {Notification} from '../protocol/notification.ts';

/** Something the contact did: `key` tells it from every other, for the platform too. */
export type Mutation = ContactEvent;

/** The platform's truth, as far as it is known here. */
export interface Synced {
  /** Newest first. */
  readonly rows: readonly Notification[];
  /** Unread on the platform; undefined until it said so. */
  readonly count: number | undefined;
  /** Where the list goes on; null at its end, '' where this device remembers no more of it, undefined before the first page. */
  readonly next: string | null | undefined;
}

export const EMPTY: Synced = Object.freeze({rows: [], count: undefined, next: undefined});

export const byAge = (a: Notification, b: Notification) =>
  b.createdAt - a.createdAt || (a.id < b.id ? 1 : a.id > b.id ? -1 : 0);

export const isUnread = (notification: Notification) => notification.readAt === null;

/** Whether it lies in the inbox, as far as the contact has a say: neither archived nor put off. */
const isHere = (row: Notification) => row.archivedAt === null && row.snoozedUntil === null;

/** Whether the bell counts it. */
export const isCounted = (row: Notification) => isUnread(row) && isHere(row);

/** Whether it has not expired. */
export const isCurrent = ({expiresAt}: Notification, now: number) =>
  expiresAt === undefined || expiresAt > now;

/** Which rows the event speaks of: by id, by entity, or all that were there. */
function concerns({ids, entity, at}: Effect): (row: Notification) => boolean {
  if (ids) {
    const named = new Set(ids);
    return (row) => named.has(row.id);
  }
  return entity ? (row) => row.entity === entity : (row) => row.createdAt <= at;
}

/** What an event needs to take effect. */
export type Effect = Pick<Mutation, 'type' | 'ids' | 'entity' | 'at' | 'until' | 'action'>;

/** The notification after the event: the same object where it changes nothing, nothing where it deletes it. */
export function applyEvent(
  row: Notification,
  {type, at, until = 0, action}: Effect,
): Notification | undefined {
  switch (type) {
    case 'read':
      return row.readAt === null ? {...row, readAt: at, seenAt: row.seenAt ?? at} : row;
    case 'unread':
      return row.readAt === null ? row : {...row, readAt: null};
    case 'seen':
      return row.seenAt === null ? {...row, seenAt: at} : row;
    case 'archived':
      return row.archivedAt === null ? {...row, archivedAt: at} : row;
    case 'unarchived':
      return row.archivedAt === null ? row : {...row, archivedAt: null};
    case 'snoozed':
    case 'unsnoozed':
      return row.snoozedUntil === (until || null) ? row : {...row, snoozedUntil: until || null};
    case 'pinned':
    case 'unpinned':
      return {...row, pinned: type === 'pinned'};
    case 'action':
      return {...row, actions: row.actions.map((one) => (one.id === action ? {...one, done: true} : one))};
    case 'deleted':
      return undefined;
    default:
      return row;
  }
}

/** All rows after the event; the same array where it changes none. */
export function fold(rows: readonly Notification[], event: Effect): readonly Notification[] {
  const isConcerned = concerns(event);
  const change = (row: Notification) => (isConcerned(row) ? applyEvent(row, event) : row);
  // Most events change no row that is there, or one of thousands.
  return rows.some((row) => change(row) !== row) ? rows.flatMap((row) => change(row) ?? []) : rows;
}

export const countUnread = (rows: readonly Notification[]) =>
  rows.reduce((count, row) => count + Number(isCounted(row)), 0);

/**
 * A page of the list. The first one replaces what is in the inbox; a later one adds to it, and where the platform sends
 * the same page twice nothing is there twice.
 */
export function applyPage(
  synced: Synced,
  page: {notifications: readonly Notification[]; next: string | null; unreadCount?: number},
  isFirst: boolean,
): Synced {
  const byId = new Map(synced.rows.filter((row) => !isFirst || !isHere(row)).map((row) => [row.id, row]));
  for (const row of page.notifications) byId.set(row.id, row);
  const rows = [...byId.values()].sort(byAge);
  const isComplete = page.next === null;
  return {
    rows,
    next: page.next,
    count: page.unreadCount ?? (isComplete ? countUnread(rows) : synced.count),
  };
}

/** What the contact sees: the truth with the pending mutations over it. */
export interface View {
  /** Wherever they are. */
  readonly all: readonly Notification[];
  /** In the inbox, pinned ones first. */
  readonly notifications: readonly Notification[];
  readonly count: number | undefined;
}

/** The order of a list: pinned ones on top, else as they are; the same array where none is pinned. */
export const pinnedFirst = (rows: readonly Notification[]) =>
  rows.some((row) => row.pinned) ? [...rows].sort((a, b) => +b.pinned - +a.pinned) : rows;

/**
 * @param now decides what has expired: epoch, milliseconds
 */
export function selectView(synced: Synced, pending: readonly Mutation[], now: number): View {
  let {rows} = synced;
  for (const mutation of pending) rows = fold(rows, mutation);
  const hasAllRead = pending.some(({type, ids, entity}) => type === 'read' && !ids && !entity);
  let {count} = synced;
  if (hasAllRead) count = countUnread(rows);
  else if (count !== undefined && rows !== synced.rows)
    count = Math.max(0, count + countUnread(rows) - countUnread(synced.rows));
  const isShown = (row: Notification) => isHere(row) && isCurrent(row, now);
  const shown = rows.every(isShown) ? rows : rows.filter(isShown);
  return {all: rows, notifications: pinnedFirst(shown), count};
}

/** When the next row goes or comes by itself, so that the list can be made anew; it may be past: epoch, milliseconds. */
export function nextChange({rows}: Synced): number | undefined {
  let next = Infinity;
  for (const {expiresAt = next, snoozedUntil} of rows) next = Math.min(next, expiresAt, snoozedUntil ?? next);
  return next < Infinity ? next : undefined;
}
