/** A fleet is restarted as one does it: a new process takes what is new, the old one ends what it has, and goes. */
import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {createInterface} from 'node:readline';
import {test} from 'node:test';
import {setTimeout as pause} from 'node:timers/promises';
import {createInbox} from '../../src/core/inbox.ts';
import {createTestDatabase, SERVER} from '../platform/support/database.ts';
import {startSwitch} from './support/switch.ts';

const KEY = 'key-of-the-rolling-restart-1234567890';
const ROOT = join(import.meta.dirname, '../..');
const CONTACTS = 5;
/** Messages to each contact before, between and after the restarts. */
const ROUNDS = 8;
const onServer = {
  skip: SERVER ? false : 'needs TEST_DATABASE_URL: an embedded database belongs to one process',
};

test('a rolling restart loses no message and brings none twice', onServer, async (t) => {
  const database = await createTestDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'rolling-restart-'));
  t.after(async () => {
    await database.release();
    await rm(folder, {recursive: true, force: true});
  });

  /** The real program. */
  async function startPlatform() {
    const child = spawn(process.execPath, ['--import', 'tsx', 'demo/main.ts'], {
      cwd: ROOT,
      env: {
        PATH: process.env.PATH,
        DATABASE_URL: 'url' in database.location ? database.location.url : '',
        DATA_DIR: folder,
        PORT: '0',
        HOST: '127.0.0.1',
        APP_INBOX_API_KEY: KEY,
        SEED: '0',
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    t.after(() => child.kill('SIGKILL'));
    const ended = once(child, 'exit');
    const [line] = (await Promise.race([
      once(createInterface(child.stdout), 'line'),
      ended.then(() => assert.fail('It ended before it was ready')),
    ])) as [string];
    return {
      port: Number(/localhost:(\d+)/.exec(line)![1]),
      async end() {
        child.kill('SIGTERM');
        assert.deepEqual(await ended, [0, null]);
      },
    };
  }

  const first = await startPlatform();
  const door = await startSwitch(first.port);
  t.after(() => door.close());

  /** As a customer's backend does, which repeats what failed: under the same key, so that it happens once. */
  async function post(path: string, body: object, key?: string): Promise<Record<string, string>> {
    for (let attempt = 1; ; attempt++) {
      try {
        const response = await fetch(door.url + path, {
          method: 'POST',
          headers: {
            Authorization: `Bearer ${KEY}`,
            'Content-Type': 'application/json',
            ...(key && {'Idempotency-Key': key}),
          },
          body: JSON.stringify(body),
        });
        assert.ok(response.ok, `${path} was answered ${response.status}`);
        return (await response.json()) as Record<string, string>;
      } catch (error) {
        if (attempt === 50) throw error;
        await pause(100);
      }
    }
  }

  const readers = await Promise.all(
    Array.from({length: CONTACTS}, async (_, index) => {
      const contact = {externalCustomerId: `reader-${index}`};
      await post('/v1/contacts', contact);
      const announced: string[] = [];
      const inbox = createInbox({
        apiUrl: door.url,
        storage: 'none',
        capabilities: ['stream', 'events', 'cursor', 'rich'],
        getAuthTokenCallback: async () => (await post('/v1/auth/contact/token', contact)).token!,
        // One after the other, and soon: how widely they spread is another test's.
        environment: {random: () => index / 50},
      });
      t.after(() => inbox.dispose());
      inbox.on('notification', ({notification}) => announced.push(notification.title));
      await inbox.load();
      return {contact, inbox, announced};
    }),
  );
  const isOpen = () => readers.every(({inbox}) => inbox.state.connection === 'open');
  const until = async (isSo: () => boolean) => {
    for (let left = 600; !isSo(); left--) {
      assert.ok(
        left,
        JSON.stringify(readers.map(({inbox, announced}) => [inbox.state.connection, announced.length])),
      );
      await pause(50);
    }
  };

  const sent: string[] = [];
  async function send(rounds: number): Promise<void> {
    for (let round = 0; round < rounds; round++) {
      const title = `Message ${sent.length + 1}`;
      await Promise.all(
        readers.map(({contact}) =>
          post('/v1/messages', {contact, title}, `${title} to ${contact.externalCustomerId}`),
        ),
      );
      sent.push(title);
    }
  }

  await until(isOpen);
  await send(ROUNDS);
  let current = first;
  for (let restart = 0; restart < 2; restart++) {
    const next = await startPlatform();
    const sending = send(ROUNDS);
    door.turnTo(next.port);
    await current.end();
    await sending;
    current = next;
    await send(ROUNDS);
  }
  await until(() => isOpen() && readers.every(({announced}) => announced.length >= sent.length));
  for (const {announced, inbox} of readers) {
    assert.deepEqual(announced.toSorted(), sent.toSorted());
    assert.deepEqual(inbox.state.notifications.map(({title}) => title).toReversed(), sent);
    assert.equal(inbox.state.count, sent.length);
  }
  for (const {inbox} of readers) inbox.dispose();
  await current.end();
});
