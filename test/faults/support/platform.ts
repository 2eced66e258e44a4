import {fork, type ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {mkdtemp, rm} from 'node:fs/promises';
import {createServer, type AddressInfo} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {setTimeout as pause} from 'node:timers/promises';
import {createTestDatabase, fillFolder, SERVER} from '../../platform/support/database.ts';

const KEY = 'key-of-the-fault-tests-1234567890';

/** The real platform as a process: killed and started again, it answers on the same port from the same data. */
export interface KillablePlatform {
  readonly port: number;
  /** A request of the customer's backend, again and again while the platform is away. */
  backend(path: string, body: object, headers?: Record<string, string>): Promise<Record<string, unknown>>;
  /** ... or once. */
  ask(path: string, body: object, headers?: Record<string, string>): Promise<Record<string, unknown>>;
  /** SIGKILL: nothing is ended, nothing is written down. */
  kill(): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const {port} = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function createLocation(): Promise<{at: string; drop: () => Promise<void>}> {
  if (SERVER) {
    const database = await createTestDatabase();
    return {at: 'url' in database.location ? database.location.url : '', drop: () => database.release()};
  }
  const folder = await mkdtemp(join(tmpdir(), 'platform-faults-'));
  await fillFolder(folder);
  return {at: folder, drop: () => rm(folder, {recursive: true, force: true})};
}

export async function startKillablePlatform(): Promise<KillablePlatform> {
  const {at, drop} = await createLocation();
  const port = await freePort();
  let child: ChildProcess | undefined;

  const it: KillablePlatform = {
    port,
    async start() {
      const starting = fork(join(import.meta.dirname, 'platform-process.ts'), [String(port), at, KEY], {
        execArgv: ['--import', 'tsx'],
      });
      child = starting;
      const ended = once(starting, 'exit').then(([code]) => {
        throw new Error(`The platform ended with ${code} before it was ready`);
      });
      await Promise.race([once(starting, 'message'), ended]);
      ended.catch(() => {});
    },
    async kill() {
      const ending = child;
      child = undefined;
      if (!ending || ending.exitCode !== null || ending.signalCode !== null) return;
      ending.kill('SIGKILL');
      await once(ending, 'exit');
    },
    async ask(path, body, headers) {
      const response = await fetch(`http://127.0.0.1:${port}${path}`, {
        method: 'POST',
        headers: {Authorization: `Bearer ${KEY}`, 'Content-Type': 'application/json', ...headers},
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(60_000),
      });
      if (!response.ok) throw new Error(`${path} was answered ${response.status}: ${await response.text()}`);
      return (await response.json()) as Record<string, unknown>;
    },
    async backend(path, body, headers) {
      for (let attempt = 1; ; attempt++) {
        try {
          return await it.ask(path, body, headers);
        } catch (error) {
          if (attempt === 400) throw error;
          await pause(250);
        }
      }
    },
    async stop() {
      await it.kill();
      await drop();
    },
  };
  await it.start();
  return it;
}
