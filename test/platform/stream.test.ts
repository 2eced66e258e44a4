import assert from 'node:assert/strict';
import {test} from 'node:test';
import {MAX_REPLAY} from '../../demo/platform/stream/log.ts';
import {BEAT, GROUPS} from '../../demo/platform/stream/streams.ts';
import {startPlatform} from './support/platform.ts';
import type {StreamEvent, TestStream} from './support/stream.ts';

const platform = await startPlatform();
const {clock} = platform;

/** Time for a sign of life on every stream. */
function beat(): void {
  for (let group = 0; group < GROUPS; group++) clock.advance(BEAT);
}

/** The next events, up to and with the count that follows a change. */
async function change(stream: TestStream): Promise<StreamEvent[]> {
  const events: StreamEvent[] = [];
  for (;;) {
    const event = await stream.next();
    if (!event) throw new Error('The stream ended');
    // Signs of life come whenever time has passed.
    if (event.comment === undefined) events.push(event);
    if (event.type === 'count') return events;
  }
}

const types = (events: StreamEvent[]) => events.map(({type}) => type).join();

async function opened(length = 0) {
  const contact = await platform.contact();
  const ids: string[] = [];
  for (let number = 1; number <= length; number++)
    ids.push(await platform.send(contact, {title: String(number)}));
  const stream = await (await contact.elsewhere()).stream();
  await stream.until('count');
  return {contact, stream, ids};
}

test('a stream begins with the next token, a pause for reconnects, and the count with a place to resume from', async () => {
  const contact = await platform.contact();
  await platform.send(contact);
  const stream = await contact.stream();
  assert.ok(stream.token);
  assert.match(stream.headers.get('Content-Type')!, /^text\/event-stream/);
  assert.match(stream.headers.get('Cache-Control')!, /no-store.*no-transform/);
  assert.match((await stream.next())!.retry!, /^\d+$/);
  assert.deepEqual(await stream.next(), {type: 'count', data: {count: 1}, id: '1'});
  assert.equal(await contact.count(), 1, 'the token of the stream’s answer works');
  stream.close();
});

test('a message arrives as it is sent, followed by the count', async () => {
  const {contact, stream} = await opened();
  const id = await platform.send(contact, {title: 'Live', pinned: true});
  const [message, count] = await change(stream);
  assert.equal(message!.type, 'message');
  assert.deepEqual((await contact.get('/messages')).body.list[0], message!.data);
  assert.equal(message!.data.id, id);
  assert.deepEqual(count, {type: 'count', data: {count: 1}});
  stream.close();
});

test('a message arrives in the language of the connection', async () => {
  const contact = await platform.contact();
  const swedish = await contact.elsewhere();
  const stream = await swedish.stream({'Accept-Language': 'sv-SE'});
  await stream.until('count');
  await platform.send(contact, {translations: {sv: {title: 'Hej'}}});
  assert.equal((await stream.until('message')).data.title, 'Hej');
  stream.close();
});

test('what the contact does on one device is told to the others', async () => {
  const {contact, stream, ids} = await opened(2);
  await contact.report({type: 'read', ids: [ids[0]]});
  const [state, count] = await change(stream);
  assert.deepEqual(state!.data, {type: 'read', ids: [ids[0]], at: clock.now()});
  assert.deepEqual(count!.data, {count: 1});
  await contact.post('/messages/status', {status: 'OPENED'});
  const [all, none] = await change(stream);
  assert.deepEqual(all!.data, {type: 'read', at: clock.now()});
  assert.deepEqual(none!.data, {count: 0});
  stream.close();
});

test('what changes nothing is not told', async () => {
  const {contact, stream, ids} = await opened(1);
  await contact.report({type: 'read', ids: [ids[0]]});
  await change(stream);
  await contact.report(
    {type: 'read', ids: [ids[0]]},
    {type: 'delivered', ids: [ids[0]]},
    {type: 'clicked', ids: [ids[0]]},
    {type: 'read', ids: ['unknown']},
  );
  await platform.send(contact, {title: 'Next'});
  assert.equal(types(await change(stream)), 'message,count');
  stream.close();
});

test('what comes back is sent again, so that a page that had let it go can show it', async () => {
  const {contact, stream, ids} = await opened(1);
  await contact.report({type: 'deleted', ids});
  await change(stream);
  await contact.report({type: 'restored', ids});
  const events = await change(stream);
  assert.equal(types(events), 'state,message,count');
  assert.equal(events[1]!.data.id, ids[0]);
  stream.close();
});

test('the ids of message, state and removed grow by one', async () => {
  const {contact, stream, ids} = await opened(1);
  await contact.report({type: 'seen', ids}, {type: 'read', ids}, {type: 'archived', ids});
  await platform.send(contact);
  await platform.backend('DELETE', `/v1/messages/${ids[0]}`);
  const seen: number[] = [];
  while (seen.length < 5) {
    const {id} = (await stream.next())!;
    if (id !== undefined) seen.push(Number(id));
  }
  assert.deepEqual(seen, [2, 3, 4, 5, 6]);
  stream.close();
});

test('a withdrawn message is removed from open pages', async () => {
  const {stream, ids} = await opened(2);
  assert.equal((await platform.backend('DELETE', `/v1/messages/${ids[0]}`)).status, 204);
  const [removed, count] = await change(stream);
  assert.deepEqual(removed!.data, {ids: [ids[0]]});
  assert.deepEqual(count!.data, {count: 1});
  stream.close();
});

test('a message that expires is removed from open pages', async () => {
  const {contact, stream} = await opened();
  const id = await platform.send(contact, {ttl: 60});
  await change(stream);
  clock.advance(60_000);
  const [removed, count] = await change(stream);
  assert.deepEqual([removed!.type, removed!.data], ['removed', {ids: [id]}]);
  assert.deepEqual(count!.data, {count: 0});
  stream.close();
});

