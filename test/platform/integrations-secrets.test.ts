/** What admins write once, and nobody reads again. */
import assert from 'node:assert/strict';
import {randomBytes} from 'node:crypto';
import {test} from 'node:test';
import {createMask} from '../../demo/platform/integrations/mask.ts';
import {createSecrets} from '../../demo/platform/integrations/secrets.ts';
import {SERVER} from './support/database.ts';
import {TEAM} from './support/desk.ts';
import {read, startIntegrations} from './support/integrations.ts';

const world = await startIntegrations();
const {platform, admin, agent, system, answerWith, contact, integration, run} = world;
const SECRET = 'tok_4f1c0a7be2d94c6f';
const secretHeader = {name: 'Authorization', value: `Bearer ${SECRET}`, secret: true};
const put = (record: {id: string}, fields: Record<string, unknown>) =>
  admin.call('PUT', `/integrations/${record.id}`, {...record, ...fields});

test('a secret reaches the system, and never comes back', async () => {
  answerWith(() => ({body: '{}'}));
  const created = await integration({headers: [secretHeader, {name: 'X-Plain', value: 'seen'}]});
  await run(created.id, await contact());
  assert.equal(system.requests.at(-1)!.headers.authorization, secretHeader.value);
  const answers = [
    await admin.call('GET', `/integrations/${created.id}`),
    await admin.call('GET', '/integrations'),
    await admin.call('GET', '/audit'),
    await admin.call('POST', `/integrations/${created.id}/test`, {contact: {externalId: 'x'}}),
    await put(created, {name: 'Renamed'}),
  ];
  for (const {status, text, headers} of answers) {
    assert.equal(status, 200);
    assert.ok(!(text + JSON.stringify([...headers])).includes(SECRET));
  }
  assert.deepEqual(read(answers[0]!).headers, [
    {name: 'Authorization', value: null, secret: true, hasValue: true},
    {name: 'X-Plain', value: 'seen', secret: false, hasValue: true},
  ]);
});

test(
  'a secret is not in the database as it was typed',
  {skip: SERVER && 'only an embedded database can be dumped'},
  async () => {
    await integration({headers: [secretHeader]});
    const dump = await platform.dump();
    assert.ok(dump.includes('Authorization'));
    assert.ok(!dump.includes(SECRET));
  },
);

test('a secret that is sent back unchanged stays, and a new one takes its place', async () => {
  const created = await integration({headers: [secretHeader]});
  const person = await contact();
  const kept = read(await put(created, {description: 'changed'}));
  await run(created.id, person);
  assert.equal(system.requests.at(-1)!.headers.authorization, secretHeader.value);
  await put(kept, {headers: [{...secretHeader, value: 'Bearer another'}]});
  await run(created.id, person);
  assert.equal(system.requests.at(-1)!.headers.authorization, 'Bearer another');
});

test('a secret does not follow the address to another host', async () => {
  const created = await integration({headers: [secretHeader]});
  const elsewhere = 'https://evil.example/{{contact.id}}';
  const moved = await put(created, {url: elsewhere});
  assert.equal(moved.status, 400);
  assert.deepEqual(read(moved).errors, [
    {path: 'headers.0.value', message: 'the address leads to another host now: type the secret again'},
  ]);
  const {headers, name} = created;
  const draft = {name, url: elsewhere, headers};
  const tried = await admin.call('POST', `/integrations/${created.id}/test`, {draft});
  assert.deepEqual([tried.status, read(tried).errors[0]!.path], [400, 'headers.0.value']);
  const typed = await put(created, {url: elsewhere, headers: [{...secretHeader, value: 'theirs'}]});
  assert.equal(typed.status, 200);
});

test('a secret cannot be turned into a text that is shown', async () => {
  const created = await integration({headers: [secretHeader]});
  for (const header of [
    {name: 'Authorization', value: null, secret: false},
    {name: 'X-Other', value: null, secret: true},
  ]) {
    const answer = await put(created, {headers: [header]});
    assert.deepEqual(
      [answer.status, read(answer).errors],
      [400, [{path: 'headers.0.value', message: 'needs a value'}]],
    );
  }
});

test('an agent sees what profiles show, and nothing of how it is asked for', async () => {
  const created = await integration({
    url: `${system.url}/internal/path?key=abc`,
    headers: [{name: 'X-Plain', value: 'configured'}],
    query: [{name: 'q', value: 'configured'}],
    method: 'POST',
    body: '{"a": "configured"}',
  });
  const {body, text} = await agent.call('GET', `/integrations/${created.id}`);
  const {headers, query, url, body: request} = body as unknown as Record<string, unknown>;
  assert.deepEqual([headers, query, url, request], [[], [], system.url, null]);
  assert.ok(!text.includes('configured') && !text.includes('internal'));
});

