import {sql} from 'kysely';
import type {Db} from '../database/schema.ts';
import type {Conversation} from './conversation.ts';
import {beginChat, replyInChat, touchChat} from './chats.ts';
import {notify} from './live/news.ts';
import type {MessageAuthor} from './tables.ts';

export interface NewMessage {
  author: MessageAuthor;
  /** Of an agent's message or note. */
  agent?: {id: string; name: string};
  text: string;
  /** The same key again writes nothing more. */
  key?: string;
  /** Attachments of this conversation that no message has yet. */
  attachmentIds?: readonly string[];
  at: number;
}

/** As much of a message as a list shows. */
const PREVIEW = 160;
const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim().slice(0, PREVIEW);

async function insert(trx: Db, conversation: Conversation, message: NewMessage): Promise<number | undefined> {
  const {author, agent, text, key = null, at} = message;
  const names = {visitor: conversation.channel, system: 'system', agent: agent?.name, note: agent?.name};
  const row = await trx
    .insertInto('chat_messages')
    .values({
      conversation_id: conversation.id,
      author,
      agent_id: agent?.id ?? null,
      name: names[author] ?? '',
      text,
      key,
      at,
    })
    .onConflict((conflict) =>
      conflict.columns(['conversation_id', 'key']).where('key', 'is not', null).doNothing(),
    )
    .returning('id')
    .executeTakeFirst();
  return row?.id;
}

/** The platform's own remark in the conversation, as the chat API tells it. */
export async function writeSystemMessage(
  trx: Db,
  conversation: Conversation,
  event: {type: string} & Record<string, unknown>,
  at: number,
): Promise<void> {
  await insert(trx, conversation, {author: 'system', text: JSON.stringify(event), at});
}

/** The id of the conversation's last message; 0: there is none. */
export async function readLastId(trx: Db, conversationId: string): Promise<number> {
  const {rows} = await sql<{last: number | null}>`
    select max(id) as last from chat_messages where conversation_id = ${conversationId}`.execute(trx);
  return Number(rows[0]?.last ?? 0);
}

/** Makes files that wait those of a message. Returns their names. */
async function takeFiles(
  trx: Db,
  conversationId: string,
  {author, attachmentIds = []}: NewMessage,
  id: number,
): Promise<string[]> {
  if (!attachmentIds.length) return [];
  const {rows} = await sql<{name: string}>`
    update chat_attachments set message_id = ${id}
    where id = any(${[...attachmentIds]}::text[]) and conversation_id = ${conversationId} and message_id is null
      and author = ${author === 'visitor' ? 'visitor' : 'agent'}
    returning name`.execute(trx);
  return rows.map(({name}) => name);
}

/**
 * Writes a message into a conversation that is locked, with all that follows from it: a chat begins or goes on, the
 * visitor waits or has been answered, who looks on is told.
 *
 * @returns the message's id; undefined when its key was there before
 */
export async function writeMessage(
  trx: Db,
  conversation: Conversation,
  message: NewMessage,
): Promise<number | undefined> {
  const {author, agent, text, at} = message;
  const isNote = author === 'note';
  const after = await readLastId(trx, conversation.id);
  const chat = isNote ? undefined : await beginChat(trx, conversation, at);
  if (chat?.isNew && author === 'visitor')
    await writeSystemMessage(
      trx,
      conversation,
      {type: 'visitorJoin', currentPage: conversation.page ?? ''},
      at,
    );
  const id = await insert(trx, conversation, message);
  if (id === undefined) return undefined;
  const files = await takeFiles(trx, conversation.id, message, id);
  if (chat) {
    if (author === 'agent') await replyInChat(trx, chat.id, agent!.id, at);
    else await touchChat(trx, chat.id, at);
    await trx
      .updateTable('conversations')
      .set((row) => ({
        started_at: conversation.started_at ?? at,
        status: 'open',
        last_message_at: at,
        // A message that is nothing but files is told by their names.
        preview: oneLine(text || files.join(', ')),
        preview_by: author === 'agent' ? agent!.name : '',
        waiting_since: author === 'agent' ? null : (conversation.waiting_since ?? at),
        unread: author === 'agent' ? 0 : row('unread', '+', 1),
        ...(author === 'agent' ? {read_by_agent: id} : {read_by_visitor: id}),
      }))
      .where('id', '=', conversation.id)
      .execute();
  }
  await notify(trx, {kind: 'change', site: conversation.site_id, conversation: conversation.id, after});
  return id;
}
