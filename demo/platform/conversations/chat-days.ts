import {sql} from 'kysely';
import type {Db} from '../database/schema.ts';
import {pack, toColumns, unpack, type ChatColumns, type CountedChat} from './chat-columns.ts';

export const DAY = 86_400_000;
/** Days that are in memory at once. */
const BATCH = 30;

/** The days of UTC from the first to the last, each as its number since 1970-01-01 and its chats. */
export type ChatDays = AsyncGenerator<{day: number; chats: ChatColumns}>;

/**
 * The chats of a site that began in these days. Days that are over are packed when they are first asked for, and again
 * after a change; what the pack holds is what the table of chats held at some moment since the call.
 */
export async function* readChatDays(
  db: Db,
  siteId: string,
  range: {first: number; last: number; now: number},
): ChatDays {
  const today = Math.floor(range.now / DAY);
  await announce(db, siteId, range.first, Math.min(range.last, today - 1));
  for (let first = range.first; first <= range.last; first += BATCH) {
    const last = Math.min(first + BATCH - 1, range.last);
    const {rows} = await sql<{day: number; version: number; chats: string | null}>`
      select day, version, encode(chats, 'base64') as chats from chat_days
      where site_id = ${siteId} and day between ${first} and ${last}`.execute(db);
    const known = new Map(rows.map((row) => [row.day, row]));
    const isPacked = (day: number) => (known.get(day)?.chats ?? null) !== null;
    for (let day = first; day <= last; day++) {
      if (isPacked(day)) {
        yield {day, chats: unpack(known.get(day)!.chats!)};
        continue;
      }
      const begin = day;
      while (day < last && !isPacked(day + 1)) day++;
      for (const [number, chats] of await countChats(db, siteId, begin, day)) {
        const columns = toColumns(chats);
        const row = known.get(number);
        if (row) await keep(db, siteId, row, columns);
        yield {day: number, chats: columns};
      }
    }
  }
}

/**
 * Makes the rows of days that have none. From then on a change of a chat is a change of its row. A change that is under
 * way has seen no row to change: it is waited for.
 */
async function announce(db: Db, siteId: string, first: number, last: number): Promise<void> {
  const days = sql`select ${siteId}::text, d from generate_series(${first}::int, ${last}::int) d
    where not exists (select from chat_days k where k.site_id = ${siteId} and k.day = d)`;
  const {rows} = await sql`${days} limit 1`.execute(db);
  if (!rows.length) return;
  await db.transaction().execute(async (trx) => {
    await sql`lock table chats in share mode`.execute(trx);
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

/** The chats of days, from the table of chats. A day without one has an empty list. */
async function countChats(
  db: Db,
  siteId: string,
  first: number,
  last: number,
): Promise<Map<number, CountedChat[]>> {
  const {rows} = await sql<Omit<CountedChat, 'started'> & {startedAt: number}>`
    select c.started_at as "startedAt", coalesce(a.number, 0) as agent, v.number as conversation, c.referral,
      c.replied_at - c.started_at as response,
      case when c.replied_at is null then null else c.last_at - c.started_at end as duration,
      coalesce(c.rating, 0) as rating
    from chats c join conversations v on v.id = c.conversation_id left join agents a on a.id = c.agent_id
    where c.site_id = ${siteId} and c.started_at >= ${first * DAY} and c.started_at < ${(last + 1) * DAY}
    order by c.started_at, c.id`.execute(db);
  const days = new Map<number, CountedChat[]>();
  for (let day = first; day <= last; day++) days.set(day, []);
  for (const {startedAt, ...chat} of rows)
    days.get(Math.floor(startedAt / DAY))!.push({...chat, started: startedAt % DAY});
  return days;
}
