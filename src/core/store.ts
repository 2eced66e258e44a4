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
  /** Where the list goes on; null at its end, undefined before the first page. */
  readonly next: string | null | undefined;
}

export const EMPTY: Synced = Object.freeze({rows: [], count: undefined, next: undefined});

const byAge = (a: Notification, b: Notification) =>
  b.createdAt - a.createdAt || (a.id < b.id ? 1 : a.id > b.id ? -1 : 0);

export const isUnread = (notification: Notification) => notification.readAt === null;

/** Whether the bell counts it. */
const isCounted = (row: Notification) => isUnread(row) && row.archivedAt === null;

/** Whether it belongs into the list at `now`. */
const isCurrent = ({archivedAt, expiresAt}: Notification, now: number) =>
  archivedAt === null && (expiresAt === undefined || expiresAt > now);

/** Which rows the event speaks of: by id, by entity, or all that were there. */
function concerns({
  ids,
  entity,
  at,
}: Pick<Mutation, 'ids' | 'entity' | 'at'>): (row: Notification) => boolean {
  if (ids) {
    const named = new Set(ids);
    return (row) => named.has(row.id);
  }
  return entity ? (row) => row.entity === entity : (row) => row.createdAt <= at;
}

/** The notification after the event; the same object where the event changes nothing. */
export function applyEvent(row: Notification, {type, at}: Pick<Mutation, 'type' | 'at'>): Notification {
  switch (type) {
    case 'read':
      return row.readAt === null ? {...row, readAt: at, seenAt: row.seenAt ?? at} : row;
    case 'unread':
      return row.readAt === null ? row : {...row, readAt: null};
    case 'seen':
      return row.seenAt === null ? {...row, seenAt: at} : row;
    case 'archived':
    case 'deleted':
    case 'snoozed':
      return row.archivedAt === null ? {...row, archivedAt: at} : row;
    case 'unarchived':
    case 'restored':
    case 'unsnoozed':
      return row.archivedAt === null ? row : {...row, archivedAt: null};
    case 'delivered':
    case 'clicked':
    case 'action':
      return row;
  }
}

/** All rows after the event; the same array where it changes none. */
function fold(rows: readonly Notification[], event: Pick<Mutation, 'type' | 'ids' | 'entity' | 'at'>) {
  let hasChanged = false;
  const isConcerned = concerns(event);
  const folded = rows.map((row) => {
    const next = isConcerned(row) ? applyEvent(row, event) : row;
    hasChanged ||= next !== row;
    return next;
  });
  return hasChanged ? folded : rows;
}

const countUnread = (rows: readonly Notification[]) =>
  rows.reduce((count, row) => count + Number(isCounted(row)), 0);

/** The platform took the event: now it is part of the truth. */
export function applyConfirmed(
  synced: Synced,
  event: Pick<Mutation, 'type' | 'ids' | 'entity' | 'at'>,
): Synced {
  const rows = fold(synced.rows, event);
  if (rows === synced.rows) return synced;
  const difference = countUnread(rows) - countUnread(synced.rows);
  return {
    ...synced,
    rows,
    count: synced.count === undefined ? undefined : Math.max(0, synced.count + difference),
  };
}

/** A notification arrived, or came again (a repeat changes nothing but its contents). */
export function applyMessage(synced: Synced, message: Notification): Synced {
  const before = synced.rows.find((row) => row.id === message.id);
  const rows = [message, ...synced.rows.filter((row) => row !== before)].sort(byAge);
  const difference = Number(isCounted(message)) - Number(!!before && isCounted(before));
  return {...synced, rows, count: synced.count === undefined ? undefined : synced.count + difference};
}

export function applyRemoved(synced: Synced, ids: readonly string[]): Synced {
  const rows = synced.rows.filter((row) => !ids.includes(row.id));
  if (rows.length === synced.rows.length) return synced;
  const difference = countUnread(rows) - countUnread(synced.rows);
  return {
    ...synced,
    rows,
    count: synced.count === undefined ? undefined : Math.max(0, synced.count + difference),
  };
}

/**
 * A page of the list. The first one replaces everything; a later one adds to it, and where the platform sends the
 * same page twice nothing is there twice.
 */
export function applyPage(
  synced: Synced,
  page: {notifications: readonly Notification[]; next: string | null; unreadCount?: number},
  isFirst: boolean,
): Synced {
  const byId = new Map((isFirst ? [] : synced.rows).map((row) => [row.id, row]));
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
  readonly notifications: readonly Notification[];
  readonly count: number | undefined;
}

/**
 * @param now decides what has expired: epoch, milliseconds
 */
export function selectView(synced: Synced, pending: readonly Mutation[], now: number): View {
  let {rows} = synced;
  for (const mutation of pending) rows = fold(rows, mutation);
  const hasAllRead = pending.some(({type, ids, entity}) => type === 'read' && !ids && !entity);
  let {count} = synced;
  if (hasAllRead) count = countUnread(rows);
  else if (count !== undefined) count = Math.max(0, count + countUnread(rows) - countUnread(synced.rows));
  return {
    notifications: rows.every((row) => isCurrent(row, now))
      ? rows
      : rows.filter((row) => isCurrent(row, now)),
    count,
  };
}

/** When the next row expires, so that the view can be made anew: epoch, milliseconds. */
export function nextExpiry({rows}: Synced, now: number): number | undefined {
  return rows.reduce<number | undefined>((earliest, {expiresAt}) => {
    if (expiresAt === undefined || expiresAt <= now) return earliest;
    return earliest === undefined ? expiresAt : Math.min(earliest, expiresAt);
  }, undefined);
}
