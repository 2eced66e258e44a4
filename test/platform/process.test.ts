import assert from 'node:assert/strict';
import {spawn, type ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {cp, mkdtemp, readdir, readFile, rm, writeFile} from 'node:fs/promises';
import {createServer, type AddressInfo} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {createInterface} from 'node:readline';
import {after, test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {fillFolder} from './support/database.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const KEY = 'key-of-the-process-test-1234567890';
const running = new Set<ChildProcess>();
const folders: string[] = [];

after(async () => {
  for (const child of running) child.kill('SIGKILL');
  for (const folder of folders) await rm(folder, {recursive: true, force: true});
});

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'platform-'));
  folders.push(folder);
  return folder;
}

let filled: Promise<string> | undefined;

/** With an empty database, because making one anew takes seconds. */
async function newDataFolder(): Promise<string> {
  filled ??= newFolder().then(async (folder) => {
    await fillFolder(folder);
    return folder;
  });
  const folder = await newFolder();
  await cp(await filled, folder, {recursive: true});
  return folder;
}

/** A port that nobody uses now. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const {port} = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Starts the real program. */
function start(dataDir: string, port: number) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'demo/main.ts'], {
    cwd: ROOT,
    env: {
      PATH: process.env.PATH,
      DATA_DIR: dataDir,
      PORT: String(port),
      HOST: '127.0.0.1',
      APP_INBOX_API_KEY: KEY,
      SEED: '0',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  const lines: string[] = [];
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const exited = once(child, 'exit').then(([code, signal]) => {
    running.delete(child);
    return {code: code as number | null, signal: signal as string | null, errors};
  });
  const ready = new Promise<string>((resolve, reject) => {
    createInterface(child.stdout).on('line', (line) => {
      lines.push(line);
      resolve(line);
    });
    void exited.then(() => reject(new Error(`It ended before it was ready: ${errors}`)));
  });
  ready.catch(() => {});
  const request = async (method: string, path: string, body?: unknown) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      headers: {Authorization: `Bearer ${KEY}`, 'Content-Type': 'application/json'},
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    return {status: response.status, body: (await response.json()) as Record<string, unknown>};
  };
  return {child, lines, ready, exited, request};
}

test('it says in one line where it is, answers there, and ends cleanly when asked to', async () => {
  const folder = await newFolder();
  const port = await freePort();
  const platform = start(folder, port);
  assert.match(await platform.ready, new RegExp(`http://localhost:${port}/`));
  assert.equal((await platform.request('GET', '/v1/contacts?pageSize=1')).status, 200);
  assert.equal(platform.lines.length, 1);
  assert.ok(!platform.lines[0]!.includes(KEY), 'a key that was given is not shown');

  const stream = await openStream(port, platform);
  platform.child.kill('SIGTERM');
  assert.deepEqual(await platform.exited, {code: 0, signal: null, errors: ''});
  const last = new TextDecoder().decode((await stream.read()).value);
  assert.match(last, /^retry: \d+\n\n$/, 'an open stream is told when to come back');
  assert.equal((await stream.read()).done, true, '... and ended');
  assert.deepEqual(await readdir(folder), ['postgres', 'secrets.key'], 'the lock is given back');
});

async function openStream(port: number, {request}: ReturnType<typeof start>) {
  await request('POST', '/v1/contacts', {externalCustomerId: 'streaming'});
  const {body} = await request('POST', '/v1/auth/contact/token', {externalCustomerId: 'streaming'});
  const response = await fetch(`http://127.0.0.1:${port}/appinbox/v1/stream`, {
    headers: {'ES-TOKEN': body.token as string},
  });
  const reader = response.body!.getReader();
  assert.equal((await reader.read()).done, false);
  return reader;
}

test('a second process on the same folder is refused in words, and the first goes on', async () => {
  const folder = await newDataFolder();
  const first = start(folder, await freePort());
  await first.ready;
  const second = await start(folder, await freePort()).exited;
  assert.equal(second.code, 1);
  assert.match(second.errors, /in use by process \d+/);
  assert.ok(second.errors.includes(String(first.child.pid)) && second.errors.includes('DATA_DIR'));
  assert.ok(!/\n\s+at /.test(second.errors), 'words, not a stack');
  assert.equal((await first.request('GET', '/v1/contacts?pageSize=1')).status, 200);
  first.child.kill('SIGTERM');
  await first.exited;
});

test('what was acknowledged is there after kill -9, and the lock left behind is taken over', async () => {
  const folder = await newDataFolder();
  const first = start(folder, await freePort());
  await first.ready;
  await first.request('POST', '/v1/contacts', {externalCustomerId: 'kept'});
  const acknowledged: unknown[] = [];
  const sending = (async () => {
    for (;;) {
      const sent = await first.request('POST', '/v1/messages', {
        contact: {externalCustomerId: 'kept'},
        title: 'Kept',
      });
      acknowledged.push(sent.body.id);
      if (acknowledged.length === 25) first.child.kill('SIGKILL');
    }
  })();
  await assert.rejects(sending);
  assert.equal((await first.exited).signal, 'SIGKILL');
  assert.ok((await readdir(folder)).includes('platform.lock'));

  const second = start(folder, await freePort());
  await second.ready;
  const {body} = await second.request('GET', '/v1/messages?pageSize=200');
  const kept = new Set((body.list as {id: string}[]).map(({id}) => id));
  for (const id of acknowledged) assert.ok(kept.has(id as string));
  second.child.kill('SIGTERM');
  await second.exited;
});

test('a lock that holds nothing readable, or names a process that began at another time, is taken over', async () => {
  const {lockFolder} = await import('../../demo/platform/database/folder-lock.ts');
  const folder = await newFolder();
  const path = join(folder, 'platform.lock');
  for (const left of ['', '{', '{"pid": "x"}', JSON.stringify({pid: process.pid, birth: 'another boot'})]) {
    await writeFile(path, left);
    const release = await lockFolder(folder);
    assert.equal((JSON.parse(await readFile(path, 'utf8')) as {pid: number}).pid, process.pid);
    await release();
    assert.deepEqual(await readdir(folder), []);
  }
});

test('of several that want the folder at the same time one gets it', async () => {
  const {FolderInUseError, lockFolder} = await import('../../demo/platform/database/folder-lock.ts');
  const folder = await newFolder();
  // Again and again: who comes when, the disk decides.
  for (let round = 0; round < 50; round++) {
    await writeFile(join(folder, 'platform.lock'), 'left behind');
    const results = await Promise.allSettled(Array.from({length: 8}, () => lockFolder(folder)));
    const got = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
    assert.equal(got.length, 1);
    for (const result of results) {
      if (result.status === 'rejected')
        assert.ok(result.reason instanceof FolderInUseError, String(result.reason));
    }
    assert.deepEqual(await readdir(folder), ['platform.lock']);
    await got[0]!();
  }
});

test('a port that is taken is refused in words', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const {port} = server.address() as AddressInfo;
  const folder = await newFolder();
  const {code, errors} = await start(folder, port).exited;
  server.close();
  assert.equal(code, 1);
  assert.match(errors, new RegExp(`Port ${port} is in use`));
  assert.deepEqual(await readdir(folder), [], 'the data is not touched');
  assert.ok(!/\n\s+at /.test(errors), 'words, not a stack');
});

test('a port that is none is refused in words', async () => {
  const {code, errors} = await start(await newFolder(), NaN).exited;
  assert.equal(code, 1);
  assert.match(errors, /PORT=NaN/);
});
