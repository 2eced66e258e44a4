/** A visitor's chat, from the script tag to the desk and back, on a page with a strict content security policy. */
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

const SETUP = `
  ['setExternalContactId', 'customer-77', () => done.push('id')],
  ['changeName', 'Ada <b>Lovelace</b>', () => done.push('name')],
  ['insertCard', 'cart', '2 tomatoes'],
  ['insertCard', 'cart', '3 tomatoes', () => done.push('card')]`;

test('a visitor and an agent talk, across pages, live, with what the page has told', async () => {
  await platform.call('POST', '/v1/contacts', {externalCustomerId: 'customer-77', email: 'ada@example.com'});
  const context = await browser.newContext();
  const page = await site.visit(context, SETUP, '/start');
  const chat = page.locator('app-inbox-chat');
  await chat.getByRole('button', {name: 'Chat'}).click();
  const field = chat.getByRole('textbox', {name: 'Write a message'});
  await field.fill('Are they ripe? See https://shop.example/tomatoes.');
  await field.press('Enter');
  await chat.getByRole('log').getByText('Are they ripe?').waitFor();
  await eventually(async () => assert.deepEqual(await page.evaluate('done'), ['id', 'name', 'card']));

  const row = await eventually(async () => {
    const [found] = await desk.rows();
    assert.match(found?.preview ?? '', /^Are they ripe/);
    return found!;
  });
  const details = await desk.details(row.id);
  assert.equal(details.name, 'Ada <b>Lovelace</b>');
  assert.deepEqual(
    details.cards.map(({id, data}) => [id, data]),
    [['cart', '3 tomatoes']],
  );
  assert.equal(details.contact?.email, 'ada@example.com');
  assert.deepEqual([details.visitor.trafficType, details.visitor.searchEngine], ['Organic', 'Bing']);
  assert.match(details.pages[0]!.url, /\/start$/);

  const link = chat.getByRole('link');
  assert.equal(await link.getAttribute('href'), 'https://shop.example/tomatoes');
  assert.match((await link.getAttribute('rel'))!, /noopener noreferrer/);

  await desk.call('POST', `/conversations/${row.id}/read`, {upTo: 1_000_000});
  await chat.getByText('Seen').waitFor();
  await desk.call('POST', `/conversations/${row.id}/typing`, {});
  await chat.getByText(/is writing/).waitFor();
  await desk.call('POST', `/conversations/${row.id}/messages`, {
    key: 'a',
    text: 'They are. <img src=x onerror=alert(1)>',
  });
  await chat.getByRole('log').getByText('They are. <img src=x').waitFor();

  // Another page of the site, in another tab: the same visitor, the same transcript, and an SPA's page counts.
  const next = await site.visit(context, '', '/next');
  await next.locator('app-inbox-chat').getByRole('button', {name: /Chat/}).click();
  await next.locator('app-inbox-chat').getByRole('log').getByText('They are.').waitFor();
  await next.evaluate("history.pushState({}, '', '/spa'); document.title = 'An SPA page'");
  await eventually(async () => assert.match((await desk.details(row.id)).pages[0]!.url, /\/spa$/));

  // Closed and rated.
  const {version} = await desk.details(row.id);
  await desk.call('PUT', `/conversations/${row.id}/status`, {status: 'closed', version});
  await next.locator('app-inbox-chat').getByRole('button', {name: '4 stars'}).click();
  await eventually(async () => assert.equal((await desk.details(row.id)).rating, 4));
  assert.deepEqual(site.violations, []);
  await context.close();
});

