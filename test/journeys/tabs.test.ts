/** Several tabs of one browser: one talks to the platform, all show the same, and none is missed. */
import {strict as assert} from 'node:assert';
import type {Page} from 'playwright-core';
import {useWorld, type World} from './harness.ts';
import {isAnother, isFirefox} from './support/browser.ts';
import {eventually} from './support/eventually.ts';
import {eS, readStorage} from './support/page.ts';

/** Another tab takes over within so long (ten seconds are promised), and then something can arrive. */
const TAKEOVER = 14_000;

/** Two show what an engine does; that five agree is our own doing. */
const COUNTS = isAnother ? [2] : [2, 5];

interface Tab {
  readonly page: Page;
  /** Connections to the stream that this tab has asked for. */
  readonly streams: () => number;
  sees(count: number, timeout?: number): Promise<void>;
}

/** Tabs of one contact in one browser. */
async function openTabs(world: World, contact: string, count: number) {
  const device = await world.newDevice(contact);
  // In the page, because Firefox's driver does not tell what a request carries.
  await device.page.context().addInitScript(() => {
    const page = window as unknown as {sent: string[]};
    page.sent = [];
    const ask = window.fetch.bind(window);
    window.fetch = (url, options) => {
      page.sent.push(`${String(url)} ${String(options?.body)}`);
      return ask(url, options);
    };
  });
  const tabs: Tab[] = [];
  for (let index = 0; index < count; index++) {
    const page = index ? await device.page.context().newPage() : device.page;
    let streams = 0;
    page.on('request', (request) => (streams += Number(request.url().endsWith('/appinbox/v1/stream'))));
    await page.goto(world.plainPage);
    const tab: Tab = {
      page,
      streams: () => streams,
      async sees(unread, timeout = 15_000) {
        const name = unread ? `Notifications, ${unread} unread` : 'Notifications';
        await page.getByRole('button', {name, exact: true}).waitFor({timeout});
      },
    };
    await tab.sees(0);
    tabs.push(tab);
    // The first one leads: it has to be there before the next one asks.
    if (!index) await eventually(() => assert.equal(streams, 1));
  }
  // Each has found out who leads.
  for (const {page} of tabs) {
    await eventually(async () => {
      const kept = await page.evaluate(async () =>
        (await navigator.locks.query()).held!.filter(({name}) => name!.endsWith(':leader')),
      );
      assert.equal(kept.length, 1);
    });
  }
  return {device, tabs};
}

const journey = useWorld();

for (const count of COUNTS) {
  journey(`of ${count} tabs one holds the stream, and what arrives is in all of them`, async (world) => {
    const contact = await world.createContact();
    const {tabs} = await openTabs(world, contact, count);
    await world.sendMessage(contact, {title: 'News'});
    await Promise.all(tabs.map((tab) => tab.sees(1)));
    assert.deepEqual(
      tabs.map(({streams}) => streams()),
      [1, ...Array<number>(count - 1).fill(0)],
    );
  });
}

journey('what is read in one tab is read in the others, and told to the platform once', async (world) => {
  const contact = await world.createContact();
  const {device, tabs} = await openTabs(world, contact, 2);
  await world.sendMessage(contact, {title: 'News'});
  await Promise.all(tabs.map((tab) => tab.sees(1)));
  await tabs[1]!.page.bringToFront();
  await eS(tabs[1]!.page, 'open');
  await tabs[1]!.page.locator('app-inbox-notification [part=title]').first().click();
  await Promise.all(tabs.map((tab) => tab.sees(0)));
  await eventually(async () => assert.equal(await world.countUnread(contact), 0));
  const sent = await Promise.all(
    tabs.map(({page}) => page.evaluate(() => (window as unknown as {sent: string[]}).sent)),
  );
  assert.equal(sent.flat().filter((request) => /\/events .*"read"/.test(request)).length, 1);
  await device.page.bringToFront();
});

journey(
  'a mark that is made offline in one tab is there in the other, and is sent once online',
  async (world) => {
    const contact = await world.createContact();
    const {device, tabs} = await openTabs(world, contact, 2);
    await world.sendMessage(contact, {title: 'News'});
    await Promise.all(tabs.map((tab) => tab.sees(1)));
    await eS(tabs[0]!.page, 'open');
    await tabs[0]!.page.locator('app-inbox-notification').first().waitFor();
    await device.page.context().setOffline(true);
    await tabs[0]!.page.locator('app-inbox-notification [part=title]').first().click();
    await Promise.all(tabs.map((tab) => tab.sees(0)));
    await tabs[0]!.page.close();
    await device.page.context().setOffline(false);
    await eventually(async () => assert.equal(await world.countUnread(contact), 0));
  },
);

journey(
  'a tab that knows the number alone learns offline what a mark of another makes of it',
  async (world) => {
    const contact = await world.createContact();
    const device = await world.newDevice(contact);
    // Who saves data gets no list before it is asked for.
    await device.page
      .context()
      .addInitScript(() => Object.defineProperty(navigator, 'connection', {value: {saveData: true}}));
    await world.sendMessage(contact, {title: 'News'});
    await device.open(world.plainPage);
    await device.seesCount(1);
    const other = await device.page.context().newPage();
    await other.goto(world.plainPage);
    await other.getByRole('button', {name: 'Notifications, 1 unread', exact: true}).waitFor();
    // It has the part that hears other tabs.
    await eventually(async () =>
      assert.equal(await other.evaluate(async () => (await navigator.locks.query()).pending!.length), 1),
    );
    await device.page.bringToFront();
    await device.openInbox();
    await device.seesList('News');
    await device.page.context().setOffline(true);
    await device.page.locator('app-inbox-notification [part=title]').first().click();
    await other.getByRole('button', {name: 'Notifications', exact: true}).waitFor();
  },
);

