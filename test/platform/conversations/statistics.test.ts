import assert from 'node:assert/strict';
import {buffer} from 'node:stream/consumers';
import {after, test} from 'node:test';
import {gunzipSync} from 'node:zlib';
import fc from 'fast-check';
import {sql} from 'kysely';
import {streamStatistics} from '../../../demo/platform/conversations/api/statistics.ts';
import {
  pack,
  LISTS,
  toColumns,
  unpack,
  type ChatLists,
} from '../../../demo/platform/conversations/chat-columns.ts';
import {packChatDays} from '../../../demo/platform/conversations/chat-days.ts';
import {inZone, writeLines} from '../../../demo/platform/conversations/chat-lines.ts';
import {readChats, type ChatRow} from '../../../demo/platform/conversations/chat-rows.ts';
import {keepTexts} from '../../../demo/platform/conversations/chat-texts.ts';
import {createOffsets} from '../../../demo/platform/conversations/offsets.ts';
import {summarise, type Filter} from '../../../demo/platform/conversations/statistics.ts';
import type {ChatSummary, Group} from '../../../src/protocol/chat-summary.ts';
import {openDatabase} from '../../../demo/platform/database/open.ts';
import {createTestDatabase} from '../support/database.ts';
import {toCsv, toJson, type PlainChat} from '../support/plain-lines.ts';

const own = await createTestDatabase();
const database = await openDatabase(own.location);
const {db} = database;
after(async () => {
  await database.close();
  await own.release();
});

const DAY = 86_400_000;
/** Around the end of summer time in Europe. */
const BEGIN = Date.UTC(2026, 9, 20);
const END = Date.UTC(2026, 10, 1);
const NOW = Date.UTC(2026, 9, 30, 12);
const SITES = ['one', 'two'];
const AGENTS = ['a', 'b', 'c'];
const VISITORS = [0, 1, 2, 3, 4, 5];
const ZONES = [
  'UTC',
  'Europe/Stockholm',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'America/St_Johns',
  'Australia/Lord_Howe',
];

for (const site of SITES) {
  await sql`insert into sites (id, name, origins, configuration, created_at) values (${site}, ${site}, '[]', '{}', 0)`.execute(
    db,
  );
  await sql`insert into page_filters (site_id, search_filter, search_name, match_type) values (${site}, ${'even'}, '', 'like')`.execute(
    db,
  );
  for (const visitor of VISITORS) {
    const id = `${site}-${visitor}`;
    await sql`insert into conversations (id, site_id, channel, token_hash, created_at, visited_at, present_until,
        traffic_type, search_engine, browser, os, city, country, language)
      values (${id}, ${site}, ${`V${visitor}`}, ${id}, 0, 0, 0, '', '', '', '', '', '', '')`.execute(db);
    await sql`insert into page_views (conversation_id, url, title, at)
      values (${id}, ${`https://shop.example/${visitor % 2 ? 'odd' : 'even'}`}, '', 0)`.execute(db);
  }
}
await sql`insert into teams (id, name, created_at) values ('team', 'Team', 0)`.execute(db);

interface Chat {
  site: string;
  visitor: number;
  agent: string | null;
  started: number;
  response: number | null;
  duration: number;
  rating: number | null;
  referral: string;
}

const time = fc.integer({min: BEGIN, max: END});
/** The day on which the clocks change has more than one chat. */
const busyTime = fc.oneof(time, fc.integer({min: BEGIN + 5 * DAY, max: BEGIN + 6 * DAY}));
const chat: fc.Arbitrary<Chat> = fc.record({
  site: fc.constantFrom(...SITES),
  visitor: fc.constantFrom(...VISITORS),
  agent: fc.constantFrom(null, ...AGENTS),
  started: busyTime,
  response: fc.option(fc.integer({min: 0, max: 9_000_000})),
  duration: fc.integer({min: 0, max: 90_000_000}),
  rating: fc.option(fc.integer({min: 1, max: 5})),
  referral: fc.constantFrom('Direct', 'Organic', 'ньюс.example', ''),
});
const filter = fc.record({
  siteIds: fc.subarray(SITES, {minLength: 1}),
  range: fc.tuple(busyTime, time),
  agents: fc.subarray([...AGENTS, null]),
  channels: fc.subarray(['V0', 'V1', 'V9']),
  isPaged: fc.boolean(),
  isZipped: fc.boolean(),
  timezone: fc.constantFrom(...ZONES),
});
/** What happens to a chat after it was counted. */
const change = fc.record({
  kind: fc.constantFrom('rate', 'reply', 'delete', 'move agent', 'rename agent', 'begin'),
  place: fc.nat(),
  chat,
});