test('what is written offline is kept, also by a page that is left, and is sent later, once', async () => {
  const context = await browser.newContext();
  const page = await site.visit(context, '');
  const chat = page.locator('app-inbox-chat');
  await chat.getByRole('button', {name: 'Chat'}).click();
  await context.route(`${platform.url}/visitor/**`, (route) => route.abort());
  for (const text of ['One while offline', 'Two while offline']) {
    await chat.getByRole('textbox').fill(text);
    await chat.getByRole('textbox').press('Enter');
  }
  await chat.getByText('Sending').waitFor();
  await eventually(async () =>
    assert.equal((await site.unsent(page)).filter((type) => type === 'message').length, 2),
  );
  await page.close();
  await context.unroute(`${platform.url}/visitor/**`);
  await site.visit(context, '');
  await eventually(async () => {
    const row = (await desk.rows()).find(({preview}) => preview === 'Two while offline');
    const {list} = await desk.call<{list: {author: string; text: string}[]}>(
      'GET',
      `/conversations/${row!.id}/messages`,
    );
    assert.deepEqual(
      list.filter(({author}) => author === 'visitor').map(({text}) => text),
      ['One while offline', 'Two while offline'],
    );
  });
  await context.close();
});

test('without consent nothing is stored or sent; after it, what was pushed before takes effect', async () => {
  const context = await browser.newContext();
  const requests: string[] = [];
  context.on('request', (request) => requests.push(request.url()));
  const page = await site.visit(
    context,
    "['changeName', 'Grace']]; window._imboxSettings = {manualTrigger: true}; [",
  );
  await eventually(() =>
    assert.ok(
      requests.some((url) => /visitor-/.test(url)),
      'the visitor part is asked for',
    ),
  );
  assert.equal(await page.evaluate('document.cookie'), '');
  assert.ok(!requests.some((url) => url.includes('/visitor/v1')), 'nothing is told to the platform');
  await page.evaluate("_imbox.push(['start', {showLauncher: false}, () => done.push('started')])");
  await eventually(async () =>
    assert.match(String(await page.evaluate('document.cookie')), /^app_inbox_visitor_/),
  );
  assert.equal(await page.locator('app-inbox-chat').getByRole('button', {name: 'Chat'}).count(), 0);
  await page.evaluate("_imbox.push(['openChat'])");
  await page.locator('app-inbox-chat').getByRole('textbox').fill('Hello');
  await page.locator('app-inbox-chat').getByRole('textbox').press('Enter');
  await eventually(async () => assert.equal((await desk.rows())[0]?.name, 'Grace'));
  await context.close();
});

test('as a tab of the inbox it has no button of its own, talks all the same, and says when it is offline', async () => {
  await platform.call('PUT', '/v1/site/configuration', {chat: 'tab'});
  const context = await browser.newContext();
  const init = "eS = Object.assign((...call) => eS.q.push(call), {q: []}); eS('init', {APP_INBOX: true}, ";
  const options = "{language: 'de', getAuthTokenCallback: () => Promise.resolve('')});";
  const page = await site.visit(context, `]; ${init}${options} [`, '/tab');
  await page.locator('app-inbox-bell').getByRole('button').click();
  const panel = page.locator('app-inbox-panel');
  await panel.getByRole('tab', {name: 'Chat'}).click();
  const chat = panel.locator('app-inbox-chat');
  assert.equal(await chat.getByRole('button', {name: 'Chat', exact: true}).count(), 0);
  const field = chat.getByRole('textbox', {name: 'Nachricht schreiben'});
  await field.fill('From the tab');
  await field.press('Enter');
  const row = await eventually(async () => {
    const [found] = await desk.rows();
    assert.equal(found?.preview, 'From the tab');
    return found;
  });
  await panel.getByRole('tab').first().click();
  await desk.call('POST', `/conversations/${row.id}/messages`, {key: 'tab', text: 'To the tab'});
  await panel.getByRole('tab', {name: /^Chat, 1/}).click();
  await chat.getByRole('log').getByText('To the tab').waitFor();

  await context.route(`${platform.url}/visitor/**`, (route) => route.abort());
  await page.evaluate("dispatchEvent(new Event('offline'))");
  await chat.getByRole('status').waitFor();
  await context.unroute(`${platform.url}/visitor/**`);
  await page.evaluate("dispatchEvent(new Event('online'))");
  await chat.getByRole('status').waitFor({state: 'detached'});
  await context.close();
});
