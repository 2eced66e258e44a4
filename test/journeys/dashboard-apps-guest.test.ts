/** What `app-inbox/guest` promises to apps: beside our desk, and beside one that is as the original platform is. */
import assert from 'node:assert/strict';
import {afterEach, describe, test} from 'node:test';
import type {Frame, Page} from 'playwright-core';
import {sampleContext} from '../agent/dashboard-apps/support/context.ts';
import {differences} from '../agent/dashboard-apps/support/schema.ts';
import type {Guest} from '../../src/guest/connect.ts';
import type {AppContext} from '../../src/protocol/app-context.ts';
import {contexts, useApps} from './dashboard-apps/world.ts';
import {eventually} from './support/eventually.ts';

const world = useApps();

interface AppWindow {
  guest: Guest;
  first?: AppContext | string;
  ended?: boolean;
}

/** A host with an app in its frame. */
interface Host {
  page: Page;
  app: Frame;
  /** Another contact's name from now on. */
  change: (name: string) => Promise<void>;
}

const renamed = (name: string) => sampleContext({contact: {...sampleContext().contact, name}});

const hosts: Record<string, (query?: string, allowed?: string) => Promise<Host>> = {
  async 'our desk'(query = '', allowed = world.desk) {
    const desk = await world.openDesk();
    const src = `${world.app}/guest?desk=${allowed}${query}`;
    await desk.show({name: 'Orders', src, context: sampleContext()});
    return {
      page: desk.page,
      app: await desk.find(src),
      change: (name) => desk.change({context: renamed(name)}),
    };
  },
  async 'the original platform'(query = '', allowed = world.attacker) {
    const page = await openPage(`${world.attacker}/original`);
    const src = `${world.app}/guest?desk=${allowed}${query}`;
    await page.evaluate(
      ([address, context]) =>
        (window as unknown as {show: (src: string, context: unknown) => void}).show(address, context),
      [src, sampleContext()] as const,
    );
    const app = await eventually(() => {
      const frame = page.frames().find((one) => one.url().startsWith(src));
      assert.ok(frame, src);
      return frame;
    });
    return {
      page,
      app,
      change: (name) =>
        page.evaluate(
          (context) => (window as unknown as {change: (context: unknown) => void}).change(context),
          renamed(name),
        ),
    };
  },
};

let pages: Page[] = [];
async function openPage(url: string): Promise<Page> {
  const page = await world.browser.newPage();
  pages.push(page);
  await page.goto(url);
  return page;
}
afterEach(async () => {
  for (const page of pages) await page.close();
  pages = [];
});

/** Waits until the helper is there, so that a test can call it. */
const whenConnecting = (app: Frame) => app.waitForFunction(() => 'guest' in window);

