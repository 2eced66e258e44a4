import {sql} from 'kysely';
import type {Clock} from '../clock.ts';
import {findContact, type ContactIdentity} from '../contacts/contacts.ts';
import {json, type Db} from '../database/schema.ts';
import {ProblemError} from '../problem.ts';
import {appendToAll, lockContacts} from '../stream/log.ts';
import type {Contents} from './contents.ts';
import {DEFAULT_TTL, type Send} from './schemas.ts';

/** How many recipients one statement writes. */
const BATCH = 5000;

export interface Sent {
  id: string;
  recipients: number;
  /** Of the list, those that are no contacts. */
  unknown: ContactIdentity[];
}

/** What is left out is undefined in JSON, and null means that there is none. */
function readContents<T extends Partial<Contents>>({
  title,
  content,
  image,
  link,
  actions,
}: T): Partial<Contents> {
  const all = {title, content, image, link, actions};
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

/** When the message comes and goes. A moment in the past dates a message that is brought over from elsewhere. */
function schedule({sendAt, ttl, expiryDate}: Send, now: number): {send_at: number; expires_at: number} {
  const send_at = sendAt ?? now;
  const expires_at = expiryDate ?? send_at + (ttl ?? DEFAULT_TTL) * 1000;
  if (expires_at <= Math.max(send_at, now)) {
    const path = ttl === undefined ? 'expiryDate' : 'ttl';
    const message = 'the message would have expired before anybody sees it';
    throw new ProblemError('invalid-request', `${path}: ${message}`, {errors: [{path, message}]});
  }
  return {send_at, expires_at};
}

async function findRecipients(
  db: Db,
  siteId: string,
  send: Send,
): Promise<{ids: number[]; unknown: ContactIdentity[]}> {
  if (send.segment) {
    const {language, tags} = send.segment;
    const {rows} = await sql<{id: number}>`
      select id from contacts where site_id = ${siteId}
        and ${language ? sql`(language = ${language} or language like ${`${language}-%`})` : sql`true`}
        and ${tags ? sql`tags @> ${json(tags)}` : sql`true`}
      order by id`.execute(db);
    return {ids: rows.map(({id}) => id), unknown: []};
  }
  const ids = new Set<number>();
  const unknown: ContactIdentity[] = [];
  for (const identity of send.contacts ?? [send.contact!]) {
    const contact = await findContact(db, siteId, identity);
    if (contact) ids.add(contact.id);
    else unknown.push(identity);
  }
  if (send.contact && !ids.size) throw new ProblemError('not-found', 'There is no such contact');
  return {ids: [...ids].sort((a, b) => a - b), unknown};
}

/**
 * Stores a message for its recipients, and puts it on their streams unless it is for later. Who is a recipient is
 * decided now, also for later.
 *
 * @param db a transaction
 * @throws ProblemError `not-found` when the one contact is unknown; `invalid-request` when it would expire at once
 */
export async function sendMessage(
  db: Db,
  {clock, makeId}: {clock: Clock; makeId: () => string},
  siteId: string,
  send: Send,
): Promise<Sent> {
  const now = clock.now();
  const times = schedule(send, now);
  const {ids, unknown} = await findRecipients(db, siteId, send);
  const id = makeId();
  const isDue = times.send_at <= now;
  await db
    .insertInto('messages')
    .values({
      id,
      site_id: siteId,
      contents: json(readContents(send) as Contents),
      translations: json(
        Object.fromEntries(
          Object.entries(send.translations).map(([language, contents]) => [language, readContents(contents)]),
        ),
      ),
      category: send.category ?? null,
      custom_data: send.customData ? json(send.customData) : null,
      open_in_new_tab: send.openInNewTab,
      severity: send.severity,
      pinned: send.pinned,
      entity: send.entity ?? null,
      created_at: now,
      ...times,
      published_at: isDue ? now : null,
      removed_at: null,
      withdrawn_at: null,
    })
    .execute();
  for (let start = 0; start < ids.length; start += BATCH) {
    const batch = ids.slice(start, start + BATCH);
    if (isDue) await lockContacts(db, batch);
    await sql`
      insert into deliveries (contact_id, message_id, send_at, expires_at, pinned)
      select unnest(${batch}::bigint[]), ${id}::text, ${times.send_at}::bigint, ${times.expires_at}::bigint,
        ${send.pinned}::boolean`.execute(db);
    if (isDue) await appendToAll(db, batch, {type: 'message', data: {id}}, now);
  }
  return {id, recipients: ids.length, unknown};
}

/** The contacts that have the message, in the order in which they are locked. */
export async function recipientsOf(db: Db, messageId: string): Promise<number[]> {
  const rows = await db
    .selectFrom('deliveries')
    .select('contact_id')
    .where('message_id', '=', messageId)
    .orderBy('contact_id')
    .execute();
  return rows.map((row) => row.contact_id);
}

/**
 * Takes a message back: nobody sees it any more, open pages included. Its report stays.
 *
 * @param db a transaction
 * @returns whether there is such a message
 */
export async function withdrawMessage(db: Db, siteId: string, id: string, now: number): Promise<boolean> {
  const message = await db
    .selectFrom('messages')
    .select(['published_at', 'removed_at'])
    .where('id', '=', id)
    .where('site_id', '=', siteId)
    .forUpdate()
    .executeTakeFirst();
  if (!message) return false;
  if (message.removed_at !== null) return true;
  await sql`
    update messages set withdrawn_at = ${now}, removed_at = ${now}, expires_at = least(expires_at, ${now})
    where id = ${id}`.execute(db);
  const ids = await recipientsOf(db, id);
  await lockContacts(db, ids);
  await sql`update deliveries set expires_at = least(expires_at, ${now}) where message_id = ${id}`.execute(
    db,
  );
  if (message.published_at !== null) await appendToAll(db, ids, {type: 'removed', data: {ids: [id]}}, now);
  return true;
}
