import assert from 'node:assert/strict';
import {test} from 'node:test';
import {OTHER_KEY, startPlatform} from './support/platform.ts';

const platform = await startPlatform();
const {backend, clock} = platform;
const send = (body: unknown, headers?: Record<string, string>) =>
  backend('POST', '/v1/messages', body, headers);
const report = async (id: string) => (await backend('GET', `/v1/messages/${id}/report`)).body;

test('a contact is created, then updated by any of its identifiers', async () => {
  const created = await backend('POST', '/v1/contacts', {
    externalCustomerId: 'put-1',
    email: ' Put@Example.com ',
    name: 'Ada',
    tags: ['vip'],
  });
  assert.equal(created.status, 201);
  assert.equal(created.body.email, 'put@example.com');
  const updated = await backend('POST', '/v1/contacts', {
    email: 'put@example.com',
    phone: '+46 70-123',
    language: 'SV',
  });
  assert.equal(updated.status, 200);
  assert.deepEqual(updated.body, {...created.body, phone: '+4670123', language: 'sv'});
  const cleared = await backend('POST', '/v1/contacts', {phone: '+4670123', name: null, tags: []});
  assert.deepEqual([cleared.body.name, cleared.body.tags, cleared.body.language], [null, [], 'sv']);
});

test('identifiers of two contacts in one request are a conflict, and change nothing', async () => {
  await backend('POST', '/v1/contacts', {externalCustomerId: 'put-2', email: 'two@example.com'});
  await backend('POST', '/v1/contacts', {externalCustomerId: 'put-3', name: 'Three'});
  const {status, body} = await backend('POST', '/v1/contacts', {
    externalCustomerId: 'put-3',
    email: 'two@example.com',
    name: 'Changed',
  });
  assert.deepEqual([status, body.code], [409, 'conflict']);
  const {list} = (await backend('GET', '/v1/contacts')).body;
  assert.equal(list.find((it) => it.externalCustomerId === 'put-3')?.name, 'Three');
});

test('the same new contact ten times at the same time is one contact', async () => {
  const answers = await Promise.all(
    Array.from({length: 10}, () =>
      backend('POST', '/v1/contacts', {externalCustomerId: 'put-4', email: 'r@example.com'}),
    ),
  );
  assert.equal(new Set(answers.map(({body}) => body.id)).size, 1);
  assert.equal(answers.filter(({status}) => status === 201).length, 1);
});

test('contacts are listed in pages, and only the site’s own', async () => {
  const other = {Authorization: `Bearer ${OTHER_KEY}`};
  for (const id of ['a', 'b', 'c']) await backend('POST', '/v1/contacts', {externalCustomerId: id}, other);
  const {body} = await backend('GET', '/v1/contacts?page=1&pageSize=2', undefined, other);
  assert.deepEqual(
    body.list.map(({externalCustomerId}) => externalCustomerId),
    ['a'],
  );
  assert.equal(body.totalPages, 2);
});

test('a message goes to one contact by any identifier', async () => {
  const contact = await platform.contact({email: 'one@example.com', phone: '+4670999'});
  for (const identity of [
    {email: 'ONE@example.com'},
    {phone: '+46 70 999'},
    {externalCustomerId: contact.externalCustomerId},
  ]) {
    const {status, body} = await send({contact: identity, title: 'Hi'});
    assert.deepEqual([status, body.recipients, body.unknown], [201, 1, []]);
  }
  assert.equal(await contact.count(), 3);
});

test('a message to one unknown contact is answered 404', async () => {
  const {status, body} = await send({contact: {email: 'nobody@example.com'}, title: 'Hi'});
  assert.deepEqual([status, body.code], [404, 'not-found']);
});

test('a message to a list reaches each contact once and names the unknown ones', async () => {
  const one = await platform.contact({email: 'list-1@example.com'});
  const two = await platform.contact();
  const {body} = await send({
    contacts: [
      {email: 'list-1@example.com'},
      {externalCustomerId: one.externalCustomerId},
      {externalCustomerId: two.externalCustomerId},
      {email: 'nobody@example.com'},
    ],
    title: 'Hi',
  });
  assert.deepEqual([body.recipients, body.unknown], [2, [{email: 'nobody@example.com'}]]);
  assert.deepEqual([await one.count(), await two.count()], [1, 1]);
});

