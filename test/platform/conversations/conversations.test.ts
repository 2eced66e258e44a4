/** What visitors do and say reaches the agents, and the other way round; and nobody gets more than is theirs. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {VISITOR_LIFETIME} from '../../../demo/platform/conversations/visitor/sessions.ts';
import {createTestAgent, OTHER_TEAM, putTeams, TEAM} from '../support/desk.ts';
import {deskChat, type TestRow} from '../support/desk-chat.ts';
import {OTHER_ORIGIN, OTHER_SITE, startPlatform} from '../support/platform.ts';
import type {TestStream} from '../support/stream.ts';
import {createTestVisitor, type TestMessage, type TestVisitor} from '../support/visitor.ts';

const platform = await startPlatform();
await putTeams(platform);
const {clock} = platform;
const admin = await createTestAgent(platform, TEAM.admin);
const colleague = await createTestAgent(platform, TEAM.agent);
const desk = deskChat(admin, platform);

/** A visitor with a conversation, and how the desk knows it. */
async function begin(text = 'Hello'): Promise<{visitor: TestVisitor; id: string}> {
  const visitor = await createTestVisitor(platform);
  await visitor.say(text);
  return {visitor, id: (await desk.list()).list[0]!.id};
}

interface Change {
  summary: TestRow;
  messages: TestMessage[];
}

/**
 * The changes of a stream up to the one that ends with this text. How many there are is the platform's affair: what
 * comes up during one reading is read with the next.
 */
async function hear(stream: TestStream, text: string): Promise<Change[]> {
  const changes: Change[] = [];
  while (changes.at(-1)?.messages.at(-1)?.text !== text)
    changes.push((await stream.until('change')).data as unknown as Change);
  return changes;
}

test('a message is on the desk, with who waits and since when', async () => {
  const {id} = await begin('Is it ripe?');
  const [row] = (await desk.list()).list;
  assert.deepEqual(
    [row?.id, row?.preview, row?.unread, row?.waitingSince],
    [id, 'Is it ripe?', 1, clock.now()],
  );
});

test('an answer takes the conversation on, ends the waiting, and reaches the visitor', async () => {
  const {visitor, id} = await begin();
  await desk.reply(id, 'It is');
  const row = await desk.details(id);
  assert.deepEqual([row.agent?.name, row.unread, row.waitingSince], ['admin of Care', 0, null]);
  const {body} = await visitor.call('GET', '/conversation');
  assert.deepEqual(
    body.messages.map(({author, name, text}) => [author, name, text]),
    [
      ['visitor', row.channel, 'Hello'],
      ['agent', 'admin of Care', 'It is'],
    ],
  );
  assert.deepEqual(
    [body.state.agent?.name, body.state.unread, body.state.isAway],
    ['admin of Care', 1, false],
  );
  await visitor.report({type: 'read', upTo: body.messages.at(-1)!.id});
  assert.equal((await visitor.call('GET', '/conversation')).body.state.unread, 0);
});

test('both see at once what the other writes, and that they do', async () => {
  const {visitor, id} = await begin();
  const [theirs, ours] = [await visitor.stream(), await desk.stream()];
  await theirs.until('ready');
  await ours.until('ready');
  await visitor.say('Still there?');
  const atDesk = await hear(ours, 'Still there?');
  assert.equal(atDesk.at(-1)!.summary.id, id);
  await visitor.call('POST', '/typing');
  assert.deepEqual((await ours.until('typing')).data, {id, by: null});
  await colleague.call('POST', `/conversations/${id}/typing`);
  assert.deepEqual((await theirs.until('typing')).data, {by: 'agent of Care'});
  await desk.reply(id, 'A note', {isNote: true});
  await desk.reply(id, 'Yes');
  const heard = (await hear(theirs, 'Yes')).flatMap(({messages}) => messages);
  assert.ok(!heard.some(({text}) => text === 'A note'), 'a note is for agents');
  theirs.close();
  ours.close();
});

test('the same key again has no second effect, and the same answer', async () => {
  const {visitor, id} = await begin();
  const twice = [
    {key: 'same', type: 'message', text: 'Once'},
    {key: 'same', type: 'message', text: 'Once'},
  ];
  await visitor.report(...twice);
  const {body} = await visitor.report(twice[0]!);
  assert.deepEqual(body.results, [{key: 'same', result: 'applied'}]);
  assert.deepEqual(await visitor.texts(), ['Hello', 'Once']);
  for (let time = 0; time < 2; time++)
    await admin.call('POST', `/conversations/${id}/messages`, {key: 'r', text: 'Answer'});
  assert.deepEqual(await visitor.texts(), ['Hello', 'Once', 'Answer']);
});

