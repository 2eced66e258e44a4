/** What a page gets from the inbox, and asks of it. */
import {strict as assert} from 'node:assert';
import type {Journey} from './harness.ts';
import {eventually} from './support/eventually.ts';
import {eS} from './support/page.ts';
import {init, script} from './support/snippet.ts';

/** Listens to all events, and keeps what it hears in `heard`. */
const LISTENER = `
  window.heard = [];
  ['ready', 'count', 'notification', 'open', 'close', 'click', 'error'].forEach(function (type) {
    eS('on', type, function (detail) {
      heard.push(type === 'count' ? 'count ' + detail.count : detail.notification ? type + ' ' + detail.notification.title : type);
    });
  });`;

export function definePageJourneys(journey: Journey): void {
  journey('the page hears what happens in the inbox', async (world) => {
    const contact = await world.createContact();
    await world.sendMessage(contact, {title: 'Hello'});
    const device = await world.newDevice(contact);
    await device.open(world.site.publish({body: world.snippet + script(LISTENER)}));
    const hears = (what: string) =>
      eventually(async () => assert.ok((await device.page.evaluate<string[]>('heard')).includes(what), what));
    await hears('ready');
    await hears('count 1');
    await device.openInbox();
    await hears('open');
    await device.seesList('Hello');

    await world.sendMessage(contact, {title: 'News'});
    await hears('notification News');
    await hears('count 2');
    await device.rows.first().locator('[part=title]').click();
    await hears('click News');
    await device.page.keyboard.press('Escape');
    await hears('close');
    const heard = await device.page.evaluate<string[]>('heard');
    assert.equal(heard.filter((what) => what === 'ready').length, 1);
    assert.equal(heard.filter((what) => what === 'notification News').length, 1);
    assert.ok(!heard.includes('error'), 'no error is told');
  });

  journey.alike(
    'a listener that comes late is told the count at once, and one that has left hears nothing',
    async (world) => {
      const contact = await world.createContact();
      await world.sendMessage(contact, {title: 'Hello'});
      const device = await world.newDevice(contact);
      await device.open(world.plainPage);
      await device.seesCount(1);
      const replayed = await device.page.evaluate(`
      window.late = []; window.left = [];
      window.leaving = function (detail) { left.push(detail.count); };
      eS('on', 'count', function (detail) { late.push(detail.count); });
      eS('on', 'count', leaving);
      eS('off', 'count', leaving);
      late.concat('left', left);`);
      assert.deepEqual(replayed, [1, 'left', 1]);

      await world.sendMessage(contact, {title: 'News'});
      await device.seesCount(2);
      assert.deepEqual(await device.page.evaluate('late.concat("left", left)'), [1, 2, 'left', 1]);
    },
  );

  journey.alike('commands that do not exist are told and change nothing', async (world) => {
    const device = await world.newDevice(await world.createContact());
    device.expects(/eS\("dance"\) is no command/);
    await device.open(world.plainPage);
    await device.seesCount(0);
    await eS(device.page, 'dance');
    await device.openInbox();
    await device.inbox.getByText('You’re all caught up').waitFor();
  });

  journey('the bell moves to its place when the page has made it', async (world) => {
    const contact = await world.createContact();
    await world.sendMessage(contact, {title: 'Hello'});
    const device = await world.newDevice(contact);
    device.expects(/placement: nothing matches "#account" yet, so the bell floats/);
    const body = world.stub + init({placement: {selector: '#account', position: 'afterbegin'}});
    await device.open(world.site.publish({body}));
    await device.seesCount(1);
    await eventually(async () =>
      assert.equal(await device.page.locator('body > app-inbox-bell[data-corner]').count(), 1),
    );
    await device.page.evaluate(`
      var nav = document.createElement('nav');
      nav.id = 'account';
      nav.append('My account');
      document.body.prepend(nav);`);
    await device.page.locator('#account > app-inbox-bell:first-child:not([data-corner])').waitFor();
    assert.equal(await device.page.locator('app-inbox-bell').count(), 1);
    await device.seesCount(1);
    await device.openInbox();
  });

  journey.alike('the language changes while the page is open', async (world) => {
    const contact = await world.createContact();
    await world.sendMessage(contact, {title: 'Hello', translations: {uk: {title: 'Привіт'}}});
    const device = await world.newDevice(contact);
    await device.open(world.plainPage);
    await device.openInbox();
    await device.page.getByRole('button', {name: 'Mark all as read'}).waitFor();
    await eS(device.page, 'setLanguage', 'uk');
    await device.page.getByRole('dialog', {name: 'Сповіщення'}).waitFor();
    await device.page.getByRole('button', {name: 'Сповіщення, 1 непрочитане'}).waitFor();
    await eS(device.page, 'setLanguage', 'en');
    await device.page.getByRole('dialog', {name: 'Notifications'}).waitFor();
  });

  journey.alike(
    'a language that nobody has words for falls back to the page’s own, with a warning',
    async (world) => {
      const device = await world.newDevice(await world.createContact());
      device.expects(/language "tlh".*"sv"/);
      const body = world.stub + init({language: 'tlh'});
      await device.open(world.site.publish({body, root: ' lang="sv"'}));
      await device.page.getByRole('button', {name: 'Aviseringar'}).waitFor();
    },
  );
}
