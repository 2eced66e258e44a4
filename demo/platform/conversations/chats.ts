import {sql} from 'kysely';
import {json, type Db} from '../database/schema.ts';
import type {Conversation} from './conversation.ts';

/** After so long a silence the next message begins another chat: milliseconds. */
const MAX_SILENCE = 4 * 3_600_000;

/** The chat that is going on, or a new one. What the statistics tell of the visitor is as it is now. */
export async function beginChat(
  trx: Db,
  conversation: Conversation,
  at: number,
): Promise<{id: number; isNew: boolean}> {
  const open = await trx
    .selectFrom('chats')
    .select(['id', 'last_at'])
    .where('conversation_id', '=', conversation.id)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  if (open && at - open.last_at <= MAX_SILENCE) return {id: open.id, isNew: false};
  if (open) await trx.updateTable('chats').set({ended_at: open.last_at}).where('id', '=', open.id).execute();
  const marks = await readMarks(trx, conversation.id);
  const {id} = await trx
    .insertInto('chats')
    .values({
      site_id: conversation.site_id,
      conversation_id: conversation.id,
      channel: conversation.channel,
      agent_id: null,
      started_at: at,
      replied_at: null,
      last_at: at,
      ended_at: null,
      rating: null,
      comment: null,
      referral: conversation.traffic_type,
      search_engine: conversation.search_engine,
      exit_page: conversation.page ?? '',
      browser: conversation.browser,
      os: conversation.os,
      city: conversation.city,
      country: conversation.country,
      labels: json(marks.labels),
      tags: json(marks.tags),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return {id, isNew: true};
}

async function readMarks(trx: Db, id: string): Promise<{labels: string[]; tags: string[]}> {
  const labels = await trx
    .selectFrom('conversation_labels')
    .select('label')
    .where('conversation_id', '=', id)
    .orderBy('created_at')
    .execute();
  const tags = await trx
    .selectFrom('conversation_tags')
    .select('tag')
    .where('conversation_id', '=', id)
    .where('type', '=', 1)
    .orderBy('created_at')
    .execute();
  return {labels: labels.map(({label}) => label), tags: tags.map(({tag}) => tag)};
}

export async function touchChat(trx: Db, id: number, at: number): Promise<void> {
  await trx.updateTable('chats').set({last_at: at}).where('id', '=', id).execute();
}

/** The chat is the agent's who answered first, and its response time ends there. */
export async function replyInChat(trx: Db, id: number, agentId: string, at: number): Promise<void> {
  await sql`
    update chats set last_at = ${at}, replied_at = coalesce(replied_at, ${at}::bigint),
      agent_id = coalesce(agent_id, ${agentId}) where id = ${id}`.execute(trx);
}

export async function endChat(trx: Db, conversationId: string, at: number): Promise<void> {
  await sql`
    update chats set ended_at = ${at} where conversation_id = ${conversationId} and ended_at is null`.execute(
    trx,
  );
}

/** Rates the latest chat, the one that goes on or the one that has ended. False: there was none. */
export async function rateChat(
  trx: Db,
  conversationId: string,
  rating: number,
  comment: string | undefined,
): Promise<boolean> {
  const {rows} = await sql`
    update chats set rating = ${rating}, comment = ${comment ?? null}
    where id = (select id from chats where conversation_id = ${conversationId} order by started_at desc, id desc limit 1)
    returning id`.execute(trx);
  return rows.length > 0;
}
