/** What admins and agents do at the desk: with the demo as it starts, a system of the test's own and the built bundle. */
import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {after, before, test} from 'node:test';
import {fileURLToPath} from 'node:url';
import type {Browser, Page} from 'playwright-core';
import {launchBrowser} from './support/browser.ts';
import {eventually} from './support/eventually.ts';
import {startPlatform, type RunningPlatform} from './support/platform.ts';
import {readBody, startServer, type RunningServer} from './support/server.ts';

const PASSWORD = 'a-password-of-the-journeys';
const ADMIN = 'nadia@tilth.example.com';
const AGENT = 'owen@tilth.example.com';
const SECRET = 'Bearer secret-of-the-journeys';

interface Asked {
  method: string;
  path: string;
  authorization: string | undefined;
  body: string;
}

let browser: Browser;
let platform: RunningPlatform;
let system: RunningServer;
/** What the other system was asked. */
const asked: Asked[] = [];
/** What it answers with next. */
let answer: {status: number; body: unknown} = {status: 200, body: {}};

const fileOf = (name: string) => readFile(fileURLToPath(import.meta.resolve(name)), 'utf8');
/** What its HTML asks for in agents' browsers, where it has no origin. */
const PARTS: Record<string, () => string | Promise<string>> = {
  '/htmx.js': () => fileOf('htmx.org/dist/htmx.min.js'),
  'POST /refund': () =>
    `<p id="paid">Paid out</p><button hx-get="http://127.0.0.1:${system.port}/terms">Terms</button>`,
  'GET /terms': () => '<p style="height: 300px">Within 60 days</p>',
};

before(async () => {
  system = await startServer(async (request, response) => {
    const {method = '', url: path = '', headers} = request;
    const part = PARTS[path] ?? PARTS[`${method} ${path}`];
    if (part || method === 'OPTIONS') {
      response.writeHead(200, {'Access-Control-Allow-Origin': 'null', 'Access-Control-Allow-Headers': '*'});
      return void response.end(await part?.());
    }
    asked.push({method, path, authorization: headers.authorization, body: await readBody(request)});
    response.writeHead(answer.status, {'Content-Type': 'application/json'}).end(JSON.stringify(answer.body));
  });
  const env = {ALLOWED_HOSTS: `127.0.0.1:${system.port}`, DESK_PASSWORD: PASSWORD, SEED: '1'};
  platform = await startPlatform({env});
  await platform.call('POST', '/v1/contacts', {
    externalCustomerId: 'ada-1',
    name: 'Ada Byron',
    email: 'ada@example.com',
    attributes: {plan: 'Home'},
  });
  await platform.call('POST', '/v1/contacts', {externalCustomerId: 'alan-1', name: 'Alan Mathison'});
  browser = await launchBrowser();
});
after(async () => {
  await platform?.stop();
  await system?.stop();
});

/** A browser of an agent who has just signed in. What goes wrong in its pages fails the journey. */
async function signIn(email: string): Promise<{page: Page; errors: string[]; close(): Promise<void>}> {
  const context = await browser.newContext({viewport: {width: 1280, height: 900}});
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (/Content.Security.Policy|requires 'Trusted/i.test(message.text())) errors.push(message.text());
  });
  await page.goto(`${platform.url}/desk/`);
  await page.fill('#email', email);
  await page.fill('#password', PASSWORD);
  await page.getByRole('button', {name: 'Sign in'}).click();
  await page.waitForURL('**/desk/');
  return {page, errors, close: () => context.close()};
}

/** What an element shows: everything in its shadow. */
const textOf = (page: Page, tag: string) =>
  page.locator(tag).evaluate((element) => element.shadowRoot!.textContent ?? '');

const open = async (page: Page, name: string) => {
  await page.goto(`${platform.url}/desk/?list=contacts`);
  await page.getByRole('link', {name}).click();
};

test('the demo’s own systems answer from the first start on, and the block of one can be used', async () => {
  const agent = await signIn(AGENT);
  const {page} = agent;
  await open(page, 'Maya Okafor');
  const profile = page.locator('agent-contact-profile');
  const card = (name: string) => profile.getByRole('region', {name});
  await card('Customer Information').getByText('Priority').waitFor();
  await card('Customer Information').getByText('£2,850.00').waitFor();
  await card('Orders').getByText('Order T-2048').waitFor();
  await card('Customer data').getByText('£6.40').waitFor();
  const form = page.frameLocator('iframe');
  await form.getByLabel('Black Krim tomato').check();
  await form.getByLabel('Condition').selectOption('Opened');
  await form.locator('output', {hasText: '£1.70'}).waitFor();

  // Of a caller nothing is known but the number, and of a visitor what the site's page has told.
  await page.getByRole('link', {name: 'Open now'}).click();
  await page.getByRole('link', {name: 'Call from Bristol'}).click();
  await profile.getByRole('heading', {name: 'Maya Okafor'}).waitFor();
  await page.getByRole('link', {name: 'A visitor on the tomato page'}).click();
  await profile.getByRole('heading', {name: 'Tom Whitfield'}).waitFor();
  assert.deepEqual(agent.errors, []);
  await agent.close();
});