async function insert({
  site,
  visitor,
  agent,
  started,
  response,
  duration,
  rating,
  referral,
}: Chat): Promise<void> {
  await sql`insert into chats (site_id, conversation_id, channel, agent_id, started_at, replied_at, last_at, rating,
      referral, search_engine, exit_page, browser, os, city, country)
    values (${site}, ${`${site}-${visitor}`}, ${`V${visitor}`}, (select id from agents where id = ${agent}), ${started},
      ${response === null ? null : started + response}, ${started + duration}, ${rating}, ${referral}, '', '', '', '', '', '')`.execute(
    db,
  );
}

async function apply({kind, place, chat}: {kind: string; place: number; chat: Chat}): Promise<void> {
  if (kind === 'begin') return insert(chat);
  const which = sql`(select id from chats order by id offset ${place}::int % greatest((select count(*) from chats), 1) limit 1)`;
  if (kind === 'rate') await sql`update chats set rating = ${chat.rating} where id = ${which}`.execute(db);
  if (kind === 'reply')
    await sql`update chats set replied_at = started_at + 5, last_at = last_at + 7 where id = ${which}`.execute(
      db,
    );
  if (kind === 'delete') await sql`delete from chats where id = ${which}`.execute(db);
  if (kind === 'rename agent')
    await sql`update agents set name = name || '!' where id = ${chat.agent ?? 'a'}`.execute(db);
  // Their chats become nobody's, by the foreign key.
  if (kind === 'move agent') await sql`delete from agents where id = ${chat.agent ?? 'a'}`.execute(db);
}

interface Row extends PlainChat {
  agent: number;
}

const middle = (values: number[], share = 0.5) => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted.length ? sorted.find((_, index) => index + 1 >= share * sorted.length)! : null;
};
const isNumber = (value: number | null): value is number => value !== null;
const spread = (values: number[]) => ({
  count: values.length,
  median: middle(values),
  p90: middle(values, 0.9),
});

/** The same by going through the chats one by one. */
function countPlainly(rows: Row[], timezone: string) {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: timezone,
    dateStyle: 'short',
    timeStyle: 'medium',
  });
  const group = (keyOf: (row: Row) => string, hasMedian = true) => {
    const groups: Record<string, Omit<Group, 'key' | 'name'>> = {};
    for (const key of new Set(rows.map(keyOf))) {
      const own = rows.filter((row) => keyOf(row) === key);
      const ratings = own.map(({rating}) => rating).filter(isNumber);
      const responses = own.map(({response}) => response).filter(isNumber);
      groups[key] = {
        chats: own.length,
        answered: responses.length,
        rated: ratings.length,
        rating: ratings.length ? ratings.reduce((a, b) => a + b) / ratings.length : null,
        responseTime: hasMedian ? middle(responses) : null,
      };
    }
    return groups;
  };
  const ratings = rows.map(({rating}) => rating).filter(isNumber);
  return {
    chats: rows.length,
    responseTime: spread(rows.map(({response}) => response).filter(isNumber)),
    duration: spread(rows.map(({duration}) => duration).filter(isNumber)),
    ratings: [1, 2, 3, 4, 5].map((value) => ratings.filter((rating) => rating === value).length),
    byDay: group(({started}) => format.format(started).slice(0, 10)),
    byHour: group(({started}) => String(Number(format.format(started).slice(11, 13)))),
    byAgent: group(({agent}) => (agent ? String(agent) : '')),
    byReferral: group(({referral}) => referral),
  };
}

const byKey = (groups: readonly Group[]) =>
  Object.fromEntries(groups.map(({key, name: _, ...group}) => [key, group]));
const comparable = ({chats, responseTime, duration, rating, ...by}: ChatSummary) => ({
  chats,
  responseTime,
  duration,
  ratings: rating.counts,
  byDay: byKey(by.byDay),
  byHour: byKey(by.byHour),
  byAgent: byKey(by.byAgent),
  byReferral: byKey(by.byReferral),
});

async function readPlainly({siteIds, from, to, agents, channels, pageFilterIds}: Filter): Promise<Row[]> {
  const {rows} = await sql<Row & {site: string; paged: boolean}>`
    select c.site_id as site, coalesce(a.number, 0) as agent, a.name, a.email, c.channel, c.started_at as started, c.rating, c.referral,
      c.replied_at - c.started_at as response, case when replied_at is not null then last_at - started_at end as duration,
      right(c.channel, 1)::int % 2 = 0 as paged
    from chats c left join agents a on a.id = c.agent_id order by c.started_at, c.id`.execute(db);
  return rows.filter(
    ({site, agent, channel, started, paged}) =>
      siteIds.includes(site) &&
      started >= from &&
      started <= to &&
      (!agents.length || agents.includes(agent)) &&
      (!channels.length || channels.includes(channel)) &&
      (!pageFilterIds.length || paged),
  );
}

