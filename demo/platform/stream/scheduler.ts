import {sql} from 'kysely';
import type {Clock} from '../clock.ts';
import type {ContactTokens} from '../contacts/tokens.ts';
import type {Db} from '../database/schema.ts';
import {purgeAudit} from '../desk/audit.ts';
import {purgeSessions} from '../desk/sessions.ts';
import {purgeKeys} from '../messages/idempotency.ts';
import {recipientsOf} from '../messages/send.ts';
import {append, appendToAll, lockContacts, purgeLog} from './log.ts';

/** How late something that is due may happen: milliseconds. */
export const TICK = 1000;
const HOUR = 3_600_000;
/** What one transaction takes on, so that it stays short. */
const BATCH = 20;
/** A contact's report of an event may be repeated for so long without a second effect: milliseconds. */
const EVENT_MEMORY = 30 * 86_400_000;

/** Puts messages whose time has come on their recipients' streams. Returns whether there may be more. */
async function publishDue(db: Db, now: number): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    // Another process may be at the same work: each takes what the other has not.
    const {rows} = await sql<{id: string}>`
      update messages set published_at = ${now} where id in (
        select id from messages where published_at is null and removed_at is null and send_at <= ${now}
        order by send_at limit ${BATCH} for update skip locked
      ) returning id`.execute(trx);
    const news = await Promise.all(rows.map(async ({id}) => ({id, contacts: await recipientsOf(trx, id)})));
    await lockContacts(
      trx,
      news.flatMap(({contacts}) => contacts),
    );
    for (const {id, contacts} of news) await appendToAll(trx, contacts, {type: 'message', data: {id}}, now);
    return rows.length === BATCH;
  });
}

/** Takes expired messages off their recipients' pages. */
async function removeExpired(db: Db, now: number): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const {rows} = await sql<{id: string; published_at: number | null}>`
      update messages set removed_at = ${now} where id in (
        select id from messages where removed_at is null and expires_at <= ${now}
        order by expires_at limit ${BATCH} for update skip locked
      ) returning id, published_at`.execute(trx);
    const known = rows.filter((row) => row.published_at !== null);
    const news = await Promise.all(known.map(async ({id}) => ({id, contacts: await recipientsOf(trx, id)})));
    await lockContacts(
      trx,
      news.flatMap(({contacts}) => contacts),
    );
    for (const {id, contacts} of news)
      await appendToAll(trx, contacts, {type: 'removed', data: {ids: [id]}}, now);
    return rows.length === BATCH;
  });
}

/** Brings snoozed messages back. */
async function wakeSnoozed(db: Db, now: number): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const {rows: due} = await sql<{contact_id: number}>`
      select distinct contact_id from deliveries where snoozed_until <= ${now}
      order by contact_id limit ${BATCH}`.execute(trx);
    const contacts = due.map((row) => row.contact_id);
    await lockContacts(trx, contacts);
    for (const contactId of contacts) {
      const {rows} = await sql<{message_id: string}>`
        update deliveries d set snoozed_until = null
        where d.contact_id = ${contactId} and d.snoozed_until <= ${now}
        returning d.message_id`.execute(trx);
      const ids = rows.map((row) => row.message_id).sort();
      if (!ids.length) continue;
      await append(
        trx,
        contactId,
        [
          {type: 'state', data: {type: 'unsnoozed', ids, at: now}},
          ...ids.map((id) => ({type: 'message' as const, data: {id}})),
        ],
        now,
      );
    }
    return contacts.length === BATCH;
  });
}

/** Everything that is due at `now`. */
async function runDue(db: Db, now: number): Promise<void> {
  for (const work of [publishDue, removeExpired, wakeSnoozed]) {
    while (await work(db, now));
  }
}

async function purge(db: Db, tokens: ContactTokens, now: number): Promise<void> {
  await tokens.purge();
  await purgeLog(db, now);
  await purgeSessions(db, now);
  await purgeAudit(db, now);
  await purgeKeys(db, now);
  await sql`delete from contact_events where received_at < ${now - EVENT_MEMORY}`.execute(db);
}

/**
 * Does what has to happen by itself: sends what was scheduled, removes what expired, wakes what was snoozed, and
 * forgets what is of no use.
 *
 * @returns ends it, after what is under way
 */
export function startScheduler(db: Db, clock: Clock, tokens: ContactTokens): () => Promise<void> {
  let isDue = false;
  let running: Promise<void> | undefined;
  let purgedAt = clock.now();

  async function work(): Promise<void> {
    const now = clock.now();
    await runDue(db, now);
    if (now - purgedAt < HOUR) return;
    purgedAt = now;
    await purge(db, tokens, now);
  }

  /** A tick that comes while the work of the last one goes on is not lost. */
  async function run(): Promise<void> {
    while (isDue) {
      isDue = false;
      // The next tick tries again.
      await work().catch((error: unknown) => console.error('Scheduled work failed:', error));
    }
    running = undefined;
  }

  const stop = clock.every(TICK, () => {
    isDue = true;
    running ??= run();
  });
  return async () => {
    stop();
    await running;
  };
}
