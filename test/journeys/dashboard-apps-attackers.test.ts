/** Who is not the app gets no byte of the context, however they ask: in a real browser, with real origins. */
import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import type {Frame, Page} from 'playwright-core';
import {sampleContext, SECRET} from '../agent/dashboard-apps/support/context.ts';
import {contexts, received, spied, useApps, type Desk} from './dashboard-apps/world.ts';
import {eventually} from './support/eventually.ts';

const world = useApps();

/** Long enough for everything that is under way in the browser to arrive. */
const SETTLED = 400;
const settle = (page: Page) =>
  page.evaluate((time) => new Promise((done) => setTimeout(done, time)), SETTLED);

/** The app that is meant to be told, beside the attacker. */
async function showApp(desk: Desk): Promise<Frame> {
  await desk.show({name: 'Orders', src: `${world.app}/plain?real`, context: sampleContext()});
  const app = await desk.find(`${world.app}/plain?real`);
  await eventually(async () => assert.equal((await received(app)).length, 1));
  return app;
}

/** Everything happens that makes the desk speak: a question of the app, and a change. */
async function provoke(desk: Desk, id = 'app'): Promise<void> {
  const {contact} = sampleContext();
  await desk.change({context: sampleContext({contact: {...contact, name: 'Somebody else'}})}, id);
  await settle(desk.page);
}

/** It has tried, it can hear, and it has heard nothing but itself. */
async function assertIgnorant(spy: Frame | Page): Promise<void> {
  const {heard, asked} = await spied(spy);
  assert.ok(asked > 0, 'The attacker has asked');
  const [canary, ...others] = heard.filter(
    (text) => !text.includes('chatwoot') && !text.includes('app-inbox:connect'),
  );
  assert.equal(canary, '"canary"', 'The attacker can hear');
  assert.deepEqual(others, []);
  assert.ok(
    !heard.some((text) => text.includes(SECRET) || text.includes('appContext')),
    'nothing of the context is heard',
  );
}

