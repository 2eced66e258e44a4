import {sql} from 'kysely';
import type {ChatEntry, ChatSummary, Group, Spread} from '../../../src/protocol/chat-summary.ts';
import type {Db} from '../database/schema.ts';
import {DAY, UNANSWERED} from './chat-columns.ts';
import {readChatDays} from './chat-days.ts';
import {createChatTest} from './chat-filter.ts';
import {chatsThatFit, type ChatFilter} from './chat-rows.ts';
import {createOffsets} from './offsets.ts';
import {Grouping, Numbers, percentile, type Tally} from './tally.ts';

/** The days and hours are those of the zone. */
export type Filter = ChatFilter & {timezone: string};

/** The most that a list of agents, channels or referrals holds; the rest is left to the table. */
const MAX_GROUPS = 50;
const HOUR = 3_600_000;

/** Everything that is counted of the chats. */
class Counts {
  chats = 0;
  readonly stars = [0, 0, 0, 0, 0];
  /** Of each answered chat. */
  readonly responses = new Numbers();
  readonly durations = new Numbers();
  /** By days since 1970-01-01. */
  readonly byDay = new Grouping<number>();
  readonly byHour = new Grouping<number>();
  readonly byAgent = new Grouping<number>();
  readonly byConversation = new Grouping<number>();
  readonly byReferral = new Grouping<string>();
}

async function countSite(
  db: Db,
  siteId: string,
  {filter, counts}: {filter: Filter; counts: Counts},
): Promise<void> {
  const {from, to, timezone} = filter;
  const fits = await createChatTest(db, siteId, filter);
  const offsetsOf = createOffsets(timezone);
  const range = {first: Math.floor(from / DAY), last: Math.floor(to / DAY)};
  for await (const {day, chats} of readChatDays(db, siteId, range)) {
    const offsetOf = offsetsOf(day);
    for (let index = 0; index < chats.length; index++) {
      if (!fits(day, chats, index)) continue;
      const started = chats.started[index]!;
      const response = chats.response[index]!;
      const rating = chats.rating[index]!;
      const isAnswered = response !== UNANSWERED;
      const local = day * DAY + started + offsetOf(started);
      counts.chats++;
      if (rating) counts.stars[rating - 1]!++;
      if (isAnswered) {
        counts.responses.push(response);
        counts.durations.push(chats.duration[index]!);
      }
      counts.byDay.count(Math.floor(local / DAY), isAnswered, rating);
      counts.byHour.count(Math.floor(local / HOUR) % 24, isAnswered, rating);
      counts.byAgent.count(chats.agent[index]!, isAnswered, rating);
      counts.byConversation.count(chats.conversation[index]!, isAnswered, rating);
      counts.byReferral.count(chats.referrals[chats.referral[index]!]!, isAnswered, rating);
    }
  }
}

function spreadOf(numbers: Numbers): Spread {
  const sorted = numbers.toArray().sort();
  return {count: sorted.length, median: percentile(sorted, 0.5), p90: percentile(sorted, 0.9)};
}

const byMost = (a: Group, b: Group) => b.chats - a.chats || (a.key < b.key ? -1 : 1);

/** What the charts show, of the chats that began in the range: exact, however many they are. */
export async function summarise(db: Db, filter: Filter): Promise<ChatSummary> {
  const counts = new Counts();
  for (const siteId of filter.siteIds) await countSite(db, siteId, {filter, counts});
  const {responses, stars} = counts;
  const agents = counts.byAgent.tallies(responses);
  const channels = counts.byConversation.tallies(undefined, MAX_GROUPS);
  const agentNames = await readNames(db, 'agents', 'name', agents);
  const channelNames = await readNames(db, 'conversations', 'channel', channels);
  const rated = stars.reduce((sum, count) => sum + count, 0);
  const sum = stars.reduce((sum, count, index) => sum + count * (index + 1), 0);
  const toGroup = <Key>({stars, ...tally}: Tally<Key>, key: string, name = key): Group => ({
    ...tally,
    key,
    name,
    rating: tally.rated ? stars / tally.rated : null,
  });
  return {
    from: filter.from,
    to: filter.to,
    timezone: filter.timezone,
    chats: counts.chats,
    answered: responses.length,
    responseTime: spreadOf(responses),
    duration: spreadOf(counts.durations),
    rating: {count: rated, mean: rated ? sum / rated : null, counts: stars},
    byDay: counts.byDay
      .tallies(responses)
      .sort((a, b) => a.key - b.key)
      .map((tally) => toGroup(tally, new Date(tally.key * DAY).toISOString().slice(0, 10))),
    byHour: counts.byHour
      .tallies(responses)
      .sort((a, b) => a.key - b.key)
      .map((tally) => toGroup(tally, String(tally.key))),
    byAgent: agents
      .map((tally) => toGroup(tally, tally.key ? String(tally.key) : '', agentNames.get(tally.key) ?? ''))
      .sort(byMost)
      .slice(0, MAX_GROUPS),
    byChannel: channels.map((tally) => toGroup(tally, channelNames.get(tally.key) ?? '')).sort(byMost),
    byReferral: counts.byReferral
      .tallies(responses)
      .map((tally) => toGroup(tally, tally.key))
      .sort(byMost)
      .slice(0, MAX_GROUPS),
  };
}

/** What the numbers of a table stand for. */
async function readNames(
  db: Db,
  table: 'agents' | 'conversations',
  column: string,
  tallies: readonly Tally<number>[],
): Promise<Map<number, string>> {
  const {rows} = await sql<{number: number; name: string}>`
    select number, ${sql.ref(column)} as name from ${sql.table(table)}
    where number = any(${tallies.map(({key}) => key)}::bigint[])`.execute(db);
  return new Map(rows.map(({number, name}) => [number, name]));
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
      c.started_at as "startedAt", case when c.replied_at is null then null else c.last_at - c.started_at end as duration,
      c.replied_at - c.started_at as "responseTime", c.rating
    from unnest(${[...filter.siteIds]}::text[]) site cross join lateral (
      select * from chats c where c.site_id = site and ${fits}
        and ${referral === undefined ? sql`true` : sql`c.referral = ${referral}`}
        and ${hour === undefined ? sql`true` : sql`extract(hour from ${local}) = ${hour}`}
        and ${rating === undefined ? sql`true` : sql`c.rating = ${rating}`}
      order by c.started_at desc, c.id desc limit ${limit}
    ) c left join agents a on a.id = c.agent_id
    order by c.started_at desc, c.id desc limit ${limit}`.execute(db);
  return rows;
}
