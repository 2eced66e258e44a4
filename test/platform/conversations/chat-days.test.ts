/** When days of chats are packed. That what is packed is true, `statistics.test.ts` holds. */
import assert from 'node:assert/strict';
import {buffer} from 'node:stream/consumers';
import {after, beforeEach, test} from 'node:test';
import {setImmediate} from 'node:timers/promises';
import {sql, type KyselyPlugin} from 'kysely';
import {streamStatistics} from '../../../demo/platform/conversations/api/statistics.ts';
import {packChatDays} from '../../../demo/platform/conversations/chat-days.ts';
import {summarise} from '../../../demo/platform/conversations/statistics.ts';
import {openDatabase} from '../../../demo/platform/database/open.ts';
import {createPlatform} from '../../../demo/platform/platform.ts';
import {writeYear} from '../../bench/conversations/year.ts';
import {createTestClock} from '../support/clock.ts';
import {createTestDatabase} from '../support/database.ts';

const DAY = 86_400_000;
const END = Date.UTC(2026, 10, 21);
const SITE = 'year';
const YEAR = {
  siteIds: [SITE],
  from: END - 365 * DAY,
  to: END - 1,
  agents: [],
  channels: [],
  pageFilterIds: [],
};

const own = await createTestDatabase();
const database = await openDatabase(own.location);
const {db} = database;
after(async () => {
  await database.close();
  await own.release();
});

await sql`insert into sites (id, name, origins, configuration, created_at) values (${SITE}, '', '[]', '{}', 0)`.execute(
  db,
);
await sql`insert into teams (id, name, created_at) values ('team', 'Team', 0)`.execute(db);
await sql`insert into agents (id, team_id, email, name, role, password_hash, created_at)
  values ('a', 'team', 'a', 'Ada', 'agent', '', 0), ('b', 'team', 'b', 'Bea', 'agent', '', 0)`.execute(db);
await writeYear(db, {siteId: SITE, end: END, chats: 730, visitors: 5});

beforeEach(() => sql`truncate chat_days, chat_texts`.execute(db));

async function count(what: 'columns' | 'texts'): Promise<number> {
  const {rows} = await (
    what === 'columns'
      ? sql<{number: number}>`select count(*)::int as number from chat_days where chats is not null`
      : sql<{number: number}>`select count(*)::int as number from chat_texts t
          join chat_days d on d.site_id = t.site_id and d.day = t.day and d.version = t.version`
  ).execute(db);
  return rows[0]!.number;
}

/** How often the name stands in what the chat API writes. */
async function countName(name: string): Promise<number> {
  const bytes = await buffer(streamStatistics(db, YEAR, {format: 'csv', encoding: 'identity'}));
  return bytes.toString().split(`,${name},`).length - 1;
}

test('what is counted is packed before anything is written: charts wait for seconds at most', async () => {
  const stopping = new AbortController();
  const plugin: KyselyPlugin = {
    transformQuery({node}) {
      if (node.kind === 'RawNode' && node.sqlFragments[0]!.startsWith('insert into chat_texts'))
        stopping.abort();
      return node;
    },
    transformResult: ({result}) => Promise.resolve(result),
  };
  await packChatDays(db.withPlugin(plugin), END, stopping.signal);
  assert.deepEqual([await count('columns'), await count('texts')], [365, 2]);
});

/** The most queries in a row between which nothing else had its turn. */
async function countInRow(work: (watched: typeof db) => Promise<unknown>): Promise<number> {
  let [inRow, most, isDone] = [0, 0, false];
  const plugin: KyselyPlugin = {
    transformQuery: ({node}) => node,
    transformResult({result}) {
      most = Math.max(most, ++inRow);
      return Promise.resolve(result);
    },
  };
  const others = (async () => {
    while (!isDone) {
      await setImmediate();
      inRow = 0;
    }
  })();
  await work(db.withPlugin(plugin));
  isDone = true;
  await others;
  return most;
}

test('while days are packed, and while they are counted unpacked, others have their turn', async () => {
  const {signal} = new AbortController();
  const packing = await countInRow((watched) => packChatDays(watched, END, signal));
  assert.ok(packing < 20, `${packing} queries`);
  await sql`truncate chat_days, chat_texts`.execute(db);
  const counting = await countInRow((watched) => summarise(watched, {...YEAR, timezone: 'UTC'}));
  assert.ok(counting < 60, `${counting} queries`);
});

test('an agent’s new name leaves what is counted as it is, and stands at once in what is written', async () => {
  const {signal} = new AbortController();
  await packChatDays(db, END, signal);
  assert.deepEqual([await count('columns'), await count('texts')], [365, 730]);
  const chats = await countName('Ada');
  assert.ok(chats > 100);
  await sql`update agents set name = 'Ada Lovelace' where id = 'a'`.execute(db);
  assert.equal(await count('columns'), 365);
  assert.ok((await count('texts')) < 730);
  assert.deepEqual([await countName('Ada'), await countName('Ada Lovelace')], [0, chats]);
  await packChatDays(db, END, signal);
  assert.equal(await count('texts'), 730);
  assert.deepEqual([await countName('Ada'), await countName('Ada Lovelace')], [0, chats]);
});

test('a platform packs from its start on what lies in its tables', async () => {
  const platform = await createPlatform({database: own.location, clock: createTestClock(END)});
  // Ends when all of it is done: no time passes meanwhile.
  for (let turn = 0; turn < 10_000 && (await count('texts')) < 730; turn++) await setImmediate();
  await platform.close();
  assert.deepEqual([await count('columns'), await count('texts')], [365, 730]);
});
