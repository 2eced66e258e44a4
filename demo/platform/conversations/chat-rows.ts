import {sql, type RawBuilder} from 'kysely';
import type {Db} from '../database/schema.ts';
import {seenPages} from './page-filters.ts';

export interface ChatFilter {
  siteIds: readonly string[];
  from: number;
  to: number;
  /** The agents' numbers; 0: those whom nobody has answered. */
  agents: readonly number[];
  channels: readonly string[];
  pageFilterIds: readonly number[];
}

/** One chat, as the chat API tells it: the fields in the order of the table's columns. */
export interface ChatRow {
  channel: string;
  agentName: string | null;
  agentEmail: string | null;
  referral: string;
  searchEngine: string;
  exitPage: string;
  browser: string;
  os: string;
  city: string;
  country: string;
  labels: string[];
  tags: string[];
  duration: number | null;
  rating: number | null;
  responseTime: number | null;
  startedAt: number;
}

export const CHAT_COLUMNS = [
  'channel',
  'agentName',
  'agentEmail',
  'referral',
  'searchEngine',
  'exitPage',
  'browser',
  'os',
  'city',
  'country',
  'labels',
  'tags',
  'duration',
  'rating',
  'responseTime',
  'startedAt',
] as const satisfies readonly (keyof ChatRow)[];

const isOf = (agents: readonly number[]) => sql`(
  c.agent_id in (select id from agents where number = any(${[...agents]}::bigint[]))
    or ${agents.includes(0)} and c.agent_id is null)`;

/** The condition on the table `c` of chats. */
export async function chatsThatFit(db: Db, filter: ChatFilter): Promise<RawBuilder<unknown>> {
  const {siteIds, from, to, agents, channels, pageFilterIds} = filter;
  const pages = await Promise.all(
    siteIds.map((site) => seenPages(db, site, pageFilterIds, sql`c.conversation_id`)),
  );
  return sql`c.site_id = any(${[...siteIds]}::text[]) and c.started_at between ${from} and ${to}
    and ${agents.length ? isOf(agents) : sql`true`}
    and ${channels.length ? sql`c.channel = any(${[...channels]}::text[])` : sql`true`}
    and (${sql.join(pages, sql` or `)})`;
}

/** Rows that are held in memory at once. */
const BATCH = 2000;

/** The chats that fit, oldest first, some at a time: however many they are, only those are in memory. */
export async function* readChats(db: Db, filter: ChatFilter): AsyncGenerator<ChatRow[]> {
  const fits = await chatsThatFit(db, filter);
  // Where the time begins: an index that is entered before is walked through up to there.
  let last = {startedAt: filter.from, id: 0};
  for (;;) {
    // Each site goes on in the index where the last batch ended; "site is one of" would sort the year again every time.
    // One value in JSON is read several times as fast as its rows.
    const {rows} = await sql<{chats: (ChatRow & {id: number})[] | null}>`
      select json_agg(batch) as chats from (
        select c.id, c.channel, a.name as "agentName", a.email as "agentEmail", c.referral,
          c.search_engine as "searchEngine", c.exit_page as "exitPage", c.browser, c.os, c.city, c.country,
          c.labels, c.tags, case when c.replied_at is null then null else c.last_at - c.started_at end as duration,
          c.rating, c.replied_at - c.started_at as "responseTime", c.started_at as "startedAt"
        from unnest(${[...filter.siteIds]}::text[]) site cross join lateral (
          select * from chats c
          where c.site_id = site and (c.started_at, c.id) > (${last.startedAt}::bigint, ${last.id}::bigint) and ${fits}
          order by c.started_at, c.id limit ${BATCH}
        ) c left join agents a on a.id = c.agent_id
        order by c.started_at, c.id limit ${BATCH}
      ) batch`.execute(db);
    const chats = rows[0]?.chats ?? [];
    if (chats.length) yield chats.map(({id: _, ...row}) => row);
    if (chats.length < BATCH) return;
    last = chats.at(-1)!;
  }
}
