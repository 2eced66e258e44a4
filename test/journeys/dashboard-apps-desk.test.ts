/** The sample apps in the desk, from the conversation to an app's own backend: needs the build. */
import assert from 'node:assert/strict';
import {createPrivateKey, generateKeyPairSync, sign} from 'node:crypto';
import {after, before, describe, test} from 'node:test';
import type {Browser, Page} from 'playwright-core';
import {createApps} from '../../demo/apps/server.ts';
import {startSystem, type RunningSystem} from '../../demo/systems/listen.ts';
import {AGENT_PASSWORD, createTestAgent, putTeams, TEAM, type TestAgent} from '../platform/support/desk.ts';
import {createTestVisitor, type TestVisitor} from '../platform/support/visitor.ts';
import {startSites} from '../shop/support.ts';
import {launchBrowser} from './support/browser.ts';
import {eventually} from './support/eventually.ts';

const sites = await startSites();
await putTeams(sites);
const admin = await createTestAgent(sites, TEAM.admin);
const apps: RunningSystem = await startSystem(
  createApps({
    platformUrl: sites.url,
    desks: [sites.url],
    origin: () => apps.url,
    now: () => sites.clock.now(),
  }),
  0,
);
let browser: Browser;
let orders: string;

before(async () => {
  for (const [name, path, placement] of [
    ['Orders', '/orders/', 'tab'],
    ['At a glance', '/glance/', 'tab'],
    ['Contact details', '/contact/', 'panel'],
  ]) {
    const {status, body} = await admin.call('POST', '/dashboard-apps', {
      name,
      url: apps.url + path,
      placement,
    });
    assert.equal(status, 201);
    orders ??= body.id;
  }
  browser = await launchBrowser();
});
after(async () => {
  await apps.stop();
});

/** A customer of the shop who writes; says the conversation's id. */
async function writes(
  customerId: string,
  name: string,
  text: string,
): Promise<{id: string; visitor: TestVisitor}> {
  await sites.contact({externalCustomerId: customerId, name, email: `${customerId}@example.com`});
  const visitor = await createTestVisitor(sites);
  await visitor.report({type: 'externalId', id: customerId});
  await visitor.say(text);
  const {list} = (await admin.call('GET', '/conversations')).body as unknown as {
    list: {id: string; preview: string}[];
  };
  return {id: list.find(({preview}) => preview === text)!.id, visitor};
}

async function openDesk(conversationId: string): Promise<Page> {
  const page = await browser.newPage({viewport: {width: 1400, height: 900}});
  await page.goto(`${sites.url}/desk/sign-in`);
  await page.getByLabel('E-mail').fill(TEAM.agent);
  await page.getByLabel('Password').fill(AGENT_PASSWORD);
  await page.getByRole('button', {name: 'Sign in'}).click();
  await page.goto(`${sites.url}/desk/conversations?id=${conversationId}`);
  return page;
}

const frame = (page: Page, name: string) => page.frameLocator(`agent-dashboard-app iframe[title="${name}"]`);

describe('beside a conversation', () => {
  test('the orders are those of the contact, as the app’s own backend knows them', async () => {
    const {id} = await writes('tilth-1001', 'Maya Okafor', 'Where are my tomatoes?');
    const page = await openDesk(id);
    await page.getByRole('tab', {name: 'Orders'}).click();
    await frame(page, 'Orders').getByText('Maya Okafor has 3 orders.').waitFor();
    await frame(page, 'Orders').getByRole('button', {name: 'Point out'}).first().click();
    await page.getByText('Orders: Order T-20417 is packed.').waitFor();

    const other = await writes('tilth-1002', 'Tom Whitfield', 'Can I change my address?');
    await page.goto(`${sites.url}/desk/conversations?id=${other.id}`);
    await page.getByRole('tab', {name: 'Orders'}).click();
    await frame(page, 'Orders').getByText('Tom Whitfield has 2 orders.').waitFor();
    await page.close();
  });

  test('an app hears of what the visitor says meanwhile, and the panel has its own app', async () => {
    const {id, visitor} = await writes('tilth-1003', 'Olena Kovalenko', 'Hello?');
    const page = await openDesk(id);
    await page.getByRole('tab', {name: 'At a glance'}).click();
    const theirs = frame(page, 'At a glance').locator('.tile', {hasText: 'messages of theirs'});
    await eventually(async () => assert.match(await theirs.innerText(), /^1\b/));
    await visitor.say('Is anybody there?');
    await eventually(async () => assert.match(await theirs.innerText(), /^2\b/));
    await page.getByRole('tab', {name: 'Messages'}).click();
    await page.getByRole('button', {name: 'Contact details'}).click();
    await frame(page, 'Contact details').getByText('tilth-1003@example.com').waitFor();
    await page.close();
  });

  test('the profile is that of whoever writes, and of the contact as soon as they are linked', async () => {
    const {id} = await writes('tilth-1004', 'Jonas Lindqvist', 'Do you ship to Visby?');
    const page = await openDesk(id);
    const profile = page.locator('agent-contact-profile');
    await profile.getByRole('heading', {name: 'Jonas Lindqvist'}).waitFor();
    const visitor = await createTestVisitor(sites);
    await visitor.say('Who am I?');
    await page
      .locator('agent-conversations')
      .getByRole('button', {name: /Who am I\?/})
      .click();
    await profile.getByText('No contact linked').waitFor();
    assert.equal(await profile.getByText('Jonas').count(), 0);
    await visitor.report({type: 'externalId', id: 'tilth-1004'});
    await profile.getByRole('heading', {name: 'Jonas Lindqvist'}).waitFor();
    await page.close();
  });

  test('one step back leads to the list, however many conversations were looked at', async () => {
    await writes('tilth-1005', 'Priya Raman', 'First of two');
    await writes('tilth-1006', 'Sven Ek', 'Second of two');
    const page = await openDesk('');
    await page.goto(`${sites.url}/desk/conversations`);
    const list = page.locator('agent-conversations');
    for (const words of [/First of two/, /Second of two/]) {
      await list.getByRole('button', {name: words}).click();
      await page.locator('agent-conversation .bubble', {hasText: words}).waitFor();
    }
    await page.goBack();
    await page.getByText('Choose a conversation').waitFor();
    await page.close();
  });
});