test('a message to a segment reaches who meets its conditions', async () => {
  const swede = await platform.contact({language: 'sv-SE', tags: ['vip', 'seg']});
  const vip = await platform.contact({language: 'de', tags: ['vip', 'seg', 'old']});
  const none = await platform.contact({tags: ['seg']});
  const titles = async (segment: unknown) => {
    const {body} = await send({segment, title: JSON.stringify(segment)});
    const got = [];
    for (const contact of [swede, vip, none]) {
      const {list} = (await contact.get('/messages?limit=1')).body;
      if (list[0]?.id === body.id) got.push(contact);
    }
    return got;
  };
  assert.deepEqual(await titles({tags: ['vip', 'seg']}), [swede, vip]);
  assert.deepEqual(await titles({language: 'sv', tags: ['seg']}), [swede]);
  assert.deepEqual(await titles({tags: ['seg', 'old']}), [vip]);
  assert.deepEqual(await titles({all: true}), [swede, vip, none]);
  assert.deepEqual(await titles({tags: ['nobody']}), []);
});

test('the same Idempotency-Key and body sends once and answers the same', async () => {
  const contact = await platform.contact();
  const body = {contact: {externalCustomerId: contact.externalCustomerId}, title: 'Once'};
  const first = await send(body, {'Idempotency-Key': 'k1'});
  const second = await send(body, {'Idempotency-Key': 'k1'});
  assert.deepEqual([second.status, second.body], [201, first.body]);
  assert.equal(await contact.count(), 1);
  const other = await send({...body, title: 'Twice'}, {'Idempotency-Key': 'k1'});
  assert.deepEqual([other.status, other.body.code], [409, 'conflict']);
  assert.equal((await send(body, {'Idempotency-Key': 'k2'})).status, 201);
  assert.equal(await contact.count(), 2);
});

test('the same Idempotency-Key ten times at the same time sends once', async () => {
  const contact = await platform.contact();
  const body = {contact: {externalCustomerId: contact.externalCustomerId}, title: 'Once'};
  const answers = await Promise.all(Array.from({length: 10}, () => send(body, {'Idempotency-Key': 'race'})));
  assert.equal(new Set(answers.map((answer) => answer.body.id)).size, 1);
  assert.equal(await contact.count(), 1);
});

test('a key whose request failed can be used again', async () => {
  const body = {contact: {externalCustomerId: 'comes-later'}, title: 'Hi'};
  assert.equal((await send(body, {'Idempotency-Key': 'retry'})).status, 404);
  await platform.contact({externalCustomerId: 'comes-later'});
  assert.equal((await send(body, {'Idempotency-Key': 'retry'})).status, 201);
});

test('the same key of another site is another key', async () => {
  const contact = await platform.contact();
  const body = {contact: {externalCustomerId: contact.externalCustomerId}, title: 'Hi'};
  await send(body, {'Idempotency-Key': 'sites'});
  const other = await send(body, {'Idempotency-Key': 'sites', Authorization: `Bearer ${OTHER_KEY}`});
  assert.equal(other.status, 404);
});

test('the report counts contacts: sent, delivered, seen, opened, clicked', async () => {
  const contacts = [
    await platform.contact(),
    await platform.contact(),
    await platform.contact(),
    await platform.contact(),
  ];
  const id = await platform.send(contacts);
  assert.deepEqual(await report(id), {sent: 4, delivered: 0, seen: 0, opened: 0, clicked: 0});
  const [lists, sees, reads, clicks] = contacts;
  await lists!.get('/messages');
  await sees!.report({type: 'seen', ids: [id]});
  await reads!.report({type: 'read', ids: [id]}, {type: 'unread', ids: [id]}, {type: 'read', ids: [id]});
  await clicks!.report({type: 'clicked', ids: [id]}, {type: 'action', ids: [id], action: 'track'});
  assert.deepEqual(await report(id), {sent: 4, delivered: 4, seen: 3, opened: 2, clicked: 1});
  assert.equal(await clicks!.count(), 1, 'a click by itself does not mark as read');
});

test('a message for later is not sent before its time', async () => {
  const contact = await platform.contact();
  const id = await platform.send(contact, {sendAt: new Date(clock.now() + 5000).toISOString()});
  assert.equal((await report(id)).sent, 0);
  const stream = await (await contact.elsewhere()).stream();
  await stream.until('count');
  clock.advance(5000);
  await stream.until('message');
  assert.equal((await report(id)).sent, 1);
  stream.close();
});

test('a withdrawn message is gone for its contacts, and its report stays', async () => {
  const contact = await platform.contact();
  const id = await platform.send(contact);
  assert.equal((await backend('DELETE', `/v1/messages/${id}`)).status, 204);
  assert.equal((await backend('DELETE', `/v1/messages/${id}`)).status, 204, 'again is fine');
  assert.deepEqual([await contact.count(), await contact.titles()], [0, []]);
  assert.equal((await report(id)).sent, 1);
  const {list} = (await backend('GET', '/v1/messages?pageSize=1')).body;
  assert.deepEqual([list[0]!.id, list[0]!.withdrawn], [id, true]);
});

