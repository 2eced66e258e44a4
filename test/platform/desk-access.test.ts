/** What the desk's routes refuse, and whom: generated from the table of routes. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {SESSION_LIFETIME} from '../../demo/platform/desk/sessions.ts';
import {ACCESS} from './support/access.ts';
import {createTestAgent, OTHER_TEAM, putTeams, TEAM, type TestAgent} from './support/desk.ts';
import {ownedApp} from './support/owned-app.ts';
import {ownedConversation} from './support/owned-conversation.ts';
import {ownedIntegration} from './support/owned-integration.ts';
import {KEY, startPlatform} from './support/platform.ts';

const platform = await startPlatform({
  // Nobody is called: the address does not resolve.
  integrations: {resolve: () => Promise.resolve([])},
});
await putTeams(platform);
const admin = await createTestAgent(platform, TEAM.admin);
const agent = await createTestAgent(platform, TEAM.agent);
const stranger = await createTestAgent(platform, OTHER_TEAM.admin);
const contact = await platform.contact();

/**
 * Paths with ids in them, each with a record of the first team, and what may be sent there: whoever is of another team
 * does not find it.
 */
const OWNED: Record<string, string | {path: string; body?: unknown}> = {
  ...(await ownedConversation(platform, admin)),
  ...(await ownedIntegration(admin)),
  ...(await ownedApp(admin)),
};

const routes = Object.entries(ACCESS)
  .filter(([, access]) => access === 'agent' || access === 'admin')
  .map(([name, access]) => {
    const [method = '', path = ''] = name.split(' ');
    return {name, access, method, path, isWrite: method !== 'GET', isOwned: path.includes('{')};
  });

const ask = async (
  {method, path, isWrite}: {method: string; path: string; isWrite: boolean},
  headers: Record<string, string>,
  content: unknown = {},
) => {
  const {status, body} = await platform.request(method, path.replaceAll(/\{.+?\}/g, 'x'), {
    headers: {'Content-Type': 'application/json', ...headers},
    body: isWrite ? JSON.stringify(content) : undefined,
  });
  return [status, body.code];
};

test('every route with an id in it has a record that another team asks for', () => {
  assert.deepEqual(
    routes
      .filter(({isOwned}) => isOwned)
      .map(({name}) => name)
      .sort(),
    Object.keys(OWNED).sort(),
  );
});

for (const route of routes) {
  test(`${route.name} is for agents who are signed in`, async () => {
    const csrf = {'X-CSRF-Token': agent.csrfToken};
    const strangers: Record<string, string>[] = [
      {},
      {Cookie: 'desk_session=x'},
      {Cookie: `desk_session=${'x'.repeat(43)}`},
      {Authorization: `Bearer ${KEY}`},
      {'ES-TOKEN': contact.token},
    ];
    for (const headers of strangers)
      assert.deepEqual(await ask(route, {...headers, ...csrf}), [401, 'signed-out'], JSON.stringify(headers));
  });

  if (route.isWrite) {
    test(`${route.name} is for the desk’s own pages`, async () => {
      const {cookie: Cookie, csrfToken} = route.access === 'admin' ? admin : agent;
      const strangers: Record<string, string>[] = [
        {},
        {'X-CSRF-Token': ''},
        {'X-CSRF-Token': stranger.csrfToken},
        {'X-CSRF-Token': csrfToken, Origin: 'https://evil.example'},
        {'X-CSRF-Token': csrfToken, Origin: 'null'},
      ];
      for (const headers of strangers)
        assert.deepEqual(await ask(route, {Cookie, ...headers}), [403, 'forbidden'], JSON.stringify(headers));
    });
  }

  if (route.access === 'admin') {
    test(`${route.name} is for admins`, async () => {
      const headers = {Cookie: agent.cookie, 'X-CSRF-Token': agent.csrfToken};
      assert.deepEqual(await ask(route, headers), [403, 'forbidden']);
    });
  }

  if (route.isOwned) {
    test(`${route.name} finds nothing of another team`, async () => {
      const owned = OWNED[route.name]!;
      const {path, body = {}} = typeof owned === 'string' ? {path: owned} : owned;
      const of = ({cookie, csrfToken}: TestAgent) => ({Cookie: cookie, 'X-CSRF-Token': csrfToken});
      assert.deepEqual(await ask({...route, path}, of(stranger), body), [404, 'not-found']);
      const [status] = await ask({...route, path}, of(admin), body);
      assert.notEqual(status, 404, 'the team itself finds it');
    });
  }
}

test('every route is closed to a session that has ended', async () => {
  const late = await createTestAgent(platform, TEAM.admin);
  platform.clock.advance(SESSION_LIFETIME + 1);
  for (const route of routes) {
    const headers = {Cookie: late.cookie, 'X-CSRF-Token': late.csrfToken};
    assert.deepEqual(await ask(route, headers), [401, 'signed-out'], route.name);
  }
});
