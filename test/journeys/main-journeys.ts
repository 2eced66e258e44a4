/** What must work on every platform, whatever it can do beyond the base contract. */
import {strict as assert} from 'node:assert';
import type {Journey} from './harness.ts';
import {eventually} from './support/eventually.ts';
import {eS, readStorage} from './support/page.ts';

export function defineMainJourneys(journey: Journey): void {
  journey('the bell counts what was sent before the page was opened', async (world) => {
    const contact = await world.createContact();
    await world.sendMessage(contact, {title: 'Your parcel is on its way'});
    await world.sendMessage(contact, {title: 'Your parcel has arrived'});
    const device = await world.newDevice(contact);
    await device.open(world.plainPage);
    await device.seesCount(2);
  });

  journey('the inbox shows what was sent, newest first, and what arrives meanwhile', async (world) => {
    const contact = await world.createContact();
    await world.sendMessage(contact, {title: 'First', content: 'with some words about it'});
    await world.sendMessage(contact, {title: 'Second'});
    const device = await world.newDevice(contact);
    await device.open(world.plainPage);
    await device.openInbox();
    await device.seesList('Second', 'First');
    await device.rows.getByText('with some words about it').waitFor();

    await world.sendMessage(contact, {title: 'Third'});
    await device.seesList('Third', 'Second', 'First');
    await device.seesCount(3);
  });

  journey('what is read on one device is read on every other', async (world) => {
    const contact = await world.createContact();
    await world.sendMessage(contact, {title: 'Old news'});
    await world.sendMessage(contact, {title: 'Newer news'});
    const phone = await world.newDevice(contact);
    const desktop = await world.newDevice(contact);
    await phone.open(world.plainPage);
    await desktop.open(world.plainPage);
    await desktop.seesCount(2);

    await phone.openInbox();
    await phone.rows.filter({hasText: 'Newer news'}).locator('[part=title]').click();
    await phone.seesCount(1);
    await desktop.seesCount(1);

    const tablet = await world.newDevice(contact);
    await tablet.open(world.plainPage);
    await tablet.seesCount(1);
    await tablet.openInbox();
    await tablet.page.getByRole('article', {name: 'Unread, Old news', exact: true}).waitFor();
    await tablet.page.getByRole('article', {name: 'Newer news', exact: true}).waitFor();
  });

  journey('everything can be marked as read at once, and stays so', async (world) => {
    const contact = await world.createContact();
    for (const title of ['One', 'Two', 'Three']) await world.sendMessage(contact, {title});
    const device = await world.newDevice(contact);
    await device.open(world.plainPage);
    await device.seesCount(3);
    await device.openInbox();
    await device.page.getByRole('button', {name: 'Mark all as read'}).click();
    await device.seesCount(0);

    const other = await world.newDevice(contact);
    await eventually(async () => {
      await other.open(world.plainPage);
      await other.openInbox();
      await other.seesList('Three', 'Two', 'One');
      assert.equal(await other.page.getByRole('article', {name: /^Unread/}).count(), 0);
    });
  });

  journey('what is marked without a network is sent when it is back', async (world) => {
    const contact = await world.createContact();
    await world.sendMessage(contact, {title: 'Read me in the tunnel'});
    const device = await world.newDevice(contact);
    await device.open(world.plainPage);
    await device.openInbox();
    await device.seesList('Read me in the tunnel');

    await device.page.context().setOffline(true);
    await device.inbox.getByText('You’re offline').waitFor();
    await device.rows.first().locator('[part=title]').click();
    await device.seesCount(0);
    const other = await world.newDevice(contact);
    await other.open(world.plainPage);
    await other.seesCount(1);

    await device.page.context().setOffline(false);
    await other.seesCount(0);
    await device.inbox.getByText('You’re offline').waitFor({state: 'hidden'});
  });

  journey('what could not be sent before the page was left is sent by the next page', async (world) => {
    const contact = await world.createContact();
    await world.sendMessage(contact, {title: 'Read me and go'});
    const device = await world.newDevice(contact);
    await device.open(world.plainPage);
    await device.openInbox();
    await device.seesList('Read me and go');
    const posts = `${world.platform.url}/appinbox/v1/**`;
    await device.page.route(posts, (route) =>
      route.request().method() === 'POST' ? route.abort() : route.continue(),
    );
    await device.rows.first().locator('[part=title]').click();
    await device.seesCount(0);
    const other = await world.newDevice(contact);
    await other.open(world.plainPage);
    await other.seesCount(1);
    await device.open('about:blank');
    await device.page.unroute(posts);

    await device.open(world.plainPage);
    await other.seesCount(0);
  });

  journey('signing out leaves nothing on the page and nothing on the device', async (world) => {
    const contact = await world.createContact();
    await world.sendMessage(contact, {title: 'For my eyes only'});
    const device = await world.newDevice(contact);
    await device.open(world.plainPage);
    await device.openInbox();
    await device.seesList('For my eyes only');
    await eventually(async () => {
      assert.match(JSON.stringify(await readStorage(device.page)), /For my eyes only/);
    });

    await eS(device.page, 'logout');
    await eventually(async () => {
      assert.equal(await device.page.locator('app-inbox-bell, app-inbox-panel').count(), 0);
      assert.deepEqual(await readStorage(device.page), []);
    });
  });

  journey('a visitor whom nobody knows gets a bell without a number, and no calls', async (world) => {
    const device = await world.newDevice();
    await device.open(world.plainPage);
    await device.seesCount(0);
    await device.openInbox();
    await device.inbox.getByText('Nothing to show yet').waitFor();
    await device.page.getByRole('button', {name: 'Close'}).click();
    await device.openInbox();

    assert.equal(device.callsTo('/inbox-token').length, 1);
    const toPlatform = device.requests.filter((request) => request.url().includes('/appinbox/'));
    assert.deepEqual(toPlatform, []);
  });
}
