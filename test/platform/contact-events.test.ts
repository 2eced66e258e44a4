import assert from 'node:assert/strict';
import {test} from 'node:test';
import {MAX_EVENTS} from '../../demo/platform/messages/contact-events.ts';
import {startPlatform} from './support/platform.ts';
import type {TestContact} from './support/contact.ts';

const platform = await startPlatform();
const {clock} = platform;

/** The one message that the contact has, as they see it. */
async function only(contact: TestContact) {
  return (await contact.get('/messages')).body.list[0]!;
}

async function withMessage(message: Record<string, unknown> = {}) {
  const contact = await platform.contact();
  const id = await platform.send(contact, message);
  return {contact, id};
}

test('reading marks as seen too, and unread makes it new again but not unseen', async () => {
  const {contact, id} = await withMessage();
  const at = clock.now();
  await contact.report({type: 'read', ids: [id]});
  const read = await only(contact);
  assert.deepEqual([read.newMessage, read.readAt, read.seenAt], [false, at, at]);
  clock.advance(1000);
  await contact.report({type: 'unread', ids: [id]});
  const unread = await only(contact);
  assert.deepEqual([unread.newMessage, unread.readAt, unread.seenAt], [true, null, at]);
  assert.equal(await contact.count(), 1);
});

test('the first time of being seen stays', async () => {
  const {contact, id} = await withMessage();
  await contact.report({type: 'seen', ids: [id]});
  const {seenAt} = await only(contact);
  clock.advance(1000);
  await contact.report({type: 'seen', ids: [id]}, {type: 'read', ids: [id]});
  assert.equal((await only(contact)).seenAt, seenAt);
});

test('what is archived, deleted or snoozed leaves the list and the count, and comes back', async () => {
  for (const [away, back] of [
    ['archived', 'unarchived'],
    ['deleted', 'restored'],
    ['snoozed', 'unsnoozed'],
  ]) {
    const {contact, id} = await withMessage();
    await contact.report({type: away, ids: [id], until: clock.now() + 60_000});
    assert.deepEqual([await contact.count(), (await contact.titles()).length], [0, 0], away);
    await contact.report({type: back, ids: [id]});
    assert.deepEqual([await contact.count(), (await contact.titles()).length], [1, 1], back);
  }
});

test('a contact pins for themselves: it comes first in each list and on each page, whatever the sender said', async () => {
  const contact = await platform.contact();
  const other = await platform.contact();
  const ids: string[] = [];
  for (const title of ['One', 'Two', 'Three', 'Four']) {
    ids.push(await platform.send(contact, {title, pinned: title === 'Four'}));
    clock.advance(1000);
  }
  await contact.report({type: 'pinned', ids: [ids[0], ids[1]]}, {type: 'unpinned', ids: [ids[3]]});
  const pages: string[][] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const query: string = cursor && `&cursor=${encodeURIComponent(cursor)}`;
    const {body} = await contact.get(`/messages?limit=1${query}`);
    pages.push(body.list.map(({title, pinned}) => `${title} ${pinned}`));
    cursor = body.next;
  }
  assert.deepEqual(pages.flat(), ['Two true', 'One true', 'Four false', 'Three false']);
  await contact.report({type: 'unpinned'});
  assert.deepEqual(await contact.titles(), ['Four', 'Three', 'Two', 'One']);
  const theirs = await platform.send(other, {pinned: true});
  await contact.report({type: 'unpinned', ids: [theirs]});
  assert.equal((await only(other)).pinned, true, 'nobody pins for others');
});

test('what is snoozed comes back by itself when its time has come', async () => {
  const {contact, id} = await withMessage();
  await contact.report({type: 'snoozed', ids: [id], until: clock.now() + 60_000});
  clock.advance(59_999);
  assert.equal(await contact.count(), 0);
  clock.advance(1);
  assert.equal(await contact.count(), 1);
});

test('snoozing without a time, or until the past, is rejected', async () => {
  const {contact, id} = await withMessage();
  const {body} = await contact.report(
    {key: 'a', type: 'snoozed', ids: [id]},
    {key: 'b', type: 'snoozed', ids: [id], until: clock.now()},
  );
  assert.deepEqual(body.results, [
    {key: 'a', result: 'rejected', code: 'invalid-request'},
    {key: 'b', result: 'rejected', code: 'invalid-request'},
  ]);
  assert.equal(await contact.count(), 1);
});

test('without ids an event is for all that were there at its time', async () => {
  const {contact} = await withMessage({title: 'Old'});
  const at = clock.now();
  clock.advance(1000);
  await platform.send(contact, {title: 'New'});
  await contact.report({type: 'read', at});
  assert.equal(await contact.count(), 1);
  await contact.report({type: 'read', at: clock.now()});
  assert.equal(await contact.count(), 0);
});

