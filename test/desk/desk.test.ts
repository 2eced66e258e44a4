import assert from 'node:assert/strict';
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {createDesk} from '../../demo/desk/server.ts';
import {AGENT_PASSWORD, OTHER_TEAM, putTeams, TEAM} from '../platform/support/desk.ts';
import {startSites, type Browser} from '../shop/support.ts';

const sites = await startSites();

/** Every page behind the sign-in but the first. */
const PAGES = [
  '/desk/?list=contacts',
  '/desk/integrations',
  '/desk/integrations/new',
  '/desk/integrations/some-id',
  `/desk/inboxes/${TEAM.inboxes[0]}/settings`,
  '/desk/client-integration',
  '/desk/audit',
];
/** What an agent who is no admin gets in their place. */
const ADMIN_PAGES: Record<string, number> = {
  '/desk/integrations/new': 303,
  '/desk/client-integration': 404,
  '/desk/audit': 404,
};

await putTeams(sites);

async function signIn(email: string): Promise<Browser> {
  const browser = sites.browser();
  const {status, headers} = await browser.post('/desk/sign-in', {email, password: AGENT_PASSWORD});
  assert.deepEqual([status, headers.get('location')], [303, '/desk/']);
  return browser;
}

describe('the desk', () => {
  it('asks for a sign-in', async () => {
    const {status, headers, text} = await sites.browser().get('/desk/');
    assert.deepEqual([status, headers.get('location'), text], [303, '/desk/sign-in', '']);
    for (const path of PAGES) {
      const {status, headers, text} = await sites.browser().get(path);
      const next = encodeURIComponent(path);
      assert.deepEqual([status, headers.get('location'), text], [303, `/desk/sign-in?next=${next}`, '']);
    }
  });

  it('leads to where the agent was about to go, and nowhere else', async () => {
    const form = {email: TEAM.agent, password: AGENT_PASSWORD};
    for (const [next, place] of [
      ['/desk/integrations?a=b', '/desk/integrations?a=b'],
      ['https://evil.example/desk/', '/desk/'],
      ['//evil.example/desk/', '/desk/'],
      ['/shop/', '/desk/'],
      ['/desk/../shop/', '/desk/'],
    ] as const) {
      const path = `/desk/sign-in?next=${encodeURIComponent(next)}`;
      assert.ok(!(await sites.browser().get(path)).text.includes('evil'), next);
      assert.equal((await sites.browser().post(path, form)).headers.get('location'), place, next);
    }
  });

  it('has every page for admins, and for agents those that are theirs', async () => {
    const [admin, agent] = [await signIn(TEAM.admin), await signIn(TEAM.agent)];
    for (const path of PAGES) {
      assert.equal((await admin.get(path)).status, 200, path);
      const expected = ADMIN_PAGES[path] ?? 200;
      assert.equal((await agent.get(path)).status, expected, path);
    }
  });

  it('has no page of another team’s inbox', async () => {
    const path = `/desk/inboxes/${OTHER_TEAM.inboxes[0]}/settings`;
    assert.equal((await (await signIn(TEAM.admin)).get(path)).status, 404);
  });

  it('holds a page’s scripts and frames to its own origin', async () => {
    const {headers} = await (await signIn(TEAM.admin)).get('/desk/');
    const policy = headers.get('content-security-policy')!;
    assert.match(policy, /script-src 'self' 'nonce-[^']+';/);
    assert.match(policy, /style-src 'self';/);
    assert.match(policy, /frame-ancestors 'none'/);
    // Which none of the elements needs to be excepted from: the journeys walk on these pages.
    assert.match(policy, /require-trusted-types-for 'script'; trusted-types app-inbox$/);
    assert.ok(!/unsafe/.test(policy));
  });

  it('serves the page for foreign HTML with an origin that is nobody’s', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'desk-'));
    await writeFile(join(folder, 'html-frame.html'), '<!doctype html>');
    const desk = createDesk({platformUrl: sites.url, bundleFolder: folder});
    const {status, headers} = await desk.request('http://localhost/desk/html-frame');
    await rm(folder, {recursive: true});
    assert.equal(status, 200);
    const policy = headers.get('content-security-policy')!;
    assert.match(policy, /^sandbox allow-scripts /);
    assert.ok(!policy.includes('allow-same-origin') && !policy.includes('allow-top-navigation'));
  });

  it('shows an agent their team and its inboxes', async () => {
    const {status, text} = await (await signIn(TEAM.agent)).get('/desk/');
    assert.equal(status, 200);
    for (const sight of [TEAM.name, 'agent of Care', 'Inbox 1', 'Inbox 2'])
      assert.ok(text.includes(sight), sight);
    assert.ok(!text.includes('Wholesale'));
  });

  it('has a switch, which says on every page whether the agent is available', async () => {
    const browser = await signIn(TEAM.agent);
    const [, csrfToken = ''] = /&quot;csrfToken&quot;:&quot;([\w-]+)/.exec(
      (await browser.get('/desk/')).text,
    )!;
    for (const [isAway, isChecked, word] of [
      [true, 'false', 'Away'],
      [false, 'true', 'Available'],
    ] as const) {
      const headers = {'X-CSRF-Token': csrfToken};
      const {status} = await browser.json('PUT', '/desk/api/v1/me/availability', {isAway}, headers);
      assert.equal(status, 204);
      for (const path of ['/desk/', '/desk/conversations', '/desk/integrations']) {
        const {text} = await browser.get(path);
        const [button = ''] = /<button[^>]* id="availability"[^>]*>/.exec(text.replaceAll(/\s+/g, ' ')) ?? [];
        for (const attribute of ['type="button"', 'role="switch"', 'aria-label="Available"'])
          assert.ok(button.includes(attribute), `${path} ${attribute}`);
        assert.ok(button.includes(`aria-checked="${isChecked}"`), `${path} ${button}`);
        assert.ok(text.includes(`<label for="availability">${word}</label>`), path);
        assert.ok(text.includes('src="/desk/assets/availability.js"'), path);
      }
    }
    assert.ok(!(await sites.browser().get('/desk/sign-in')).text.includes('availability'));
  });

  it('lets nobody in with a wrong password, and tells nobody’s', async () => {
    const browser = sites.browser();
    const {status, text} = await browser.post('/desk/sign-in', {email: TEAM.agent, password: 'wrong'});
    assert.equal(status, 401);
    assert.match(text, /That is not the e-mail and the password of an agent/);
    assert.ok(text.includes(TEAM.agent) && !text.includes(AGENT_PASSWORD) && !text.includes(TEAM.admin));
    assert.equal(browser.cookies.size, 0);
  });

  it('is closed to a copy of the cookie after the sign-out', async () => {
    const browser = await signIn(TEAM.agent);
    const stolen = new Map(browser.cookies);
    const {headers} = await browser.post('/desk/sign-out');
    assert.equal(headers.get('location'), '/desk/sign-in');
    assert.equal(browser.cookies.size, 0);
    for (const [name, value] of stolen) browser.cookies.set(name, value);
    assert.equal((await browser.get('/desk/')).status, 303);
  });

  it('refuses a form from another site', async () => {
    const browser = await signIn(TEAM.agent);
    const evil = {Origin: 'https://evil.example'};
    assert.equal((await browser.request('POST', '/desk/sign-out', evil)).status, 403);
    const form = new URLSearchParams({email: TEAM.agent, password: AGENT_PASSWORD});
    assert.equal((await sites.browser().request('POST', '/desk/sign-in', evil, form)).status, 403);
    assert.equal((await browser.get('/desk/')).status, 200);
  });

  it('says so where there is no such page, in the language of who asks', async () => {
    const browser = await signIn(TEAM.agent);
    assert.equal((await browser.get('/desk/nothing')).status, 404);
    const answer = await browser.get('/desk/api/v1/nothing');
    assert.equal(answer.status, 404);
    assert.equal((JSON.parse(answer.text) as {code: string}).code, 'not-found');
  });
});
