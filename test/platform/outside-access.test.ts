/** What the routes refuse that are not the desk's, and whom: generated from the table of routes. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {VISITOR_LIFETIME} from '../../demo/platform/conversations/visitor/sessions.ts';
import {ACCESS} from './support/access.ts';
import {createTestAgent, putTeams, TEAM} from './support/desk.ts';
import type {TestRow} from './support/desk-chat.ts';
import {KEY, OTHER_KEY, OTHER_ORIGIN, SITE, startPlatform} from './support/platform.ts';
import {createTestVisitor} from './support/visitor.ts';

const platform = await startPlatform();
await putTeams(platform);
const admin = await createTestAgent(platform, TEAM.admin);
const expired = await createTestVisitor(platform);
platform.clock.advance(VISITOR_LIFETIME);
const visitor = await createTestVisitor(platform);
const contact = await platform.contact();

const {body: file} = await visitor.upload('note.txt', 'Hello');
await visitor.say('Hello', {attachmentIds: [file.id]});
const agent = await createTestAgent(platform, TEAM.admin);
const {list} = (await agent.call('GET', '/conversations')).body as unknown as {list: TestRow[]};
const messageId = await platform.send(contact);
const agents = (await platform.request('GET', `/message/grabAgents/${KEY}/1`)).body as unknown as {
  json: {agentID: number}[];
};

/** Records of the first site, by their names in paths. */
const OWN: Record<string, string> = {
  'GET /visitor/v1/attachments/{id}': file.id,
  'DELETE /v1/messages/{id}': messageId,
  'GET /v1/messages/{id}/report': messageId,
  conversationId: list[0]!.channel,
  agentId: String(agents.json[0]!.agentID),
  fromDate: '2026-01-01',
  toDate: '2026-01-02',
};

const routesFor = (...wanted: string[]) =>
  Object.entries(ACCESS)
    .filter(([, access]) => wanted.includes(access))
    .map(([name]) => {
      const [method = '', path = ''] = name.split(' ');
      return {name, method, path, fields: [...path.matchAll(/\{(\w+)\}/g)].map(([, field]) => field!)};
    });

/** The path with the account's key and id, and the records that it names. */
function fill(name: string, path: string, key = '', userId = ''): string {
  const values: Record<string, string | undefined> = {...OWN, apiKey: key, userId, id: OWN[name] ?? 'x'};
  return path.replace(/\{(\w+)\}/g, (_, field: string) => {
    const value = values[field];
    assert.ok(value, `${name} has no record for ${field}`);
    return value;
  });
}

async function ask(method: string, path: string, headers: Record<string, string> = {}) {
  const {status, body, text} = await platform.request(method, path, {
    headers: {'Content-Type': 'application/json', ...headers},
    body: method === 'GET' || method === 'DELETE' ? undefined : '{}',
  });
  const {error} = body as unknown as {error?: {code: string}};
  return {status, code: error?.code ?? body.code, text};
}

test('nothing else is open to everybody', () => {
  assert.deepEqual(
    routesFor('all').map(({name}) => name),
    [
      'POST /visitor/v1/session',
      'GET /scripts/{file}',
      'POST /desk/api/v1/session',
      'GET /.well-known/jwks.json',
    ],
  );
});

for (const {name, method, path} of routesFor('visitor')) {
  test(`${name} is for who has the visitor’s token`, async () => {
    const strangers: Record<string, string>[] = [
      {},
      {'Visitor-Token': 'x'},
      {'Visitor-Token': `v_${'x'.repeat(43)}`},
      {'Visitor-Token': expired.token},
      {'Visitor-Token': KEY},
      {'Visitor-Token': contact.token},
      {'ES-TOKEN': visitor.token},
      {Authorization: `Bearer ${visitor.token}`},
      {Authorization: `Bearer ${KEY}`},
      {Cookie: admin.cookie, 'X-CSRF-Token': admin.csrfToken},
    ];
    for (const headers of strangers) {
      const {status, code} = await ask(method, fill(name, path), headers);
      assert.deepEqual([status, code], [401, 'invalid-token'], JSON.stringify(headers));
    }
  });

  test(`${name} is for pages of the visitor’s own site`, async () => {
    for (const Origin of [OTHER_ORIGIN, 'https://evil.example', 'null']) {
      const {status, code} = await ask(method, fill(name, path), {'Visitor-Token': visitor.token, Origin});
      assert.deepEqual([status, code], [403, 'forbidden-origin'], Origin);
    }
  });
}

for (const {name, method, path, fields} of routesFor('path key')) {
  test(`${name} is for who has the account’s key`, async () => {
    const before = 'key-before-the-present-one-1234567';
    await platform.platform.putSite({id: SITE, name: 'First', origins: ['loopback'], apiKey: before});
    await platform.platform.putSite({id: SITE, name: 'First', origins: ['loopback'], apiKey: KEY});
    const strangers: [key: string, userId: string][] = [
      ['x', '1'],
      [KEY.slice(0, -1), '1'],
      [before, '1'],
      [contact.token, '1'],
      [visitor.token, '1'],
      [OTHER_KEY, '1'],
      [KEY, '2'],
      [KEY, '01'],
      [KEY, 'x'],
    ];
    for (const [key, userId] of strangers) {
      const {status, code} = await ask(method, fill(name, path, key, userId), {
        Authorization: `Bearer ${KEY}`,
        Cookie: admin.cookie,
      });
      assert.deepEqual([status, code], [401, 'unauthorized'], `${key} ${userId}`);
    }
  });

  if (!fields.some((field) => ['conversationId', 'agentId'].includes(field))) continue;
  test(`${name} finds nothing of another account`, async () => {
    const own = fill(name, path, KEY, '1');
    const foreign = await ask(method, fill(name, path, OTHER_KEY, '2'));
    const absent = await ask(method, fill(name, path, OTHER_KEY, '2').replace(/[^/]+$/, '999'));
    assert.deepEqual([foreign.status, foreign.text], [absent.status, absent.text]);
    const found = await ask(method, own);
    assert.equal(found.status, 200, 'the account itself finds it');
    assert.notEqual(found.text, foreign.text);
  });
}

for (const {name, method, path} of routesFor('key').filter(({fields}) => fields.length)) {
  test(`${name} finds nothing of another site`, async () => {
    const {status, code} = await ask(method, fill(name, path), {Authorization: `Bearer ${OTHER_KEY}`});
    assert.deepEqual([status, code], [404, 'not-found']);
    const own = await ask(method, fill(name, path), {Authorization: `Bearer ${KEY}`});
    assert.notEqual(own.status, 404, 'the site itself finds it');
  });
}