/** What the chat API sends. */
async function write(asked: Filter, format: 'json' | 'csv', isZipped: boolean): Promise<string> {
  const {timezone, ...filter} = asked;
  const zone = format === 'csv' ? timezone : undefined;
  const encoding = isZipped ? 'gzip' : 'identity';
  const bytes = await buffer(streamStatistics(db, filter, {format, timezone: zone, encoding}));
  return (isZipped ? gunzipSync(bytes) : bytes).toString();
}

test('the statistics are what going through the chats one by one gives, and stay it after any change', async () => {
  const {rows: pageFilters} = await sql<{id: number}>`select id from page_filters`.execute(db);
  await fc.assert(
    fc.asyncProperty(
      fc.array(chat, {minLength: 10, maxLength: 25}),
      fc.array(filter, {minLength: 1, maxLength: 3}),
      fc.array(change, {minLength: 1, maxLength: 4}),
      async (chats, filters, changes) => {
        await sql`truncate chats, chat_days, chat_texts`.execute(db);
        for (const id of AGENTS)
          await sql`insert into agents (id, team_id, email, name, role, password_hash, created_at)
            values (${id}, 'team', ${id}, ${id}, 'agent', '', 0) on conflict do nothing`.execute(db);
        const {rows: agents} = await sql<{id: string; number: number}>`select id, number from agents`.execute(
          db,
        );
        for (const entry of chats) await insert(entry);
        for (const next of [undefined, ...changes]) {
          // What changes is packed already.
          await packChatDays(db, NOW, new AbortController().signal);
          if (next) await apply(next);
          for (const {range, agents: names, isPaged, isZipped, ...rest} of filters) {
            const asked: Filter = {
              ...rest,
              from: Math.min(...range),
              to: Math.max(...range),
              agents: names.map((name) => agents.find(({id}) => id === name)?.number ?? 0),
              pageFilterIds: isPaged ? pageFilters.map(({id}) => id) : [],
            };
            const rows = await readPlainly(asked);
            const expected = countPlainly(rows, asked.timezone);
            assert.deepEqual(comparable(await summarise(db, asked)), expected);
            assert.equal(await write(asked, 'csv', isZipped), toCsv(rows, asked.timezone));
            assert.deepEqual(JSON.parse(await write(asked, 'json', isZipped)), toJson(rows));
          }
        }
      },
    ),
    {numRuns: 12},
  );
});

test('the platform packs days that are over by itself, once', async () => {
  await sql`truncate chats, chat_days, chat_texts`.execute(db);
  const entry = {visitor: 1, agent: null, response: 5, duration: 9, rating: null, referral: 'Direct'};
  await insert({...entry, site: 'one', started: NOW - 3 * DAY});
  await insert({...entry, site: 'two', started: NOW});
  const {signal} = new AbortController();
  const packed = async () =>
    (
      await sql<{site_id: string; day: number; size: number}>`
        select site_id, day, length(chats) as size from chat_days where chats is not null order by day`.execute(
        db,
      )
    ).rows.map(({site_id, day, size}) => [site_id, Math.ceil(day - NOW / DAY), size > 20]);
  await packChatDays(db, NOW, signal);
  const expected = [
    ['one', -3, true],
    ['one', -2, false],
    ['one', -1, false],
  ];
  assert.deepEqual(await packed(), expected);
  await sql`update chat_days set version = 7`.execute(db);
  await packChatDays(db, NOW, signal);
  await sql`update chats set rating = 5 where site_id = 'one'`.execute(db);
  assert.deepEqual(await packed(), expected.slice(1));
  await packChatDays(db, NOW, AbortSignal.abort());
  assert.deepEqual(await packed(), expected.slice(1));
  await packChatDays(db, NOW, signal);
  assert.deepEqual(await packed(), expected);
});