test('an event that is not as described harms none of the others', async () => {
  const {visitor} = await begin();
  const {body} = await visitor.report(
    {key: 'a', type: 'message', text: '   '},
    {key: 'b', type: 'dance'},
    {key: 'c', type: 'rating', rating: 9},
    {key: 'd', type: 'page', page: {url: 'javascript:alert(1)'}},
    {key: 'e', type: 'page', page: {url: 'https://a:b@shop.example/'}},
    {key: 'f', type: 'message', text: 'Here'},
  );
  assert.deepEqual(
    body.results.map(({result}) => result),
    ['rejected', 'rejected', 'rejected', 'rejected', 'rejected', 'applied'],
  );
  assert.deepEqual(await visitor.texts(), ['Hello', 'Here']);
});

test('names, cards, pages and external ids are on the visitor’s card; the same card again is updated', async () => {
  const {visitor, id} = await begin();
  await visitor.report(
    {type: 'name', name: 'Ada'},
    {type: 'name', name: 'Ada Lovelace'},
    {type: 'card', id: 'cart', data: '2 tomatoes'},
    {type: 'card', id: 'cart', data: '3 tomatoes'},
    {type: 'page', page: {url: 'https://shop.example/cart', title: 'Cart'}},
    {type: 'externalId', id: 'nobody-yet'},
  );
  const details = await desk.details(id);
  assert.equal(details.name, 'Ada Lovelace');
  assert.deepEqual(
    details.cards.map(({id, data}) => [id, data]),
    [['cart', '3 tomatoes']],
  );
  assert.equal(details.pages[0]?.url, 'https://shop.example/cart');
  assert.deepEqual([details.visitor.externalId, details.contact], ['nobody-yet', null]);
});

test('who claims somebody else’s external id is linked for the agents, and learns nothing of the contact', async () => {
  const victim = await platform.contact({
    externalCustomerId: 'victim-7',
    email: 'victim@secret.example',
    name: 'Vera Secret',
  });
  await platform.send(victim, {title: 'Your secret order'});
  const {visitor, id} = await begin();
  await visitor.report({type: 'externalId', id: 'victim-7'});
  assert.equal((await desk.details(id)).contact?.email, 'victim@secret.example');
  const seen = await Promise.all([
    visitor.call('GET', '/conversation'),
    visitor.call('POST', '/session', {
      siteId: '11111111-1111-4111-8111-111111111111',
      page: {url: 'https://shop.example/'},
    }),
    visitor.report({type: 'name', name: 'Me'}),
  ]);
  for (const {status, text} of seen) {
    assert.equal(status, 200);
    assert.doesNotMatch(text, /secret|Vera|victim/i);
  }
  const inbox = await platform.request('GET', '/appinbox/v1/messages', {
    headers: {'ES-TOKEN': visitor.token},
  });
  assert.equal(inbox.status, 401);
});

test('a visitor finds neither conversation nor files of another', async () => {
  const {visitor} = await begin();
  const {body: file} = await visitor.upload('secret.txt', 'secret');
  await visitor.say('With a file', {attachmentIds: [file.id]});
  const other = await createTestVisitor(platform);
  assert.equal((await other.call('GET', `/attachments/${file.id}`)).status, 404);
  await other.say('Mine', {attachmentIds: [file.id]});
  const {body} = await other.call('GET', '/conversation');
  assert.deepEqual(body.messages.at(-1)?.attachments, []);
  assert.equal((await visitor.call('GET', `/attachments/${file.id}`)).text, 'secret');
});

test('a visitor is known for 30 days after each visit', async () => {
  const own = await startPlatform();
  const visitor = await createTestVisitor(own);
  own.clock.advance(VISITOR_LIFETIME - 1);
  assert.equal((await visitor.call('GET', '/conversation')).status, 200);
  own.clock.advance(1);
  assert.equal((await visitor.call('GET', '/conversation')).status, 401);
});

