import {sql} from 'kysely';
import type {StreamEvents} from '../../../src/protocol/stream-event.ts';
import {json, type Db} from '../database/schema.ts';
import {contactTopic} from '../fanout/fanout.ts';
import {publish} from '../fanout/publish.ts';

/**
 * What the log keeps of each event. A message is kept by id and rendered when it is read, in the language of the
 * connection.
 */
interface LogTypes {
  message: {id: string};
  state: StreamEvents['state'];
  removed: StreamEvents['removed'];
}
export type LogType = keyof LogTypes;
export type LogData = LogTypes[LogType];
export type LogEntry = {[Type in LogType]: {type: Type; data: LogTypes[Type]}}[LogType];

/** Who was away for more events than these is better off fetching the list. */
export const MAX_REPLAY = 500;
/** ... or for longer than this: milliseconds. */
export const MAX_AGE = 24 * 3_600_000;

/**
 * Adds one event to the streams of all these contacts, and wakes them when the transaction commits.
 *
 * Sequence numbers have no gaps because the contact's row is locked until then.
 *
 * @param contactIds in ascending order, so that two transactions never wait for each other
 */
export async function appendToAll(
  db: Db,
  contactIds: readonly number[],
  {type, data}: LogEntry,
  now: number,
): Promise<void> {
  if (!contactIds.length) return;
  await sql`
    with numbered as (
      update contacts set sequence = sequence + 1 where id = any(${contactIds}::bigint[]) returning id, sequence
    )
    insert into stream_log (contact_id, sequence, type, data, created_at)
    select id, sequence, ${type}::text, ${json(data)}, ${now}::bigint from numbered`.execute(db);
  await wakeContacts(db, contactIds);
}

/** Adds several events to one contact's stream. */
export async function append(
  db: Db,
  contactId: number,
  entries: readonly LogEntry[],
  now: number,
): Promise<void> {
  if (!entries.length) return;
  const {sequence} = await db
    .updateTable('contacts')
    .set((row) => ({sequence: row('sequence', '+', entries.length)}))
    .where('id', '=', contactId)
    .returning('sequence')
    .executeTakeFirstOrThrow();
  const first = sequence - entries.length + 1;
  await db
    .insertInto('stream_log')
    .values(
      entries.map(({type, data}, index) => ({
        contact_id: contactId,
        sequence: first + index,
        type,
        data: json(data),
        created_at: now,
      })),
    )
    .execute();
  await wakeContacts(db, [contactId]);
}

/** Wakes the open streams of these contacts, in every process, when the transaction commits. */
export async function wakeContacts(db: Db, contactIds: readonly number[]): Promise<void> {
  await publish(db, contactIds.map(contactTopic));
}

/**
 * Locks the contacts' rows, which everything does that adds to their streams or changes what they have. Rows that only
 * refer to them, such as new tokens, need not wait.
 */
export async function lockContacts(db: Db, contactIds: readonly number[]): Promise<void> {
  await sql`
    select id from contacts where id = any(${contactIds}::bigint[]) order by id for no key update`.execute(
    db,
  );
}

/** Where a contact's stream stands. `revocations` changes when their tokens were revoked. */
export interface Head {
  sequence: number;
  revocations: number;
}

export async function readHead(db: Db, contactId: number): Promise<Head> {
  return db
    .selectFrom('contacts')
    .select(['sequence', 'revocations'])
    .where('id', '=', contactId)
    .executeTakeFirstOrThrow();
}

/** Where the streams of all these contacts stand. */
export async function readHeads(db: Db, contactIds: readonly number[]): Promise<Map<number, Head>> {
  const {rows} = await sql<Head & {id: number}>`
    select id, sequence, revocations from contacts where id = any(${contactIds}::bigint[])`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}

/** The events after `sequence`, oldest first; undefined where they do not follow it without a gap. */
export async function readLog(
  db: Db,
  contactId: number,
  sequence: number,
  limit: number,
): Promise<(LogEntry & {sequence: number})[] | undefined> {
  const rows = await db
    .selectFrom('stream_log')
    .select(['sequence', 'type', 'data'])
    .where('contact_id', '=', contactId)
    .where('sequence', '>', sequence)
    .orderBy('sequence')
    .limit(limit)
    .execute();
  if (rows[0] && rows[0].sequence !== sequence + 1) return undefined;
  return rows as (LogEntry & {sequence: number})[];
}

/** Forgets what no connection may resume from any more. */
export async function purgeLog(db: Db, now: number): Promise<void> {
  await sql`
    delete from stream_log using contacts
    where contacts.id = stream_log.contact_id
      and (stream_log.created_at < ${now - MAX_AGE} or stream_log.sequence <= contacts.sequence - ${MAX_REPLAY})`.execute(
    db,
  );
}
