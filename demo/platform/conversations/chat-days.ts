import {setImmediate} from 'node:timers/promises';
import {sql} from 'kysely';
import type {Db} from '../database/schema.ts';
import {DAY, LISTS, pack, toColumns, unpack, type ChatColumns, type ChatLists} from './chat-columns.ts';
import {readChats, type ChatRow} from './chat-rows.ts';
import {LINE_FORMATS} from './chat-lines.ts';
import {keepTexts, MAX_CHATS} from './chat-texts.ts';

/** Days that are in memory at once. */
const BATCH = 30;
/** Days that are packed at once: nobody is served meanwhile. */
const RUN = 5;

/** The embedded database answers before anything else has its turn: without this nobody would be served meanwhile. */
const othersFirst = () => setImmediate();

/** The days of UTC from the first to the last, each as its number since 1970-01-01 and its chats. */
export type ChatDays = AsyncGenerator<{day: number; chats: ChatColumns}>;

/** The chats of a site that began in these days: of days that are packed, else out of the table. */
export async function* readChatDays(db: Db, siteId: string, range: {first: number; last: number}): ChatDays {
  for (let first = range.first; first <= range.last; first += BATCH) {
    await othersFirst();
    const last = Math.min(first + BATCH - 1, range.last);
    const {rows} = await sql<{day: number; chats: string}>`
      select day, encode(chats, 'base64') as chats from chat_days
      where site_id = ${siteId} and day between ${first} and ${last} and chats is not null`.execute(db);
    const packed = new Map(rows.map(({day, chats}) => [day, chats]));
    for (let day = first; day <= last; day++) {
      const chats = packed.get(day);
      if (chats !== undefined) {
        yield {day, chats: unpack(chats)};
        continue;
      }
      const begin = day;
      while (day < last && !packed.has(day + 1)) day++;
      for (const [number, columns] of await countChats(db, siteId, begin, day))
        yield {day: number, chats: columns};
    }
  }
}

/** The days of a site. */
interface Days {
  site: string;
  first: number;
  last: number;
}

/**
 * Packs the days that are over and not packed, so that whoever asks for a year need not wait for that. First what is
 * counted, which takes seconds for a million chats, then what is written, which takes a minute and more.
 */
export async function packChatDays(db: Db, now: number, signal: AbortSignal): Promise<void> {
  const last = Math.floor(now / DAY) - 1;
  const {rows} = await sql<Days>`
    select id as site, ${last}::int as last,
      (select min(started_at) from chats where site_id = sites.id) / ${DAY}::bigint as first
    from sites where exists (select from chats where site_id = sites.id)`.execute(db);
  for (const days of rows) await packColumns(db, days, signal);
  for (const days of rows) await packTexts(db, days, signal);
}

async function packColumns(db: Db, {site, first, last}: Days, signal: AbortSignal): Promise<void> {
  await announce(db, site, first, last);
  const {rows} = await sql<{day: number; version: number}>`
    select day, version from chat_days
    where site_id = ${site} and day between ${first} and ${last} and chats is null order by day`.execute(db);
  for (let index = 0; index < rows.length && !signal.aborted;) {
    await othersFirst();
    const begin = rows[index]!.day;
    const run = rows.slice(index, index + RUN).filter(({day}, place) => day === begin + place);
    const days = await countChats(db, site, begin, begin + run.length - 1);
    for (const row of run) await keep(db, site, row, days.get(row.day)!);
    index += run.length;
  }
}

async function packTexts(db: Db, {site, first, last}: Days, signal: AbortSignal): Promise<void> {
  const {rows} = await sql<{day: number; version: number}>`
    select day, version from chat_days d where site_id = ${site} and day between ${first} and ${last}
      and ${LINE_FORMATS.length} > (select count(*) from chat_texts t
        where t.site_id = d.site_id and t.day = d.day and t.version = d.version)
    order by day`.execute(db);
  for (const row of rows) {
    if (signal.aborted) return;
    await keepTexts(db, site, row, await readDay(db, site, row.day));
  }
}

/** Undefined: there are more than are kept as text. */
async function readDay(db: Db, siteId: string, day: number): Promise<ChatRow[] | undefined> {
  const chats: ChatRow[] = [];
  const filter = {siteIds: [siteId], from: day * DAY, to: (day + 1) * DAY - 1};
  for await (const rows of readChats(db, {...filter, agents: [], channels: [], pageFilterIds: []})) {
    chats.push(...rows);
    if (chats.length > MAX_CHATS) return undefined;
  }
  return chats;
}

/**
 * Makes the rows of days that have none. From then on a change of a chat is a change of its row. A change that is under
 * way, also of an agent's name, has seen no row to change: it is waited for.
 */
async function announce(db: Db, siteId: string, first: number, last: number): Promise<void> {
  const days = sql`select ${siteId}::text, d from generate_series(${first}::int, ${last}::int) d
    where not exists (select from chat_days k where k.site_id = ${siteId} and k.day = d)`;
  const {rows} = await sql`${days} limit 1`.execute(db);
  if (!rows.length) return;
  await db.transaction().execute(async (trx) => {
    await sql`lock table agents, chats in share mode`.execute(trx);
    await sql`insert into chat_days (site_id, day) ${days} on conflict do nothing`.execute(trx);
  });
}

/** Keeps what was counted after the row was read, unless a chat has changed since. */
async function keep(
  db: Db,
  siteId: string,
  {day, version}: {day: number; version: number},
  columns: ChatColumns,
): Promise<void> {
  await sql`update chat_days set chats = decode(${pack(columns)}, 'base64')
    where site_id = ${siteId} and day = ${day} and version = ${version}`.execute(db);
}

/** The chats of days, from the table of chats. A day without one has empty columns. */
async function countChats(
  db: Db,
  siteId: string,
  first: number,
  last: number,
): Promise<Map<number, ChatColumns>> {
  // One value of JSON a column: read several times as fast as rows, and made in half the time of a list for each chat.
  const {rows} = await sql<ChatLists>`
    select ${sql.join(
      LISTS.map((name) => sql`coalesce(json_agg(${sql.ref(name)}), '[]') as ${sql.ref(name)}`),
    )} from (
      select c.started_at as started, coalesce(a.number, 0) as agent, v.number as conversation, c.referral,
        c.replied_at - c.started_at as response,
        case when c.replied_at is null then null else c.last_at - c.started_at end as duration,
        coalesce(c.rating, 0) as rating
      from chats c join conversations v on v.id = c.conversation_id left join agents a on a.id = c.agent_id
      where c.site_id = ${siteId} and c.started_at >= ${first * DAY} and c.started_at < ${(last + 1) * DAY}
      order by c.started_at, c.id
    ) chats`.execute(db);
  const all = rows[0]!;
  const days = new Map<number, ChatColumns>();
  for (let day = first, begin = 0, end = 0; day <= last; day++, begin = end) {
    while (end < all.started.length && all.started[end]! < (day + 1) * DAY) end++;
    const own = Object.fromEntries(
      LISTS.map((name) => [name, all[name].slice(begin, end)]),
    ) as unknown as ChatLists;
    own.started = own.started.map((time) => time - day * DAY);
    days.set(day, toColumns(own));
  }
  return days;
}