test('a page of another site can neither open a session nor use one', async () => {
  const visitor = await createTestVisitor(platform);
  const session = {siteId: OTHER_SITE, page: {url: 'https://shop.example/'}};
  assert.equal(
    (await visitor.call('POST', '/session', session, {Origin: 'http://localhost:3000'})).status,
    403,
  );
  assert.equal((await visitor.call('GET', '/conversation', undefined, {Origin: OTHER_ORIGIN})).status, 403);
  assert.equal(
    (await visitor.call('GET', '/conversation', undefined, {Origin: 'https://evil.example'})).status,
    403,
  );
  const allowed = await visitor.call('GET', '/conversation', undefined, {Origin: 'http://localhost:3000'});
  assert.equal(allowed.headers.get('Access-Control-Allow-Origin'), 'http://localhost:3000');
});

const HOSTILE = `<img src=x onerror=alert(1)>"'</script>\u0000\ud800\u202e`;

test('whatever stands in a field of the visitor’s is kept as text, and breaks nothing', async () => {
  const {visitor, id} = await begin();
  const {body} = await visitor.report(
    {type: 'message', text: HOSTILE},
    {type: 'name', name: HOSTILE},
    {type: 'card', id: 'x', data: HOSTILE},
    {type: 'externalId', id: HOSTILE},
    {type: 'page', page: {url: 'https://shop.example/<script>', title: HOSTILE}},
    {type: 'rating', rating: 1, comment: HOSTILE},
  );
  assert.ok(
    body.results.every(({result}) => result === 'applied'),
    JSON.stringify(body),
  );
  const messages = await desk.messages(id);
  assert.ok(messages.some(({text}) => text.startsWith(`<img src=x onerror=alert(1)>"'</script>`)));
  assert.match((await desk.details(id)).name, /^<img src=x/);
  const {list} = await desk.list('?view=all&query=%25');
  assert.ok(Array.isArray(list), 'a sign of patterns in a search is a sign');
});

const PNG = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13);
const FILES: [what: string, name: string, content: Uint8Array | string, type: string | undefined][] = [
  ['a picture', 'photo.PNG', PNG, 'image/png'],
  ['a picture under a path', '../../etc/photo.png', PNG, 'image/png'],
  ['a picture that says it is a document', 'invoice.pdf', PNG, undefined],
  ['a page that says it is a picture', 'photo.png', '<html><script>alert(1)</script>', undefined],
  ['a page', 'index.html', '<html>', undefined],
  ['a drawing with a script', 'drawing.svg', '<svg onload="alert(1)"/>', undefined],
  ['a program', 'setup.exe', Uint8Array.of(0x4d, 0x5a, 0x90), undefined],
  ['a program that says it is text', 'readme.txt', Uint8Array.of(0x4d, 0x5a, 0x00, 0x01), undefined],
  ['text', 'readme.txt', 'Grüße', 'text/plain'],
  ['a document', 'invoice.pdf', '%PDF-1.7 …', 'application/pdf'],
  ['nothing', 'empty.txt', '', undefined],
  ['more than 5 MB', 'large.txt', 'x'.repeat(5 * 1024 * 1024 + 1), undefined],
];
for (const [what, name, content, type] of FILES) {
  test(`${what} (${name}) is ${type ? `kept as ${type}` : 'refused'}`, async () => {
    const visitor = await createTestVisitor(platform);
    const {status, body} = await visitor.upload(name, content);
    if (!type) return assert.ok(status === 400 || status === 413, String(status));
    assert.deepEqual([status, body.type], [201, type]);
    assert.doesNotMatch(body.name, /[/\\]|\.\./);
    const {headers} = await visitor.call('GET', `/attachments/${body.id}`);
    assert.match(headers.get('Content-Disposition')!, /^attachment;/);
    assert.match(headers.get('Content-Security-Policy')!, /sandbox/);
    assert.equal(headers.get('X-Content-Type-Options'), 'nosniff');
  });
}

test('a message that is nothing but files is told in the list by their names', async () => {
  const visitor = await createTestVisitor(platform);
  const {body: picture} = await visitor.upload('leaf.png', PNG);
  const {body: text} = await visitor.upload('notes.txt', 'Brown spots');
  await visitor.report({type: 'message', text: '', attachmentIds: [picture.id, text.id]});
  const {list} = await desk.list();
  assert.equal(list[0]?.preview, 'leaf.png, notes.txt');
});

