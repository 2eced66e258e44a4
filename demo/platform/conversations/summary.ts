import {sql, type RawBuilder} from 'kysely';
import type {ConversationSummary} from '../../../src/protocol/conversation.ts';
import type {Db} from '../database/schema.ts';

/** A conversation as a row of the desk's list, and whose it is. */
export interface Summary extends ConversationSummary {
  siteId: string;
  /** The first message's time; null: the visitor has said nothing yet, and is no matter for the desk. */
  startedAt: number | null;
}

/** The columns of a summary, of the table `c`. */
const COLUMNS = sql`
  c.id, c.site_id as "siteId", c.channel, coalesce(nullif(c.name, ''), k.name, '') as name, k.ref as "contactId",
  c.status, case when a.id is null then null
    else jsonb_build_object('id', a.id, 'name', a.name, 'avatar', a.avatar) end as agent,
  coalesce((select jsonb_agg(label order by l.created_at, label) from conversation_labels l
    where l.conversation_id = c.id), '[]') as labels,
  coalesce((select jsonb_agg(tag order by t.created_at, tag) from conversation_tags t
    where t.conversation_id = c.id and t.type = 1), '[]') as tags,
  c.preview, c.preview_by as "previewBy", c.started_at as "startedAt",
  coalesce(c.last_message_at, c.created_at) as "lastMessageAt",
  c.waiting_since as "waitingSince", c.unread, c.present_until as "presentUntil", c.page,
  c.read_by_agent as "readByAgent", c.read_by_visitor as "readByVisitor", c.version,
  (select rating from chats h where h.conversation_id = c.id order by started_at desc, h.id desc limit 1) as rating`;

/** Summaries of the conversations `c` that fit. */
export async function selectSummaries(
  db: Db,
  where: RawBuilder<unknown>,
  order: RawBuilder<unknown>,
  limit: number,
): Promise<Summary[]> {
  const {rows} = await sql<Summary>`
    select ${COLUMNS} from conversations c
      left join agents a on a.id = c.agent_id left join contacts k on k.id = c.contact_id
    where ${where} order by ${order} limit ${limit}`.execute(db);
  return rows;
}

export function readSummaries(db: Db, ids: readonly string[]): Promise<Summary[]> {
  return selectSummaries(db, sql`c.id = any(${ids}::text[])`, sql`c.id`, ids.length);
}
