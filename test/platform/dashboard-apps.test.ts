/** A team's dashboard apps, what they are told, and how their backends can trust it. */
import assert from 'node:assert/strict';
import {createPublicKey, verify} from 'node:crypto';
import {describe, it} from 'node:test';
import {TOKEN_LIFETIME} from '../../demo/platform/dashboard-apps/context-routes.ts';
import {KEY_LIFETIME} from '../../demo/platform/dashboard-apps/signing.ts';
import type {AppContext} from '../../src/protocol/app-context.ts';
import type {DashboardApp} from '../../src/protocol/dashboard-app.ts';
import {differences} from '../agent/dashboard-apps/support/schema.ts';
import type {Answer} from './support/answer.ts';
import {createTestAgent, OTHER_TEAM, putTeams, TEAM, type TestAgent} from './support/desk.ts';
import {startPlatform} from './support/platform.ts';
import {createTestVisitor} from './support/visitor.ts';

const platform = await startPlatform();
await putTeams(platform);
const admin = await createTestAgent(platform, TEAM.admin);
const agent = await createTestAgent(platform, TEAM.agent);
const stranger = await createTestAgent(platform, OTHER_TEAM.admin);

type Stored = DashboardApp & {version: number};
const stored = ({body}: Answer) => body as unknown as Stored;
const listOf = async (who: TestAgent) =>
  ((await who.call('GET', '/dashboard-apps')).body as unknown as {list: Stored[]}).list;
const create = (fields: object = {}) =>
  admin.call('POST', '/dashboard-apps', {name: 'Orders', url: 'https://app.example/orders', ...fields});

/** Removes what the tests before have left. */
async function clear(): Promise<void> {
  for (const {id} of await listOf(admin)) await admin.call('DELETE', `/dashboard-apps/${id}`);
}

describe('a team’s dashboard apps', () => {
  it('are added with what is usual where nothing else is said', async () => {
    await clear();
    const {status, body} = await create();
    assert.equal(status, 201);
    const {id, ...app} = body as unknown as Stored;
    assert.ok(id);
    assert.deepEqual(app, {
      version: 1,
      name: 'Orders',
      url: 'https://app.example/orders',
      placement: 'tab',
      inboxIds: null,
      origins: [],
      aliases: [],
      sandbox:
        'allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-downloads',
      allow: '',
      referrerPolicy: 'no-referrer',
    });
    assert.deepEqual(await listOf(agent), [{id, ...app}]);
  });

  it('are another team’s no more than nobody’s', async () => {
    await clear();
    await create();
    assert.deepEqual(await listOf(stranger), []);
  });

  it('change, and not over somebody else’s change', async () => {
    await clear();
    const {id, ...app} = stored(await create());
    const changed = await admin.call('PUT', `/dashboard-apps/${id}`, {
      ...app,
      name: 'Refunds',
      placement: 'panel',
      inboxIds: [TEAM.inboxes[1]],
      origins: ['https://login.example'],
      aliases: ['ours:get'],
      sandbox: 'allow-scripts',
      allow: 'clipboard-write; fullscreen',
      referrerPolicy: 'origin',
    });
    assert.deepEqual([changed.status, stored(changed).version], [200, 2]);
    assert.deepEqual(await listOf(agent), [stored(changed)]);
    const late = await admin.call('PUT', `/dashboard-apps/${id}`, app);
    assert.deepEqual([late.status, late.body.code], [409, 'conflict']);
  });

  it('have an order, which names each of them once', async () => {
    await clear();
    const ids: string[] = [];
    for (const name of ['A', 'B', 'C']) ids.push(stored(await create({name})).id);
    const [a = '', b = '', c = ''] = ids;
    assert.equal((await admin.call('PUT', '/dashboard-apps/order', {ids: [c, a, b]})).status, 204);
    assert.deepEqual(
      (await listOf(agent)).map(({name}) => name),
      ['C', 'A', 'B'],
    );
    for (const wrong of [[a, b], [a, b, c, c], [a, b, 'x'], []])
      assert.equal((await admin.call('PUT', '/dashboard-apps/order', {ids: wrong})).status, 409);
  });

  it('go, and leave a line in the audit log as all changes do', async () => {
    await clear();
    const {id} = stored(await create({name: 'Short-lived'}));
    assert.equal((await admin.call('DELETE', `/dashboard-apps/${id}`)).status, 204);
    assert.deepEqual(await listOf(admin), []);
    const {list} = (await admin.call('GET', '/audit')).body as unknown as {
      list: {action: string; subject: string}[];
    };
    assert.deepEqual(
      list.slice(0, 2).map(({action, subject}) => [action, subject]),
      [
        ['dashboard-app.delete', 'Short-lived'],
        ['dashboard-app.create', 'Short-lived'],
      ],
    );
  });

  const refused: [string, object][] = [
    ['no name', {name: ' '}],
    ['a relative address', {url: '/orders'}],
    ['another scheme', {url: 'javascript:alert(1)'}],
    ['data as an address', {url: 'data:text/html,x'}],
    ['a password in the address', {url: 'https://a:b@app.example/'}],
    ['a variable as the host', {url: 'https://{{contact.host}}/'}],
    ['a variable in the host', {url: 'https://app.{{contact.host}}/'}],
    ['a variable as the port', {url: 'https://app.example:{{contact.port}}/'}],
    ['control characters', {name: 'a\u0000b'}],
    ['another team’s inbox', {inboxIds: [OTHER_TEAM.inboxes[0]]}],
    ['an origin with a path', {origins: ['https://app.example/']}],
    ['every origin', {origins: ['*']}],
    ['no origin at all', {origins: ['null']}],
    ['a sandbox that lets the desk be led away', {sandbox: 'allow-scripts allow-top-navigation'}],
    ['a feature for everybody', {allow: 'camera *'}],
    ['an unknown placement', {placement: 'everywhere'}],
    ['a field that there is not', {secret: 'x'}],
  ];
  for (const [what, fields] of refused) {
    it(`are refused with ${what}`, async () => {
      const {status, body} = await create(fields);
      assert.deepEqual([status, body.code], [400, 'invalid-request']);
    });
  }

  it('of the desk’s own origin are refused, unless they are kept out of it', async () => {
    await clear();
    const url = `${platform.url}/apps/orders`;
    assert.equal((await create({url})).status, 400);
    assert.equal((await create({url, sandbox: 'allow-scripts'})).status, 201);
  });
});