test('a visitor who writes a hundred messages a second is told to wait, and others notice nothing', async () => {
  const own = await startPlatform({conversationRates: {message: {perSecond: 1, burst: 20}}});
  await putTeams(own);
  const [loud, calm] = [await createTestVisitor(own), await createTestVisitor(own)];
  const statuses: number[] = [];
  for (let number = 0; number < 100; number++) {
    const {status, headers} = await loud.say(`Number ${number}`, {key: `n${number}`});
    statuses.push(status);
    if (status === 429) assert.ok(Number(headers.get('Retry-After')) >= 1);
  }
  assert.deepEqual(
    [statuses.filter((status) => status === 200).length, statuses.filter((status) => status === 429).length],
    [20, 80],
  );
  assert.equal((await calm.say('Hello')).status, 200);
  own.clock.advance(1000);
  assert.equal((await loud.say('Number 20', {key: 'n20'})).status, 200, 'what was refused can be sent later');
  assert.equal((await loud.texts()).length, 21);
});

test('of two agents who assign at the same time one is told to look again', async () => {
  const {id} = await begin();
  const {version} = await desk.details(id);
  const change = {agentId: `agent-of-${TEAM.id}`, version};
  const answers = await Promise.all([
    admin.call('PUT', `/conversations/${id}/assignment`, change),
    colleague.call('PUT', `/conversations/${id}/assignment`, {...change, agentId: null}),
  ]);
  assert.deepEqual(answers.map(({status}) => status).sort(), [204, 409]);
  const stranger = {agentId: `agent-of-${OTHER_TEAM.id}`, version: version + 1};
  assert.equal((await admin.call('PUT', `/conversations/${id}/assignment`, stranger)).status, 400);
});

test('two agents who mark at the same time both get their way', async () => {
  const {id} = await begin();
  await Promise.all([
    admin.call('POST', `/conversations/${id}/marks`, {addLabels: ['billing'], addTags: ['a']}),
    colleague.call('POST', `/conversations/${id}/marks`, {addLabels: ['urgent'], addTags: ['b']}),
  ]);
  const {labels, tags} = await desk.details(id);
  assert.deepEqual(
    [[...labels].sort(), [...tags].sort()],
    [
      ['billing', 'urgent'],
      ['a', 'b'],
    ],
  );
  assert.equal((await desk.list('?label=billing')).list[0]?.id, id);
  assert.deepEqual((await desk.list('?tag=zzz')).list, []);
});

test('closed is closed until the visitor writes again, which begins another chat', async () => {
  const {visitor, id} = await begin();
  await desk.reply(id, 'Answer');
  await desk.close(id);
  assert.equal((await visitor.call('GET', '/conversation')).body.state.status, 'closed');
  const stream = await desk.stream();
  await stream.until('ready');
  const rating = await visitor.report({type: 'rating', rating: 5});
  assert.equal(rating.body.results[0]?.result, 'applied');
  const heard = (await hear(stream, '{"type":"rating","rating":5}')).flatMap(({messages}) => messages);
  assert.equal(heard.at(-1)?.author, 'system');
  stream.close();
  assert.equal((await desk.details(id)).rating, 5);
  await visitor.say('One more thing');
  const row = await desk.details(id);
  assert.deepEqual([row.status, row.rating], ['open', null]);
});

test('the list is found by words, by view, and slice by slice', async () => {
  const own = await startPlatform();
  await putTeams(own);
  const ownDesk = deskChat(await createTestAgent(own, TEAM.admin), own);
  for (let number = 1; number <= 5; number++) {
    const visitor = await createTestVisitor(own);
    own.clock.advance(1000);
    await visitor.report(
      {type: 'name', name: `Visitor ${number}`},
      {type: 'message', text: `About ${number} plums`},
    );
  }
  const first = await ownDesk.list('?limit=2');
  const second = await ownDesk.list(`?limit=2&cursor=${first.next}`);
  const third = await ownDesk.list(`?limit=2&cursor=${second.next}`);
  const names = [first, second, third].map(({list}) => list.map(({name}) => name.slice(-1)).join(''));
  assert.deepEqual([names, third.next], [['54', '32', '1'], null]);
  assert.deepEqual(first.counts, {open: 5, mine: 0, unassigned: 5, unread: 5, closed: 0});
  const found = async (query: string) => (await ownDesk.list(query)).list.map(({name}) => name);
  assert.deepEqual(await found('?query=3%20plums'), ['Visitor 3']);
  assert.deepEqual(await found('?query=_'), []);
  await ownDesk.reply(first.list[0]!.id, 'Hi');
  assert.deepEqual(await found('?view=mine'), ['Visitor 5']);
  assert.equal((await found('?view=unread')).length, 4);
});

