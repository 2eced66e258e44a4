/** A team's dashboard apps as tabs beside a conversation, and as sections of the panel. */
import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import type {DashboardApp} from '../../src/protocol/dashboard-app.ts';
import {sampleContext} from '../agent/dashboard-apps/support/context.ts';
import {received, useApps, type Desk} from './dashboard-apps/world.ts';
import {eventually} from './support/eventually.ts';
import {isFocused} from './support/page.ts';

const world = useApps();

const app = (id: string, more: Partial<DashboardApp> = {}): DashboardApp => ({
  id,
  name: `App ${id}`,
  url: `${world.app}/plain?id=${id}`,
  placement: 'tab',
  inboxIds: null,
  origins: [],
  aliases: [],
  sandbox: 'allow-scripts allow-same-origin',
  allow: '',
  referrerPolicy: 'no-referrer',
  ...more,
});
const five = () => ['1', '2', '3', '4', '5'].map((id) => app(id));

const tab = (desk: Desk, name: string) => desk.page.getByRole('tab', {name, exact: true});
const urls = (desk: Desk) =>
  desk.page
    .frames()
    .slice(1)
    .map((frame) => new URL(frame.url()).searchParams.get('id'));

describe('the tabs', () => {
  test('begin with the conversation, and load an app when it is first opened', async () => {
    const desk = await world.openDesk();
    await desk.showAll({apps: five().slice(0, 2), context: sampleContext()});
    await tab(desk, 'Messages').waitFor();
    assert.ok(await desk.page.getByText('A conversation').isVisible(), 'the conversation is shown');
    assert.deepEqual(urls(desk), []);
    await tab(desk, 'App 2').click();
    await desk.find(`${world.app}/plain?id=2`);
    assert.deepEqual(urls(desk), ['2']);
    assert.ok(!(await desk.page.getByText('A conversation').isVisible()), 'the conversation is hidden');
  });

  test('keep an app as it is while another is looked at', async () => {
    const desk = await world.openDesk();
    await desk.showAll({apps: five().slice(0, 2), context: sampleContext()});
    await tab(desk, 'App 1').click();
    const first = await desk.find(`${world.app}/plain?id=1`);
    await eventually(async () => assert.equal((await received(first)).length, 1));
    await first.evaluate(() => Object.assign(window, {typed: 'half a sentence'}) && undefined);
    await tab(desk, 'App 2').click();
    await desk.find(`${world.app}/plain?id=2`);
    await desk.changeAll({apps: five().slice(0, 3)});
    await tab(desk, 'Messages').click();
    await tab(desk, 'App 1').click();
    assert.ok(!first.isDetached(), 'the first frame stays');
    assert.equal(await first.evaluate(() => (window as unknown as {typed: string}).typed), 'half a sentence');
  });

  test('begin anew with another conversation: the open app is loaded again, the others are not', async () => {
    const desk = await world.openDesk();
    await desk.showAll({apps: five().slice(0, 2), context: sampleContext({}, 41)});
    await tab(desk, 'App 1').click();
    const first = await desk.find(`${world.app}/plain?id=1`);
    await tab(desk, 'App 2').click();
    const second = await desk.find(`${world.app}/plain?id=2`);
    await eventually(async () => assert.equal((await received(second)).length, 1));
    await desk.changeAll({context: sampleContext({}, 42)});
    await eventually(() => assert.ok(first.isDetached() && second.isDetached(), 'Both are gone'));
    const again = await desk.find(`${world.app}/plain?id=2`);
    await eventually(async () => assert.equal((await received(again))[0]!.data.conversation.id, 42));
    assert.deepEqual(urls(desk), ['2']);
  });

  test('show the apps of the inbox, and none of another', async () => {
    const desk = await world.openDesk();
    const apps = [app('everywhere'), app('here', {inboxIds: ['a']}), app('there', {inboxIds: ['b']})];
    await desk.showAll({apps, context: sampleContext(), inbox: {id: 'a'}});
    const names = () => desk.page.getByRole('tab').allInnerTexts();
    await eventually(async () => assert.deepEqual(await names(), ['Messages', 'App everywhere', 'App here']));
    await desk.changeAll({inbox: {id: 'b'}});
    await eventually(async () =>
      assert.deepEqual(await names(), ['Messages', 'App everywhere', 'App there']),
    );
    await desk.changeAll({apps: []});
    await eventually(async () => assert.deepEqual(await names(), []));
    assert.ok(await desk.page.getByText('A conversation').isVisible(), 'the conversation is shown');
  });

  test('are walked along with the arrow keys, and opened with Enter', async () => {
    const desk = await world.openDesk();
    await desk.showAll({apps: five().slice(0, 3), context: sampleContext()});
    await tab(desk, 'Messages').focus();
    const walk: [string, string][] = [
      ['ArrowRight', 'App 1'],
      ['ArrowRight', 'App 2'],
      ['ArrowLeft', 'App 1'],
      ['End', 'App 3'],
      ['ArrowRight', 'Messages'],
      ['ArrowLeft', 'App 3'],
      ['Home', 'Messages'],
      ['ArrowRight', 'App 1'],
    ];
    for (const [key, name] of walk) {
      await desk.page.keyboard.press(key);
      await eventually(async () => assert.ok(await isFocused(tab(desk, name)), `${key} leads to ${name}`));
    }
    assert.deepEqual(urls(desk), []);
    await desk.page.keyboard.press('Enter');
    await desk.find(`${world.app}/plain?id=1`);
    assert.equal(await tab(desk, 'App 1').getAttribute('aria-selected'), 'true');
    await desk.page.evaluate(() => (document.documentElement.dir = 'rtl'));
    await tab(desk, 'App 1').focus();
    await desk.page.keyboard.press('ArrowLeft');
    await eventually(async () =>
      assert.ok(await isFocused(tab(desk, 'App 2')), 'to the left, right to left'),
    );
  });

  test('that find no room are in a menu, and come into the row when they are chosen', async () => {
    const desk = await world.openDesk();
    await desk.showAll({apps: five(), context: sampleContext()}, 320);
    const names = () => desk.page.getByRole('tab').allInnerTexts();
    const more = desk.page.getByRole('button', {name: 'More apps'});
    await more.waitFor();
    assert.deepEqual(await names(), ['Messages', 'App 1', 'App 2']);
    await more.focus();
    await desk.page.keyboard.press('ArrowDown');
    const item = (name: string) => desk.page.getByRole('menuitemradio', {name});
    await eventually(async () => assert.ok(await isFocused(item('App 3')), 'App 3'));
    await desk.page.keyboard.press('ArrowUp');
    await eventually(async () => assert.ok(await isFocused(item('App 5')), 'App 5'));
    await desk.page.keyboard.press('Escape');
    await eventually(async () => assert.ok(await isFocused(more), 'More'));
    await more.click();
    await item('App 4').click();
    await desk.find(`${world.app}/plain?id=4`);
    await eventually(async () => assert.ok(await isFocused(tab(desk, 'App 4')), 'App 4'));
    assert.deepEqual(await names(), ['Messages', 'App 1', 'App 4']);
    const box = (await desk.page.locator('agent-dashboard-apps').boundingBox())!;
    assert.ok(
      (await desk.page.evaluate(() => document.documentElement.scrollWidth)) <= 1280,
      'nothing sticks out',
    );
    assert.equal(box.width, 320);
  });
});

describe('the panel', () => {
  test('holds the apps that are meant for it, folded, and keeps those that were opened', async () => {
    const desk = await world.openDesk();
    const apps = [app('a', {placement: 'panel'}), app('b', {placement: 'panel'}), app('tab')];
    await desk.showAll({apps, context: sampleContext(), placement: 'panel'}, 340);
    const head = (name: string) => desk.page.getByRole('button', {name});
    await head('App a').waitFor();
    assert.equal(await head('App tab').count(), 0);
    assert.deepEqual(urls(desk), []);
    await head('App a').click();
    const frame = await desk.find(`${world.app}/plain?id=a`);
    await head('App a').click();
    assert.equal(await head('App a').getAttribute('aria-expanded'), 'false');
    await head('App b').click();
    await desk.find(`${world.app}/plain?id=b`);
    await head('App a').click();
    assert.ok(!frame.isDetached(), 'the frame stays');
    assert.deepEqual(urls(desk).sort(), ['a', 'b']);
  });
});
