import assert from 'node:assert/strict';
import {test} from 'node:test';
import {createTestAgent, OTHER_TEAM, TEAM} from './support/desk.ts';
import {read, startIntegrations} from './support/integrations.ts';

const world = await startIntegrations();
const {platform, admin, agent, system, answerWith, contact, integration, run} = world;
const json = (value: unknown) => () => ({body: JSON.stringify(value)});
const asked = () => system.requests.length;
const [inbox, otherInbox] = TEAM.inboxes;

test('an integration asks the system about the contact, and passes its answer on', async () => {
  answerWith(json({tier: 'Gold', orders: [1, 2]}));
  const person = await contact({
    externalCustomerId: 'maya-1',
    email: 'maya@example.com',
    attributes: {city: 'Bristol'},
  });
  const {id} = await integration({
    method: 'POST',
    url: `${system.url}/customers/{{contact.external_id}}?city={{contact.attributes.city}}`,
    headers: [{name: 'X-Inbox', value: '{{inbox.name}}'}],
    body: '{"email": "{{contact.email}}"}',
  });
  const result = await run(id, person);
  assert.deepEqual(
    [result.data, result.status, result.error, result.fetchedAt],
    [{tier: 'Gold', orders: [1, 2]}, 200, null, new Date(platform.clock.now()).toISOString()],
  );
  const {method, path, headers, body} = system.requests.at(-1)!;
  assert.deepEqual(
    [method, path, headers['x-inbox'], body],
    ['POST', '/customers/maya-1?city=Bristol', 'Inbox 1', '{"email":"maya@example.com"}'],
  );
});

test('an answer is kept for as long as the integration says', async () => {
  answerWith(() => ({body: JSON.stringify({asked: asked()})}));
  const person = await contact();
  const {id} = await integration({cacheMinutes: 15});
  const first = await run(id, person);
  assert.equal(first.cache, 'miss');
  platform.clock.advance(15 * 60_000 - 1);
  const second = await run(id, person);
  assert.deepEqual([second.cache, second.data, second.fetchedAt], ['hit', first.data, first.fetchedAt]);
  platform.clock.advance(1);
  const third = await run(id, person);
  assert.equal(third.cache, 'miss');
  assert.notDeepEqual(third.data, first.data);
});

test('a test asks past what is kept, and tells how old that is', async () => {
  const person = await contact();
  const {id, version} = await integration({cacheMinutes: 15});
  const tryOut = async (more = {}) =>
    read(await admin.call('POST', `/integrations/${id}/test`, {contactId: person, inboxId: inbox, ...more}));
  assert.equal((await tryOut()).keptAt, null);
  const {fetchedAt, data} = await run(id, person);
  platform.clock.advance(60_000);
  const tried = await tryOut();
  assert.deepEqual([tried.cache, tried.keptAt], ['bypass', fetchedAt]);
  assert.notDeepEqual(JSON.parse(tried.response.body), data);
  // What was tried is not kept: profiles show what they did.
  assert.deepEqual((await run(id, person)).data, data);
  // Of another request, as of another contact, nothing is kept.
  const draft = {name: 'CRM', url: `${system.url}/others?id={{contact.external_id}}`, version};
  assert.equal((await tryOut({draft})).keptAt, null);
  assert.equal((await tryOut({contactId: await contact()})).keptAt, null);
});

test('refresh asks again, and what it gets is kept from then on', async () => {
  const person = await contact();
  const {id} = await integration({cacheMinutes: 15});
  await run(id, person);
  const fresh = await run(id, person, {refresh: true});
  assert.equal(fresh.cache, 'bypass');
  const kept = await run(id, person);
  assert.deepEqual([kept.cache, kept.data], ['hit', fresh.data]);
});

test('without a time to keep it, every run asks', async () => {
  const person = await contact();
  const {id} = await integration({cacheMinutes: 0});
  const before = asked();
  const results = [await run(id, person), await run(id, person)];
  assert.deepEqual(
    results.map(({cache}) => cache),
    ['bypass', 'bypass'],
  );
  assert.equal(asked(), before + 2);
});