interface Told {
  context: AppContext;
  inbox: {id: string; name: string};
}

const told = async (query: string, who = agent) =>
  (await who.call('GET', `/app-context?${query}`)).body as unknown as Told;

describe('the context of a conversation', () => {
  it('has every attribute, and says what is known', async () => {
    const contact = await platform.contact({
      name: 'Ada Lovelace',
      email: 'ada@example.com',
      phone: '+441234567890',
      attributes: {plan: 'gold', company_name: 'Analytical Gardens', github: 'ada'},
    });
    const visitor = await createTestVisitor(platform);
    await visitor.report({type: 'externalId', id: contact.externalCustomerId});
    await visitor.say('Where are my tomatoes?');
    const {list} = (await agent.call('GET', '/conversations')).body as unknown as {list: {id: string}[]};
    const {id} = list[0]!;
    await agent.call('POST', `/conversations/${id}/messages`, {key: 'reply-1', text: 'On their way.'});
    await agent.call('POST', `/conversations/${id}/marks`, {addLabels: ['delivery']});

    const {context, inbox} = await told(`conversationId=${id}`);
    assert.deepEqual(differences(context), []);
    assert.deepEqual(inbox, {id: TEAM.inboxes[0], name: 'Inbox 1'});
    const {conversation, currentAgent} = context;
    assert.equal(currentAgent.email, TEAM.agent);
    assert.deepEqual(conversation.meta.sender, context.contact);
    assert.equal(conversation.meta.assignee?.email, TEAM.agent);
    assert.equal(context.contact.email, 'ada@example.com');
    assert.equal(context.contact.identifier, contact.externalCustomerId);
    assert.equal(context.contact.additional_attributes.company_name, 'Analytical Gardens');
    assert.equal(context.contact.additional_attributes.social_profiles.github, 'ada');
    assert.equal(context.contact.custom_attributes.plan, 'gold');
    assert.deepEqual(conversation.labels, ['delivery']);
    const said = conversation.messages.filter(({message_type}) => message_type !== 2);
    assert.deepEqual(
      said.map(({content, message_type, sender}) => [content, message_type, sender.type]),
      [
        ['Where are my tomatoes?', 0, 'contact'],
        ['On their way.', 1, 'user'],
      ],
    );
  });

  it('is whole for a visitor whom nobody knows, and for a contact who has never written', async () => {
    const visitor = await createTestVisitor(platform);
    await visitor.say('Hello');
    const {list} = (await agent.call('GET', '/conversations')).body as unknown as {list: {id: string}[]};
    const {context} = await told(`conversationId=${list[0]!.id}`);
    const {assignee, ...meta} = context.conversation.meta;
    assert.equal(assignee, null);
    const nobody = {...context, conversation: {...context.conversation, meta}};
    assert.deepEqual(differences(nobody), ['conversation.meta.assignee is missing']);

    await platform.contact({name: 'Grace'});
    const contacts = (await agent.call('GET', '/contacts')).body.list;
    const silent = await told(`contactId=${contacts[0]!.id}`);
    assert.equal(silent.context.contact.name, 'Grace');
    assert.deepEqual([silent.context.conversation.id, silent.context.conversation.messages], [0, []]);
  });

  it('is told to nobody of another team, and of nothing in particular to nobody', async () => {
    const {list} = (await agent.call('GET', '/conversations')).body as unknown as {list: {id: string}[]};
    const theirs = await stranger.call('GET', `/app-context?conversationId=${list[0]!.id}`);
    assert.equal(theirs.status, 404);
    for (const query of ['', 'conversationId=a&contactId=b', 'conversationId=%00'])
      assert.equal((await agent.call('GET', `/app-context?${query}`)).status, 400);
  });
});