describe('no byte of context goes to', () => {
  test('a sibling frame of another origin', async () => {
    const desk = await world.openDesk();
    await showApp(desk);
    await desk.frame(`${world.attacker}/spy`);
    const spy = await desk.find(`${world.attacker}/spy`);
    await spy.evaluate(() => (window as unknown as {ask(): void}).ask());
    await provoke(desk);
    await assertIgnorant(spy);
  });

  test('another frame of the app’s own origin', async () => {
    const desk = await world.openDesk();
    await showApp(desk);
    await desk.frame(`${world.app}/spy`);
    const spy = await desk.find(`${world.app}/spy`);
    await spy.evaluate(() => (window as unknown as {ask(): void}).ask());
    await provoke(desk);
    await assertIgnorant(spy);
  });

  test('another frame of the desk’s own origin', async () => {
    const desk = await world.openDesk();
    await showApp(desk);
    await desk.frame('about:blank');
    // Browsers differ in what they say an empty frame's address is.
    const spy = await eventually(() => {
      const frame = desk.page.frames().find((one) => one.parentFrame() && !one.url().startsWith('http'));
      assert.ok(frame, 'The empty frame is there');
      return frame;
    });
    await spy.evaluate(() => {
      const heard: string[] = [];
      addEventListener('message', ({data}) => heard.push(JSON.stringify(data)));
      postMessage('canary', '*');
      // Run in that window, so that the message is its own.
      const post = new (window as unknown as {Function: new (code: string) => () => void}).Function(
        `parent.postMessage('chatwoot-dashboard-app:fetch-info', '*');
         parent.postMessage({type: 'app-inbox:connect', nonce: '${'a'.repeat(20)}'}, '*');`,
      );
      post();
      Object.assign(window, {heard, asked: 1});
    });
    assert.equal(await spy.evaluate(() => window.origin), world.desk);
    await provoke(desk);
    await assertIgnorant(spy);
  });

  test('the page that has opened the desk', async () => {
    const page = await (await world.browser.newContext()).newPage();
    await page.goto(`${world.attacker}/spy`);
    const [popup] = await Promise.all([
      page.waitForEvent('popup'),
      page.evaluate((url) => Object.assign(window, {victim: window.open(url)}) && undefined, world.desk),
    ]);
    await popup.waitForFunction(() => customElements.get('agent-dashboard-app') !== undefined);
    await popup.evaluate(
      ([src, context]) => {
        const app = document.createElement('agent-dashboard-app');
        Object.assign(app, {src, context, id: 'app'});
        document.body.append(app);
      },
      [`${world.app}/plain`, sampleContext()] as const,
    );
    await eventually(async () => {
      const app = popup.frames().find((frame) => frame.url().startsWith(world.app))!;
      assert.equal((await received(app)).length, 1);
    });
    await page.evaluate(() => {
      const {victim} = window as unknown as {victim: Window};
      const {ask} = window as unknown as {ask: () => void};
      for (const message of [
        'chatwoot-dashboard-app:fetch-info',
        {type: 'app-inbox:connect', nonce: 'a'.repeat(20)},
      ])
        victim.postMessage(message, '*');
      Object.assign(window, {asked: 1});
      ask();
    });
    await settle(popup);
    await assertIgnorant(page);
    await page.context().close();
  });

  test('a page that the desk’s page has opened', async () => {
    const desk = await world.openDesk();
    await showApp(desk);
    const [popup] = await Promise.all([
      desk.page.waitForEvent('popup'),
      desk.page.evaluate((url) => void window.open(url), `${world.attacker}/spy`),
    ]);
    await popup.waitForLoadState();
    await popup.evaluate(() => (window as unknown as {ask(): void}).ask());
    await provoke(desk);
    await assertIgnorant(popup);
  });

  test('an origin to which the app’s server redirects', async () => {
    const desk = await world.openDesk();
    const to = `${world.attacker}/spy`;
    await desk.show({src: `${world.app}/redirect?to=${to}`, context: sampleContext()});
    const spy = await desk.find(to);
    await spy.evaluate(() => (window as unknown as {ask(): void}).ask());
    await provoke(desk);
    await assertIgnorant(spy);
    assert.deepEqual(await desk.errors(), ['moved']);
    await desk.page.getByText(`moved to ${world.attacker}`).first().waitFor();
  });

  test('an origin to which the app’s page goes later', async () => {
    const desk = await world.openDesk();
    const app = await showApp(desk);
    await app.evaluate((url) => void (location.href = url), `${world.attacker}/spy`).catch(() => {});
    const spy = await desk.find(`${world.attacker}/spy`);
    await spy.evaluate(() => (window as unknown as {ask(): void}).ask());
    await provoke(desk);
    await assertIgnorant(spy);
  });

  test('an origin in the place of an app that was connected', async () => {
    const desk = await world.openDesk();
    await desk.show({src: `${world.app}/guest?desk=${world.desk}`, context: sampleContext()});
    const app = await desk.find(world.app);
    await eventually(async () => assert.notEqual((await contexts(app)).length, 0));
    await app.evaluate((url) => void (location.href = url), `${world.attacker}/spy`).catch(() => {});
    const spy = await desk.find(`${world.attacker}/spy`);
    await spy.evaluate(() => (window as unknown as {ask(): void}).ask());
    await provoke(desk);
    await assertIgnorant(spy);
  });

  test('a page without an origin, in the app’s own frame', async () => {
    const desk = await world.openDesk();
    await desk.show({src: `${world.app}/spy`, sandbox: 'allow-scripts', context: sampleContext()});
    const spy = await desk.find(`${world.app}/spy`);
    assert.equal(await spy.evaluate(() => window.origin), 'null');
    await spy.evaluate(() => (window as unknown as {ask(): void}).ask());
    await provoke(desk);
    await assertIgnorant(spy);
  });

  test('a page without an origin beside the app', async () => {
    const desk = await world.openDesk();
    await showApp(desk);
    await desk.frame(`${world.app}/spy`, 'allow-scripts');
    const spy = await desk.find(`${world.app}/spy`);
    await spy.evaluate(() => (window as unknown as {ask(): void}).ask());
    await provoke(desk);
    await assertIgnorant(spy);
  });

  test('a frame inside of the app', async () => {
    const desk = await world.openDesk();
    await desk.show({src: `${world.app}/nests?inner=${world.attacker}/spy`, context: sampleContext()});
    const app = await desk.find(`${world.app}/nests`);
    // It hears what its inner frame asks of it as well.
    await eventually(async () =>
      assert.ok(
        (await received(app)).some((message) => message?.event === 'appContext'),
        'The app is told',
      ),
    );
    const spy = await desk.find(`${world.attacker}/spy`);
    await spy.evaluate(() => (window as unknown as {ask(): void}).ask());
    await provoke(desk);
    await assertIgnorant(spy);
  });

  test('whoever repeats the nonce of a handshake, the app’s own page included', async () => {
    const desk = await world.openDesk();
    await desk.page.evaluate(() => {
      const nonces: string[] = [];
      Object.assign(window, {nonces});
      addEventListener('message', ({data}: MessageEvent<{nonce?: string}>) => {
        if (data?.nonce) nonces.push(data.nonce);
      });
    });
    await desk.show({src: `${world.app}/guest?desk=${world.desk}`, context: sampleContext()});
    const app = await desk.find(world.app);
    await eventually(async () => assert.notEqual((await contexts(app)).length, 0));
    const [nonce] = await desk.page.evaluate(() => (window as unknown as {nonces: string[]}).nonces);
    assert.ok(nonce, 'The handshake has been seen');
    await desk.frame(`${world.app}/spy`);
    const spy = await desk.find(`${world.app}/spy`);
    await spy.evaluate((stolen) => {
      Object.assign(window, {stolen});
      (window as unknown as {ask(): void}).ask();
    }, nonce);
    const ports = app.evaluate(
      (repeated) =>
        new Promise<number>((resolve) => {
          let count = 0;
          addEventListener('message', (event) => (count += event.ports.length));
          window.parent.postMessage({type: 'app-inbox:connect', nonce: repeated}, '*');
          setTimeout(() => resolve(count), 300);
        }),
      nonce,
    );
    await provoke(desk);
    assert.equal(await ports, 0);
    await assertIgnorant(spy);
  });

  test('who holds a port without knowing its challenge', async () => {
    const desk = await world.openDesk();
    await desk.show({src: `${world.app}/plain`, context: sampleContext()});
    const app = await desk.find(world.app);
    await eventually(async () => assert.equal((await received(app)).length, 1));
    const said = app.evaluate(
      () =>
        new Promise<unknown[]>((resolve) => {
          const said: unknown[] = [];
          addEventListener('message', ({ports: [port]}) => {
            if (!port) return;
            port.onmessage = ({data}) => said.push(data);
            port.postMessage({type: 'ready', challenge: 'a guess'});
            port.postMessage({type: 'subscribe', parts: ['contact']});
            port.postMessage({type: 'command', id: 1, name: 'token'});
            setTimeout(() => resolve(said), 500);
          });
          window.parent.postMessage({type: 'app-inbox:connect', nonce: 'b'.repeat(20)}, '*');
        }),
    );
    await provoke(desk);
    assert.deepEqual(await said, []);
  });

  test('a stranger who asks a thousand times a second, and the app is still answered', async () => {
    const desk = await world.openDesk();
    const app = await showApp(desk);
    await desk.frame(`${world.attacker}/spy`);
    const spy = await desk.find(`${world.attacker}/spy`);
    await spy.evaluate(async () => {
      const {ask} = window as unknown as {ask: (times: number) => void};
      for (let i = 0; i < 10; i++) {
        ask(100);
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    });
    assert.ok((await spied(spy)).asked >= 1000, 'it has asked often');
    const before = (await received(app)).length;
    await app.evaluate(() => window.parent.postMessage('chatwoot-dashboard-app:fetch-info', '*'));
    await eventually(async () => assert.equal((await received(app)).length, before + 1));
    await provoke(desk);
    await assertIgnorant(spy);
  });
});

describe('an app that asks a thousand times', () => {
  test('gets few answers, and the desk goes on', async () => {
    const desk = await world.openDesk();
    const app = await showApp(desk);
    await app.evaluate(async () => {
      for (let i = 0; i < 1000; i++) window.parent.postMessage('chatwoot-dashboard-app:fetch-info', '*');
      await new Promise((resolve) => setTimeout(resolve, 1000));
    });
    const count = (await received(app)).length;
    assert.ok(count >= 2 && count <= 10, `${count} answers`);
  });
});

describe('an app at the desk’s own origin', () => {
  test('is refused', async () => {
    const desk = await world.openDesk();
    await desk.show({name: 'Inner', src: `${world.desk}/plain`, context: sampleContext()});
    await desk.page.getByRole('heading', {name: 'Inner can’t be shown'}).waitFor();
    assert.deepEqual(await desk.errors(), ['own-origin']);
    assert.equal(desk.page.frames().length, 1);
  });

  test('is shown without that origin, and told nothing', async () => {
    const desk = await world.openDesk();
    await desk.show({src: `${world.desk}/plain`, sandbox: 'allow-scripts', context: sampleContext()});
    const app = await desk.find(`${world.desk}/plain`);
    assert.equal(await app.evaluate(() => window.origin), 'null');
    assert.deepEqual(await desk.errors(), []);
  });
});
