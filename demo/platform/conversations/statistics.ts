import {sql, type RawBuilder} from 'kysely';
import type {Db} from '../database/schema.ts';
import {offsetAt} from './api/parameters.ts';
import {chatsThatFit} from './chat-rows.ts';
import {DURATION, readMedians, readSpread, RESPONSE, type Filter, type Kind, type Spread} from './medians.ts';

export interface Group {
  /** A day (`2020-01-31`), an hour (`0` to `23`), an agent's number, a referral. */
  key: string;
  name: string;
  chats: number;
  answered: number;
  /** The mean of the ratings; null: there are none. */
  rating: number | null;
  rated: number;
  /** The median of the response times: milliseconds. */
  responseTime: number | null;
}

export interface ChatSummary {
  from: number;
  to: number;
  timezone: string;
  chats: number;
  answered: number;
  responseTime: Spread;
  duration: Spread;
  rating: {count: number; mean: number | null; /** From 1 to 5. */ counts: number[]};
  byDay: Group[];
  byHour: Group[];
  byAgent: Group[];
  byChannel: Group[];
  byReferral: Group[];
}

/** The most that a list of agents, channels or referrals holds; the rest is left to the table. */
const MAX_GROUPS = 50;
/** Most zones differ from UTC by whole hours, all by whole quarters: of these, their days and hours are made. */
const HOUR = 3_600_000;
const QUARTER = 900_000;
/** What a year of a busy site takes to be counted without the disk. */
const MEMORY = '128MB';

interface Counts {
  chats: number;
  answered: number;
  rated: number;
  stars: number;
}
const none = (): Counts => ({chats: 0, answered: 0, rated: 0, stars: 0});

function add(sum: Counts, more: Counts): Counts {
  sum.chats += more.chats;
  sum.answered += more.answered;
  sum.rated += more.rated;
  sum.stars += Number(more.stars);
  return sum;
}

/** What was counted under each key, added up. */
function collect<Row extends Counts>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Counts> {
  const sums = new Map<string, Counts>();
  for (const row of rows) {
    const key = keyOf(row);
    sums.set(key, add(sums.get(key) ?? none(), row));
  }
  return sums;
}

interface SliceRow extends Counts {
  part: number;
  agent: string | null;
}

/** Everything that is counted: by parts of days and agents, and by referrals. */
async function readCounts(db: Db, fits: RawBuilder<unknown>, part: number) {
  const counts = sql`count(*)::int as chats, count(c.replied_at)::int as answered, count(c.rating)::int as rated,
    coalesce(sum(c.rating), 0)::int as stars`;
  const {rows: slices} = await sql<SliceRow>`
    select c.started_at / ${sql.lit(part)} as part, c.agent_id as agent, ${counts}
    from chats c where ${fits} group by 1, 2`.execute(db);
  const {rows: referrals} = await sql<Counts & {referral: string}>`
    select c.referral, ${counts} from chats c where ${fits} group by 1`.execute(db);
  return {slices, referrals};
}

/** Local days and hours of parts of days. Most days have one offset, which is asked for once. */
function createCalendar(timezone: string, part: number): (number: number) => {day: string; hour: string} {
  const offsets = new Map<number, number | undefined>();
  return (number) => {
    const time = number * part;
    const day = Math.floor(time / 86_400_000);
    if (!offsets.has(day)) {
      const [first, last] = [
        offsetAt(day * 86_400_000, timezone),
        offsetAt((day + 1) * 86_400_000 - 1, timezone),
      ];
      offsets.set(day, first === last ? first : undefined);
    }
    const local = new Date(time + (offsets.get(day) ?? offsetAt(time, timezone)));
    return {day: local.toISOString().slice(0, 10), hour: String(local.getUTCHours())};
  };
}

const byMost = (a: Group, b: Group) => b.chats - a.chats || (a.key < b.key ? -1 : 1);

/** What the charts show, of the chats that began in the range. */
export function summarise(db: Db, filter: Filter): Promise<ChatSummary> {
  return db.transaction().execute(async (trx) => {
    await sql`set local work_mem = ${sql.lit(MEMORY)}`.execute(trx);
    return count(trx, filter);
  });
}

