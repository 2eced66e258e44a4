/** What every way of telling other processes has to keep, and what NATS does when its server goes and comes. */
import assert from 'node:assert/strict';
import {after, test, type TestContext} from 'node:test';
import {openDatabase, type Database} from '../../demo/platform/database/open.ts';
import {createDatabaseFanout} from '../../demo/platform/fanout/database.ts';
import {contactTopic, siteTopic, type Fanout, type Topic} from '../../demo/platform/fanout/fanout.ts';
import {createNatsFanout} from '../../demo/platform/fanout/nats.ts';
import {NatsUrlError, readNatsServers} from '../../demo/platform/fanout/nats-servers.ts';
import {publish} from '../../demo/platform/fanout/publish.ts';
import {createTestDatabase, SERVER} from './support/database.ts';
import {createNatsServer, PASSWORD, withNats} from './support/nats-server.ts';

const ALICE = contactTopic(1);
const BOB = contactTopic(2);
const SHOP = siteTopic('shop.example/ü *');

/** What is heard of a topic, one after the other. */
function listen(fanout: Fanout, topic: Topic) {
  const heard: (string | undefined)[] = [];
  let resume = () => {};
  const stop = fanout.follow(topic, (text) => {
    heard.push(text);
    resume();
  });
  return {
    heard,
    stop,
    /** Resolves when this was heard; what came before it is forgotten. */
    async until(text: string | undefined): Promise<void> {
      for (;;) {
        const at = heard.indexOf(text);
        if (at >= 0) return void heard.splice(0, at + 1);
        await new Promise<void>((resolve) => (resume = resolve));
      }
    },
  };
}

/** One process of an installation. */
interface Process {
  database: Database;
  fanout: Fanout;
}

/** A second process on an embedded database is the first one: nobody else can have it. */
async function startProcesses(
  t: TestContext,
  createFanout: (database: Database) => Promise<Fanout>,
): Promise<[Process, Process]> {
  const start = async () => {
    const database = await openDatabase(testDatabase.location);
    return {database, fanout: await createFanout(database)};
  };
  const one = await start();
  const two = SERVER ? await start() : one;
  t.after(async () => {
    for (const {database, fanout} of new Set([one, two])) {
      await fanout.close();
      await database.close();
    }
  });
  return [one, two];
}

const testDatabase = await createTestDatabase();
after(() => testDatabase.release());
const nats = withNats.skip ? undefined : await createNatsServer();
await nats?.start();
const logged: string[] = [];
const byNats = ({db}: Database) =>
  createNatsFanout(db, readNatsServers(nats!.url), (line) => logged.push(line));

const WAYS: {name: string; create: (database: Database) => Promise<Fanout>; skip: string | boolean}[] = [
  {name: SERVER ? 'LISTEN/NOTIFY' : 'the embedded database', create: createDatabaseFanout, skip: false},
  {name: 'NATS', create: byNats, skip: withNats.skip},
];

for (const {name, create, skip} of WAYS) {
  test(
    `by ${name}: who follows a topic hears what any process commits, and nothing else`,
    {skip},
    async (t) => {
      const [one, two] = await startProcesses(t, create);
      const here = listen(one.fanout, ALICE);
      const there = listen(two.fanout, ALICE);
      const bob = listen(two.fanout, BOB);
      const shop = listen(two.fanout, SHOP);
      await settle(one, two);
      await publish(one.database.db, [ALICE], 'first');
      await publish(one.database.db, [SHOP], 'für alle');
      await Promise.all([here.until('first'), there.until('first'), shop.until('für alle')]);
      await publish(two.database.db, [BOB, ALICE], 'both');
      await Promise.all([here.until('both'), there.until('both'), bob.until('both')]);
      assert.ok(![...bob.heard, ...shop.heard].includes('first'));
    },
  );

  test(
    `by ${name}: what is rolled back is not told, what is committed is told then and in its order`,
    {skip},
    async (t) => {
      const [one, two] = await startProcesses(t, create);
      const alice = listen(two.fanout, ALICE);
      await settle(one, two);
      alice.heard.length = 0;
      const broken = one.database.db.transaction().execute(async (trx) => {
        await publish(trx, [ALICE], 'never');
        throw new Error('Rolled back');
      });
      await assert.rejects(broken, /Rolled back/);
      await one.database.db.transaction().execute(async (trx) => {
        await publish(trx, [ALICE], 'one');
        await publish(trx, [ALICE], 'two');
        assert.deepEqual(alice.heard, []);
      });
      await alice.until('one');
      await alice.until('two');
      await publish(one.database.db, [ALICE], 'last');
      await alice.until('last');
      assert.ok(!alice.heard.includes('never'));
    },
  );

  test(`by ${name}: a thousand contacts hear of one sending`, {skip}, async (t) => {
    const [one, two] = await startProcesses(t, create);
    const topics = Array.from({length: 1000}, (_, index) => contactTopic(10 ** 15 + index));
    const all = topics.map((topic) => listen(two.fanout, topic));
    await settle(one, two);
    await publish(one.database.db, topics, '');
    await Promise.all(all.map((each) => each.until('')));
  });

  test(`by ${name}: who has left hears nothing more, and who stayed does`, {skip}, async (t) => {
    const [one, two] = await startProcesses(t, create);
    const gone = listen(two.fanout, ALICE);
    const stays = listen(two.fanout, ALICE);
    await settle(one, two);
    gone.stop();
    gone.stop();
    gone.heard.length = 0;
    await publish(one.database.db, [ALICE], 'to one');
    await stays.until('to one');
    stays.stop();
    const again = listen(two.fanout, ALICE);
    await settle(one, two);
    await publish(one.database.db, [ALICE], 'to another');
    await again.until('to another');
    assert.deepEqual(gone.heard, []);
    assert.ok(!stays.heard.includes('to another'));
  });
}