for (const [what, code] of Object.entries({
  'Web Locks': 'delete Navigator.prototype.locks',
  BroadcastChannel: 'delete window.BroadcastChannel',
})) {
  journey(`in a browser without ${what} each tab works by itself, and all agree`, async (world) => {
    const contact = await world.createContact();
    const device = await world.newDevice(contact);
    await device.page.context().addInitScript(code);
    const pages = [device.page, await device.page.context().newPage()];
    const see = (unread: number) =>
      Promise.all(
        pages.map((page) => {
          const name = unread ? `Notifications, ${unread} unread` : 'Notifications';
          return page.getByRole('button', {name, exact: true}).waitFor();
        }),
      );
    const streams = pages.map((page) =>
      page.waitForRequest((request) => request.url().endsWith('/appinbox/v1/stream')),
    );
    for (const page of pages) await page.goto(world.plainPage);
    await see(0);
    await Promise.all(streams);
    await world.sendMessage(contact, {title: 'News'});
    await see(1);
    await eS(pages[1]!, 'open');
    await pages[1]!.locator('app-inbox-notification [part=title]').first().click();
    await see(0);
  });
}

journey('logging out in one tab takes everything away in all of them', async (world) => {
  const contact = await world.createContact();
  await world.sendMessage(contact, {title: 'Private news'});
  const device = await world.newDevice(contact);
  await device.open(world.plainPage);
  await device.seesCount(1);
  await device.openInbox();
  await device.seesList('Private news');
  const other = await device.page.context().newPage();
  await other.goto(world.plainPage);
  await other.getByRole('button', {name: 'Notifications, 1 unread'}).waitFor();
  // The second tab follows: it has to hear of it.
  await eventually(async () => {
    const {pending = []} = await other.evaluate(() => navigator.locks.query());
    assert.ok(
      pending.some(({name}) => name!.endsWith(':leader')),
      'a tab waits for the lead',
    );
  });
  await eS(other, 'logout');
  await device.seesCount(0);
  await eventually(async () => assert.equal(await device.rows.count(), 0));
  assert.ok(!JSON.stringify(await readStorage(device.page)).includes('Private news'), 'nothing is kept');
});

journey('when somebody else signs in, no tab shows the one before', async (world) => {
  const [anna, berta] = [await world.createContact(), await world.createContact()];
  await world.sendMessage(anna, {title: 'For Anna'});
  const {device, tabs} = await openTabs(world, berta, 1);
  await device.signIn(anna);
  await tabs[0]!.page.goto(world.plainPage);
  await tabs[0]!.sees(1);
  await device.openInbox();
  await device.seesList('For Anna');
  await device.signIn(berta);
  const other = await device.page.context().newPage();
  await other.goto(world.plainPage);
  await other.getByRole('button', {name: 'Notifications', exact: true}).waitFor();
  await tabs[0]!.sees(0);
  await eventually(async () => assert.equal(await device.rows.count(), 0));
});

const ENDS: Readonly<Record<string, {isChromiumOnly: boolean; end: (page: Page) => Promise<unknown>}>> = {
  closed: {isChromiumOnly: false, end: (page) => page.close()},
  killed: {
    isChromiumOnly: true,
    end: async (page) => {
      const session = await page.context().newCDPSession(page);
      // Its answer never comes: who should give it is gone.
      session.send('Page.crash').catch(() => {});
      await page.waitForEvent('crash');
    },
  },
  frozen: {
    isChromiumOnly: true,
    // A page that stands still in a debugger holds its lock and answers nothing, as one that the browser has frozen.
    end: async (page) => {
      const session = await page.context().newCDPSession(page);
      await session.send('Debugger.enable');
      const paused = new Promise((resolve) => session.once('Debugger.paused', resolve));
      await session.send('Debugger.pause');
      page.evaluate('1').catch(() => {});
      await paused;
    },
  },
};

for (const [name, {isChromiumOnly, end}] of Object.entries(ENDS)) {
  if (isChromiumOnly && isFirefox) continue;
  for (const count of COUNTS) {
    journey(
      `when the leader of ${count} tabs is ${name}, another takes over and nothing is missed`,
      async (world) => {
        const contact = await world.createContact();
        const {tabs} = await openTabs(world, contact, count);
        const [leader, ...followers] = tabs;
        await followers[0]!.page.bringToFront();
        await end(leader!.page);
        await world.sendMessage(contact, {title: 'While nobody was talking'});
        await Promise.all(followers.map((tab) => tab.sees(1, TAKEOVER)));
        await world.sendMessage(contact, {title: 'Afterwards'});
        await Promise.all(followers.map((tab) => tab.sees(2, TAKEOVER)));
        const streams = followers.reduce((sum, tab) => sum + tab.streams(), 0);
        assert.equal(streams, 1, 'one of them has taken over');
      },
    );
  }
}