for (const [name, open] of Object.entries(hosts)) {
  describe(`the guest of ${name}`, () => {
    test('has the context as a promise and by iteration, with every attribute', async () => {
      const {app} = await open();
      await app.waitForFunction(() => (window as unknown as AppWindow).first !== undefined);
      const first = await app.evaluate(() => (window as unknown as AppWindow).first);
      const {conversation, contact, currentAgent} = first as AppContext;
      assert.deepEqual(differences({conversation, contact, currentAgent}), []);
      assert.equal((await contexts(app))[0]!.contact.name, 'Ada Lovelace');
    });

    test('gets what is new when it asks for it, and the same is not given twice', async () => {
      const {app, change} = await open();
      await eventually(async () => assert.notEqual((await contexts(app)).length, 0));
      await change('Grace');
      await app.evaluate(() => (window as unknown as AppWindow).guest.refresh());
      await eventually(async () => assert.equal((await contexts(app)).at(-1)!.contact.name, 'Grace'));
      const names = (await contexts(app)).map(({contact}) => contact.name);
      assert.deepEqual([...new Set(names)], ['Ada Lovelace', 'Grace']);
    });

    test('hears nothing of a desk whose origin it has not named', async () => {
      const {app, page} = await open('', 'https://other.example');
      await whenConnecting(app);
      await page.waitForTimeout(600);
      assert.deepEqual(await contexts(app), []);
    });

    test('hears nothing of another window, whatever origin that has', async () => {
      const {app, page} = await open();
      await eventually(async () => assert.notEqual((await contexts(app)).length, 0));
      const before = (await contexts(app)).length;
      await app.evaluate(() => {
        const forged = {event: 'appContext', data: {contact: {name: 'Forged'}}};
        window.postMessage(JSON.stringify(forged), '*');
      });
      await page.waitForTimeout(100);
      assert.equal((await contexts(app)).length, before);
    });

    test('ends when it is closed: the iteration, its listener, and what is asked of it', async () => {
      const {app, change, page} = await open();
      await eventually(async () => assert.notEqual((await contexts(app)).length, 0));
      const before = (await contexts(app)).length;
      const code = await app.evaluate(() => {
        const {guest} = window as unknown as AppWindow;
        guest.close();
        return guest.toast('Hello').then(
          () => 'done',
          (error: {code: string}) => error.code,
        );
      });
      assert.equal(code, 'closed');
      await app.waitForFunction(() => (window as unknown as AppWindow).ended === true);
      await change('Grace');
      await page.waitForTimeout(300);
      assert.equal((await contexts(app)).length, before);
    });
  });
}

describe('the guest of the original platform', () => {
  test('is told that the rest is not supported there', async () => {
    const {app} = await hosts['the original platform']!();
    await eventually(async () => assert.notEqual((await contexts(app)).length, 0));
    const codes = await app.evaluate(async () => {
      const {guest} = window as unknown as AppWindow;
      const calls = [guest.toast('Hi'), guest.resize(10), guest.openLink('https://a.example'), guest.token()];
      const ends = await Promise.allSettled(calls);
      return ends.map((end) => (end.status === 'rejected' ? (end.reason as {code: string}).code : 'done'));
    });
    assert.deepEqual(codes, ['unsupported', 'unsupported', 'unsupported', 'unsupported']);
  });
});

