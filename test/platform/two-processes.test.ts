import assert from 'node:assert/strict';
import {test} from 'node:test';
import {createPlatform} from '../../demo/platform/platform.ts';
import {listen} from '../../demo/platform/server.ts';
import {CATCH_UP} from '../../demo/platform/stream/streams.ts';
import {createTestClock} from './support/clock.ts';
import {createTestDatabase, SERVER} from './support/database.ts';
import {openStream} from './support/stream.ts';

const KEY = 'key-of-two-processes-1234567890';
const onServer = {
  skip: SERVER ? false : 'needs TEST_DATABASE_URL: an embedded database belongs to one process',
};

/** Two platforms on one database, as two processes of one installation are. */
async function startBoth(natsUrl?: string) {
  const database = await createTestDatabase();
  const clock = createTestClock();
  const start = async () => {
    const platform = await createPlatform({database: database.location, clock, natsUrl});
    await platform.putSite({id: 'site', name: 'Site', origins: [], apiKey: KEY});
    const server = await listen(0, '127.0.0.1');
    server.answerWith(platform);
    const post = async (path: string, body: unknown) => {
      const response = await fetch(`http://127.0.0.1:${server.port}${path}`, {
        method: 'POST',
        headers: {Authorization: `Bearer ${KEY}`, 'Content-Type': 'application/json'},
        body: JSON.stringify(body),
      });
      return (response.status === 204 ? {} : await response.json()) as Record<string, string>;
    };
    return {platform, server, post, url: `http://127.0.0.1:${server.port}`};
  };
  const one = await start();
  const two = await start();
  return {
    one,
    two,
    clock,
    stop: async () => {
      for (const {server, platform} of [one, two]) {
        await server.close();
        await platform.close();
      }
      await database.release();
    },
  };
}

test('two processes deliver to each other’s streams, and a revocation reaches both', onServer, async () => {
  const {one, two, clock, stop} = await startBoth();
  const contact = {externalCustomerId: 'c'};
  await one.post('/v1/contacts', contact);
  const {token} = await one.post('/v1/auth/contact/token', contact);
  const stream = await openStream(`${two.url}/appinbox/v1/stream`, {'ES-TOKEN': token!});
  await stream.until('count');

  await one.post('/v1/messages', {contact, title: 'Across'});
  assert.equal((await stream.until('message')).data.title, 'Across');

  // Both schedulers see that it is due; it arrives once.
  await one.post('/v1/messages', {contact, title: 'Later', sendAt: clock.now() + 1000});
  clock.advance(1000);
  const later = await stream.until('message');
  await one.post('/v1/messages', {contact, title: 'Last'});
  const last = await stream.until('message');
  assert.deepEqual([later.data.title, last.data.title], ['Later', 'Last']);
  assert.equal(Number(last.id), Number(later.id) + 1);

  await one.post('/v1/auth/contact/revoke', contact);
  let event = await stream.next();
  while (event) event = await stream.next();
  await stop();
});

test('one token used at both processes at the same time works at one', onServer, async () => {
  const {one, two, stop} = await startBoth();
  await one.post('/v1/contacts', {externalCustomerId: 'c'});
  for (let round = 0; round < 10; round++) {
    const {token} = await one.post('/v1/auth/contact/token', {externalCustomerId: 'c'});
    const statuses = await Promise.all(
      [one, two, one, two].map(async ({url}) => {
        const response = await fetch(`${url}/appinbox/v1/messages/count`, {headers: {'ES-TOKEN': token!}});
        await response.text();
        return response.status;
      }),
    );
    assert.deepEqual(statuses.sort(), [200, 401, 401, 401]);
  }
  await stop();
});

test(
  'news that was lost between processes is found within a minute, and a revocation too',
  onServer,
  async (t) => {
    // Nothing listens there: whatever one has to say stays with it.
    t.mock.method(console, 'error', () => {});
    const {one, two, clock, stop} = await startBoth('nats://127.0.0.1:9');
    const contact = {externalCustomerId: 'c'};
    await one.post('/v1/contacts', contact);
    const {token} = await one.post('/v1/auth/contact/token', contact);
    const stream = await openStream(`${two.url}/appinbox/v1/stream`, {'ES-TOKEN': token!});
    await stream.until('count');
    await one.post('/v1/messages', {contact, title: 'Lost on the way'});
    clock.advance(CATCH_UP);
    assert.equal((await stream.until('message')).data.title, 'Lost on the way');
    await stream.until('count');
    await one.post('/v1/auth/contact/revoke', contact);
    clock.advance(CATCH_UP);
    while (await stream.next());
    await stop();
  },
);
