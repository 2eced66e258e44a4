import assert from 'node:assert/strict';
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, test} from 'node:test';
import {SITE, startPlatform} from './support/platform.ts';

const folder = await mkdtemp(join(tmpdir(), 'bundle-'));
after(() => rm(folder, {recursive: true}));
await writeFile(join(folder, 'loader.js'), 'globalThis.site = "__APP_INBOX_SITE__";');
const platform = await startPlatform({isBaseOnly: true, bundleFolder: folder});

test('a platform of the base contract has count, list and status', async () => {
  const contact = await platform.contact();
  const id = await platform.send(contact);
  assert.equal(await contact.count(), 1);
  assert.deepEqual(await contact.titles(), ['Hello']);
  assert.equal((await contact.post('/messages/status', {status: 'OPENED', ids: [id]})).status, 200);
  assert.equal(await contact.count(), 0);
});

test('its messages have the base fields and no others', async () => {
  const contact = await platform.contact();
  await platform.send(contact, {
    pinned: true,
    severity: 'high',
    entity: 'a',
    actions: [{id: 'a', label: 'A'}],
  });
  const {list} = (await contact.get('/messages')).body;
  assert.deepEqual(Object.keys(list[0]!).sort(), [
    'category',
    'content',
    'createdDate',
    'customData',
    'expiryDate',
    'id',
    'image',
    'link',
    'newMessage',
    'status',
    'title',
  ]);
});

test('it has no stream and no events, and asking for them costs no token', async () => {
  const contact = await platform.contact();
  for (const answer of [await contact.get('/stream'), await contact.post('/events', {events: []})]) {
    assert.deepEqual([answer.status, answer.body.code], [404, 'not-found']);
    assert.equal(answer.headers.get('ES-TOKEN'), null);
  }
  assert.equal(await contact.count(), 0);
});

test('it knows no cursor: what it does not know is passed over, and all are listed', async () => {
  const contact = await platform.contact();
  for (const title of ['1', '2']) await platform.send(contact, {title});
  const {body} = await contact.get('/messages?limit=1&view=archived&cursor=x');
  assert.deepEqual(Object.keys(body).sort(), ['list', 'totalPages']);
  assert.equal(body.list.length, 2);
});

test('it announces no capabilities', async () => {
  const {text} = await platform.request('GET', `/scripts/${SITE}.js`);
  assert.match(text, /"capabilities":\[\]/);
});

test('it describes only what it has', async () => {
  const {paths} = (await platform.request('GET', '/openapi.json')).body;
  assert.deepEqual(
    Object.keys(paths).filter((path) => path.startsWith('/appinbox')),
    ['/appinbox/v1/messages/count', '/appinbox/v1/messages', '/appinbox/v1/messages/status'],
  );
  assert.ok(!JSON.stringify(paths['/appinbox/v1/messages']).includes('cursor'));
});

test('it sends and reports, with delivered and opened out of what it sees', async () => {
  const contact = await platform.contact();
  const id = await platform.send(contact);
  const report = async () => (await platform.backend('GET', `/v1/messages/${id}/report`)).body;
  assert.deepEqual(await report(), {sent: 1, delivered: 0, seen: 0, opened: 0, clicked: 0});
  await contact.get('/messages');
  assert.equal((await report()).delivered, 1);
  await contact.post('/messages/status', {status: 'OPENED', ids: [id]});
  assert.equal((await report()).opened, 1);
  await platform.backend('DELETE', `/v1/messages/${id}`);
  assert.deepEqual(await contact.titles(), []);
});
