/**
 * How news changes what the platform is known to have said. Pure, as the store is; apart from it, because a list can be
 * shown before there is any.
 */
import type {Notification} from '../protocol/notification.ts';
import {byAge, countUnread, fold, isCurrent, type Effect, type Synced} from './store.ts';

/**
 * The rows are others now, and so many more or fewer of them are unread. A list that is known to its end is counted: that
 * holds in whatever order its changes and the platform's count arrive.
 */
function withRows(synced: Synced, rows: readonly Notification[]): Synced {
  if (rows === synced.rows) return synced;
  let {count} = synced;
  const unread = countUnread(rows);
  if (synced.next === null) count = unread;
  else if (count !== undefined) count = Math.max(0, count + unread - countUnread(synced.rows));
  return {...synced, rows, count};
}

/** The platform took the event: now it is part of the truth. */
export const applyConfirmed = (synced: Synced, event: Effect): Synced =>
  withRows(synced, fold(synced.rows, event));

/** A notification arrived, or came again (a repeat changes nothing but its contents). */
export function applyMessage(synced: Synced, message: Notification): Synced {
  const rows = synced.rows.filter(({id}) => id !== message.id);
  // What has just been sent is the newest, or nearly.
  const place = rows.findIndex((row) => byAge(message, row) < 0);
  rows.splice(place < 0 ? rows.length : place, 0, message);
  return withRows(synced, rows);
}

export function applyRemoved(synced: Synced, ids: readonly string[]): Synced {
  const gone = new Set(ids);
  const rows = synced.rows.filter((row) => !gone.has(row.id));
  return rows.length === synced.rows.length ? synced : withRows(synced, rows);
}

/** Rows that lie elsewhere than in the inbox: they are known now, and it goes on where it did. */
export function applyElsewhere(synced: Synced, notifications: readonly Notification[]): Synced {
  if (!notifications.length) return synced;
  const byId = new Map([...synced.rows, ...notifications].map((row) => [row.id, row]));
  return withRows(synced, [...byId.values()].sort(byAge));
}

/** What has expired is gone, and what was put off until now is back. */
export function applyDue(synced: Synced, now: number): Synced {
  const rows = synced.rows.filter((row) => isCurrent(row, now));
  const ids = rows.flatMap(({id, snoozedUntil}) =>
    snoozedUntil !== null && snoozedUntil <= now ? [id] : [],
  );
  const left = rows.length < synced.rows.length ? withRows(synced, rows) : synced;
  return ids.length ? applyConfirmed(left, {type: 'unsnoozed', ids, at: now}) : left;
}