test('an admin sets up an integration, tries it out, and an agent sees what it knows of a contact', async () => {
  answer = {status: 200, body: {tier: 'Gold', lifetime_value: 2850}};
  const admin = await signIn(ADMIN);
  const {page} = admin;
  await page.getByRole('link', {name: 'Integrations', exact: true}).click();
  await page.getByRole('link', {name: 'Add integration'}).click();

  await page.getByLabel('Name', {exact: true}).fill('Loyalty');
  const url = page.getByRole('combobox', {name: 'URL'});
  await url.click();
  await page.keyboard.type(`http://127.0.0.1:${system.port}/customers/{{contact.ext`);
  await page.getByRole('option', {name: 'contact.external_id'}).waitFor();
  await page.keyboard.press('Enter');
  assert.equal(await url.inputValue(), `http://127.0.0.1:${system.port}/customers/{{contact.external_id}}`);

  await page.getByRole('button', {name: 'Add a header'}).click();
  await page.getByLabel('Name of the header').fill('Authorization');
  await page.getByLabel('Secret').check();
  await page.getByLabel('Value of the header').fill(SECRET);
  await page.getByLabel('Website chat').check();

  await page.getByRole('tab', {name: 'Testing'}).click();
  await page.getByLabel('External id').fill('ada-1');
  await page.getByRole('button', {name: 'Send the request'}).click();
  await page.getByText('"tier": "Gold"').waitFor();
  assert.deepEqual(asked.at(-1), {method: 'GET', path: '/customers/ada-1', authorization: SECRET, body: ''});
  const shown = await textOf(page, 'agent-integration-editor');
  assert.ok(shown.includes('Authorization: ••••••') && !shown.includes('secret-of'), shown);
  await page.getByLabel('A contact that exists').check();
  await page.getByLabel('Find a contact').fill('mathis');
  await page.getByText('1 found.').waitFor();
  await page.getByLabel('Alan Mathison').check();
  await page.getByRole('button', {name: 'Send the request'}).click();
  await page.getByText('/customers/alan-1').waitFor();
  // Who is no longer listed is no longer chosen.
  await page.getByLabel('Find a contact').fill('nobody of this name');
  await page.getByText('Nobody is found.').waitFor();
  assert.ok(await page.getByRole('button', {name: 'Send the request'}).isDisabled(), 'nobody is chosen');
  assert.equal(asked.at(-1)!.path, '/customers/alan-1');

  await page.getByRole('button', {name: 'Save'}).click();
  await page.waitForURL(/\/desk\/integrations\/[0-9a-f-]{36}$/);
  await page.getByRole('heading', {name: 'Loyalty'}).waitFor();
  await page.getByPlaceholder('•••••• (kept)').waitFor();
  assert.ok(
    !(await textOf(page, 'agent-integration-editor')).includes('secret-of'),
    'the secret is not shown',
  );
  assert.deepEqual(admin.errors, []);
  await admin.close();

  const agent = await signIn(AGENT);
  await open(agent.page, 'Ada Byron');
  const profile = agent.page.locator('agent-contact-profile');
  await profile.getByText('ada@example.com').waitFor();
  await profile.getByText('Gold').waitFor();
  assert.deepEqual(agent.errors, []);
  await agent.close();
});

test('another contact shows nothing of the one before', async () => {
  const agent = await signIn(AGENT);
  const {page} = agent;
  answer = {status: 200, body: {tier: 'Gold of Ada'}};
  await open(page, 'Ada Byron');
  const profile = page.locator('agent-contact-profile');
  await profile.getByText('Gold').first().waitFor();
  answer = {status: 200, body: {tier: 'Silver of Alan'}};
  await page.getByRole('link', {name: 'Alan Mathison'}).click();
  await profile.getByText('Silver of Alan').waitFor();
  assert.ok(!(await textOf(page, 'agent-contact-profile')).includes('Ada'), 'nothing of Ada is shown');
  assert.deepEqual(agent.errors, []);
  await agent.close();
});

test('an admin switches an integration off for an inbox, and its profiles are without it', async () => {
  const admin = await signIn(ADMIN);
  const {page} = admin;
  await page.getByRole('link', {name: 'Website chat', exact: true}).click();
  const control = page.getByRole('switch', {name: 'Loyalty for this inbox'});
  assert.equal(await control.getAttribute('aria-checked'), 'true');
  await control.click();
  await page.getByText('Loyalty is off for this inbox.').waitFor();
  const before = asked.length;
  await open(page, 'Ada Byron');
  await page.locator('agent-contact-profile').getByText('ada@example.com').waitFor();
  await page.waitForLoadState('networkidle');
  assert.equal(asked.length, before);
  assert.ok(!(await textOf(page, 'agent-contact-profile')).includes('Loyalty'), 'no card is shown');
  assert.deepEqual(admin.errors, []);
  await admin.close();
});