test('a clock that is ahead marks nothing that comes later', async () => {
  const {contact} = await withMessage();
  await contact.report({type: 'read', at: clock.now() + 86_400_000});
  assert.equal((await only(contact)).readAt, clock.now());
  clock.advance(1);
  await platform.send(contact);
  assert.equal(await contact.count(), 1);
});

test('an event can name what the messages are about', async () => {
  const {contact} = await withMessage({entity: 'order-1'});
  await platform.send(contact, {entity: 'order-1'});
  await platform.send(contact, {entity: 'order-2'});
  await contact.report({type: 'read', entity: 'order-1'});
  assert.equal(await contact.count(), 1);
  await contact.report({type: 'read', entity: 'order-3'});
  assert.equal(await contact.count(), 1);
});

test('the same key again has no second effect and gets the same answer', async () => {
  const {contact, id} = await withMessage();
  const read = {key: 'once', type: 'read', ids: [id]};
  const first = await contact.report(read);
  await contact.report({key: 'back', type: 'unread', ids: [id]});
  const second = await contact.report(read);
  assert.deepEqual(second.body, first.body);
  assert.equal(await contact.count(), 1);
  const bad = {key: 'bad', type: 'snoozed', ids: [id]};
  const rejected = await contact.report(bad);
  const repeated = await contact.report({...bad, until: clock.now() + 1000});
  assert.deepEqual(repeated.body, rejected.body);
});

test('the same key twice in one batch counts once', async () => {
  const {contact, id} = await withMessage();
  const {body} = await contact.report(
    {key: 'twice', type: 'read', ids: [id]},
    {key: 'then', type: 'unread', ids: [id]},
    {key: 'twice', type: 'read', ids: [id]},
  );
  assert.deepEqual(
    body.results.map(({key, result}) => `${key} ${result}`),
    ['twice applied', 'then applied', 'twice applied'],
  );
  assert.equal(await contact.count(), 1);
});

test('the same key of two contacts is two keys', async () => {
  const one = await withMessage();
  const two = await withMessage();
  for (const {contact, id} of [one, two]) await contact.report({key: 'shared', type: 'read', ids: [id]});
  assert.deepEqual([await one.contact.count(), await two.contact.count()], [0, 0]);
});

test('the same batch at the same time from two tabs has one effect', async () => {
  const {contact, id} = await withMessage();
  const other = await contact.elsewhere();
  const stream = await (await contact.elsewhere()).stream();
  await stream.until('count');
  const batch = [{key: 'race', type: 'read', ids: [id]}];
  const [one, two] = await Promise.all([contact.report(...batch), other.report(...batch)]);
  assert.deepEqual(one.body, two.body);
  await platform.send(contact, {title: 'After'});
  const events = [];
  for (let event = await stream.next(); event?.type !== 'message'; event = await stream.next())
    events.push(event?.type);
  assert.equal(events.filter((type) => type === 'state').length, 1);
});

test('an event that cannot be read is rejected by itself', async () => {
  const {contact, id} = await withMessage();
  const {status, body} = await contact.report(
    {key: 'odd', type: 'exploded', ids: [id]},
    {key: 'good', type: 'read', ids: [id]},
    {key: 'ids', type: 'read', ids: id},
  );
  assert.equal(status, 200);
  assert.deepEqual(
    body.results.map(({result}) => result),
    ['rejected', 'applied', 'rejected'],
  );
  assert.equal(await contact.count(), 0);
});

test('a batch can be a bare list', async () => {
  const {contact, id} = await withMessage();
  const {body} = await contact.post('/events', [{key: 'bare', type: 'read', ids: [id], at: clock.now()}]);
  assert.deepEqual(body.results, [{key: 'bare', result: 'applied'}]);
  assert.equal(await contact.count(), 0);
});

test('an empty batch is answered with no results', async () => {
  const contact = await platform.contact();
  const {status, body} = await contact.report();
  assert.deepEqual([status, body], [200, {results: []}]);
});

for (const [what, body] of [
  ['no events', {}],
  ['events that are no list', {events: {}}],
  ['an event without a key', {events: [{type: 'read', at: 1}]}],
  ['an event that is no object', {events: [7]}],
  [
    'too many events',
    {events: Array.from({length: MAX_EVENTS + 1}, (_, key) => ({key: `${key}`, type: 'read', at: 1}))},
  ],
] as const) {
  test(`a batch with ${what} is answered 400`, async () => {
    const contact = await platform.contact();
    const answer = await contact.post('/events', body);
    assert.equal(answer.status, 400);
    assert.equal(answer.body.code, 'invalid-request');
  });
}