test('nobody gets what was kept of another contact', async () => {
  answerWith((path) => ({body: JSON.stringify({path})}));
  const [one, two] = [await contact(), await contact()];
  const {id} = await integration({cacheMinutes: 60});
  const first = await run(id, one);
  const second = await run(id, two);
  assert.equal(second.cache, 'miss');
  assert.notDeepEqual(first.data, second.data);
});

test('what was kept is not found after the contact changed', async () => {
  const externalCustomerId = 'changing';
  const person = await contact({externalCustomerId, attributes: {tier: 'gold'}});
  const {id} = await integration({url: `${system.url}/?tier={{contact.attributes.tier}}`, cacheMinutes: 60});
  await run(id, person);
  assert.equal((await run(id, person)).cache, 'hit');
  await contact({externalCustomerId, attributes: {tier: 'silver'}});
  assert.equal((await run(id, person)).cache, 'miss');
});

test('a change of the integration forgets what was kept', async () => {
  const person = await contact();
  const {id, version, ...rest} = await integration({cacheMinutes: 60});
  await run(id, person);
  assert.equal((await run(id, person)).cache, 'hit');
  assert.equal((await admin.call('PUT', `/integrations/${id}`, {...rest, version})).status, 200);
  assert.equal((await run(id, person)).cache, 'miss');
});

test('two agents who open the same contact at the same time make one call', async () => {
  const person = await contact();
  const {id} = await integration({cacheMinutes: 60});
  const before = asked();
  const results = await Promise.all([run(id, person), run(id, person), run(id, person)]);
  assert.equal(asked(), before + 1);
  for (const {data} of results) assert.deepEqual(data, results[0].data);
});

test('a failure is not kept', async () => {
  const person = await contact();
  const {id} = await integration({cacheMinutes: 60});
  answerWith(() => ({status: 503, body: '{}'}));
  assert.equal((await run(id, person)).error!.code, 'http-status');
  answerWith(json({well: true}));
  assert.deepEqual((await run(id, person)).data, {well: true});
});

for (const [sentence, answer, code, message] of [
  ['404', {status: 404, body: '{}'}, 'http-status', /knows nothing of this contact \(404\)/],
  ['401', {status: 401, body: '{}'}, 'http-status', /credentials/],
  ['500', {status: 500, body: 'x'}, 'http-status', /problem of its own \(500\)/],
  ['429', {status: 429, body: ''}, 'http-status', /too often/],
  ['a web page', {type: 'text/html', body: '<!doctype html><p>Sign in'}, 'not-json', /web page/],
  ['half of JSON', {body: '{"a":'}, 'not-json', /not JSON/],
  ['deep nesting', {body: '['.repeat(70) + ']'.repeat(70)}, 'not-json', /nested too deeply/],
  ['very deep nesting', {body: '['.repeat(300_000) + ']'.repeat(300_000)}, 'not-json', /nested too deeply/],
  ['more than 1 MiB', {body: JSON.stringify('x'.repeat(1024 * 1024))}, 'too-large', /larger than 1024 KiB/],
] as const) {
  test(`a system that answers ${sentence} is an error in words`, async () => {
    answerWith(() => answer);
    const {data, error} = await run((await integration()).id, await contact());
    assert.deepEqual([data, error!.code], [null, code]);
    assert.match(error!.message, message);
  });
}

test('an answer of nearly 1 MiB in one text comes through', async () => {
  const text = 'x'.repeat(1000 * 1000);
  answerWith(json({text}));
  assert.deepEqual((await run((await integration()).id, await contact())).data, {text});
});

test('no answer and JSON’s null are no data, and no error', async () => {
  const {id} = await integration();
  for (const body of ['', 'null']) {
    answerWith(() => ({body}));
    const {data, error} = await run(id, await contact());
    assert.deepEqual([data, error], [null, null]);
  }
});

