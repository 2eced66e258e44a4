/** What the contact does in the inbox, on the real platform: on this device, on another, and after a reload. */
import {strict as assert} from 'node:assert';
import {useWorld, type World} from './harness.ts';
import type {Device} from './support/device.ts';

const journey = useWorld();

async function openWith(world: World, ...titles: string[]): Promise<{contact: string; device: Device}> {
  const contact = await world.createContact();
  for (const title of titles) await world.sendMessage(contact, {title});
  const device = await world.newDevice(contact);
  await openInbox(world, device, titles);
  return {contact, device};
}

async function openInbox(world: World, device: Device, titles: readonly string[]): Promise<void> {
  await device.open(world.plainPage);
  await device.openInbox();
  await device.seesList(...titles.toReversed());
  await device.inbox.getByRole('tab', {name: 'Archived'}).waitFor();
}

const row = ({rows}: Device, title: string) => rows.filter({hasText: title});
const show = ({inbox}: Device, view: string) => inbox.getByRole('tab', {name: view}).click();

async function choose(device: Device, title: string, ...items: string[]): Promise<void> {
  await row(device, title).hover();
  await row(device, title).getByRole('button', {name: 'More actions'}).click();
  for (const item of items) await device.inbox.getByRole('menuitem', {name: item}).click();
}

journey.alike(
  'what is archived is in the archive on every device, and comes back from there',
  async (world) => {
    const {contact, device} = await openWith(world, 'Parcel', 'Invoice');
    const other = await world.newDevice(contact);
    await other.open(world.plainPage);
    await other.openInbox();
    await choose(device, 'Invoice', 'Archive');
    await device.seesList('Parcel');
    await device.seesCount(1);
    await device.inbox.getByText('1 notification archived').waitFor();
    // Held back as long as it can be undone.
    await other.seesList('Parcel');
    await other.seesCount(1);
    await show(other, 'Archived');
    await other.seesList('Invoice');
    await choose(other, 'Invoice', 'Move to inbox');
    await show(other, 'Inbox');
    await other.seesList('Invoice', 'Parcel');
    await device.seesList('Invoice', 'Parcel');
  },
);

journey.alike('what is taken back has never been', async (world) => {
  const {device} = await openWith(world, 'Parcel', 'Invoice');
  await row(device, 'Invoice').focus();
  await device.page.keyboard.press('Delete');
  await device.seesList('Parcel');
  await device.inbox.getByRole('button', {name: 'Undo'}).click();
  await device.seesList('Invoice', 'Parcel');
  const sent = device.callsTo('/events').map((request) => request.postData() ?? '');
  assert.ok(!sent.some((body) => body.includes('deleted')), sent.join('\n'));
  await device.page.reload();
  await device.openInbox();
  await device.seesList('Invoice', 'Parcel');
});

journey('what is done just before the page goes is done after the next visit', async (world) => {
  const {device} = await openWith(world, 'Parcel', 'Invoice');
  await row(device, 'Parcel').focus();
  await device.page.keyboard.press('e');
  await device.seesList('Invoice');
  await device.page.reload();
  await device.openInbox();
  await device.seesList('Invoice');
  await device.seesCount(1);
});

journey.alike('what is put off is in its own list until it is called back', async (world) => {
  const {device} = await openWith(world, 'Parcel', 'Invoice');
  await choose(device, 'Invoice', 'Snooze', 'Tomorrow');
  await device.seesList('Parcel');
  await show(device, 'Snoozed');
  await device.seesList('Invoice');
  await row(device, 'Invoice')
    .getByText(/^Snoozed until /)
    .waitFor();
  await choose(device, 'Invoice', 'End snooze');
  await show(device, 'Inbox');
  await device.seesList('Invoice', 'Parcel');
});

journey.alike('several are chosen and done away with at once', async (world) => {
  const {device} = await openWith(world, 'One', 'Two', 'Three');
  await choose(device, 'One', 'Select');
  await row(device, 'Three').click();
  await device.inbox.getByText('2 selected').waitFor();
  await device.inbox.getByRole('toolbar').getByRole('button', {name: 'Archive'}).click();
  await device.seesList('Two');
  await device.inbox.getByText('2 notifications archived').waitFor();
});

journey('on touch a row is drawn aside: far enough archives it, and less does nothing', async (world) => {
  const contact = await world.createContact();
  for (const title of ['Parcel', 'Invoice']) await world.sendMessage(contact, {title});
  const device = await world.newDevice(contact, {hasTouch: true, viewport: {width: 390, height: 700}});
  const {page} = device;
  // Other browsers' drivers have no fingers that move.
  if (page.context().browser()?.browserType().name() !== 'chromium') return;
  await openInbox(world, device, ['Parcel', 'Invoice']);
  const session = await page.context().newCDPSession(page);
  const swipe = async (title: string, distance: number) => {
    const box = (await row(device, title).boundingBox())!;
    const at = (x: number) => [{x: box.x + 200 + x, y: box.y + 30}];
    await session.send('Input.dispatchTouchEvent', {type: 'touchStart', touchPoints: at(0)});
    for (let step = 1; step <= 8; step++)
      await session.send('Input.dispatchTouchEvent', {
        type: 'touchMove',
        touchPoints: at((distance * step) / 8),
      });
    await session.send('Input.dispatchTouchEvent', {type: 'touchEnd', touchPoints: []});
  };
  await swipe('Invoice', -60);
  await device.seesList('Invoice', 'Parcel');
  await swipe('Invoice', 140);
  await device.seesCount(1);
  await swipe('Invoice', -140);
  await device.seesList('Parcel');
  await device.inbox.getByText('1 notification archived').waitFor();
});
