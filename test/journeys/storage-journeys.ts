/** What a device keeps, and what happens where it cannot. */
import {strict as assert} from 'node:assert';
import type {Journey, World} from './harness.ts';
import type {Device} from './support/device.ts';
import {eventually} from './support/eventually.ts';
import {readStorage} from './support/page.ts';
import {init} from './support/snippet.ts';

async function createReader(world: World, ...titles: string[]): Promise<string> {
  const contact = await world.createContact();
  for (const title of titles) await world.sendMessage(contact, {title});
  return contact;
}

/** The main job, from the number to a mark that holds. */
async function readsAndMarks(world: World, device: Device, contact: string, page: string): Promise<void> {
  await device.open(page);
  await device.seesCount(2);
  await device.openInbox();
  await device.seesList('Second', 'First');
  await device.rows.first().locator('[part=title]').click();
  await device.seesCount(1);
  await eventually(async () => assert.equal(await world.countUnread(contact), 1));
}

/** Scripts that run before the page's own: what a browser's settings, profile or disk can do to storage. */
const BROKEN: Record<string, string> = {
  'throws when it is touched': `Object.defineProperty(window, 'indexedDB', {get() { throw new DOMException('denied', 'SecurityError'); }});
    Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('denied', 'SecurityError'); }});`,
  'throws when it is opened': `IDBFactory.prototype.open = function () { throw new DOMException('denied', 'SecurityError'); };`,
  'refuses to open': `IDBFactory.prototype.open = function () {
      const request = new EventTarget();
      setTimeout(() => { request.error = new DOMException('broken', 'UnknownError'); request.onerror && request.onerror(new Event('error')); });
      return request;
    };`,
  'never answers': `IDBFactory.prototype.open = function () { return new EventTarget(); };`,
  'is full': `IDBObjectStore.prototype.put = function () { throw new DOMException('full', 'QuotaExceededError'); };
    Storage.prototype.setItem = function () { throw new DOMException('full', 'QuotaExceededError'); };`,
  'is not there': `delete Window.prototype.indexedDB; delete window.indexedDB;`,
};

export function defineStorageJourneys(journey: Journey): void {
  for (const [what, code] of Object.entries(BROKEN)) {
    journey.alike(`a device whose storage ${what} counts, lists and marks all the same`, async (world) => {
      const contact = await createReader(world, 'First', 'Second');
      const device = await world.newDevice(contact);
      await device.page.addInitScript(code);
      await readsAndMarks(world, device, contact, world.plainPage);
    });
  }

  journey('a site that switches storage off leaves nothing on the device', async (world) => {
    const contact = await createReader(world, 'First', 'Second');
    const device = await world.newDevice(contact);
    const page = world.site.publish({body: world.stub + init({storage: 'none'})});
    await readsAndMarks(world, device, contact, page);
    assert.deepEqual(await readStorage(device.page), []);
  });

  journey('the bell shows its number from last time before anybody has answered', async (world) => {
    const contact = await createReader(world, 'First', 'Second');
    const device = await world.newDevice(contact);
    await device.open(world.plainPage);
    await device.seesCount(2);

    // Neither the site's backend nor the platform answers from here on.
    await device.page.route('**/inbox-token', () => {});
    await device.page.route('**/appinbox/**', () => {});
    await device.open(world.plainPage);
    await device.seesCount(2);
  });

  journey('the list shows its rows from last time before the platform has answered', async (world) => {
    const contact = await createReader(world, 'First', 'Second');
    const device = await world.newDevice(contact);
    await device.open(world.plainPage);
    await device.openInbox();
    await device.seesList('Second', 'First');
    await eventually(async () => assert.match(JSON.stringify(await readStorage(device.page)), /"Second"/));

    await device.page.route('**/appinbox/**', () => {});
    await device.open(world.plainPage);
    await device.seesCount(2);
    await device.openInbox();
    await device.seesList('Second', 'First');
  });

  journey('the next contact on a device sees nothing of the one before', async (world) => {
    const first = await createReader(world, 'For the first alone', 'And this');
    const second = await createReader(world, 'For the second');
    const device = await world.newDevice(first);
    await device.open(world.plainPage);
    await device.openInbox();
    await device.seesList('And this', 'For the first alone');
    await eventually(async () => assert.match(JSON.stringify(await readStorage(device.page)), /first alone/));

    await device.signIn(second);
    await device.open(world.plainPage);
    await device.seesCount(1);
    await device.openInbox();
    await device.seesList('For the second');
    await eventually(async () => {
      const kept = JSON.stringify(await readStorage(device.page));
      assert.doesNotMatch(kept, /first alone|And this/);
      assert.match(kept, /For the second/);
    });
  });

  journey('a visitor who has signed out on the site sees nothing of the contact before', async (world) => {
    const contact = await createReader(world, 'For one alone');
    const device = await world.newDevice(contact);
    await device.open(world.plainPage);
    await device.openInbox();
    await device.seesList('For one alone');
    await eventually(async () => assert.match(JSON.stringify(await readStorage(device.page)), /one alone/));

    await device.page.context().clearCookies();
    await device.open(world.plainPage);
    await device.seesCount(0);
    await device.openInbox();
    await device.inbox.getByText('Nothing to show yet').waitFor();
    await eventually(async () => assert.deepEqual(await readStorage(device.page), []));
  });
}
