/** A dashboard app in the desk, over two origins in a real browser: what it is told, when, and what it can do. */
import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import {sampleContext} from '../agent/dashboard-apps/support/context.ts';
import {differences} from '../agent/dashboard-apps/support/schema.ts';
import {contexts, received, useApps} from './dashboard-apps/world.ts';
import {eventually} from './support/eventually.ts';

const world = useApps();

describe('an app that only listens', () => {
  test('gets the whole payload when it has loaded', async () => {
    const desk = await world.openDesk();
    await desk.show({name: 'Orders', src: `${world.app}/plain`, context: sampleContext()});
    const app = await desk.find(world.app);
    const [message] = await eventually(async () => {
      const all = await received(app);
      assert.equal(all.length, 1);
      return all;
    });
    assert.equal(message!.event, 'appContext');
    assert.deepEqual(differences(message!.data), []);
    assert.deepEqual(message!.data, JSON.parse(JSON.stringify(sampleContext())));
  });

  test('is answered at once, in each form in which apps ask', async () => {
    const desk = await world.openDesk();
    await desk.show({src: `${world.app}/plain`, context: sampleContext(), aliases: ['ours:get']});
    const app = await desk.find(world.app);
    await eventually(async () => assert.equal((await received(app)).length, 1));
    const forms = [
      'chatwoot-dashboard-app:fetch-info',
      '"chatwoot-dashboard-app:fetch-info"',
      '{"event":"chatwoot-dashboard-app:fetch-info"}',
      'ours:get',
      '{"event":"ours:get"}',
    ];
    for (const [index, form] of forms.entries()) {
      await app.evaluate((text) => window.parent.postMessage(text, '*'), form);
      await eventually(async () => assert.equal((await received(app)).length, index + 2, form));
    }
  });

  test('hears of every change, once for those that come together', async () => {
    const desk = await world.openDesk();
    const context = sampleContext();
    await desk.show({src: `${world.app}/plain`, context});
    const app = await desk.find(world.app);
    await eventually(async () => assert.equal((await received(app)).length, 1));
    const {contact} = context;
    for (let n = 1; n <= 20; n++)
      await desk.change({context: sampleContext({contact: {...contact, name: `Ada ${n}`}})});
    await eventually(async () => assert.equal((await received(app)).at(-1)!.data.contact.name, 'Ada 20'));
    const count = (await received(app)).length;
    assert.ok(count < 10, `${count} messages for 20 changes`);
    await desk.change({theme: 'dark'});
    await eventually(async () => assert.equal((await received(app)).length, count + 1));
  });

  test('begins anew with another conversation', async () => {
    const desk = await world.openDesk();
    await desk.show({src: `${world.app}/plain?c={{conversation.id}}`, context: sampleContext({}, 41)});
    const first = await desk.find(`${world.app}/plain?c=41`);
    await eventually(async () => assert.equal((await received(first)).length, 1));
    await desk.change({context: sampleContext({}, 42)});
    const second = await desk.find(`${world.app}/plain?c=42`);
    await eventually(async () =>
      assert.deepEqual(
        (await received(second)).map(({data}) => data.conversation.id),
        [42],
      ),
    );
    assert.ok(first.isDetached(), 'the first frame is gone');
  });

  test('that asks gets its own answer, and the app beside it none', async () => {
    const desk = await world.openDesk();
    await desk.show({src: `${world.app}/plain?one`, context: sampleContext()}, 'one');
    await desk.show({src: `${world.app}/plain?two`, context: sampleContext()}, 'two');
    const [one, two] = [await desk.find(`${world.app}/plain?one`), await desk.find(`${world.app}/plain?two`)];
    for (const app of [one, two]) await eventually(async () => assert.equal((await received(app)).length, 1));
    await one.evaluate(() => window.parent.postMessage('chatwoot-dashboard-app:fetch-info', '*'));
    await eventually(async () => assert.equal((await received(one)).length, 2));
    assert.equal((await received(two)).length, 1);
  });
});

describe('an app that uses the helper', () => {
  test('gets the context, the desk’s looks, and each change', async () => {
    const desk = await world.openDesk();
    const context = sampleContext();
    await desk.show({src: `${world.app}/guest?desk=${world.desk}`, context, theme: 'dark'});
    const app = await desk.find(world.app);
    const [first] = await eventually(async () => {
      const all = await contexts(app);
      assert.notEqual(all.length, 0);
      return all;
    });
    const {theme, ...payload} = first as typeof first & {theme?: object};
    assert.deepEqual(differences(payload), []);
    assert.deepEqual(theme, {scheme: 'dark', language: 'en', direction: 'ltr'});
    await desk.change({context: sampleContext({contact: {...context.contact, name: 'Grace'}})});
    await eventually(async () => assert.equal((await contexts(app)).at(-1)!.contact.name, 'Grace'));
  });
});

describe('an app whose server does not answer', () => {
  test('is said to be out of reach, and tried again when that is wanted', async () => {
    const desk = await world.openDesk('/?probe');
    // Nothing may listen there: port 1 is of a service that nobody has run for decades.
    await desk.show({name: 'Orders', src: 'http://127.0.0.1:1/', context: sampleContext()});
    const heading = desk.page.getByRole('heading', {name: 'Orders can’t be reached'});
    await heading.waitFor();
    assert.deepEqual(await desk.errors(), ['unreachable']);
    await desk.change({src: `${world.app}/plain`});
    await heading.waitFor({state: 'detached'});
    const app = await desk.find(`${world.app}/plain`);
    await eventually(async () => assert.equal((await received(app)).length, 1));
  });

  test('is left alone where the desk’s own policy forbids to ask', async () => {
    const desk = await world.openDesk();
    await desk.show({src: `${world.app}/plain`, context: sampleContext()});
    const app = await desk.find(world.app);
    await eventually(async () => assert.equal((await received(app)).length, 1));
    await desk.page.waitForTimeout(400);
    assert.deepEqual(await desk.errors(), []);
  });
});