test('an answer cannot change what objects inherit', async () => {
  answerWith(() => ({body: '{"__proto__": {"isAdmin": true}, "a": [{"__proto__": 1, "b": 2}]}'}));
  const answer = await agent.call('POST', `/integrations/${(await integration()).id}/run`, {
    contactId: await contact(),
    inboxId: inbox,
  });
  assert.ok(!answer.text.includes('__proto__'));
  assert.deepEqual(read(answer).data, {a: [{b: 2}]});
});

test('a contact without what the address needs is not asked about', async () => {
  const before = asked();
  const {id} = await integration({url: `${system.url}/customers/{{contact.email}}`});
  const {error} = await run(id, await contact());
  assert.deepEqual(error, {
    code: 'missing-variable',
    message: 'This integration needs contact.email, which is not known here.',
  });
  assert.equal(asked(), before);
});

test('an integration runs only where it is attached, switched on and active', async () => {
  const person = await contact();
  const created = await integration();
  const {id} = created;
  const before = asked();
  const at = (inboxId: string) => agent.call('POST', `/integrations/${id}/run`, {contactId: person, inboxId});
  assert.equal((await at(otherInbox)).status, 404, 'not attached');
  assert.equal((await at(OTHER_TEAM.inboxes[0])).status, 404, 'another team’s inbox');
  await admin.call('PUT', `/inboxes/${inbox}/integrations/${id}`, {isEnabled: false});
  assert.equal((await at(inbox)).status, 404, 'switched off for the inbox');
  await admin.call('PUT', `/inboxes/${inbox}/integrations/${id}`, {isEnabled: true});
  await admin.call('PUT', `/integrations/${id}`, {...created, isActive: false});
  assert.equal(read(await at(inbox)).error!.code, 'inactive');
  assert.equal(asked(), before);
});

test('a contact of another team is not told about', async () => {
  const stranger = await createTestAgent(platform, OTHER_TEAM.agent);
  const person = await contact();
  const {id} = await integration();
  const before = asked();
  const answer = await stranger.call('POST', `/integrations/${id}/run`, {
    contactId: person,
    inboxId: OTHER_TEAM.inboxes[0],
  });
  assert.deepEqual([answer.status, asked()], [404, before]);
  assert.equal((await stranger.call('GET', `/contacts/${person}`)).status, 404);
  assert.deepEqual(read(await stranger.call('GET', '/contacts')).list, []);
  assert.deepEqual(read(await stranger.call('GET', '/integrations')).list, []);
});

test('who ran what is in the audit log, and nothing that came back', async () => {
  answerWith(json({private: 'of the contact'}));
  const person = await contact();
  const {id} = await integration({name: 'Audited'});
  await run(id, person);
  const answer = await admin.call('GET', '/audit');
  const [last, before] = read(answer).list;
  assert.deepEqual(last, {
    at: new Date(platform.clock.now()).toISOString(),
    agent: {id: `agent-of-${TEAM.id}`, name: 'agent of Care'},
    action: 'integration.run',
    subject: 'Audited',
    detail: {id, contactId: person, inboxId: inbox, cache: 'bypass', error: null},
  });
  assert.deepEqual(
    [before!.action, before!.agent],
    ['integration.create', {id: `admin-of-${TEAM.id}`, name: 'admin of Care'}],
  );
  assert.ok(!answer.text.includes('of the contact'));
});

test('the audit log is read page by page', async () => {
  const seen: unknown[] = [];
  let cursor: string | null = '';
  do {
    const page = read(await admin.call('GET', `/audit${cursor && `?cursor=${cursor}`}`));
    seen.push(...page.list);
    cursor = page.next;
  } while (cursor);
  assert.ok(seen.length > 50);
  assert.equal(new Set(seen.map((entry) => JSON.stringify(entry))).size > 20, true);
});
