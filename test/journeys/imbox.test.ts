/** What pages tell of their visitors by `_imbox`, and what of it agents see. */
import {strict as assert} from 'node:assert';
import {after, before, test} from 'node:test';
import {startChatWorld, type ChatWorld} from './support/chat-world.ts';
import {eventually} from './support/eventually.ts';

let world: ChatWorld;
let {platform, site, browser, desk} = {} as ChatWorld;

before(async () => {
  world = await startChatWorld();
  ({platform, site, browser, desk} = world);
});
after(() => world.stop());

test('a page that asks for the chat as a tab only later, with the inbox, has it as a tab', async () => {
  const context = await browser.newContext();
  const page = await site.visit(context, '');
  const floating = page.locator('body > app-inbox-chat');
  await floating.getByRole('button', {name: 'Chat'}).waitFor();
  await page.evaluate(
    "eS('init', {APP_INBOX: true}, {chat: 'tab', language: 'de', theme: 'dark', getAuthTokenCallback: () => Promise.resolve('')})",
  );
  await page.locator('app-inbox-bell').getByRole('button').click();
  const panel = page.locator('app-inbox-panel');
  await panel.getByRole('tab', {name: 'Chat'}).click();
  await panel.getByRole('textbox', {name: 'Nachricht schreiben'}).fill('From the tab');
  await panel.getByRole('textbox', {name: 'Nachricht schreiben'}).press('Enter');
  await eventually(async () => assert.equal((await desk.rows())[0]?.preview, 'From the tab'));
  assert.equal(await floating.getByRole('button', {name: 'Chat'}).count(), 0);
  assert.deepEqual(site.violations, []);
  await context.close();
});

test('what begins the session again loses nothing that was said before', async () => {
  const context = await browser.newContext();
  const page = await site.visit(
    context,
    `['changeName', 'Early', () => done.push('name')], ['start'],
     ['insertCard', 'a', 'b', () => done.push('card')], ['reset', () => done.push('reset')],
     ['setExternalContactId', 'x', () => done.push('id')], ['refreshGlobalSettings', () => done.push('settings')]`,
  );
  await eventually(async () =>
    assert.deepEqual(await page.evaluate('done'), ['name', 'card', 'reset', 'id', 'settings']),
  );
  await context.close();
});

test('what a page tells while offline is kept in its order, also for the next page', async () => {
  const context = await browser.newContext();
  await context.route(`${platform.url}/visitor/**`, (route) => route.abort());
  const first = await site.visit(
    context,
    "['changeName', 'A'], ['changeName', 'B'], ['insertCard', 'cart', '1'], ['insertCard', 'cart', '2']",
  );
  await first.locator('app-inbox-chat').getByRole('button', {name: 'Chat'}).click();
  await first.locator('app-inbox-chat').getByRole('textbox').fill('Told offline');
  await first.locator('app-inbox-chat').getByRole('textbox').press('Enter');
  await eventually(async () =>
    assert.deepEqual(
      (await site.unsent(first)).filter((type) => type !== 'page'),
      ['name', 'name', 'card', 'card', 'message'],
    ),
  );
  await first.close();
  await context.unroute(`${platform.url}/visitor/**`);
  await site.visit(context, "['insertCard', 'cart', '3', () => done.push('card')]");
  await eventually(async () => {
    const row = (await desk.rows()).find(({preview}) => preview === 'Told offline');
    const {name, cards} = await desk.details(row!.id);
    assert.deepEqual([name, cards.map(({data}) => data)], ['B', ['3']]);
  });
  await context.close();
});

test('offline, what begins the session again and names another site waits for nothing, and takes effect in its order', async () => {
  const other = '22222222-2222-4222-8222-222222222222';
  const context = await browser.newContext();
  await context.route(`${platform.url}/visitor/**`, (route) => route.abort());
  const page = await site.visit(
    context,
    `['changeName', 'A', () => done.push('A')], ['reset', () => done.push('reset')],
     ['changeName', 'Offline', () => done.push('Offline')], ['insertCard', 'cart', '1'],
     ['changeSid', '${other}', () => done.push('other')], ['changeName', 'Of the other', () => done.push('its name')],
     ['changeSid', '${platform.siteId}', () => done.push('back')], ['insertCard', 'cart', '2', () => done.push('card')]`,
  );
  const kept = ['page', 'name', 'page', 'name', 'card', 'page', 'card'];
  await eventually(async () => assert.deepEqual(await site.unsent(page), kept));
  assert.deepEqual(await page.evaluate('done'), []);
  await context.unroute(`${platform.url}/visitor/**`);
  // As the browser says it when the network is back; the driver's route is no network.
  await page.evaluate("dispatchEvent(new Event('online'))");
  await eventually(async () =>
    assert.deepEqual(await page.evaluate('done'), ['A', 'reset', 'Offline', 'back', 'card']),
  );
  await page.locator('app-inbox-chat').getByRole('button', {name: 'Chat'}).click();
  await page.locator('app-inbox-chat').getByRole('textbox').fill('Back again');
  await page.locator('app-inbox-chat').getByRole('textbox').press('Enter');
  await eventually(async () => {
    const row = (await desk.rows()).find(({preview}) => preview === 'Back again');
    const {name, cards} = await desk.details(row!.id);
    assert.deepEqual([name, cards.map(({data}) => data)], ['Offline', ['2']]);
  });
  await context.close();
});

test('a page that names another site asks for a visitor of that site, and hears where there is none', async () => {
  const other = '22222222-2222-4222-8222-222222222222';
  const context = await browser.newContext();
  // Seen by the page itself: Firefox's driver does not tell what a request holds.
  const spy = `]; window.opened = []; window.warned = []; {
    const send = window.fetch;
    window.fetch = (url, init) => {
      if (String(url).endsWith('/visitor/v1/session')) opened.push(JSON.parse(init.body).siteId);
      return send(url, init);
    };
    console.warn = (text) => warned.push(text);
  } [`;
  const page = await site.visit(
    context,
    `['changeName', 'Ada', () => done.push('name')], ['changeSid', '${other}', () => done.push('site')] ${spy}`,
  );
  await eventually(async () => {
    assert.deepEqual([...new Set(await page.evaluate<string[]>('opened'))].sort(), [platform.siteId, other]);
    assert.deepEqual(await page.evaluate('done'), ['name']);
    assert.match(
      (await page.evaluate<string[]>('warned')).join(),
      /_imbox "changeSid" There is no such site/i,
    );
  });
  await context.close();
});
