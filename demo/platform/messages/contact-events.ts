import {sql, type RawBuilder} from 'kysely';
import type {
  ContactEvent,
  ContactEventResult,
  ContactEventType,
} from '../../../src/protocol/contact-event.ts';
import type {Db} from '../database/schema.ts';
import {append, lockContacts, type LogEntry} from '../stream/log.ts';
import {isCurrent} from './message.ts';

/** The most events that one request may carry. */
export const MAX_EVENTS = 200;

/** An event that is not as described: it is answered, and harms none of the others. */
export interface UnreadableEvent {
  key: string;
}

interface Effect {
  set: (at: number, until: number) => RawBuilder<unknown>;
  /** Which deliveries it changes: the others are left alone, so that a first time stays the first. */
  where: RawBuilder<unknown>;
  /** Whether the contact's other devices show a difference. */
  isVisible: boolean;
  /** What other devices may not have, because it was not in their list: it is sent to them again. */
  bringsBack?: boolean;
}

const first = (column: string, at: number) =>
  sql`${sql.ref(column)} = coalesce(${sql.ref(column)}, ${at}::bigint)`;
const becameSeen = (at: number) => sql`${first('delivered_at', at)}, ${first('seen_at', at)}`;
const wasClicked: Effect = {
  set: (at) => sql`clicked_at = ${at}, ${first('opened_at', at)}, ${becameSeen(at)}`,
  where: sql`d.clicked_at is null`,
  isVisible: false,
};

/**
 * What each event does. Being read includes being seen, being seen includes being delivered. A click counts as opened
 * in the report, but only `read` and `unread` decide whether something is unread.
 */
const EFFECTS: Record<ContactEventType, Effect> = {
  delivered: {set: (at) => sql`delivered_at = ${at}`, where: sql`d.delivered_at is null`, isVisible: false},
  seen: {set: becameSeen, where: sql`d.seen_at is null`, isVisible: true},
  read: {
    set: (at) => sql`read_at = ${at}, ${first('opened_at', at)}, ${becameSeen(at)}`,
    where: sql`d.read_at is null`,
    isVisible: true,
  },
  unread: {set: () => sql`read_at = null`, where: sql`d.read_at is not null`, isVisible: true},
  clicked: wasClicked,
  action: wasClicked,
  archived: {set: (at) => sql`archived_at = ${at}`, where: sql`d.archived_at is null`, isVisible: true},
  unarchived: {
    set: () => sql`archived_at = null`,
    where: sql`d.archived_at is not null`,
    isVisible: true,
    bringsBack: true,
  },
  deleted: {set: (at) => sql`deleted_at = ${at}`, where: sql`d.deleted_at is null`, isVisible: true},
  restored: {
    set: () => sql`deleted_at = null`,
    where: sql`d.deleted_at is not null`,
    isVisible: true,
    bringsBack: true,
  },
  snoozed: {
    set: (_at, until) => sql`snoozed_until = ${until}`,
    where: sql`true`,
    isVisible: true,
  },
  unsnoozed: {
    set: () => sql`snoozed_until = null`,
    where: sql`d.snoozed_until is not null`,
    isVisible: true,
    bringsBack: true,
  },
  pinned: {set: () => sql`pinned = true`, where: sql`not d.pinned`, isVisible: true},
  unpinned: {set: () => sql`pinned = false`, where: sql`d.pinned`, isVisible: true},
};

/** More than these are not sent again one by one: the state event says it, and the client fetches. */
const MAX_BROUGHT_BACK = 100;

/**
 * Applies one event to the contact's messages. Ids that are unknown, another contact's, or not there any more have no
 * effect.
 *
 * @returns what the contact's stream has to say about it
 */
async function apply(db: Db, contactId: number, event: ContactEvent, now: number): Promise<LogEntry[]> {
  const {type, ids, entity, until = 0} = event;
  const effect = EFFECTS[type];
  // A clock that is ahead cannot reach messages of the future.
  const at = Math.min(event.at, now);
  const isAll = !ids && entity === undefined;
  const which = ids ? sql`d.message_id = any(${ids}::text[])` : sql`d.send_at <= ${at}`;
  const current = type === 'restored' ? sql`d.send_at <= ${now} and d.expires_at > ${now}` : isCurrent(now);
  const {rows} = await sql<{message_id: string}>`
    update deliveries d set ${effect.set(at, until)}
    where d.contact_id = ${contactId} and ${current} and ${which} and ${effect.where}
      and ${entity === undefined ? sql`true` : sql`exists (select from messages m where m.id = d.message_id and m.entity = ${entity})`}
    returning d.message_id`.execute(db);
  if (!rows.length || !effect.isVisible) return [];
  const changed = rows.map((row) => row.message_id).sort();
  const state: LogEntry = {
    type: 'state',
    data: {type, ...(!isAll && {ids: changed}), at, ...(type === 'snoozed' && {until})},
  };
  const again = effect.bringsBack ? changed.slice(-MAX_BROUGHT_BACK) : [];
  return [state, ...again.map((id): LogEntry => ({type: 'message', data: {id}}))];
}

function isReadable(event: ContactEvent | UnreadableEvent, now: number): event is ContactEvent {
  return 'type' in event && (event.type !== 'snoozed' || (event.until ?? 0) > now);
}

/**
 * Applies a batch, in its order, each key once: a key that was there before gets the answer it got then. Effect,
 * answer and stream events are one transaction.
 */
export async function receiveEvents(
  db: Db,
  contactId: number,
  events: readonly (ContactEvent | UnreadableEvent)[],
  now: number,
): Promise<ContactEventResult[]> {
  if (!events.length) return [];
  return db.transaction().execute(async (trx) => {
    await lockContacts(trx, [contactId]);
    const earlier = await trx
      .selectFrom('contact_events')
      .select(['key', 'result', 'code'])
      .where('contact_id', '=', contactId)
      .where(
        'key',
        'in',
        events.map(({key}) => key),
      )
      .execute();
    const answers = new Map<string, ContactEventResult>();
    for (const {key, result, code} of earlier) answers.set(key, {key, result, ...(code && {code})});
    const log: LogEntry[] = [];
    for (const event of events) {
      if (answers.has(event.key)) continue;
      const isGood = isReadable(event, now);
      if (isGood) log.push(...(await apply(trx, contactId, event, now)));
      const answer: ContactEventResult = isGood
        ? {key: event.key, result: 'applied'}
        : {key: event.key, result: 'rejected', code: 'invalid-request'};
      answers.set(event.key, answer);
      await trx
        .insertInto('contact_events')
        .values({
          contact_id: contactId,
          key: event.key,
          type: isGood ? event.type : 'unreadable',
          action: (isGood && event.action) || null,
          result: answer.result,
          code: answer.code ?? null,
          received_at: now,
        })
        .execute();
    }
    await append(trx, contactId, log, now);
    return events.map(({key}) => answers.get(key)!);
  });
}

/** Marks as read in the base contract: the same as a `read` event. Without ids: all. */
export async function markOpened(
  db: Db,
  contactId: number,
  ids: readonly string[] | undefined,
  now: number,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await lockContacts(trx, [contactId]);
    const log = await apply(trx, contactId, {key: '', type: 'read', ids, at: now}, now);
    await append(trx, contactId, log, now);
  });
}