test('a client integration shows its blocks, and its HTML runs in a frame that is nobody’s', async () => {
  const html = `<button>Count</button><output>0</output><script>
    const output = document.querySelector('output');
    document.querySelector('button').addEventListener('click', () => (output.value = Number(output.value) + 1));
    try { document.title = parent.document.title; } catch { output.dataset.alone = 'yes'; }
  </script>`;
  answer = {
    status: 200,
    body: {
      contactName: 'Ada',
      contactLink: {url: 'https://crm.example/1', text: 'Open in CRM'},
      blocks: [
        {
          name: 'Refunds',
          icon: 'potted_plant',
          data: [{type: 'list', rows: [{label: 'Credit', text: '£6.40'}]}],
        },
        {name: 'Counter', data: [{type: 'html', html}]},
      ],
    },
  };
  const admin = await signIn(ADMIN);
  const {page} = admin;
  await page.getByRole('link', {name: 'Integrations', exact: true}).click();
  await page.getByRole('link', {name: 'client integration'}).click();
  // The secret of the service before goes nowhere else.
  await page.getByRole('button', {name: 'Remove this header'}).click();
  await page.getByLabel('Endpoint').fill(`http://127.0.0.1:${system.port}/widget`);
  await page.getByRole('button', {name: 'Save'}).click();
  await page.getByText('Saved.').waitFor();

  await open(page, 'Ada Byron');
  const profile = page.locator('agent-contact-profile');
  await profile.getByText('£6.40').waitFor();
  const query = new URL(asked.at(-1)!.path, platform.url).searchParams;
  assert.deepEqual(
    [query.get('view'), query.get('email'), query.get('externalId')],
    ['contact', 'ada@example.com', 'ada-1'],
  );
  const frame = page.frameLocator('iframe');
  await frame.getByRole('button', {name: 'Count'}).click();
  await frame.locator('output[data-alone=yes]', {hasText: '1'}).waitFor();
  assert.equal(
    await page.getByRole('link', {name: 'Open in CRM'}).getAttribute('href'),
    'https://crm.example/1',
  );
  // No icon of the usual ones: it is in a file of its own.
  const [, drawing] = / d="([^"]+)"/.exec(
    await fileOf('@material-symbols/svg-400/outlined/potted_plant.svg'),
  )!;
  await page.locator(`agent-blocks svg.symbol path[d="${drawing}"]`).waitFor();
  assert.deepEqual(admin.errors, []);

  // Without the frame's page the desk's own policy holds, which lets no text become a page: that is said.
  await page.evaluate((response) => {
    const blocks = Object.assign(document.createElement('agent-blocks'), {response});
    document.querySelector('main')!.replaceChildren(blocks);
  }, answer.body);
  await page.getByText('This content can’t run here.').waitFor();
  await admin.close();
});

test('htmx works in that frame, with a system that lets pages without an origin ask', async () => {
  const url = `http://127.0.0.1:${system.port}`;
  const html = `<meta name="htmx-config" content='{"selfRequestsOnly": false}'>
    <script src="${url}/htmx.js"></script>
    <div hx-target="this"><button hx-post="${url}/refund" hx-swap="outerHTML">Pay out</button></div>`;
  answer = {status: 200, body: {blocks: [{name: 'Refund', data: [{type: 'html', html}]}]}};
  const agent = await signIn(AGENT);
  const {page} = agent;
  await open(page, 'Ada Byron');
  const frame = page.frameLocator('iframe');
  await frame.getByRole('button', {name: 'Pay out'}).click();
  await frame.locator('#paid', {hasText: 'Paid out'}).waitFor();
  const height = () => page.locator('agent-html-frame iframe').evaluate((found) => found.clientHeight);
  assert.ok((await height()) < 300, 'as high as what was there');
  await frame.getByRole('button', {name: 'Terms'}).click();
  await frame.getByText('Within 60 days').waitFor();
  await eventually(async () => assert.ok((await height()) >= 300, 'as high as what came'));
  assert.deepEqual(agent.errors, []);
  await agent.close();
});

test('an agent who is no admin finds nothing to change', async () => {
  const agent = await signIn(AGENT);
  const {page} = agent;
  await page.getByRole('link', {name: 'Integrations', exact: true}).click();
  await page.getByRole('link', {name: 'Loyalty'}).click();
  await page.getByText('Only admins can change integrations.').waitFor();
  assert.equal(await page.getByRole('button', {name: 'Save'}).count(), 0);
  await page.goto(`${platform.url}/desk/audit`);
  assert.match(await page.innerText('body'), /no such page/);
  assert.deepEqual(agent.errors, []);
  await agent.close();
});

test('the audit log says who did what', async () => {
  const admin = await signIn(ADMIN);
  const {page} = admin;
  await page.getByRole('link', {name: 'Audit log'}).click();
  await page.getByRole('row', {name: /Nadia Petrenko created Loyalty/}).waitFor();
  await page
    .getByRole('row', {name: /Owen Hughes ran Loyalty/})
    .first()
    .waitFor();
  assert.deepEqual(admin.errors, []);
  await admin.close();
});
