import {spawn} from 'node:child_process';
import {mkdirSync, mkdtempSync, rmSync} from 'node:fs';
import {once} from 'node:events';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {createInterface} from 'node:readline';
import {createTestDatabase, fillFolder, SERVER} from '../../platform/support/database.ts';

const ROOT = join(import.meta.dirname, '../../..');
/** The demo's customer, as `npm start` prints it. */
const SITE_ID = '11111111-1111-4111-8111-111111111111';
const API_KEY = 'a-key-of-the-journeys-000000000000';

export interface PlatformOptions {
  /** Only the base contract: no stream, no events, no cursors. @default false */
  isBaseOnly?: boolean;
  /** More of its environment. */
  env?: Record<string, string>;
  /** On the embedded database also where the tests have a server, which takes half of the processor's time. @default false */
  isEmbedded?: boolean;
}

/** The platform in a process of its own, with an empty database. */
export interface RunningPlatform {
  readonly url: string;
  readonly siteId: string;
  /** Calls the sending API as a customer's backend does. Rejects with the answer where it is no success. */
  readonly call: (method: string, path: string, body?: object) => Promise<unknown>;
  readonly stop: () => Promise<void>;
}

/** Starts the platform on a free port. Rejects with its exit code where it does not come up. */
export async function startPlatform({
  isBaseOnly = false,
  env = {},
  isEmbedded = !SERVER,
}: PlatformOptions): Promise<RunningPlatform> {
  const folder = mkdtempSync(join(tmpdir(), 'app-inbox-journeys-'));
  mkdirSync(join(folder, 'data'));
  const database = isEmbedded ? undefined : await createTestDatabase();
  const url = database && 'url' in database.location ? database.location.url : '';
  if (!url) await fillFolder(join(folder, 'data'));
  const child = spawn(process.execPath, ['--import', 'tsx', 'demo/main.ts'], {
    cwd: ROOT,
    env: {
      ...process.env,
      PORT: '0',
      HOST: '127.0.0.1',
      DATA_DIR: join(folder, 'data'),
      DATABASE_URL: url,
      APP_INBOX_API_KEY: API_KEY,
      BASE_ONLY: isBaseOnly ? '1' : '0',
      SEED: '0',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  async function stop(): Promise<void> {
    // Nothing in its database is of use to anybody.
    child.kill('SIGKILL');
    await exited;
    await database?.release();
    rmSync(folder, {recursive: true, force: true});
  }

  const port = await Promise.race([readPort(child.stdout), exited.then(([code]) => String(code))]);
  if (typeof port === 'string') {
    await stop();
    throw new Error(`The platform ended with ${port} before it was ready`);
  }
  const address = `http://127.0.0.1:${port}`;
  return {
    url: address,
    siteId: SITE_ID,
    async call(method, path, body) {
      const response = await fetch(address + path, {
        method,
        headers: {Authorization: `Bearer ${API_KEY}`, ...(body && {'Content-Type': 'application/json'})},
        body: body && JSON.stringify(body),
      });
      const text = await response.text();
      if (!response.ok) throw new Error(`${method} ${path} was answered ${response.status}: ${text}`);
      return text ? (JSON.parse(text) as unknown) : undefined;
    },
    stop,
  };
}

/** The port in the one line that the platform prints when it is ready. */
function readPort(stdout: NodeJS.ReadableStream): Promise<number> {
  return new Promise((resolve) => {
    createInterface({input: stdout}).on('line', (line) => {
      const [, port] = /ready at http:\/\/localhost:(\d+)\//.exec(line) ?? [];
      if (port) resolve(Number(port));
    });
  });
}
