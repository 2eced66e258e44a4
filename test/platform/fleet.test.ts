/** Two processes of the operating system on one PostgreSQL, and NATS between them. */
import assert from 'node:assert/strict';
import {fork} from 'node:child_process';
import {once} from 'node:events';
import {join} from 'node:path';
import {after, test} from 'node:test';
import {createTestDatabase, SERVER} from './support/database.ts';
import {createNatsServer, freePort, PASSWORD, withNats} from './support/nats-server.ts';
import {openStream} from './support/stream.ts';

const KEY = 'key-of-the-fleet-1234567890';
const PROGRAM = join(import.meta.dirname, '../faults/support/platform-process.ts');
const onFleet = {skip: SERVER ? withNats.skip : 'needs TEST_DATABASE_URL'};

async function startProcess(databaseUrl: string, natsUrl: string) {
  const port = await freePort();
  const child = fork(PROGRAM, [String(port), databaseUrl, KEY, natsUrl], {
    execArgv: ['--import', 'tsx'],
    silent: true,
  });
  after(() => child.kill('SIGKILL'));
  let said = '';
  const lines = new Set<() => void>();
  for (const output of [child.stdout!, child.stderr!]) {
    output.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      for (const line of lines) line();
    });
  }
  const ended = once(child, 'exit').then(() => {
    throw new Error(`It ended before it was ready: ${said}`);
  });
  await Promise.race([once(child, 'message'), ended]);
  ended.catch(() => {});
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    get said() {
      return said;
    },
    async until(pattern: RegExp): Promise<void> {
      while (!pattern.test(said)) await new Promise<void>((resolve) => lines.add(resolve));
    },
    async post(path: string, body: unknown) {
      const response = await fetch(url + path, {
        method: 'POST',
        headers: {Authorization: `Bearer ${KEY}`, 'Content-Type': 'application/json'},
        body: JSON.stringify(body),
      });
      assert.ok(response.ok, `${path} was answered ${response.status}`);
      return (await response.json()) as Record<string, string>;
    },
  };
}

test(
  'a fleet with NATS delivers to each other’s streams, and loses nothing while NATS is dead',
  onFleet,
  async (t) => {
    const database = await createTestDatabase();
    t.after(() => database.release());
    const databaseUrl = 'url' in database.location ? database.location.url : '';
    const nats = await createNatsServer();
    await nats.start();
    const one = await startProcess(databaseUrl, nats.url);
    const two = await startProcess(databaseUrl, nats.url);
    const contact = {externalCustomerId: 'c'};
    const send = (title: string) => one.post('/v1/messages', {contact, title});
    await one.post('/v1/contacts', contact);
    const {token} = await one.post('/v1/auth/contact/token', contact);
    const stream = await openStream(`${two.url}/appinbox/v1/stream`, {'ES-TOKEN': token!});
    t.after(() => stream.close());
    await stream.until('count');

    await send('Across');
    const across = await stream.until('message');
    assert.equal(across.data.title, 'Across');

    await nats.kill();
    await Promise.all([one, two].map((process) => process.until(/is gone/)));
    await send('While it was dead');
    await nats.start();
    const late = await stream.until('message');
    assert.deepEqual([late.data.title, Number(late.id)], ['While it was dead', Number(across.id) + 1]);

    await Promise.all([one, two].map((process) => process.until(/is back/)));
    await send('Again');
    const again = await stream.until('message');
    assert.deepEqual([again.data.title, Number(again.id)], ['Again', Number(late.id) + 1]);
    assert.ok(!(one.said + two.said).includes(PASSWORD));
    assert.ok(!(one.said + two.said).includes(encodeURIComponent(PASSWORD)));
  },
);
