/** An agent goes away by the switch of the desk's pages, and comes back, while a visitor's chat is open. */
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {AGENTS} from '../../demo/seed/teams.ts';
import {startChatWorld, type ChatWorld} from './support/chat-world.ts';

const PASSWORD = 'dig-and-deliver';
const ROUTE = '**/me/availability';

let world: ChatWorld;

before(async () => {
  world = await startChatWorld();
});
after(() => world.stop());

test('a visitor sees at once that the agent has gone away, and that they are back', async () => {
  const {browser, platform, site} = world;
  const atDesk = await browser.newContext();
  const open = async () => {
    const page = await atDesk.newPage();
    await page.goto(`${platform.url}/desk/conversations`);
    return page;
  };
  const desk = await open();
  await desk.fill('#email', AGENTS[0]!.email);
  await desk.fill('#password', PASSWORD);
  await desk.getByRole('button', {name: 'Sign in'}).click();
  const toggle = desk.getByRole('switch', {name: 'Available', checked: true});
  await toggle.waitFor();
  const elsewhere = await open();

  const atShop = await browser.newContext();
  const chat = (await site.visit(atShop, '')).locator('app-inbox-chat');
  await chat.getByRole('button', {name: 'Chat'}).click();
  const field = chat.getByRole('textbox', {name: 'Write a message'});
  await field.fill('Hello');
  await field.press('Enter');
  await desk.getByText('Hello').first().waitFor();
  const away = chat.getByText('Nobody is here right now.');
  await away.waitFor({state: 'detached'});

  // Firefox gives keys to the window in front alone.
  await desk.bringToFront();
  await toggle.focus();
  await desk.keyboard.press('Space');
  await away.waitFor();
  await desk.getByText('Away', {exact: true}).waitFor();

  // Another tab has heard of it, and its word can be pressed as well.
  await elsewhere.getByRole('switch', {name: 'Available', checked: false}).waitFor();
  await elsewhere.getByText('Away', {exact: true}).click();
  await away.waitFor({state: 'detached'});
  await toggle.waitFor();

  // What the platform has not heard is not shown.
  await atDesk.route(ROUTE, (route) => route.abort());
  await toggle.click();
  await desk.getByText('The platform cannot be reached now.').waitFor();
  assert.equal(await desk.getByRole('switch').getAttribute('aria-checked'), 'true');
  assert.equal(await desk.getByText('Available', {exact: true}).count(), 1);
  await atDesk.unroute(ROUTE);
  for (const context of [atDesk, atShop]) await context.close();
});
