/** Attention that is called to what arrives: the site's configuration switches it on, as the theme studio saves it. */
import {strict as assert} from 'node:assert';
import type {Page} from 'playwright-core';
import {useWorld, type World} from './harness.ts';
import type {Device} from './support/device.ts';
import {eventually} from './support/eventually.ts';
import {eS} from './support/page.ts';

const journey = useWorld({
  configuration: {toasts: true, attention: {title: true, favicon: true, desktop: true}},
});

const toasts = (page: Page) => page.locator('app-inbox-toasts article');

/** A page whose connection is up: what is sent now arrives. */
async function listening(world: World, contact: string, unread: number): Promise<Device> {
  const device = await world.newDevice(contact);
  await device.open(world.plainPage);
  await device.seesCount(unread);
  await settled(device.page);
  return device;
}

/** The list has come, so that what comes next is an arrival. */
const settled = (page: Page) =>
  eventually(async () => {
    const state = await page.evaluate(() => {
      const inbox = document.querySelector('app-inbox-panel')?.inbox;
      return [inbox?.state.list, inbox?.state.connection, inbox?.state.notifications.length];
    });
    assert.equal(state[0], 'ready');
    assert.ok(['open', 'following'].includes(String(state[1])), String(state));
  });

journey('what arrives comes up as a toast, and not what was there before', async (world) => {
  const contact = await world.createContact();
  await world.sendMessage(contact, {title: 'Before'});
  const device = await listening(world, contact, 1);
  assert.match(await device.page.title(), /^\(1\) /);
  await world.sendMessage(contact, {title: 'News', content: 'Of <b>today</b>'});
  await toasts(device.page).first().waitFor();
  assert.deepEqual(await toasts(device.page).locator('.title').allTextContents(), ['News']);
  assert.deepEqual(await toasts(device.page).locator('.text').allTextContents(), ['Of today']);
  await eventually(async () => assert.match(await device.page.title(), /^\(2\) /));
  const icon = await device.page.locator('link[rel=icon]').getAttribute('href');
  assert.match(String(icon), /^data:image\/png/);

  await toasts(device.page).locator('.title').click();
  await device.page.getByRole('dialog', {name: 'Notifications'}).waitFor();
  await device.seesCount(1);
  assert.equal(await toasts(device.page).count(), 0);
});

journey(
  'nothing comes up while the inbox is open, and after a logout the page is as it was',
  async (world) => {
    const contact = await world.createContact();
    const device = await listening(world, contact, 0);
    await device.openInbox();
    await world.sendMessage(contact, {title: 'Quietly'});
    await device.seesList('Quietly');
    assert.equal(await toasts(device.page).count(), 0);
    assert.match(await device.page.title(), /^\(1\) /);
    await eS(device.page, 'logout');
    await eventually(async () => assert.doesNotMatch(await device.page.title(), /^\(/));
    assert.equal(await device.page.locator('app-inbox-toasts').count(), 0);
  },
);

journey('a page whose body is replaced has its toasts again, and they open its new inbox', async (world) => {
  const contact = await world.createContact();
  const device = await listening(world, contact, 0);
  await world.sendMessage(contact, {title: 'Before'});
  await toasts(device.page).first().waitFor();
  await device.page.evaluate(() => {
    const panel = document.querySelector('app-inbox-panel');
    document.body.replaceWith(document.createElement('body'));
    if (panel?.isConnected) throw new Error('it is still there');
  });
  await device.page.locator('app-inbox-panel').waitFor({state: 'attached'});
  await world.sendMessage(contact, {title: 'After'});
  await toasts(device.page).locator('.title').first().waitFor();
  assert.deepEqual(await toasts(device.page).locator('.title').allTextContents(), ['After']);
  await toasts(device.page).locator('.title').click();
  await device.page.getByRole('dialog', {name: 'Notifications'}).waitFor();
});

journey('of two tabs, one shows it', async (world) => {
  const contact = await world.createContact();
  const device = await listening(world, contact, 0);
  const other = await device.page.context().newPage();
  await other.goto(world.plainPage);
  await settled(other);
  for (const title of ['One', 'Two']) await world.sendMessage(contact, {title, severity: 'high'});
  await device.seesCount(2);
  await eventually(async () =>
    assert.equal((await toasts(device.page).count()) + (await toasts(other).count()), 2),
  );
});

journey('the contact is asked before the browser asks, and "Not now" is kept', async (world) => {
  const contact = await world.createContact();
  const device = await listening(world, contact, 0);
  const asked = () => device.page.evaluate('window.asked');
  await device.page.evaluate(`
    window.asked = 0;
    Object.defineProperty(Notification, 'permission', {value: 'default', configurable: true});
    Notification.requestPermission = async () => { window.asked++; return 'denied'; };`);
  await world.sendMessage(contact, {title: 'One'});
  const offer = device.page.locator('app-inbox-toasts .offer');
  await offer.waitFor();
  assert.equal(await asked(), 0);
  await offer.getByRole('button', {name: 'Not now'}).click();
  await world.sendMessage(contact, {title: 'Two'});
  await eventually(async () => assert.equal(await toasts(device.page).count(), 2));
  assert.equal(await offer.count(), 0);
  assert.equal(await asked(), 0);
});
