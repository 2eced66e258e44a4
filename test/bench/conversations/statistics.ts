/** What a year of a million chats costs on the embedded database: its statistics, and all of it over the chat API. */
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {performance} from 'node:perf_hooks';
import {sql} from 'kysely';
import {packChatDays} from '../../../demo/platform/conversations/chat-days.ts';
import {summarise} from '../../../demo/platform/conversations/statistics.ts';
import {openDatabase} from '../../../demo/platform/database/open.ts';
import type {Db} from '../../../demo/platform/database/schema.ts';
import {median} from '../report.ts';
import {measureApi, type ApiCosts} from './over-http.ts';
import {writeYear} from './year.ts';

const CHATS = 1_000_000;
const VISITORS = 50_000;
const AGENTS = 20;
const ROUNDS = 5;
const DAY = 86_400_000;
const END = Date.UTC(2026, 10, 21);
const SITE = 'bench';

/** Milliseconds on the clock, and of the processor. */
export interface Cost {
  time: number;
  work: number;
}

export interface YearCosts {
  /** The statistics, as the desk asks for them: with packed days, and with none packed yet. */
  packed: Cost;
  unpacked: Cost;
  /** Packing the whole year, which is done in passing. */
  packing: Cost;
  /** The same chats, as the chat API answers. */
  api: ApiCosts;
}

async function costOf(what: () => Promise<unknown>): Promise<Cost> {
  const [start, before] = [performance.now(), process.cpuUsage()];
  await what();
  const {user, system} = process.cpuUsage(before);
  return {time: performance.now() - start, work: (user + system) / 1000};
}

async function writeAccount(db: Db): Promise<void> {
  await sql`insert into sites (id, name, origins, configuration, created_at) values (${SITE}, '', '[]', '{}', 0)`.execute(
    db,
  );
  await sql`insert into teams (id, name, created_at) values ('team', '', 0)`.execute(db);
  await sql`insert into agents (id, team_id, email, name, role, password_hash, created_at)
    select 'a' || n, 'team', 'a' || n, 'Agent ' || n, 'agent', '', 0 from generate_series(1, ${AGENTS}::int) n`.execute(
    db,
  );
}

export async function measureYear(): Promise<YearCosts> {
  const folder = mkdtempSync(join(tmpdir(), 'app-inbox-bench-'));
  const database = await openDatabase({folder});
  const {db} = database;
  let close = () => database.close();
  try {
    await writeAccount(db);
    await writeYear(db, {siteId: SITE, end: END, chats: CHATS, visitors: VISITORS});
    const filter = {
      siteIds: [SITE],
      from: END - 365 * DAY,
      to: END - 1,
      agents: [],
      channels: [],
      pageFilterIds: [],
      timezone: 'Europe/Stockholm',
    };
    const summary = async () => {
      const {chats} = await summarise(db, filter);
      if (chats !== CHATS) throw new Error(`${chats} chats were counted`);
    };
    const unpacked = await costOf(summary);
    await sql`truncate chat_days, chat_texts`.execute(db);
    const packing = await costOf(() => packChatDays(db, END, new AbortController().signal));
    const rounds: Cost[] = [];
    for (let round = 0; round < ROUNDS; round++) rounds.push(await costOf(summary));
    // The first of them has answered nobody.
    const {rows: agents} = await sql<{
      number: number;
    }>`select number from agents order by number limit 10 offset 1`.execute(db);
    await database.close();
    close = () => Promise.resolve();
    const api = await measureApi({
      folder,
      siteId: SITE,
      from: filter.from,
      to: filter.to,
      agents: agents.map(({number}) => number),
    });
    return {
      api,
      packed: {time: median(rounds.map(({time}) => time)), work: median(rounds.map(({work}) => work))},
      unpacked,
      packing,
    };
  } finally {
    await close();
    rmSync(folder, {recursive: true, force: true});
  }
}
