/** A year of chats is written as it is taken: few of them are in memory at once, and no more where nobody takes any. */
import assert from 'node:assert/strict';
import {get, type IncomingMessage} from 'node:http';
import {after, before, test} from 'node:test';
import {setImmediate} from 'node:timers/promises';
import {sql} from 'kysely';
import {
  streamStatistics,
  type StatisticsOptions,
} from '../../../demo/platform/conversations/api/statistics.ts';
import {packChatDays} from '../../../demo/platform/conversations/chat-days.ts';
import {openDatabase} from '../../../demo/platform/database/open.ts';
import {deflate, inflate} from '../../../demo/platform/http/deflated.ts';
import type {Db} from '../../../demo/platform/database/schema.ts';
import {createPlatform} from '../../../demo/platform/platform.ts';
import {listen} from '../../../demo/platform/server.ts';
import {writeYear} from '../../bench/conversations/year.ts';
import {countChats} from '../support/count-chats.ts';
import {createTestClock} from '../support/clock.ts';
import {createTestDatabase} from '../support/database.ts';

const DAY = 86_400_000;
const END = Date.UTC(2026, 10, 21);
const SITE = 'year';
const KEY = 'a-key-of-a-year-of-chats-00000000';
const CHATS = 20_000;
/** One batch of rows is being taken, one is in the making, one has just been read. Of packed days it is less. */
const FEW = 3 * 2000;
const YEAR = {
  siteIds: [SITE],
  from: END - 365 * DAY,
  to: END - 1,
  agents: [],
  channels: [],
  pageFilterIds: [],
};
const HALF = {...YEAR, from: END - 180 * DAY};
const CSV: StatisticsOptions = {format: 'csv', encoding: 'identity'};
const WAYS: [string, StatisticsOptions][] = [
  ['as CSV', CSV],
  ['as CSV in a time zone', {...CSV, timezone: 'Europe/Stockholm'}],
  ['as JSON', {format: 'json', encoding: 'identity'}],
];

/** As much as a day's text, and as hard to compress. */
const SAMPLE = Buffer.from(Array.from({length: 2000}, (_, n) => Math.sin(n)).join());

const own = await createTestDatabase();
const database = await openDatabase(own.location);
const {db} = database;

before(async () => {
  await sql`insert into sites (id, name, origins, configuration, created_at) values (${SITE}, '', '[]', '{}', 0)`.execute(
    db,
  );
  await sql`insert into teams (id, name, created_at) values ('team', '', 0)`.execute(db);
  await sql`insert into agents (id, team_id, email, name, role, password_hash, created_at)
    values ('a', 'team', 'a', 'Ada', 'agent', '', 0)`.execute(db);
  await writeYear(db, {siteId: SITE, end: END, chats: CHATS, visitors: 50});
});
after(async () => {
  await database.close();
  await own.release();
});

const pack = () => packChatDays(db, END, new AbortController().signal);
const unpack = () => sql`truncate chat_days, chat_texts`.execute(db);

/** Chats in a piece of what is written: each begins with its channel. */
const chatsIn = (piece: Uint8Array) =>
  Buffer.from(piece)
    .toString('latin1')
    .match(/V1\d{18}/g)?.length ?? 0;

/** Takes everything, and says how many chats it was, and how many were read and not yet taken at most. */
async function takeAll(filter: typeof YEAR, options: StatisticsOptions) {
  const {db: counted, count} = countChats(db);
  let [taken, most] = [0, 0];
  for await (const piece of streamStatistics(counted, filter, options)) {
    most = Math.max(most, count.chats - taken);
    taken += chatsIn(piece);
  }
  return {taken, most};
}

/**
 * Resolves when a number that is more than 0 stays as it is while the database, the threads and the loop of events have
 * gone round often.
 */
async function untilStill(db: Db, read: () => number): Promise<number> {
  for (let last = 0; !last || last !== read();) {
    last = read();
    for (let turn = 0; turn < 60; turn++) {
      await sql`select 1`.execute(db);
      await inflate(await deflate(SAMPLE));
      await setImmediate();
    }
  }
  return read();
}

for (const [what, prepare] of [
  ['packed', pack],
  ['not packed', unpack],
] as const) {
  for (const [how, options] of WAYS)
    test(`of a year that is ${what}, written ${how}, as few chats are in memory as of half of it`, async () => {
      await prepare();
      const year = await takeAll(YEAR, options);
      const half = await takeAll(HALF, options);
      assert.equal(year.taken, CHATS);
      assert.ok(half.taken < CHATS / 1.9);
      assert.ok(year.most <= FEW, `${year.most} at once`);
      assert.ok(year.most - half.most < 200, `${year.most} at once, and of half of it ${half.most}`);
    });

  for (const [how, options] of [...WAYS, ['compressed', {...CSV, encoding: 'gzip'}] as const])
    test(`of a year that is ${what}, ${how}, nothing more is read while nobody takes it, nor once nobody wants it`, async () => {
      await prepare();
      const {db: counted, count} = countChats(db);
      const reader = streamStatistics(counted, YEAR, options).getReader();
      for (let piece = 0; piece < 3; piece++) await reader.read();
      const read = await untilStill(db, () => count.chats);
      assert.ok(read > 0 && read <= 2 * FEW, `${read} chats were read`);
      const {queries} = count;
      await reader.cancel();
      await untilStill(db, () => count.queries);
      assert.equal(count.queries, queries);
    });
}

test('a client that does not read is waited for', async (t) => {
  // More than the system keeps for a connection by itself.
  await sql`update chats set exit_page = ${`https://shop.example/${'p'.repeat(4800)}`}`.execute(db);
  await unpack();
  const clock = createTestClock(END);
  const platform = await createPlatform({database: own.location, clock});
  await platform.putSite({id: SITE, name: '', origins: [], apiKey: KEY});
  const server = await listen(0, '127.0.0.1');
  let given = 0;
  const count = new TransformStream<Uint8Array, Uint8Array>(
    {
      transform(piece, controller) {
        given += piece.length;
        controller.enqueue(piece);
      },
    },
    undefined,
    {highWaterMark: 0},
  );
  const app = {
    fetch: async (request: Request) => {
      const answer = await platform.app.fetch(request);
      return new Response(answer.body!.pipeThrough(count), answer);
    },
  };
  server.answerWith({...platform, app: app as typeof platform.app});
  const range = [YEAR.from, YEAR.to].map((time) => encodeURIComponent(new Date(time).toISOString()));
  const path = `/message/chatStatistics/${KEY}/1?startTime=${range[0]}&endTime=${range[1]}&fileType=csv`;
  const response = await new Promise<IncomingMessage>((resolve, reject) =>
    get(`http://127.0.0.1:${server.port}${path}`, resolve).on('error', reject),
  );
  t.after(async () => {
    response.destroy();
    await server.close();
    await platform.close();
  });
  assert.equal(response.statusCode, 200);
  response.pause();
  const before = await untilStill(db, () => given);
  let size = 0;
  for await (const piece of response as AsyncIterable<Uint8Array>) size += piece.length;
  assert.equal(size, given);
  assert.ok(size > 90_000_000, `${size} bytes`);
  assert.ok(
    before > 0 && before < size / 2,
    `${before} of ${size} bytes were given before anybody took them`,
  );
});
