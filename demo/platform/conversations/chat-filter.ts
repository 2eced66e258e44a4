import {sql} from 'kysely';
import type {Db} from '../database/schema.ts';
import type {ChatColumns} from './chat-columns.ts';
import {DAY} from './chat-columns.ts';
import type {ChatFilter} from './chat-rows.ts';
import {seenPages} from './page-filters.ts';

/** Whether a chat of a day is one that the filter names. */
export type ChatTest = (day: number, chats: ChatColumns, index: number) => boolean;

/** The filter for the packed chats of a site: the same as `chatsThatFit` for the table. */
export async function createChatTest(db: Db, siteId: string, filter: ChatFilter): Promise<ChatTest> {
  const {from, to} = filter;
  const agents = filter.agents.length ? new Set(filter.agents) : undefined;
  const conversations = await readConversations(db, siteId, filter);
  return (day, chats, index) => {
    const time = day * DAY + chats.started[index]!;
    return (
      time >= from &&
      time <= to &&
      (!agents || agents.has(chats.agent[index]!)) &&
      (!conversations || conversations.has(chats.conversation[index]!))
    );
  };
}

/** The numbers of the conversations that the filter names; undefined: any. */
async function readConversations(
  db: Db,
  siteId: string,
  {channels, pageFilterIds}: ChatFilter,
): Promise<Set<number> | undefined> {
  if (!channels.length && !pageFilterIds.length) return undefined;
  const {rows} = await sql<{number: number}>`
    select v.number from conversations v where v.site_id = ${siteId}
      and ${channels.length ? sql`v.channel = any(${[...channels]}::text[])` : sql`true`}
      and ${await seenPages(db, siteId, pageFilterIds, sql`v.id`)}`.execute(db);
  return new Set(rows.map(({number}) => number));
}
