import {sql} from 'kysely';
import type {ConversationDetails} from '../../../../src/protocol/conversation.ts';
import type {Db} from '../../database/schema.ts';
import type {Conversation} from '../conversation.ts';
import {readSummaries, type Summary} from '../summary.ts';

export type Details = Summary & ConversationDetails;

const MAX_ROWS = 50;

export async function readDetails(db: Db, conversation: Conversation): Promise<Details> {
  const {id} = conversation;
  const [summary] = await readSummaries(db, [id]);
  const cards = await db
    .selectFrom('conversation_cards')
    .select(['data_id as id', 'data', 'updated_at as updatedAt'])
    .where('conversation_id', '=', id)
    .orderBy('created_at')
    .orderBy('data_id')
    .execute();
  const pages = await db
    .selectFrom('page_views')
    .select(['url', 'title', 'at'])
    .where('conversation_id', '=', id)
    .orderBy('id', 'desc')
    .limit(MAX_ROWS)
    .execute();
  const {rows: chats} = await sql<Details['chats'][number]>`
    select started_at as "startedAt", ended_at as "endedAt", rating, comment from chats
    where conversation_id = ${id} order by started_at desc limit ${MAX_ROWS}`.execute(db);
  const contact =
    conversation.contact_id === null
      ? undefined
      : await db
          .selectFrom('contacts')
          .select(['ref as id', 'name', 'email', 'phone', 'external_customer_id as externalId'])
          .where('id', '=', conversation.contact_id)
          .executeTakeFirst();
  return {
    ...summary!,
    visitor: {
      externalId: conversation.external_id,
      trafficType: conversation.traffic_type,
      searchEngine: conversation.search_engine,
      browser: conversation.browser,
      os: conversation.os,
      city: conversation.city,
      country: conversation.country,
      language: conversation.language,
      lastVisitAt: conversation.visited_at,
      firstVisitAt: conversation.created_at,
      exitPage: conversation.page,
      pageTitle: conversation.page_title,
    },
    contact: contact ?? null,
    cards,
    pages,
    chats,
  };
}
