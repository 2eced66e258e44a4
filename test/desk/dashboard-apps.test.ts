import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {AGENT_PASSWORD, createTestAgent, putTeams, TEAM} from '../platform/support/desk.ts';
import {startSites, type Browser} from '../shop/support.ts';

const sites = await startSites();
await putTeams(sites);
const PAGE = '/desk/settings/integrations/dashboard-apps';

async function signIn(email: string): Promise<Browser> {
  const browser = sites.browser();
  await browser.post('/desk/sign-in', {email, password: AGENT_PASSWORD});
  return browser;
}

describe('the settings of dashboard apps', () => {
  it('are for admins', async () => {
    const {status, text} = await (await signIn(TEAM.agent)).get(PAGE);
    assert.equal(status, 403);
    assert.match(text, /Only a team’s admins/);
    assert.doesNotMatch(text, /settings\.js/);
    assert.equal((await sites.browser().get(PAGE)).status, 303);
  });

  it('may frame what is being set up, and ask only whether the team’s apps are there', async () => {
    const admin = await createTestAgent(sites, TEAM.admin);
    const app = {
      name: 'Orders',
      url: 'https://orders.example/{{contact.id}}',
      origins: ['https://login.example'],
    };
    assert.equal((await admin.call('POST', '/dashboard-apps', app)).status, 201);
    const {status, headers, text} = await (await signIn(TEAM.admin)).get(PAGE);
    assert.equal(status, 200);
    assert.match(text, /Add new dashboard app/);
    const policy = headers.get('content-security-policy') ?? '';
    const directive = (name: string) => new RegExp(`${name} ([^;]*)`).exec(policy)?.[1]?.split(' ');
    const own = ['https://orders.example', 'https://login.example'];
    assert.deepEqual(directive('frame-src'), ["'self'", 'http:', 'https:', ...own]);
    assert.deepEqual(directive('connect-src'), ["'self'", ...own]);
  });

  it('have no other page’s frames along: elsewhere the policy stays as it was', async () => {
    const {headers} = await (await signIn(TEAM.admin)).get('/desk/');
    const policy = headers.get('content-security-policy') ?? '';
    assert.match(policy, /frame-src 'self'/);
    assert.doesNotMatch(policy, /frame-src [^;]*http:/);
  });
});