test('a message for later that is withdrawn never arrives', async () => {
  const contact = await platform.contact();
  const id = await platform.send(contact, {title: 'Never', sendAt: clock.now() + 5000});
  await backend('DELETE', `/v1/messages/${id}`);
  const stream = await (await contact.elsewhere()).stream();
  await stream.until('count');
  clock.advance(5000);
  await platform.send(contact, {title: 'Next'});
  assert.equal((await stream.until('message')).data.title, 'Next');
  stream.close();
});

test('messages of another site can be neither read about nor withdrawn', async () => {
  const contact = await platform.contact();
  const id = await platform.send(contact);
  const other = {Authorization: `Bearer ${OTHER_KEY}`};
  assert.equal((await backend('GET', `/v1/messages/${id}/report`, undefined, other)).status, 404);
  assert.equal((await backend('DELETE', `/v1/messages/${id}`, undefined, other)).status, 404);
  assert.equal((await backend('GET', '/v1/messages', undefined, other)).body.list.length, 0);
  assert.equal(await contact.count(), 1);
});

const to = {contact: {externalCustomerId: 'nobody'}};
for (const [what, body, path] of [
  ['no recipient', {title: 'Hi'}, ''],
  ['two kinds of recipient', {...to, segment: {all: true}, title: 'Hi'}, ''],
  ['an empty segment', {segment: {}, title: 'Hi'}, 'segment'],
  ['an empty list', {contacts: [], title: 'Hi'}, 'contacts'],
  ['a contact without identifier', {contact: {}, title: 'Hi'}, 'contact'],
  ['no title', {...to}, 'title'],
  ['an empty title', {...to, title: ''}, 'title'],
  ['a title that is too long', {...to, title: 'a'.repeat(501)}, 'title'],
  ['a content that is too long', {...to, title: 'Hi', content: 'a'.repeat(20_001)}, 'content'],
  ['a link that is a script', {...to, title: 'Hi', link: 'javascript:alert(1)'}, 'link'],
  ['a link that is a disguised script', {...to, title: 'Hi', link: ' java\nscript:alert(1)'}, 'link'],
  ['an image that is data', {...to, title: 'Hi', image: 'data:text/html,a'}, 'image'],
  [
    'an action whose link is a script',
    {...to, title: 'Hi', actions: [{id: 'a', label: 'A', link: 'vbscript:x'}]},
    'actions.0.link',
  ],
  [
    'two actions with one id',
    {
      ...to,
      title: 'Hi',
      actions: [
        {id: 'a', label: 'A'},
        {id: 'a', label: 'B'},
      ],
    },
    'actions',
  ],
  [
    'a translated link that is a script',
    {...to, title: 'Hi', translations: {uk: {link: 'javascript:x'}}},
    'translations.uk.link',
  ],
  [
    'a translation into no language',
    {...to, title: 'Hi', translations: {'?': {title: 'A'}}},
    'translations.?',
  ],
  ['a ttl of nothing', {...to, title: 'Hi', ttl: 0}, 'ttl'],
  ['a ttl and an expiry', {...to, title: 'Hi', ttl: 5, expiryDate: '2030-01-01T00:00:00Z'}, 'ttl'],
  ['an expiry that has passed', {...to, title: 'Hi', expiryDate: '2020-01-01T00:00:00Z'}, 'expiryDate'],
  ['a ttl that is over', {...to, title: 'Hi', sendAt: '2020-01-01T00:00:00Z', ttl: 60}, 'ttl'],
  ['a date that is none', {...to, title: 'Hi', sendAt: 'tomorrow'}, 'sendAt'],
  ['too much custom data', {...to, title: 'Hi', customData: {a: 'a'.repeat(16_000)}}, 'customData'],
  ['an unknown field', {...to, title: 'Hi', tittle: 'Hi'}, ''],
  ['an unknown severity', {...to, title: 'Hi', severity: 'extreme'}, 'severity'],
] as const) {
  test(`a message with ${what} is answered 400 and names the field`, async () => {
    const answer = await send(body);
    assert.equal(answer.status, 400);
    assert.equal(answer.body.code, 'invalid-request');
    assert.ok(
      answer.body.errors.some((error) => error.path === path),
      JSON.stringify(answer.body.errors),
    );
  });
}

test('a message of more than 256 kB is answered 413', async () => {
  const {status, body} = await send({...to, title: 'Hi', customData: {a: 'a'.repeat(300_000)}});
  assert.deepEqual([status, body.code], [413, 'too-large']);
});
