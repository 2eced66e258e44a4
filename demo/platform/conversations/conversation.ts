import type {Selectable} from 'kysely';
import {sql} from 'kysely';
import type {Db} from '../database/schema.ts';
import {ProblemError} from '../problem.ts';
import type {ConversationTables} from './tables.ts';

export type Conversation = Selectable<ConversationTables['conversations']>;

/**
 * Locks the conversation until the transaction ends. Whatever changes one begins with this, so that its messages are
 * numbered in the order in which they can be read.
 */
export async function lockConversation(trx: Db, id: string): Promise<Conversation> {
  const row = await trx
    .selectFrom('conversations')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new ProblemError('not-found', 'There is no such conversation');
  return row;
}

/** What the statistics tell of labels and tags follows the conversation while its chat goes on. */
export async function copyMarksToChat(trx: Db, conversationId: string): Promise<void> {
  await sql`
    update chats set
      labels = coalesce((select jsonb_agg(label order by created_at, label) from conversation_labels
        where conversation_id = ${conversationId}), '[]'),
      tags = coalesce((select jsonb_agg(tag order by created_at, tag) from conversation_tags
        where conversation_id = ${conversationId} and type = 1), '[]')
    where id = (select id from chats where conversation_id = ${conversationId} order by started_at desc limit 1)`.execute(
    trx,
  );
}

/** The visitor's name: the tag of type 0. Empty: none. */
export async function rename(trx: Db, id: string, name: string, now: number): Promise<void> {
  await trx.deleteFrom('conversation_tags').where('conversation_id', '=', id).where('type', '=', 0).execute();
  if (name) {
    await trx
      .insertInto('conversation_tags')
      .values({conversation_id: id, type: 0, tag: name, created_at: now})
      .execute();
  }
  await trx.updateTable('conversations').set({name}).where('id', '=', id).execute();
}

/** A card for the agents; the same id again updates it. Past the limit, the one that changed longest ago goes. */
export async function putCard(trx: Db, id: string, dataId: string, data: string, now: number): Promise<void> {
  await trx
    .insertInto('conversation_cards')
    .values({conversation_id: id, data_id: dataId, data, created_at: now, updated_at: now})
    .onConflict((conflict) =>
      conflict.columns(['conversation_id', 'data_id']).doUpdateSet({data, updated_at: now}),
    )
    .execute();
  await sql`
    delete from conversation_cards where conversation_id = ${id} and data_id in (
      select data_id from conversation_cards where conversation_id = ${id}
      order by updated_at desc, data_id offset ${MAX_CARDS})`.execute(trx);
}
const MAX_CARDS = 50;

/**
 * Sets the external id that the page claims, and links the contact who has it. The link is for the agents' eyes: it
 * opens nothing of the contact's to the visitor.
 */
export async function claimExternalId(
  trx: Db,
  {id, site_id}: Conversation,
  externalId: string,
): Promise<void> {
  const contact = await trx
    .selectFrom('contacts')
    .select('id')
    .where('site_id', '=', site_id)
    .where('external_customer_id', '=', externalId)
    .executeTakeFirst();
  await trx
    .updateTable('conversations')
    .set({external_id: externalId || null, contact_id: contact?.id ?? null})
    .where('id', '=', id)
    .execute();
}

/** Pages of one visitor that are kept. */
const MAX_PAGES = 200;

export async function addPage(
  trx: Db,
  id: string,
  {url, title}: {url: string; title: string},
  now: number,
): Promise<void> {
  await trx.insertInto('page_views').values({conversation_id: id, url, title, at: now}).execute();
  await sql`
    delete from page_views where id in (
      select id from page_views where conversation_id = ${id} order by id desc offset ${MAX_PAGES})`.execute(
    trx,
  );
  await trx.updateTable('conversations').set({page: url, page_title: title}).where('id', '=', id).execute();
  await sql`
    update chats set exit_page = ${url} where conversation_id = ${id} and ended_at is null`.execute(trx);
}