describe('the guest of our desk', () => {
  const open = hosts['our desk']!;

  test('is told only of the parts that it wants, and of each change', async () => {
    const {app, change, page} = await open('&parts=contact');
    await eventually(async () => {
      const last = (await contexts(app)).at(-1);
      assert.deepEqual(Object.keys(last ?? {}), ['contact']);
    });
    const before = (await contexts(app)).length;
    await page.evaluate(() => document.querySelector('agent-dashboard-app')!.setAttribute('theme', 'dark'));
    await page.waitForTimeout(300);
    assert.equal((await contexts(app)).length, before);
    await change('Grace');
    await eventually(async () => assert.equal((await contexts(app)).at(-1)!.contact.name, 'Grace'));
    await app.evaluate(() => (window as unknown as AppWindow).guest.subscribe('theme'));
    await eventually(async () =>
      assert.deepEqual((await contexts(app)).at(-1), {
        theme: {scheme: 'dark', language: 'en', direction: 'ltr'},
      }),
    );
  });

  test('makes itself as high as it says, within limits', async () => {
    const {app, page} = await open();
    await whenConnecting(app);
    const height = () =>
      page.evaluate(
        () =>
          document.querySelector('agent-dashboard-app')!.shadowRoot!.querySelector('iframe')!.clientHeight,
      );
    await page.evaluate(() => document.querySelector('agent-dashboard-app')!.setAttribute('fit', 'content'));
    for (const [asked, given] of [
      [700, 700],
      [1e6, 4000],
    ] as const) {
      await app.evaluate((pixels) => (window as unknown as AppWindow).guest.resize(pixels), asked);
      assert.equal(await height(), given);
    }
  });

  test('can do all that when it has its first context, and tells of changes no twice', async () => {
    const {app, change} = await open('&at-once');
    await app.waitForFunction(() => (window as unknown as {atOnce?: string}).atOnce !== undefined);
    assert.equal(await app.evaluate(() => (window as unknown as {atOnce: string}).atOnce), 'done');
    await change('Grace');
    await eventually(async () => assert.equal((await contexts(app)).at(-1)!.contact.name, 'Grace'));
    const all = (await contexts(app)) as (AppContext & {theme?: object})[];
    assert.ok(
      all.every(({theme}) => theme),
      'each knows the theme',
    );
    assert.equal(all.length, 2);
  });

  test('says a line of text, and wants the conversation fetched again', async () => {
    const {app, page} = await open();
    await whenConnecting(app);
    await page.evaluate(() => {
      const said: string[] = [];
      Object.assign(window, {said});
      addEventListener('app-toast', ({text, app: by}) => said.push(`${by}: ${text}`));
      addEventListener('app-refresh', () => said.push('refresh'));
    });
    await app.evaluate(async () => {
      const {guest} = window as unknown as AppWindow;
      await guest.toast('<b>Refunded</b>\n12 €');
      await guest.refresh();
    });
    const said = await page.evaluate(() => (window as unknown as {said: string[]}).said);
    assert.deepEqual(said, ['Orders: <b>Refunded</b> 12 €', 'refresh']);
  });

  test('opens a link after a click of the agent, and not by itself', async () => {
    const {app, page} = await open();
    await whenConnecting(app);
    const link = `${world.attacker}/plain?linked`;
    const openLink = (url: string) =>
      app.evaluate(
        (address) =>
          (window as unknown as AppWindow).guest.openLink(address).then(
            () => 'opened',
            (error: {code: string}) => error.code,
          ),
        url,
      );
    assert.equal(await openLink('javascript:alert(1)'), 'invalid');
    await app.evaluate((address) => {
      const button = document.body.appendChild(document.createElement('button'));
      button.textContent = 'Open';
      button.onclick = () => void (window as unknown as AppWindow).guest.openLink(address);
    }, link);
    const [popup] = await Promise.all([
      page.waitForEvent('popup'),
      page.frameLocator('agent-dashboard-app iframe').getByRole('button', {name: 'Open'}).click(),
    ]);
    await popup.waitForURL(link);
    assert.equal(await popup.evaluate(() => window.opener === null), true);
    await popup.close();
    // What drives these pages counts as a click: the browser's word for one has to be taken back.
    await page.evaluate(() => Object.defineProperty(navigator, 'userActivation', {value: {isActive: false}}));
    assert.equal(await openLink(link), 'no-activation');
  });

  test('gets a signed context for its own origin, where the desk can have one signed', async () => {
    const {app, page} = await open();
    await whenConnecting(app);
    const token = () =>
      app.evaluate(() =>
        (window as unknown as AppWindow).guest.token().catch((error: {code: string}) => error.code),
      );
    assert.equal(await token(), 'unavailable');
    await page.evaluate(() => {
      document.querySelector('agent-dashboard-app')!.getToken = (audience) =>
        Promise.resolve(`signed for ${audience}`);
    });
    assert.equal(await token(), `signed for ${world.app}`);
    await page.evaluate(() => {
      document.querySelector('agent-dashboard-app')!.getToken = () =>
        Promise.reject(new Error('secret reason'));
    });
    assert.equal(await token(), 'failed');
  });

  test('is held to so many commands a second', async () => {
    const {app} = await open();
    await whenConnecting(app);
    const codes = await app.evaluate(async () => {
      const {guest} = window as unknown as AppWindow;
      const ends = await Promise.allSettled(Array.from({length: 1000}, () => guest.toast('Hi')));
      return ends.map((end) => (end.status === 'rejected' ? (end.reason as {code: string}).code : 'done'));
    });
    const done = codes.filter((code) => code === 'done').length;
    assert.ok(done >= 50 && done <= 150, `${done} of 1000 were carried out`);
    assert.deepEqual([...new Set(codes)].sort(), ['done', 'too-many']);
  });
});
