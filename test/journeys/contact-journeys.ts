/** How a contact uses the inbox: by keyboard, on a phone, from right to left, in the dark. */
import {strict as assert} from 'node:assert';
import type {Journey, World} from './harness.ts';
import {isFirefox} from './support/browser.ts';
import {eventually} from './support/eventually.ts';
import {isFocused, luminance} from './support/page.ts';
import {init} from './support/snippet.ts';

async function createReader(world: World, ...titles: string[]): Promise<string> {
  const contact = await world.createContact();
  for (const title of titles) await world.sendMessage(contact, {title});
  return contact;
}

export function defineContactJourneys(journey: Journey): void {
  journey('the keyboard alone goes from the bell to a notification’s page', async (world) => {
    const target = world.site.publish({head: '<title>The target</title>'});
    const contact = await world.createContact();
    await world.sendMessage(contact, {title: 'Go there', link: target});
    await world.sendMessage(contact, {title: 'Newest'});
    const device = await world.newDevice(contact);
    const {keyboard} = device.page;
    await device.open(world.plainPage);
    await device.seesCount(2);
    await keyboard.press('Tab');
    await eventually(async () => {
      if (await isFocused(device.bell)) return;
      await keyboard.press('Tab');
      assert.fail('The tab key has not come to the bell');
    });
    await keyboard.press('Enter');
    await device.seesList('Newest', 'Go there');
    await eventually(async () =>
      assert.ok(
        await isFocused(device.page.getByRole('heading', {name: 'Notifications'})),
        'the heading has the keyboard',
      ),
    );

    const newest = device.rows.nth(0);
    await eventually(async () => {
      if (await isFocused(newest)) return;
      await keyboard.press('Tab');
      assert.fail('The tab key has not come to the list');
    });
    await keyboard.press('ArrowDown');
    assert.ok(await isFocused(device.rows.nth(1)), 'the second row has the keyboard');
    await keyboard.press('ArrowUp');
    assert.ok(await isFocused(newest), 'the newest row has the keyboard');
    await keyboard.press('End');
    assert.ok(await isFocused(device.rows.nth(1)), 'the second row has the keyboard');
    await keyboard.press('Enter');
    await device.page.waitForURL(target);

    // Opening it has read it, although the page was left at once.
    const other = await world.newDevice(contact);
    await other.open(world.plainPage);
    await other.seesCount(1);
  });

  journey('Escape closes the inbox and gives the focus back to the bell', async (world) => {
    const device = await world.newDevice(await createReader(world, 'Hello'));
    await device.open(world.plainPage);
    await device.seesCount(1);
    assert.equal(await device.bell.getAttribute('aria-expanded'), 'false');
    await device.bell.press('Enter');
    await device.seesList('Hello');
    assert.equal(await device.bell.getAttribute('aria-expanded'), 'true');
    await device.rows.first().focus();
    await device.page.keyboard.press('Escape');
    await device.inbox.waitFor({state: 'hidden'});
    assert.ok(await isFocused(device.bell), 'the bell has the keyboard');
    assert.equal(await device.bell.getAttribute('aria-expanded'), 'false');
  });

  journey('a screen reader finds the names and numbers that it needs', async (world) => {
    const contact = await createReader(world, 'First', 'Second');
    const device = await world.newDevice(contact);
    await device.open(world.plainPage);
    await device.openInbox();
    await device.seesList('Second', 'First');
    await device.page.getByRole('dialog', {name: 'Notifications'}).getByRole('feed').waitFor();
    const second = device.page.getByRole('article', {name: 'Unread, Second', exact: true});
    assert.equal(await second.getAttribute('aria-posinset'), '1');
    assert.equal(await second.getAttribute('aria-setsize'), '2');
    await world.sendMessage(contact, {title: 'Third'});
    await device.page.getByRole('status').filter({hasText: '1 new notification'}).waitFor();
  });

  journey('on a phone the inbox fills the screen, and can be closed', async (world) => {
    const viewport = {width: 390, height: 844};
    const device = await world.newDevice(await createReader(world, 'Hello'), {viewport});
    await device.open(world.plainPage);
    await device.openInbox();
    await device.seesList('Hello');
    await eventually(async () =>
      assert.deepEqual(await device.inbox.boundingBox(), {x: 0, y: 0, ...viewport}),
    );
    await device.page.getByRole('button', {name: 'Close'}).click();
    await device.inbox.waitFor({state: 'hidden'});
    assert.ok(await isFocused(device.bell), 'the bell has the keyboard');
  });

  journey('on a large screen the inbox hangs from the bell and leaves the page in sight', async (world) => {
    const viewport = {width: 1280, height: 800};
    const device = await world.newDevice(await createReader(world, 'Hello'), {viewport});
    await device.open(world.plainPage);
    await device.openInbox();
    await device.seesList('Hello');
    await eventually(async () => {
      const box = (await device.inbox.boundingBox())!;
      const bell = (await device.bell.boundingBox())!;
      assert.equal(box.width, 400);
      assert.ok(box.x >= 0 && box.y >= 0 && box.x + box.width <= 1280, 'it is on the screen');
      assert.ok(box.y + box.height <= bell.y, 'it stands over a bell that floats at the bottom');
    });
  });

  journey('in Arabic everything runs from right to left', async (world) => {
    const device = await world.newDevice(await createReader(world, 'واحد', 'اثنان'));
    const body = world.stub + init({language: 'ar'});
    await device.open(world.site.publish({body, root: ' lang="ar" dir="rtl"'}));
    await device.page.getByRole('button', {name: 'الإشعارات، إشعاران غير مقروءين', exact: true}).click();
    await device.page.getByRole('dialog', {name: 'الإشعارات'}).waitFor();
    await device.seesList('اثنان', 'واحد');
    assert.equal(await device.inbox.evaluate((panel) => getComputedStyle(panel).direction), 'rtl');
    const heading = (await device.page.getByRole('heading', {name: 'الإشعارات'}).boundingBox())!;
    const close = (await device.page.getByRole('button', {name: 'إغلاق'}).boundingBox())!;
    assert.ok(heading.x > close.x, 'the heading is right of the close button');
    const bell = (await device.bell.boundingBox())!;
    assert.ok(bell.x < 100, 'what floats at the right on other pages floats at the left here');
  });

  async function looks(world: World, expected: 'light' | 'dark', wish: object, visitor: 'light' | 'dark') {
    const device = await world.newDevice(await createReader(world, 'Hello'), {colorScheme: visitor});
    await device.open(world.site.publish({body: world.stub + init(wish)}));
    await device.openInbox();
    await device.seesList('Hello');
    const background = await luminance(device.inbox, 'backgroundColor');
    const text = await luminance(device.rows.locator('[part=title]').first(), 'color');
    assert.ok(expected === 'dark' ? background < 0.1 : background > 0.9, `background ${background}`);
    const [low, high] = [background, text].toSorted((a, b) => a - b);
    assert.ok((high! + 0.05) / (low! + 0.05) >= 4.5, `contrast of ${background} and ${text}`);
  }
  journey('a visitor who prefers light colours gets them, and text that can be read', (world) =>
    looks(world, 'light', {}, 'light'),
  );
  // The driver of the installed Firefox cannot change what its visitor prefers.
  if (!isFirefox) {
    journey('a visitor who prefers dark colours gets them, and text that can be read', (world) =>
      looks(world, 'dark', {}, 'dark'),
    );
  }
  journey.alike('a site that is dark for everybody has a dark inbox', (world) =>
    looks(world, 'dark', {theme: 'dark'}, 'light'),
  );

  journey.alike('an empty inbox says so kindly', async (world) => {
    const device = await world.newDevice(await world.createContact());
    await device.open(world.plainPage);
    await device.seesCount(0);
    await device.openInbox();
    await device.inbox.getByText('You’re all caught up').waitFor();
    assert.equal(await device.page.getByRole('button', {name: 'Mark all as read'}).count(), 0);
  });

  journey.alike('a notification that is taken back goes from the pages that show it', async (world) => {
    const contact = await world.createContact();
    const id = await world.sendMessage(contact, {title: 'Sent by mistake'});
    await world.sendMessage(contact, {title: 'Meant'});
    const device = await world.newDevice(contact);
    await device.open(world.plainPage);
    await device.openInbox();
    await device.seesList('Meant', 'Sent by mistake');
    await world.platform.call('DELETE', `/v1/messages/${id}`);
    await device.seesList('Meant');
    await device.seesCount(1);
  });
}
