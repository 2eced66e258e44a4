/** The processes of the measurement: a platform that can be asked and restarted, and clients in tens of hundreds. */
import {fork, type ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {createTestDatabase, fillFolder, SERVER} from '../../platform/support/database.ts';
import type {Times} from './clients.ts';
import {fillDatabase} from './contacts.ts';

const HERE = import.meta.dirname;
const BUNDLE = join(HERE, '../../../dist/cdn');
/** Clients in one process: more make that one the slowest part. */
const PER_PROCESS = 5000;

export interface Memory {
  /** Bytes: of the process, and of its heap with what buffers hold, both after a collection. */
  rss: number;
  heap: number;
  /** Microseconds. */
  cpu: NodeJS.CpuUsage;
}

export interface BenchPlatform {
  readonly url: string;
  /** What the database is, in words. */
  readonly database: string;
  memory(): Promise<Memory>;
  /** Ends it as an operator would, and starts it again on the same port. Returns when it was up: epoch, milliseconds. */
  restart(): Promise<number>;
  stop(): Promise<void>;
}

/** What the child says next; rejects when it ends instead. */
async function hear<Answer>(child: ChildProcess): Promise<Answer> {
  const over = new AbortController();
  const {signal} = over;
  const ended = once(child, 'exit', {signal}).then(([code, by]) => {
    throw new Error(`A process of the measurement ended with ${code ?? by}`);
  });
  try {
    return ((await Promise.race([once(child, 'message', {signal}), ended])) as [Answer])[0];
  } finally {
    ended.catch(() => {});
    over.abort();
  }
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
}

async function createLocation(contacts: number): Promise<{at: string; drop: () => Promise<void>}> {
  if (SERVER) {
    const {location, ...database} = await createTestDatabase();
    await fillDatabase(location, contacts);
    return {at: 'url' in location ? location.url : '', drop: () => database.release()};
  }
  const folder = await mkdtemp(join(tmpdir(), 'app-inbox-bench-'));
  await fillFolder(folder);
  await fillDatabase({folder}, contacts);
  return {at: folder, drop: () => rm(folder, {recursive: true, force: true})};
}

export async function startBenchPlatform(contacts: number): Promise<BenchPlatform> {
  const {at, drop} = await createLocation(contacts);
  let port = 0;
  let child!: ChildProcess;

  async function start(): Promise<void> {
    child = fork(join(HERE, 'platform.ts'), [String(port), at, BUNDLE], {
      execArgv: ['--import', 'tsx', '--expose-gc'],
    });
    ({port} = await hear<{port: number}>(child));
  }

  await start();
  return {
    get url() {
      return `http://127.0.0.1:${port}`;
    },
    database: SERVER ? 'PostgreSQL on the same machine' : 'the embedded database',
    async memory() {
      const answer = hear<Memory>(child);
      child.send('memory');
      return answer;
    },
    async restart() {
      await end(child, 'SIGTERM');
      await start();
      return Date.now();
    },
    async stop() {
      await end(child, 'SIGKILL');
      await drop();
    },
  };
}

export interface Clients {
  /** What happened since it was asked last. */
  times(): Promise<Times>;
  stop(): Promise<void>;
}

/** Resolves when all of them have their stream. */
export async function startClients(url: string, first: number, count: number): Promise<Clients> {
  const children: ChildProcess[] = [];
  for (let done = 0; done < count; done += PER_PROCESS) {
    const args = [url, String(first + done), String(Math.min(PER_PROCESS, count - done))];
    const child = fork(join(HERE, 'clients.ts'), args, {execArgv: ['--import', 'tsx']});
    children.push(child);
    await hear(child);
  }
  return {
    async times() {
      const answers = children.map((child) => hear<Times>(child));
      for (const child of children) child.send('times');
      const all = await Promise.all(answers);
      return {
        tried: all.flatMap(({tried}) => tried),
        opened: all.flatMap(({opened}) => opened),
        open: all.reduce((sum, {open}) => sum + open, 0),
      };
    },
    async stop() {
      for (const child of children) await end(child, 'SIGKILL');
    },
  };
}
