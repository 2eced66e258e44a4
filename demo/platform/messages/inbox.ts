import {sql, type RawBuilder} from 'kysely';
import type {Message, MessagePage, MessageSlice} from '../../../src/protocol/message.ts';
import type {Db} from '../database/schema.ts';
import {ProblemError} from '../problem.ts';
import {lockContacts} from '../stream/log.ts';
import {
  isCurrent,
  isInInbox,
  render,
  selectMessages,
  type DeliveredMessage,
  type Rendering,
} from './message.ts';

/** The most that one answer lists, also when all are asked for. */
export const MAX_LIST = 10_000;

export const VIEWS = ['inbox', 'unread', 'archived', 'snoozed'] as const;
export type View = (typeof VIEWS)[number];

const NEWEST_FIRST = sql`order by d.send_at desc, d.message_id desc`;

/** How many are unread in the inbox. */
export async function countUnread(db: Db, contactId: number, now: number): Promise<number> {
  return (await countInbox(db, contactId, now)).unread;
}

async function countInbox(db: Db, contactId: number, now: number): Promise<MessageSlice['counts']> {
  const {rows} = await sql<MessageSlice['counts']>`
    select count(*) filter (where d.read_at is null) as unread, count(*) filter (where d.seen_at is null) as unseen
    from deliveries d where d.contact_id = ${contactId} and ${isInInbox(now)}`.execute(db);
  return rows[0]!;
}

/** What was put into an answer has reached the contact's device. */
async function deliver(
  db: Db,
  contactId: number,
  rows: readonly DeliveredMessage[],
  now: number,
  rendering: Rendering,
): Promise<Message[]> {
  const fresh = rows.filter((row) => row.delivered_at === null).map((row) => row.id);
  if (fresh.length) {
    await db.transaction().execute(async (trx) => {
      // As everything does that changes several of a contact's: else two wait for each other's rows in a circle.
      await lockContacts(trx, [contactId]);
      await sql`
        update deliveries set delivered_at = ${now}
        where contact_id = ${contactId} and message_id = any(${fresh}::text[]) and delivered_at is null`.execute(
        trx,
      );
    });
  }
  return rows.map((row) => render(row, rendering));
}

export interface PageQuery {
  page?: number;
  pageSize?: number;
  status?: 'OPENED' | 'UNOPENED';
}

/** The list of the base contract. With any of the three missing: all that are in the inbox, up to `MAX_LIST`. */
export async function listPage(
  db: Db,
  contactId: number,
  {page, pageSize, status}: PageQuery,
  now: number,
  rendering: Rendering,
): Promise<MessagePage> {
  const isPaged = page !== undefined && pageSize !== undefined && status !== undefined;
  const which = !isPaged
    ? sql`true`
    : status === 'OPENED'
      ? sql`d.read_at is not null`
      : sql`d.read_at is null`;
  const size = isPaged ? pageSize : MAX_LIST;
  const rows = await selectMessages(
    db,
    contactId,
    sql`${isInInbox(now)} and ${which} ${NEWEST_FIRST} limit ${size} offset ${isPaged ? page * size : 0}`,
  );
  const list = await deliver(db, contactId, rows, now, rendering);
  if (!isPaged) return {list, totalPages: 1};
  const {rows: total} = await sql<{count: number}>`
    select count(*) as count from deliveries d
    where d.contact_id = ${contactId} and ${isInInbox(now)} and ${which}`.execute(db);
  return {list, totalPages: Math.ceil(total[0]!.count / size)};
}

/** A place in the order of the list, for the client to hand back: what was inserted since does not move it. */
interface Place {
  isPinned: boolean;
  sendAt: number;
  id: string;
}

function writeCursor({pinned, send_at, id}: DeliveredMessage): string {
  return Buffer.from(`${pinned ? 'p' : ''}${send_at} ${id}`).toString('base64url');
}

function readCursor(cursor: string): Place {
  const parts = /^(p?)(\d{1,15}) ([\w-]{1,64})$/.exec(Buffer.from(cursor, 'base64url').toString());
  if (!parts) {
    const errors = [{path: 'cursor', message: 'is not one that this platform gave'}];
    throw new ProblemError('invalid-request', 'cursor: is not one that this platform gave', {errors});
  }
  return {isPinned: parts[1] === 'p', sendAt: Number(parts[2]), id: parts[3]!};
}

const inView: Record<View, (now: number) => RawBuilder<unknown>> = {
  inbox: isInInbox,
  unread: (now) => sql`${isInInbox(now)} and d.read_at is null`,
  archived: (now) => sql`${isCurrent(now)} and d.archived_at is not null`,
  snoozed: (now) => sql`${isCurrent(now)} and d.archived_at is null and d.snoozed_until > ${now}`,
};

export interface SliceQuery {
  cursor?: string;
  limit: number;
  category?: string;
  view: View;
}

/**
 * The list where 'cursor' is announced: pinned ones first, then newest first. The counts are those of the whole inbox,
 * whatever the view.
 *
 * @throws ProblemError `invalid-request` for a cursor that is none
 */
export async function listSlice(
  db: Db,
  contactId: number,
  {cursor, limit, category, view}: SliceQuery,
  now: number,
  rendering: Rendering,
): Promise<MessageSlice> {
  const after = cursor === undefined ? undefined : readCursor(cursor);
  // Two parts of one list, each in the order of an index.
  const select = (isPinned: boolean, count: number) =>
    selectMessages(
      db,
      contactId,
      sql`${inView[view](now)} and ${isPinned ? sql`d.pinned` : sql`not d.pinned`}
        and ${
          after?.isPinned === isPinned
            ? sql`(d.send_at, d.message_id) < (${after.sendAt}::bigint, ${after.id}::text)`
            : sql`true`
        }
        and ${category === undefined ? sql`true` : sql`m.category = ${category}`}
        ${NEWEST_FIRST} limit ${count}`,
    );
  const rows = after && !after.isPinned ? [] : await select(true, limit + 1);
  if (rows.length <= limit) rows.push(...(await select(false, limit + 1 - rows.length)));
  const shown = rows.slice(0, limit);
  return {
    list: await deliver(db, contactId, shown, now, rendering),
    next: rows.length > limit ? writeCursor(shown.at(-1)!) : null,
    counts: await countInbox(db, contactId, now),
  };
}
