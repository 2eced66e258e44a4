import {sql} from 'kysely';
import type {ConversationMessage} from '../../../src/protocol/conversation.ts';
import type {Db} from '../database/schema.ts';
import type {MessageAuthor} from './tables.ts';

type Row = ConversationMessage & {conversation_id: string};

/** Messages that fit, oldest first. */
async function select(db: Db, where: ReturnType<typeof sql>, limit: number): Promise<Row[]> {
  const {rows} = await sql<Row>`
    select * from (
      select m.id, m.conversation_id, m.author, m.name, a.avatar, m.text, m.at, m.key,
        coalesce((
          select jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'type', f.type, 'size', f.size) order by f.id)
          from chat_attachments f where f.message_id = m.id
        ), '[]') as attachments
      from chat_messages m left join agents a on a.id = m.agent_id
      where ${where} order by m.id desc limit ${limit}
    ) latest order by id`.execute(db);
  return rows;
}

const strip = ({id, author, name, avatar, text, at, key, attachments}: Row): ConversationMessage => ({
  id,
  author,
  name,
  avatar,
  text,
  at,
  key,
  attachments,
});

/** What a visitor does not see: notes, and the platform's own remarks. */
export const isForVisitor = ({author}: {author: MessageAuthor}) => author === 'visitor' || author === 'agent';

export interface Window {
  /** Only messages with a smaller id. */
  before?: number;
  /** Only messages with a greater id. */
  after?: number;
  limit: number;
  isForVisitor: boolean;
}

/** The latest messages in the window, oldest first. */
export async function readMessages(
  db: Db,
  conversationId: string,
  window: Window,
): Promise<ConversationMessage[]> {
  const {before, after, limit} = window;
  const rows = await select(
    db,
    sql`m.conversation_id = ${conversationId}
      and ${before === undefined ? sql`true` : sql`m.id < ${before}`}
      and ${after === undefined ? sql`true` : sql`m.id > ${after}`}
      and ${window.isForVisitor ? sql`m.author in ('visitor', 'agent')` : sql`true`}`,
    limit,
  );
  return rows.map(strip);
}

/** Many new messages of many conversations at once. */
const MAX_NEW = 2000;

/** What came after the given message in each of these conversations. */
export async function readNewMessages(
  db: Db,
  after: ReadonlyMap<string, number>,
): Promise<Map<string, ConversationMessage[]>> {
  const found = new Map<string, ConversationMessage[]>();
  if (!after.size) return found;
  const list = JSON.stringify([...after].map(([id, last]) => ({id, last})));
  const rows = await select(
    db,
    sql`exists (select from jsonb_to_recordset(${list}::jsonb) as n(id text, last bigint)
      where n.id = m.conversation_id and m.id > n.last)
      and m.conversation_id = any(${[...after.keys()]}::text[]) and m.id > ${Math.min(...after.values())}`,
    MAX_NEW,
  );
  for (const row of rows)
    found.set(row.conversation_id, [...(found.get(row.conversation_id) ?? []), strip(row)]);
  return found;
}