async function count(db: Db, filter: Filter): Promise<ChatSummary> {
  const {from, to, timezone} = filter;
  const isWhole = [from, to].every((time) => offsetAt(time, timezone) % HOUR === 0);
  const part = isWhole ? HOUR : QUARTER;
  const fits = await chatsThatFit(db, filter);
  const {slices, referrals} = await readCounts(db, fits, part);
  const all = slices.reduce(add, none());
  const medians = await readMedians(db, fits, filter, all.answered);
  const {rows: agents} = await sql<{id: string; number: number; name: string}>`
    select id, number, name from agents where id = any(${[...new Set(slices.map(({agent}) => agent ?? ''))]}::text[])`.execute(
    db,
  );
  const agentOf = new Map(agents.map((agent) => [agent.id, agent]));
  const calendar = createCalendar(timezone, part);
  const places = new Map(slices.map((slice) => [slice.part, calendar(slice.part)]));
  const groups = (kind: Kind, counts: Map<string, Counts>): Group[] =>
    [...counts].map(([key, {chats, answered, rated, stars}]) => ({
      key,
      name: key,
      chats,
      answered,
      rated,
      rating: rated ? stars / rated : null,
      responseTime: medians.get(`${kind} ${key}`) ?? null,
    }));
  const {rows: channels} = await sql<Counts & {key: string}>`
    select c.channel as key, count(*)::int as chats, count(c.replied_at)::int as answered,
      count(c.rating)::int as rated, coalesce(sum(c.rating), 0)::int as stars
    from chats c where ${fits} group by 1 order by 2 desc, 1 limit ${MAX_GROUPS}`.execute(db);
  const {rows: stars} = await sql<{rating: number; n: number}>`
    select rating, count(*)::int as n from chats c where ${fits} and rating is not null group by 1`.execute(
    db,
  );
  return {
    from,
    to,
    timezone,
    chats: all.chats,
    answered: all.answered,
    responseTime: await readSpread(db, fits, RESPONSE, all.answered),
    duration: await readSpread(db, fits, DURATION, all.answered),
    rating: {
      count: all.rated,
      mean: all.rated ? all.stars / all.rated : null,
      counts: [1, 2, 3, 4, 5].map((value) => stars.find(({rating}) => rating === value)?.n ?? 0),
    },
    byDay: groups(
      'day',
      collect(slices, (slice) => places.get(slice.part)!.day),
    ).sort((a, b) => (a.key < b.key ? -1 : 1)),
    byHour: groups(
      'hour',
      collect(slices, (slice) => places.get(slice.part)!.hour),
    ).sort((a, b) => +a.key - +b.key),
    byAgent: groups(
      'agent',
      collect(slices, ({agent}) => agent ?? ''),
    )
      .map((group) => {
        const agent = agentOf.get(group.key);
        return {...group, key: agent ? String(agent.number) : '', name: agent?.name ?? ''};
      })
      .sort(byMost)
      .slice(0, MAX_GROUPS),
    byChannel: channels.map(({key, chats, answered, rated, stars: sum}) => ({
      key,
      name: key,
      chats,
      answered,
      rated,
      rating: rated ? sum / rated : null,
      responseTime: null,
    })),
    byReferral: groups(
      'referral',
      collect(referrals, ({referral}) => referral),
    )
      .sort(byMost)
      .slice(0, MAX_GROUPS),
  };
}

export interface ChatEntry {
  conversationId: string;
  channel: string;
  agentName: string | null;
  referral: string;
  startedAt: number;
  duration: number | null;
  responseTime: number | null;
  rating: number | null;
}

/** The chats behind a number, newest first. */
export async function listChats(
  db: Db,
  filter: Filter,
  {referral, hour, rating, limit}: {referral?: string; hour?: number; rating?: number; limit: number},
): Promise<ChatEntry[]> {
  const fits = await chatsThatFit(db, filter);
  const local = sql`timezone(${filter.timezone}, to_timestamp(c.started_at / 1000.0))`;
  const {rows} = await sql<ChatEntry>`
    select c.conversation_id as "conversationId", c.channel, a.name as "agentName", c.referral,
      c.started_at as "startedAt", ${DURATION} as duration, ${RESPONSE} as "responseTime", c.rating
    from chats c left join agents a on a.id = c.agent_id
    where ${fits} and ${referral === undefined ? sql`true` : sql`c.referral = ${referral}`}
      and ${hour === undefined ? sql`true` : sql`extract(hour from ${local}) = ${hour}`}
      and ${rating === undefined ? sql`true` : sql`c.rating = ${rating}`}
    order by c.started_at desc, c.id desc limit ${limit}`.execute(db);
  return rows;
}