interface Claims {
  iss: string;
  aud: string;
  sub: string;
  iat: number;
  exp: number;
  jti: string;
  contact: {identifier: string};
  currentAgent: {email: string};
}

const read = (part = '') => JSON.parse(Buffer.from(part, 'base64url').toString()) as unknown;

/** As an app's backend does it: by the platform's public keys, and nothing else. */
async function verified(token: string): Promise<Claims> {
  const [header = '', claims = '', signature = ''] = token.split('.');
  const {kid, alg} = read(header) as {kid: string; alg: string};
  const answer = await platform.request('GET', '/.well-known/jwks.json');
  const {keys} = answer.body as unknown as {keys: {kid: string; kty: string}[]};
  const jwk = keys.find((key) => key.kid === kid);
  assert.ok(jwk, 'The key can be looked up');
  assert.equal(alg, 'ES256');
  const isGood = verify(
    'sha256',
    Buffer.from(`${header}.${claims}`),
    {key: createPublicKey({key: jwk, format: 'jwk'}), dsaEncoding: 'ieee-p1363'},
    Buffer.from(signature, 'base64url'),
  );
  assert.ok(isGood, 'The signature is good');
  return read(claims) as Claims;
}

describe('a signed context', () => {
  async function setUp() {
    await clear();
    const contact = await platform.contact();
    const contacts = (await agent.call('GET', '/contacts')).body.list;
    const {id} = stored(await create({origins: ['https://moved.example'], inboxIds: [TEAM.inboxes[0]]}));
    const ask = (audience: string, more: object = {contactId: contacts[0]!.id}) =>
      agent.call('POST', `/dashboard-apps/${id}/token`, {audience, ...more});
    return {id, contact, contactId: contacts[0]!.id, ask};
  }

  it('is for the app’s own origin, for a minute, and can be verified', async () => {
    const {ask, contact, contactId} = await setUp();
    const {status, body} = await ask('https://app.example');
    assert.equal(status, 200);
    const claims = await verified(body.token);
    const now = Math.floor(platform.clock.now() / 1000);
    assert.deepEqual(
      [claims.aud, claims.iss, claims.sub, claims.iat, claims.exp],
      ['https://app.example', platform.url, contactId, now, now + TOKEN_LIFETIME],
    );
    assert.equal(claims.contact.identifier, contact.externalCustomerId);
    assert.equal(claims.currentAgent.email, TEAM.agent);
    const other = await verified((await ask('https://moved.example')).body.token);
    assert.equal(other.aud, 'https://moved.example');
    assert.notEqual(other.jti, claims.jti);
  });

  it('is for no other origin, no other inbox, and no stranger', async () => {
    const {ask, id, contactId} = await setUp();
    for (const audience of ['https://evil.example', 'https://app.example/', 'null', '*', ''])
      assert.equal((await ask(audience)).status, 400, audience);
    assert.equal((await ask('https://app.example', {contactId: 'c_unknown'})).status, 404);
    assert.equal((await ask('https://app.example', {})).status, 400);
    const elsewhere = stored(await create({inboxIds: [TEAM.inboxes[1]]}));
    const request = {audience: 'https://app.example', contactId};
    assert.equal((await agent.call('POST', `/dashboard-apps/${elsewhere.id}/token`, request)).status, 404);
    assert.equal((await stranger.call('POST', `/dashboard-apps/${id}/token`, request)).status, 404);
  });

  it('can be verified after the key has been replaced, and then by the new one', async () => {
    const {id, contactId} = await setUp();
    const request = {audience: 'https://app.example', contactId};
    const kid = (token: string) => (read(token.split('.')[0]) as {kid: string}).kid;
    const ask = async () => {
      // Sessions end earlier than keys.
      const again = await createTestAgent(platform, TEAM.agent);
      return (await again.call('POST', `/dashboard-apps/${id}/token`, request)).body.token;
    };
    const before = await ask();
    platform.clock.advance(KEY_LIFETIME);
    const later = await ask();
    assert.notEqual(kid(later), kid(before));
    await verified(before);
    await verified(later);
  });
});