/** Followers begin to hear when the other processes know of them: a message there and back. */
async function settle(...processes: readonly Process[]): Promise<void> {
  const [from, to] = processes as [Process, Process];
  for (const topic of [contactTopic(999), contactTopic(998)]) {
    const probe = listen(to.fanout, topic);
    const heard = probe.until('probe');
    let isHeard = false;
    void heard.then(() => (isHeard = true));
    while (!isHeard) {
      await publish(from.database.db, [topic], 'probe');
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    probe.stop();
  }
}

test(
  'NATS gone: this process goes on by itself; back: all processes look for themselves, and hear again',
  withNats,
  async (t) => {
    const [one, two] = await startProcesses(t, byNats);
    const here = listen(one.fanout, ALICE);
    const there = listen(two.fanout, ALICE);
    await settle(one, two);
    await nats!.kill();
    logged.length = 0;
    await publish(one.database.db, [ALICE], 'meanwhile');
    await here.until('meanwhile');
    const begun = listen(two.fanout, BOB);
    there.heard.length = 0;
    await nats!.start();
    while (!logged.some((line) => /is back/.test(line)))
      await new Promise((resolve) => setTimeout(resolve, 5));
    await Promise.all([there.until(undefined), begun.until(undefined)]);
    await settle(one, two);
    await publish(one.database.db, [ALICE, BOB], 'again');
    await Promise.all([here.until('again'), there.until('again'), begun.until('again')]);
    assert.ok(!logged.join().includes(PASSWORD));
  },
);

test(
  'NATS not there at the start: it is said once and in words, without the password, and tried until it is',
  withNats,
  async (t) => {
    await nats!.kill();
    logged.length = 0;
    const [one, two] = await startProcesses(t, byNats);
    assert.match(logged[0]!, /^NATS at 127\.0\.0\.1:\d+ cannot be reached \(.+\)\. Trying again/);
    assert.ok(!logged.join().includes(PASSWORD) && !logged.join().includes(encodeURIComponent(PASSWORD)));
    const there = listen(two.fanout, ALICE);
    await publish(one.database.db, [ALICE], 'missed');
    await nats!.start();
    await there.until(undefined);
    await settle(one, two);
    await publish(one.database.db, [ALICE], 'heard');
    await there.until('heard');
  },
);

test(
  'a wrong password is told without it, and does not keep the platform from starting',
  withNats,
  async (t) => {
    const wrong = nats!.url.replace(encodeURIComponent(PASSWORD), 'hush-hush');
    logged.length = 0;
    await startProcesses(t, ({db}) =>
      createNatsFanout(db, readNatsServers(wrong), (line) => logged.push(line)),
    );
    assert.match(logged[0]!, /cannot be reached \(.*Authorization/i);
    assert.ok(!logged.join().includes('hush-hush'));
  },
);

test('NATS_URL: servers, credentials, tokens and TLS', () => {
  assert.deepEqual(readNatsServers('nats://me:p%40ss@one:4333, two').options, {
    servers: ['one:4333', 'two:4222'],
    user: 'me',
    pass: 'p@ss',
  });
  assert.deepEqual(readNatsServers('tls://secret@host').options, {
    servers: ['host:4222'],
    token: 'secret',
    tls: {},
  });
  assert.equal(readNatsServers('nats://me:secret@one,two:1').names, 'one:4222, two:1');
});

for (const url of [
  'http://me:secret@host',
  'nats://',
  'nats://me:secret@ho st',
  ',',
  'nats://me:secret@host:99999',
])
  test(`NATS_URL=${url} is refused in words that repeat nothing of it`, () => {
    assert.throws(
      () => readNatsServers(url),
      (error) => error instanceof NatsUrlError && !error.message.includes('secret@host'),
    );
  });