test('more chats than are read at once come all, once, and oldest first, whatever site they are of', async () => {
  await sql`truncate chats, chat_days, chat_texts`.execute(db);
  // Many begin at the same moment.
  await sql`
    insert into chats (site_id, conversation_id, channel, started_at, last_at, referral, search_engine, exit_page, browser, os,
      city, country)
    select site, site || '-1', site || n, ${BEGIN}::bigint + n / 7, ${END}, '', '', '', '', '', '', ''
    from generate_series(1, 4500) n, unnest(${SITES}::text[]) site`.execute(db);
  const filter = {siteIds: SITES, from: BEGIN + 10, to: END, agents: [], channels: [], pageFilterIds: []};
  const read: {channel: string; startedAt: number}[] = [];
  const sizes: number[] = [];
  for await (const chats of readChats(db, filter)) {
    sizes.push(chats.length);
    read.push(...chats);
  }
  assert.equal(new Set(read.map(({channel}) => channel)).size, 2 * (4500 - 69));
  assert.equal(read.length, 2 * (4500 - 69));
  assert.ok(Math.max(...sizes) <= 2000);
  assert.deepEqual(
    read.map(({startedAt}) => startedAt),
    read.map(({startedAt}) => startedAt).sort((a, b) => a - b),
  );
});

test('a chat that changes while its day is being packed is not forgotten', async () => {
  await sql`truncate chats, chat_days, chat_texts`.execute(db);
  const entry = {
    site: 'one',
    visitor: 1,
    agent: null,
    response: 5,
    duration: 9,
    rating: null,
    referral: 'Direct',
  };
  await insert({...entry, started: NOW - 2 * DAY});
  const ask = {
    siteIds: ['one'],
    from: NOW - 3 * DAY,
    to: NOW,
    agents: [],
    channels: [],
    pageFilterIds: [],
    timezone: 'UTC',
  };
  const {signal} = new AbortController();
  await Promise.all([
    packChatDays(db, NOW, signal),
    packChatDays(db, NOW, signal),
    sql`update chats set rating = 4`.execute(db),
    insert({...entry, started: NOW - 2 * DAY + 1}),
  ]);
  const {chats, rating} = await summarise(db, ask);
  assert.deepEqual([chats, rating.count >= 1], [2, true]);
});

test('what is packed is what is unpacked', () => {
  const counted = fc.record({
    started: fc.nat(DAY - 1),
    agent: fc.nat(),
    conversation: fc.nat(),
    referral: fc.string({unit: 'binary'}),
    response: fc.option(fc.nat()),
    duration: fc.option(fc.nat()),
    rating: fc.nat(5),
  });
  fc.assert(
    fc.property(fc.array(counted), (chats) => {
      const lists = Object.fromEntries(LISTS.map((name) => [name, chats.map((chat) => chat[name])]));
      const columns = toColumns(lists as unknown as ChatLists);
      assert.deepEqual(unpack(pack(columns)), columns);
      assert.deepEqual(
        [...columns.referral].map((place) => columns.referrals[place]),
        chats.map(({referral}) => referral),
      );
    }),
  );
});

test('times of lines are those of the zone, at every offset and on both sides of midnight', () => {
  const chats = fc.array(
    chat.map(({agent: _, ...rest}) => ({...rest, channel: 'V', name: 'ф', email: null})),
    {minLength: 20},
  );
  fc.assert(
    fc.property(chats, fc.constantFrom(...ZONES), (chats, zone) => {
      const rows = (toJson(chats) as {json: (Omit<ChatRow, 'startedAt'> & {startedAt: string})[]}).json;
      const lines = writeLines(
        rows.map((row) => ({...row, startedAt: Date.parse(row.startedAt)})),
        'csv',
      );
      const [, ...expected] = toCsv(chats, zone).split('\r\n');
      assert.deepEqual(
        Buffer.from(inZone(lines, createOffsets(zone)))
          .toString()
          .split('\r\n'),
        expected,
      );
    }),
  );
});

test('a day with too many chats to be kept as text is written from the table', async () => {
  await sql`truncate chats, chat_days, chat_texts`.execute(db);
  const started = NOW - 2 * DAY;
  const entry = {
    site: 'one',
    visitor: 1,
    agent: null,
    response: 5,
    duration: 9,
    rating: 3,
    referral: 'Direct',
  };
  await insert({...entry, started});
  await packChatDays(db, NOW, new AbortController().signal);
  await sql`update chat_days set version = version + 1`.execute(db);
  const {rows} = await sql<{day: number; version: number}>`select day, version from chat_days`.execute(db);
  for (const day of rows) await keepTexts(db, 'one', day, undefined);
  const asked = {siteIds: ['one'], from: started, to: NOW, agents: [], channels: [], pageFilterIds: []};
  assert.match(await write({...asked, timezone: 'UTC'}, 'json', false), /"length":1\}$/);
  // It is not tried again before the day changes.
  await packChatDays(db, NOW, new AbortController().signal);
  const {rows: kept} = await sql`select from chat_texts where text is not null`.execute(db);
  assert.equal(kept.length, 0);
});
