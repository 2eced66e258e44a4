import assert from 'node:assert/strict';
import {test} from 'node:test';
import {SESSION_LIFETIME} from '../../demo/platform/desk/sessions.ts';
import {SERVER} from './support/database.ts';
import {AGENT_PASSWORD, createTestAgent, putTeams, signIn, TEAM} from './support/desk.ts';
import {startPlatform} from './support/platform.ts';

const platform = await startPlatform();
await putTeams(platform);

test('an agent who signs in learns who they are, their team and its inboxes', async () => {
  const agent = await createTestAgent(platform, TEAM.agent);
  const {status, body} = await agent.call('GET', '/me');
  assert.equal(status, 200);
  assert.deepEqual(body, {
    agent: {
      id: `agent-of-${TEAM.id}`,
      name: 'agent of Care',
      email: TEAM.agent,
      role: 'agent',
      avatar: null,
      isAway: false,
    },
    team: {id: TEAM.id, name: 'Care'},
    inboxes: [
      {id: TEAM.inboxes[0], name: 'Inbox 1', channel: 'chat'},
      {id: TEAM.inboxes[1], name: 'Inbox 2', channel: 'chat'},
    ],
    csrfToken: agent.csrfToken,
  });
});

test('the cookie is out of reach of scripts, other sites and other paths', async () => {
  const {headers} = await signIn(platform, TEAM.agent);
  const [cookie = '', ...more] = headers.getSetCookie();
  assert.deepEqual(more, []);
  for (const attribute of [/; Path=\/desk(;|$)/, /; HttpOnly/, /; SameSite=Lax/])
    assert.match(cookie, attribute);
});

test('an e-mail is written in whatever case', async () => {
  assert.equal((await signIn(platform, TEAM.agent.toUpperCase())).status, 204);
});

for (const [email, password] of [
  [TEAM.agent, 'wrong'],
  ['nobody@care.example', AGENT_PASSWORD],
  [TEAM.agent, `${AGENT_PASSWORD} `],
] as const) {
  test(`${email} with the password “${password}” is refused in the same words`, async () => {
    const {status, body, headers} = await signIn(platform, email, password);
    assert.deepEqual([status, body.code, body.detail], [401, 'signed-out', 'E-mail or password is wrong']);
    assert.deepEqual(headers.getSetCookie(), []);
  });
}

test('a session ends eight hours after its last request', async () => {
  const agent = await createTestAgent(platform, TEAM.agent);
  platform.clock.advance(SESSION_LIFETIME - 1000);
  assert.equal((await agent.call('GET', '/me')).status, 200);
  platform.clock.advance(SESSION_LIFETIME - 1000);
  assert.equal((await agent.call('GET', '/me')).status, 200, 'the request before moved the end on');
  platform.clock.advance(SESSION_LIFETIME + 1000);
  assert.equal((await agent.call('GET', '/me')).status, 401);
});

test('signing out ends the session for whoever copied the cookie', async () => {
  const agent = await createTestAgent(platform, TEAM.agent);
  const elsewhere = await createTestAgent(platform, TEAM.agent);
  const {status, headers} = await agent.call('DELETE', '/session');
  assert.equal(status, 204);
  assert.match(headers.getSetCookie()[0]!, /^desk_session=; Max-Age=0/);
  assert.equal((await agent.call('GET', '/me')).status, 401);
  assert.equal((await elsewhere.call('GET', '/me')).status, 200);
});

test('a new password ends what was signed in with the old one', async () => {
  const agent = await createTestAgent(platform, TEAM.agent);
  const admin = await createTestAgent(platform, TEAM.admin);
  await platform.platform.putTeam({
    id: TEAM.id,
    name: TEAM.name,
    agents: [
      {id: `agent-of-${TEAM.id}`, email: TEAM.agent, name: 'A', role: 'agent', password: 'another password'},
    ],
    inboxes: [],
  });
  assert.equal((await agent.call('GET', '/me')).status, 401);
  assert.equal((await admin.call('GET', '/me')).status, 200);
  assert.equal((await signIn(platform, TEAM.agent)).status, 401);
  assert.equal((await signIn(platform, TEAM.agent, 'another password')).status, 204);
});

test('guessing the password of one account is slowed down', async () => {
  const strict = await startPlatform({rates: {signIn: {perSecond: 1, burst: 4}}});
  await putTeams(strict);
  for (let guess = 0; guess < 4; guess++)
    assert.equal((await signIn(strict, TEAM.admin, `guess ${guess}`)).status, 401);
  const {status, headers} = await signIn(strict, TEAM.admin);
  assert.deepEqual([status, headers.get('Retry-After')], [429, '1']);
  strict.clock.advance(1000);
  assert.equal((await signIn(strict, TEAM.admin)).status, 204);
});

test(
  'neither password nor session is in the database as it was given',
  {skip: SERVER && 'only an embedded database can be dumped'},
  async () => {
    const {cookie} = await createTestAgent(platform, TEAM.admin);
    const dump = await platform.dump();
    assert.ok(dump.includes(TEAM.admin));
    assert.ok(!dump.includes(AGENT_PASSWORD));
    assert.ok(!dump.includes(cookie.split('=')[1]!));
  },
);
