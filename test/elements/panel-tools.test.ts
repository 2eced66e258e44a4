import {expect, waitUntil} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import type {ContentOptions} from '../../src/protocol/configuration.ts';
import {FakeInbox, makeNotification} from './fake-inbox.ts';
import {openPanel} from './open-panel.ts';

const three = () => FakeInbox.with([0, 1, 2].map((index) => makeNotification(index)));
const acts = (inbox: FakeInbox) =>
  inbox.calledWith('act').map(([act]) => {
    const {type, ids} = act as {type: string; ids?: string[]};
    return [type, ids?.join() ?? 'all'];
  });

describe('<app-inbox-panel> and what can be done in it', () => {
  before(() => setViewport({width: 1000, height: 800}));
  beforeEach(() => localStorage.removeItem('app-inbox:single-keys'));

  describe('its views', () => {
    it('shows what is unread, and keeps a row there that is read meanwhile', async () => {
      const inbox = FakeInbox.with([
        makeNotification(0, {readAt: 1}),
        makeNotification(1),
        makeNotification(2),
      ]);
      const {panel, press, titles} = await openPanel(inbox);
      await press('Unread', '[role=tab]');
      expect(titles()).to.deep.equal(['Notification 1', 'Notification 2']);
      await inbox.markRead('n1');
      await panel.updateComplete;
      expect(titles()).to.deep.equal(['Notification 1', 'Notification 2']);
      await press('Inbox', '[role=tab]');
      await press('Unread', '[role=tab]');
      expect(titles()).to.deep.equal(['Notification 2']);
    });

    it('asks for the archive when it is first looked at, and shows it when it is there', async () => {
      const inbox = three();
      const {panel, press, titles, root} = await openPanel(inbox);
      await press('Archived', '[role=tab]');
      expect(inbox.calledWith('loadView')).to.deep.equal([['archived']]);
      expect(root.querySelector('.skeleton')).not.to.equal(null);
      const notifications = [makeNotification(9, {archivedAt: 5})];
      inbox.patch({views: {archived: {list: 'ready', notifications, hasMore: false}}});
      await panel.updateComplete;
      expect(titles()).to.deep.equal(['Notification 9']);
      inbox.patch({views: {archived: {list: 'ready', notifications: [], hasMore: false}}});
      await waitUntil(() => root.textContent.includes('Nothing archived'), 'the empty archive');
    });

    it('has tabs that the arrows choose, and one of them in the order of the tab key', async () => {
      const {root, key} = await openPanel(three());
      const tabs = [...root.querySelectorAll<HTMLElement>('[role=tab]')];
      tabs[0]!.focus();
      await key('ArrowRight');
      expect((root.activeElement as HTMLElement).id).to.equal('tab-unread');
      expect(tabs.map((tab) => tab.getAttribute('aria-selected'))).to.deep.equal([
        'false',
        'true',
        'false',
        'false',
      ]);
      await key('End');
      expect(tabs.map((tab) => tab.tabIndex)).to.deep.equal([-1, -1, -1, 0]);
    });

    it('shows a tab whole that was cut off, when it is chosen', async () => {
      const {root, press} = await openPanel(three());
      const tabs = root.querySelector<HTMLElement>('[role=tablist]')!;
      tabs.style.maxWidth = '150px';
      const end = (element: Element) => element.getBoundingClientRect().right;
      const tab = root.querySelector('#tab-snoozed')!;
      expect(end(tab)).to.be.above(end(tabs) + 4);
      await press('Snoozed', '[role=tab]');
      // A list scrolls by whole pixels, and the panel may still be growing.
      expect(end(tab)).to.be.at.most(end(tabs) + 4);
    });

    it('offers no more than the platform can do', async () => {
      const inbox = three();
      inbox.capabilities = [];
      const {root, rows, key} = await openPanel(inbox);
      expect([...root.querySelectorAll('[role=tab]')].map(({id}) => id)).to.deep.equal([
        'tab-inbox',
        'tab-unread',
      ]);
      expect(root.querySelector('[slot=tools]')).to.equal(null);
      rows()[0]!.focus();
      await key('e');
      expect(inbox.calledWith('act')).to.deep.equal([]);
    });

    it('finds words in title and text, whatever their case and accents', async () => {
      const inbox = FakeInbox.with([
        makeNotification(0, {title: 'Café crème', content: 'Your <b>order</b> is ready'}),
        makeNotification(1),
      ]);
      const {root, panel, press, titles, key} = await openPanel(inbox);
      await press('Search');
      const field = root.querySelector<HTMLInputElement>('[type=search]')!;
      await waitUntil(() => root.activeElement === field, 'focus in the field');
      field.value = 'ORDER cafe';
      field.dispatchEvent(new Event('input', {bubbles: true}));
      await panel.updateComplete;
      expect(titles()).to.deep.equal(['Café crème']);
      expect(root.querySelector('.found')!.textContent).to.equal('1 result');
      field.value = 'b>';
      field.dispatchEvent(new Event('input', {bubbles: true}));
      await waitUntil(() => root.textContent.includes('Nothing found for “\u2068b>\u2069”'), 'no result');
      root.querySelector<HTMLElement>('.message .button')!.click();
      await waitUntil(() => titles().length === 2, 'the list again');
      await press('Search');
      expect((await key('Escape')).defaultPrevented).to.equal(true);
      expect(panel.open).to.equal(true);
      expect(titles()).to.have.length(2);
    });

    it('stays as high while one searches as it was before, and only as long', async () => {
      const inbox = FakeInbox.with(Array.from({length: 6}, (_, index) => makeNotification(index)));
      const {panel, root, press} = await openPanel(inbox);
      const height = () => root.querySelector<HTMLElement>('.panel')!.offsetHeight;
      const before = height();
      const search = async (text: string) => {
        const field = root.querySelector<HTMLInputElement>('[type=search]')!;
        field.value = text;
        field.dispatchEvent(new Event('input'));
        await panel.updateComplete;
      };
      await press('Search');
      await search('Notification 3');
      expect([root.querySelectorAll('app-inbox-notification').length, height()]).to.deep.equal([1, before]);
      inbox.patch({notifications: inbox.state.notifications.slice(0, 2)});
      await press('Clear search');
      expect(height()).to.be.below(before);
      await press('Search');
      await search('1');
      panel.open = false;
      await panel.updateComplete;
      inbox.patch({notifications: inbox.state.notifications.slice(0, 1)});
      const low = height();
      panel.open = true;
      await panel.updateComplete;
      expect(height()).to.be.at.most(low);
      expect(root.querySelector<HTMLElement>('.panel')!.style.minHeight).to.equal('');
    });

    it('narrows to a category once it may move the rows', async () => {
      const inbox = FakeInbox.with([
        makeNotification(0, {category: 'Orders'}),
        makeNotification(1, {category: 'Offers'}),
        makeNotification(2),
      ]);
      const {panel, root, press, titles} = await openPanel(inbox);
      expect(root.querySelector('.chips')).to.equal(null);
      panel.open = false;
      await panel.updateComplete;
      panel.open = true;
      await panel.updateComplete;
      await press('Offers', '.chip');
      expect(titles()).to.deep.equal(['Notification 1']);
      await press('All', '.chip');
      expect(titles()).to.have.length(3);
    });
  });

  it('has the site’s categories: in its order, in the language, without the hidden ones, and then the others', async () => {
    const inbox = FakeInbox.with(
      ['news', 'orders', 'zebra', 'spam', 'apples'].map((category, index) =>
        makeNotification(index, {category}),
      ),
    );
    const site: ContentOptions = {
      categories: [
        {id: 'orders', names: {en: 'Orders', de: 'Bestellungen'}},
        {id: 'spam', hidden: true},
        {id: 'empty', names: {en: 'Empty'}},
      ],
    };
    const {panel, root, press, titles} = await openPanel(inbox, {site});
    panel.open = false;
    await panel.updateComplete;
    panel.open = true;
    await panel.updateComplete;
    const chips = () => [...root.querySelectorAll('.chip')].map(({textContent}) => textContent.trim());
    expect(chips()).to.deep.equal(['All', 'Orders', 'Empty', 'apples', 'news', 'zebra']);
    await press('Orders', '.chip');
    expect(titles()).to.deep.equal(['Notification 1']);
    await press('Empty', '.chip');
    expect(titles()).to.deep.equal([]);
    panel.language = 'de';
    await waitUntil(() => chips()[1] === 'Bestellungen', 'the German name', {timeout: 8000});
    expect(chips()[2]).to.equal('Empty');
  });

  describe('its acts', () => {
    it('archives from the row, gives the focus to the neighbour, and takes it back', async () => {
      const inbox = three();
      const {root, rows, titles, choose, press} = await openPanel(inbox);
      rows()[1]!.focus();
      await choose(1, 'Archive');
      expect(acts(inbox)).to.deep.equal([['archived', 'n1']]);
      expect(inbox.calledWith('act')[0]![0]).to.have.property('hold', 5000);
      expect(titles()).to.deep.equal(['Notification 0', 'Notification 2']);
      await waitUntil(() => root.activeElement === rows()[1], 'focus on the neighbour');
      expect(root.querySelector('.undo')!.textContent).to.contain('1 notification archived');
      await press('Undo');
      expect(inbox.calledWith('undo')).to.have.length(1);
      expect(titles()).to.have.length(3);
      expect(root.querySelector('.undo')!.textContent.trim()).to.equal('');
      expect(root.activeElement).not.to.equal(null);
    });

    it('pins from the menu and by key, where the platform takes it: the row goes to the top with its focus', async () => {
      const inbox = three();
      const {root, rows, titles, choose, press, key, find} = await openPanel(inbox);
      rows()[2]!.querySelector<HTMLElement>('[slot=tools]')!.click();
      await rows()[2]!.updateComplete;
      expect(find('[role=menuitem]', 'Pin'), 'not announced').to.equal(undefined);
      await key('Escape');
      inbox.capabilities = [...inbox.capabilities, 'pin'];
      await choose(2, 'Pin');
      expect(titles()).to.deep.equal(['Notification 2', 'Notification 0', 'Notification 1']);
      expect(root.querySelector('.day')!.textContent).to.equal('Pinned');
      expect((root.activeElement as HTMLElement).closest('app-inbox-notification')).to.equal(rows()[0]);
      expect(root.querySelector('.undo span')!.textContent).to.equal('Pinned');
      await press('Undo');
      expect(titles()).to.deep.equal(['Notification 0', 'Notification 1', 'Notification 2']);
      rows()[1]!.focus();
      await key('p');
      expect(root.activeElement, 'it has moved').to.equal(rows()[0]);
      await key('p');
      expect(acts(inbox)).to.deep.equal([
        ['pinned', 'n2'],
        ['pinned', 'n1'],
        ['unpinned', 'n1'],
      ]);
      expect(inbox.calledWith('act')[0]![0]).to.have.property('hold', 5000);
    });

    it('pins several, and all that the list shows', async () => {
      const inbox = three();
      inbox.capabilities = [...inbox.capabilities, 'pin'];
      const {root, rows, press, key, titles, panel} = await openPanel(inbox);
      rows()[1]!.focus();
      await key('x');
      rows()[2]!.querySelector<HTMLElement>('[type=checkbox]')!.click();
      await panel.updateComplete;
      await press('Pin', '.selection button');
      expect(titles()).to.deep.equal(['Notification 1', 'Notification 2', 'Notification 0']);
      await press('More actions', '.bar button');
      await press('Select', '[role=menuitem]');
      root.querySelector<HTMLElement>('[data-tool=select-all]')!.click();
      await panel.updateComplete;
      await press('Pin', '.selection button');
      expect(acts(inbox)).to.deep.equal([
        ['pinned', 'n1,n2'],
        ['pinned', 'n1,n2,n0'],
      ]);
      await press('More actions', '.bar button');
      await press('Select', '[role=menuitem]');
      root.querySelector<HTMLElement>('[data-tool=select-all]')!.click();
      await panel.updateComplete;
      await press('Unpin', '.selection button');
      expect(acts(inbox)[2]).to.deep.equal(['unpinned', 'n0,n1,n2']);
    });

    it('holds back for five seconds whatever takes a row away, and says what it was', async () => {
      const inbox = three();
      const archived = {
        list: 'ready' as const,
        notifications: [makeNotification(7, {archivedAt: 1})],
        hasMore: false,
      };
      inbox.patch({
        views: {
          archived,
          snoozed: {...archived, notifications: [makeNotification(8, {snoozedUntil: Date.now() + 9e6})]},
        },
      });
      const {root, choose, press} = await openPanel(inbox);
      const said = () => root.querySelector('.undo')!.textContent.replace(/\s+/g, ' ').trim();
      await choose(0, 'Archive');
      expect(said()).to.equal('1 notification archived Undo');
      await choose(0, 'Delete');
      expect(said()).to.equal('1 notification deleted Undo');
      await choose(0, 'Snooze', 'Tomorrow');
      expect(said()).to.equal('1 notification snoozed Undo');
      await press('Archived', '[role=tab]');
      await choose(0, 'Move to inbox');
      await press('Snoozed', '[role=tab]');
      expect(root.querySelector('.note')!.textContent).to.contain('Snoozed until');
      await choose(0, 'End snooze');
      const all = inbox.calledWith('act').map(([act]) => act as {type: string; hold?: number});
      expect(all.map(({type, hold}) => [type, hold])).to.deep.equal([
        ['archived', 5000],
        ['deleted', 5000],
        ['snoozed', 5000],
        ['unarchived', 5000],
        ['unsnoozed', 5000],
      ]);
    });

    it('puts off until a time of the contact’s own', async () => {
      const inbox = three();
      const {root, panel, choose} = await openPanel(inbox);
      await choose(0, 'Snooze', 'Pick date');
      const field = root.querySelector<HTMLInputElement>('[type=datetime-local]')!;
      field.value = '2199-05-06T07:08';
      root.querySelector('form')!.requestSubmit();
      expect(inbox.calledWith('act'), 'beyond the field’s end').to.deep.equal([]);
      const at = new Date(Date.now() + 2 * 86_400_000);
      at.setSeconds(0, 0);
      field.valueAsNumber = at.getTime() - at.getTimezoneOffset() * 60_000;
      root.querySelector('form')!.requestSubmit();
      await panel.updateComplete;
      expect(inbox.calledWith('act')[0]![0]).to.deep.include({type: 'snoozed', until: at.getTime()});
      expect(root.querySelector('.menu')).to.equal(null);
    });

    it('shows a menu whole that is higher than the panel', async function () {
      // Without popovers it scrolls inside of the panel.
      if (!('showPopover' in HTMLElement.prototype)) return this.skip();
      const {panel, root, rows} = await openPanel(FakeInbox.with([makeNotification(1)]));
      rows()[0]!.querySelector<HTMLElement>('[slot=tools]')!.click();
      await panel.updateComplete;
      await panel.updateComplete;
      const menu = root.querySelector('.menu')!;
      await Promise.all(menu.getAnimations().map(({finished}) => finished));
      const {bottom, left} = menu.getBoundingClientRect();
      expect(bottom).to.be.greaterThan(root.querySelector('.panel')!.getBoundingClientRect().bottom);
      expect(menu.contains(root.elementFromPoint(left + 20, bottom - 20))).to.equal(true);
    });

    it('moves in its menu by arrows, and gives the focus back with Escape', async () => {
      const {root, rows, panel, key} = await openPanel(three());
      const control = rows()[0]!.querySelector<HTMLElement>('[slot=tools]')!;
      control.click();
      await panel.updateComplete;
      const items = [...root.querySelectorAll<HTMLElement>('[role=menuitem]')];
      expect(root.activeElement).to.equal(items[0]);
      await key('ArrowUp');
      expect(root.activeElement).to.equal(items.at(-1));
      await key('Escape');
      expect(root.querySelector('.menu')).to.equal(null);
      expect(root.activeElement).to.equal(control);
      expect(panel.open).to.equal(true);
    });

    it('chooses several by pressing their rows, and does one thing to all', async () => {
      const inbox = three();
      const {root, rows, press, panel} = await openPanel(inbox);
      await press('More actions', '.bar button');
      await press('Select', '[role=menuitem]');
      for (const index of [0, 2]) rows()[index]!.shadowRoot!.querySelector<HTMLElement>('.title')!.click();
      await panel.updateComplete;
      expect(inbox.calledWith('click'), 'nothing is opened').to.deep.equal([]);
      expect(root.querySelector('.selection')!.textContent).to.contain('2 selected');
      await press('Delete', '.selection button');
      expect(acts(inbox)).to.deep.equal([['deleted', 'n0,n2']]);
      expect(root.querySelector('.selection')).to.equal(null);
    });

    it('archives all there is, and deletes only what it shows', async () => {
      const inbox = three();
      const {press} = await openPanel(inbox);
      await press('More actions', '.bar button');
      await press('Delete all', '[role=menuitem]');
      await press('Undo');
      await press('More actions', '.bar button');
      await press('Archive all', '[role=menuitem]');
      expect(acts(inbox)).to.deep.equal([
        ['deleted', 'n0,n1,n2'],
        ['archived', 'all'],
      ]);
    });

    it('shows updates to one thing as one row, which stands for all of them until it is unfolded', async () => {
      const entity = 'order 1042';
      const inbox = FakeInbox.with(
        [0, 1, 2, 3].map((index) => makeNotification(index, index < 3 ? {entity} : {})),
      );
      const {titles, press, choose} = await openPanel(inbox);
      expect(titles()).to.deep.equal(['Notification 0', 'Notification 3']);
      await press('3 updates');
      expect(titles()).to.have.length(4);
      await press('3 updates');
      await choose(0, 'Archive');
      expect(acts(inbox)).to.deep.equal([['archived', 'n0,n1,n2']]);
    });

    it('has single keys, which can be switched off', async () => {
      const inbox = three();
      const {rows, root, panel, key} = await openPanel(inbox);
      rows()[0]!.focus();
      await key('u');
      await key('u');
      await key('e');
      expect(acts(inbox)).to.deep.equal([
        ['read', 'n0'],
        ['unread', 'n0'],
        ['archived', 'n0'],
      ]);
      await waitUntil(() => root.activeElement === rows()[0], 'focus on the next');
      await key('?');
      const toggle = root.querySelector<HTMLInputElement>('.help [type=checkbox]')!;
      toggle.click();
      await key('Escape', toggle);
      rows()[0]!.focus();
      await panel.updateComplete;
      await key('e');
      expect(inbox.calledWith('act')).to.have.length(3);
    });
  });

  it('is accessible in each of its states', async () => {
    const entity = 'order 1042';
    const inbox = FakeInbox.with(
      [0, 1, 2, 3].map((index) =>
        makeNotification(index, {...(index < 2 && {entity}), category: `c${index}`}),
      ),
    );
    const {panel, press, choose, key, root} = await openPanel(inbox);
    panel.open = false;
    await panel.updateComplete;
    panel.open = true;
    await panel.updateComplete;
    const check = async () => {
      await Promise.all(root.getAnimations().map(({finished}) => finished));
      await expect(panel).to.be.accessible();
    };
    await choose(1);
    await check();
    await press('Snooze', '[role=menuitem]');
    await press('Pick date', '[role=menuitem]');
    await check();
    await key('Escape');
    await choose(1, 'Archive');
    await check();
    await press('More actions', '.bar button');
    await press('Select', '[role=menuitem]');
    await check();
    await press('Cancel');
    await press('Search');
    await check();
    await press('Clear search');
    await press('More actions', '.bar button');
    await press('Keyboard', '[role=menuitem]');
    await check();
  });
});