test('a message for later arrives when its time has come', async () => {
  const {contact, stream} = await opened();
  const id = await platform.send(contact, {sendAt: clock.now() + 60_000});
  clock.advance(59_000);
  await platform.send(contact, {title: 'Meanwhile'});
  assert.equal((await change(stream))[0]!.data.title, 'Meanwhile');
  clock.advance(1000);
  const [message] = await change(stream);
  assert.equal(message!.data.id, id);
  stream.close();
});

test('a snoozed message comes back when its time has come', async () => {
  const {contact, stream, ids} = await opened(1);
  const until = clock.now() + 60_000;
  await contact.report({type: 'snoozed', ids, until});
  assert.deepEqual((await change(stream))[0]!.data, {type: 'snoozed', ids, at: clock.now(), until});
  clock.advance(60_000);
  const events = await change(stream);
  assert.equal(types(events), 'state,message,count');
  assert.equal(events[0]!.data.type, 'unsnoozed');
  assert.deepEqual(events[2]!.data, {count: 1});
  stream.close();
});

test('a connection that broke goes on after the last event it has', async () => {
  const {contact, stream} = await opened();
  await platform.send(contact, {title: 'Seen'});
  const {id} = await stream.until('message');
  stream.close();
  const gone = await platform.send(contact, {title: 'Gone'});
  await platform.send(contact, {title: 'Missed'});
  await platform.backend('DELETE', `/v1/messages/${gone}`);
  const again = await (await contact.elsewhere()).stream({'Last-Event-ID': id!});
  assert.deepEqual((await again.until('count')).data, {count: 2}, 'the number to show comes first');
  const events = await change(again);
  assert.equal(types(events), 'removed,message,removed,count');
  assert.deepEqual(
    events.slice(0, 3).map((event) => Number(event.id)),
    [2, 3, 4],
  );
  assert.equal(events[1]!.data.title, 'Missed');
  again.close();
});

test('a connection that has everything gets nothing twice', async () => {
  const {contact, stream} = await opened();
  await platform.send(contact);
  const {id} = await stream.until('message');
  stream.close();
  const again = await (await contact.elsewhere()).stream({'Last-Event-ID': id!});
  await again.until('count');
  await platform.send(contact, {title: 'Next'});
  const [message] = await change(again);
  assert.deepEqual([message!.data.title, Number(message!.id)], ['Next', Number(id) + 1]);
  again.close();
});

for (const place of ['999999', 'nonsense', '-1', '1e3']) {
  test(`a place that the stream never had (${place}) is answered with resync and the present place`, async () => {
    const contact = await platform.contact();
    await platform.send(contact);
    const stream = await contact.stream({'Last-Event-ID': place});
    await stream.next();
    assert.deepEqual(await stream.next(), {type: 'resync', data: {}, id: '1'});
    assert.deepEqual(await stream.next(), {type: 'count', data: {count: 1}, id: '1'});
    stream.close();
  });
}

test('a gap that is too long is answered with resync', async () => {
  const contact = await platform.contact();
  const id = await platform.send(contact);
  for (let sent = 0; sent <= MAX_REPLAY; sent += 100) {
    const batch = Array.from({length: 100}, (_, index) => ({type: index % 2 ? 'unread' : 'read', ids: [id]}));
    await contact.report(...batch);
  }
  const stream = await contact.stream({'Last-Event-ID': '1'});
  await stream.until('resync');
  stream.close();
});

test('a gap that is too old is answered with resync', async () => {
  const contact = await platform.contact();
  await platform.send(contact, {ttl: 30 * 86_400});
  await platform.send(contact, {ttl: 30 * 86_400});
  // A day and two rounds of housekeeping later the log has forgotten the events.
  const watcher = await platform.contact();
  for (let round = 0; round < 2; round++) {
    clock.advance(25 * 3_600_000);
    const due = await (await watcher.elsewhere()).stream();
    await due.until('count');
    await platform.send(watcher, {sendAt: clock.now() + 1000});
    clock.advance(1000);
    await due.until('message');
    due.close();
  }
  const stream = await (await contact.elsewhere()).stream({'Last-Event-ID': '1'});
  await stream.until('resync');
  stream.close();
});

test('a silent stream gives a sign of life every 15 s', async () => {
  const {stream} = await opened();
  beat();
  assert.ok((await stream.next())!.comment);
  beat();
  assert.ok((await stream.next())!.comment);
  stream.close();
});

test('one contact’s stream says nothing about another’s', async () => {
  const {stream} = await opened();
  const somebody = await platform.contact();
  await platform.send(somebody, {title: 'Private'});
  beat();
  assert.ok((await stream.next())!.comment);
  stream.close();
});

test('a contact with too many streams is asked to wait, and one that was closed makes room', async () => {
  const contact = await platform.contact();
  const streams: TestStream[] = [];
  for (let number = 0; number < 20; number++) streams.push(await contact.stream());
  const refused = await contact.get('/stream');
  assert.equal(refused.status, 429);
  assert.ok(Number(refused.headers.get('Retry-After')) > 0);
  streams[0]!.close();
  let status = 429;
  while (status === 429) {
    const stop = new AbortController();
    const response = await fetch(`${platform.url}/appinbox/v1/stream`, {
      headers: {'ES-TOKEN': contact.token},
      signal: stop.signal,
    });
    contact.token = response.headers.get('ES-TOKEN')!;
    status = response.status;
    stop.abort();
  }
  assert.equal(status, 200);
  for (const stream of streams) stream.close();
});