test('canned answers are the team’s', async () => {
  await admin.call('POST', '/canned-answers', {shortcut: 'hi', text: 'Hello there'});
  await admin.call('POST', '/canned-answers', {shortcut: 'hi', text: 'Hello!'});
  const ours = (await colleague.call('GET', '/canned-answers')).body.list as unknown as {
    shortcut: string;
    text: string;
  }[];
  assert.deepEqual(
    ours.map(({shortcut, text}) => [shortcut, text]),
    [['hi', 'Hello!']],
  );
  const stranger = await createTestAgent(platform, OTHER_TEAM.admin);
  assert.deepEqual((await stranger.call('GET', '/canned-answers')).body.list, []);
});

test('the desk’s statistics count, and say what their medians rest on', async () => {
  const own = await startPlatform();
  await putTeams(own);
  const ownDesk = deskChat(await createTestAgent(own, TEAM.admin), own);
  const agent = await createTestAgent(own, TEAM.admin);
  for (const seconds of [1, 2, 30]) {
    const visitor = await createTestVisitor(own);
    await visitor.say('Hello');
    const {id} = (await ownDesk.list('?view=unread')).list[0]!;
    own.clock.advance(seconds * 1000);
    await ownDesk.reply(id, 'Hello');
    await visitor.report({type: 'rating', rating: 5});
  }
  await (await createTestVisitor(own, {referrer: 'https://news.example/x'})).say('Nobody?');
  const {body} = await agent.call('GET', '/chat-statistics?from=2026-11-01&timezone=Europe/Stockholm');
  const summary = body as unknown as Record<string, Record<string, unknown>[]> & {
    chats: number;
    answered: number;
    responseTime: unknown;
    rating: {count: number; mean: number};
  };
  assert.deepEqual([summary.chats, summary.answered], [4, 3]);
  assert.deepEqual(summary.responseTime, {count: 3, median: 2000, p90: 30_000});
  assert.deepEqual([summary.rating.count, summary.rating.mean], [3, 5]);
  assert.deepEqual(
    summary.byHour!.map(({key, chats}) => [key, chats]),
    [['11', 4]],
  );
  assert.deepEqual(
    summary.byReferral!.map(({key, chats}) => [key, chats]),
    [
      ['Direct', 3],
      ['news.example', 1],
    ],
  );
  const {body: chats} = await agent.call(
    'GET',
    '/chat-statistics/chats?from=2026-11-01&referral=news.example',
  );
  assert.equal(chats.list.length, 1);
  assert.equal((await agent.call('GET', '/chat-statistics?from=2025-01-01')).status, 400);
  const [{key: number}] = summary.byAgent as [{key: string}];
  const range = `from=2026-11-01&timezone=Europe/Stockholm&agentIds=${number}`;
  const table = await agent.call('GET', `/chat-statistics/table?${range}`);
  assert.match(table.headers.get('Content-Disposition')!, /^attachment;/);
  const [names, ...rows] = table.text.trimEnd().split('\r\n');
  assert.match(names!, /^channel,agentName,.*,startedAt$/);
  assert.equal(rows.length, 3, 'those whom the agent has answered');
  for (const row of rows) assert.match(row, /\+01:00$/);
});

test('a visitor is told whether anybody is there to answer', async () => {
  const own = await startPlatform();
  await putTeams(own);
  const visitor = await createTestVisitor(own);
  const isAway = async () => (await visitor.call('GET', '/conversation')).body.state.isAway;
  assert.equal(await isAway(), true);
  const agent = deskChat(await createTestAgent(own, TEAM.agent), own);
  await agent.list();
  assert.equal(await isAway(), false);
  own.clock.advance(61_000);
  assert.equal(await isAway(), true, 'the desk has been closed');
  const stream = await agent.stream();
  await stream.until('ready');
  own.clock.advance(61_000);
  // Its sign of life is on its way.
  for (let turn = 0; turn < 100 && (await isAway()); turn++);
  assert.equal(await isAway(), false, 'an open desk is somebody who is there');
  stream.close();
});