describe('the settings', () => {
  test('try an app out with an invented conversation, and keep it', async () => {
    const page = await browser.newPage();
    await page.goto(`${sites.url}/desk/sign-in`);
    await page.getByLabel('E-mail').fill(TEAM.admin);
    await page.getByLabel('Password').fill(AGENT_PASSWORD);
    await page.getByRole('button', {name: 'Sign in'}).click();
    await page.goto(`${sites.url}/desk/settings/integrations/dashboard-apps`);
    await page.getByRole('button', {name: 'Add new dashboard app'}).click();
    await page.getByLabel('Name', {exact: true}).fill('Details again');
    await page.getByLabel('Address', {exact: true}).fill(`${apps.url}/contact/`);
    await page.getByRole('button', {name: 'Test', exact: true}).click();
    await frame(page, 'Details again').getByText('Analytical Gardens').waitFor();
    await page.getByRole('button', {name: 'Save'}).click();
    const names = () => page.locator('#apps li strong').allInnerTexts();
    await eventually(async () =>
      assert.deepEqual(await names(), ['Orders', 'At a glance', 'Contact details', 'Details again']),
    );
    await page.getByRole('button', {name: 'Move Details again up'}).click();
    await eventually(async () => assert.equal((await names())[2], 'Details again'));
    page.once('dialog', (dialog) => void dialog.accept());
    await page.getByRole('button', {name: 'Remove Details again'}).click();
    await eventually(async () => assert.equal((await names()).length, 3));
    await page.close();
  });
});

const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const decode = (part = '') =>
  JSON.parse(Buffer.from(part, 'base64url').toString()) as Record<string, unknown>;

describe('the orders’ backend', () => {
  const ask = async (token: string) => {
    const response = await fetch(`${apps.url}/orders/api/orders`, {
      headers: {Authorization: `Bearer ${token}`},
    });
    return response.status;
  };

  async function signed(who: TestAgent = admin): Promise<string> {
    const contacts = (await who.call('GET', '/contacts')).body.list;
    const request = {audience: apps.url, contactId: contacts[0]!.id};
    return (await who.call('POST', `/dashboard-apps/${orders}/token`, request)).body.token;
  }

  test('believes what the platform has signed for it, for a minute', async () => {
    const token = await signed();
    assert.equal(await ask(token), 200);
    sites.clock.advance(120_000);
    assert.equal(await ask(token), 401);
  });

  test('believes nobody else', async () => {
    const [header = '', claims = '', signature = ''] = (await signed()).split('.');
    const forge = (head: object, body: object) => {
      const {privateKey} = generateKeyPairSync('ec', {namedCurve: 'P-256'});
      const text = `${encode(head)}.${encode(body)}`;
      const key = createPrivateKey(privateKey.export({format: 'pem', type: 'pkcs8'}));
      return `${text}.${sign('sha256', Buffer.from(text), {key, dsaEncoding: 'ieee-p1363'}).toString('base64url')}`;
    };
    const other = {...decode(claims), contact: {identifier: 'tilth-1002'}};
    const forgeries = {
      nothing: '',
      'no token': 'hello',
      'another contact under the same signature': `${header}.${encode(other)}.${signature}`,
      'no signature': `${header}.${claims}.`,
      'no algorithm': `${encode({alg: 'none'})}.${encode(other)}.`,
      'another algorithm': `${encode({...decode(header), alg: 'HS256'})}.${claims}.${signature}`,
      'another key of the same name': forge(decode(header), other),
      'a key that nobody knows': forge({alg: 'ES256', kid: 'x'}, other),
      'a name of the language as a key': forge({alg: 'ES256', kid: '__proto__'}, other),
      'one part too many': `${header}.${claims}.${signature}.x`,
    };
    for (const [what, token] of Object.entries(forgeries)) assert.equal(await ask(token), 401, what);
  });

  test('believes no token that is meant for another app', async () => {
    const elsewhere = await admin.call('POST', '/dashboard-apps', {
      name: 'Elsewhere',
      url: 'https://elsewhere.example/',
    });
    const contacts = (await admin.call('GET', '/contacts')).body.list;
    const request = {audience: 'https://elsewhere.example', contactId: contacts[0]!.id};
    const {body} = await admin.call('POST', `/dashboard-apps/${elsewhere.body.id}/token`, request);
    assert.equal(await ask(body.token), 401);
  });
});