test('a system that sends a secret back does not show it to agents', async () => {
  const basic = `Basic ${Buffer.from('shop:pa55w0rd-of-shop').toString('base64')}`;
  const created = await integration({
    headers: [
      {name: 'Authorization', value: basic, secret: true},
      {name: 'X-Api-Key', value: 'key "with" quotes', secret: true},
    ],
  });
  answerWith(() => ({
    body: JSON.stringify({echo: basic, key: 'key "with" quotes', password: 'pa55w0rd-of-shop', fine: 'yes'}),
  }));
  const {data} = await run(created.id, await contact());
  assert.deepEqual(data, {echo: '••••••', key: '••••••', password: '••••••', fine: 'yes'});
  const tried = await admin.call('POST', `/integrations/${created.id}/test`, {contact: {externalId: 'x'}});
  for (const secret of [basic, basic.split(' ')[1]!, 'with\\" quotes', 'pa55w0rd-of-shop'])
    assert.ok(!tried.text.includes(secret), secret);
});

test('the exact request is shown with its secrets masked', async () => {
  answerWith(() => ({body: '{"ok": true}'}));
  const created = await integration({
    method: 'POST',
    url: `${system.url}/customers/{{contact.email}}`,
    headers: [secretHeader, {name: 'X-Inbox', value: '{{inbox.name}}'}],
    query: [{name: 'view', value: '{{conversation.id}}'}],
    body: '{"name": "{{contact.name}}"}',
  });
  const answer = await admin.call('POST', `/integrations/${created.id}/test`, {
    contact: {email: 'a@b.example', name: 'Ada "A"'},
    conversation: {id: '7'},
    inboxId: TEAM.inboxes[0],
  });
  const {request, response, error, milliseconds} = read(answer);
  assert.deepEqual(request, {
    method: 'POST',
    url: `${system.url}/customers/a%40b.example?view=7`,
    headers: [
      {name: 'Authorization', value: '••••••'},
      {name: 'X-Inbox', value: 'Inbox 1'},
      {name: 'Content-Type', value: 'application/json'},
    ],
    body: '{"name":"Ada \\"A\\""}',
  });
  assert.deepEqual([response.status, response.body, response.bytes, error], [200, '{"ok": true}', 12, null]);
  assert.ok(milliseconds >= 0 && milliseconds < 1000);
});

test('a draft is tried out before it is saved, and is not saved by it', async () => {
  answerWith(() => ({status: 418, type: 'text/plain', body: 'no coffee'}));
  const draft = {name: 'Draft', url: `${system.url}/pot`, headers: [secretHeader]};
  const answer = await admin.call('POST', '/integrations/test', {draft});
  const {response, error, request} = read(answer);
  assert.deepEqual([response.status, response.body, error!.code], [418, 'no coffee', 'http-status']);
  assert.equal(request.headers[0]!.value, '••••••');
  assert.ok(!(await admin.call('GET', '/integrations')).text.includes('"Draft"'));
});

test('what is sealed opens for its owner, with its key, and as it is', () => {
  const key = randomBytes(32);
  const secrets = createSecrets(key, randomBytes);
  const sealed = secrets.seal('ключ', 'team|integration|header');
  assert.equal(secrets.open(sealed, 'team|integration|header'), 'ключ');
  assert.notEqual(secrets.seal('ключ', 'team|integration|header'), sealed, 'each time another nonce');
  const refuses = (text: string, owner = 'team|integration|header', other = secrets) =>
    assert.throws(() => other.open(text, owner), {code: 'unreadable-secret'});
  refuses(sealed, 'team|other|header');
  refuses(sealed, undefined, createSecrets(randomBytes(32), randomBytes));
  const [version, id, text] = sealed.split('.') as [string, string, string];
  const bytes = Buffer.from(text, 'base64url');
  for (let index = 0; index < bytes.length; index++) {
    const changed = Buffer.from(bytes);
    changed[index]! ^= 1;
    refuses(`${version}.${id}.${changed.toString('base64url')}`);
  }
  for (let length = 0; length < bytes.length; length++)
    refuses(`${version}.${id}.${bytes.subarray(0, length).toString('base64url')}`);
  for (const nonsense of ['', 'v1', `v2.${id}.${text}`, 'v1..', `${sealed}.x`.replace('v1', 'v0')])
    refuses(nonsense);
  assert.throws(() => createSecrets(Buffer.alloc(16), randomBytes), /32 bytes/);
});

test('a mask leaves alone what is no secret', () => {
  const mask = createMask(['Bearer abcdefgh', 'x']);
  assert.equal(mask('Bearer of x: abcdefgh, xylophone'), 'Bearer of x: ••••••, xylophone');
});
