import {expect, fixture, html, waitUntil} from '@open-wc/testing';
import {AppInboxBell} from '../../src/elements/bell/bell.ts';
import {loadTranslation} from '../../src/i18n/translations.ts';
import './define.ts';
import {nextEvent} from './next-event.ts';
import {FakeInbox, makeNotification} from './fake-inbox.ts';

async function setUp(inbox?: FakeInbox, language = 'en') {
  const bell = await fixture<AppInboxBell>(
    html`<app-inbox-bell .inbox=${inbox} .language=${language}></app-inbox-bell>`,
  );
  const button = () => bell.shadowRoot!.querySelector('button')!;
  const badge = () => bell.shadowRoot!.querySelector<HTMLElement>('[part=badge]');
  return {bell, button, badge, name: () => button().getAttribute('aria-label')};
}

describe('<app-inbox-bell>', () => {
  it('says how many notifications are unread, in its name and on its badge', async () => {
    const {bell, badge, name} = await setUp(new FakeInbox({count: 3}));
    expect(name()).to.equal('Notifications, 3 unread');
    expect(badge()!.textContent).to.equal('3');
    expect(bell.count).to.equal(3);
    await expect(bell).to.be.accessible();
  });

  it('shows no badge while nothing is unread, or nothing is known', async () => {
    for (const inbox of [undefined, new FakeInbox(), new FakeInbox({count: 0})]) {
      const {bell, badge, name} = await setUp(inbox);
      expect(name()).to.equal('Notifications');
      expect(!badge() || getComputedStyle(badge()!).display === 'none').to.be.true;
      expect(bell.count).to.equal(0);
      await expect(bell).to.be.accessible();
    }
  });

  it('follows the number as it changes', async () => {
    const inbox = new FakeInbox({count: 1});
    const {name} = await setUp(inbox);
    inbox.patch({count: 2});
    await Promise.resolve();
    expect(name()).to.equal('Notifications, 2 unread');
    inbox.patch({count: 0});
    await Promise.resolve();
    expect(name()).to.equal('Notifications');
  });

  it('shows "99+" over the limit, and the true number in its name', async () => {
    const inbox = new FakeInbox({count: 1234});
    const {bell, badge, name} = await setUp(inbox);
    expect(badge()!.textContent).to.equal('99+');
    expect(name()).to.equal('Notifications, 1,234 unread');
    bell.max = 9;
    await Promise.resolve();
    expect(badge()!.textContent).to.equal('9+');
  });

  it('swings once when the number grows, but neither for the first number nor when it falls', async () => {
    const inbox = new FakeInbox();
    const {bell} = await setUp(inbox);
    const icon = bell.shadowRoot!.querySelector('[part=icon]')!;
    const swings = async (count: number) => {
      inbox.patch({count});
      await Promise.resolve();
      return icon.getAnimations().length;
    };
    const reduced = matchMedia('(prefers-reduced-motion: reduce)').matches;
    expect(await swings(2)).to.equal(0);
    expect(await swings(1)).to.equal(0);
    expect(await swings(2)).to.equal(reduced ? 0 : 1);
  });

  it('takes no other contact’s number for news', async () => {
    const {bell} = await setUp(new FakeInbox({count: 1}));
    bell.inbox = new FakeInbox({count: 7});
    await Promise.resolve();
    expect(bell.count).to.equal(7);
    expect(bell.shadowRoot!.querySelector('[part=icon]')!.getAnimations()).to.be.empty;
  });

  it('asks for the inbox when it is pressed, and for its end when it is open', async () => {
    const {bell, button} = await setUp(new FakeInbox({count: 1}));
    for (const isOpen of [false, true]) {
      bell.open = isOpen;
      await Promise.resolve();
      expect(button().getAttribute('aria-expanded')).to.equal(String(isOpen));
      setTimeout(() => button().click());
      const event = await nextEvent(bell, 'app-inbox-toggle');
      expect([event.open, event.bubbles, event.composed]).to.deep.equal([!isOpen, true, true]);
    }
  });

  it('is a target of at least 40 pixels', async () => {
    const {button} = await setUp();
    const {width, height} = button().getBoundingClientRect();
    expect(Math.min(width, height)).to.be.at.least(40);
  });

  it('speaks English until another language has arrived, and then that', async () => {
    const {bell, name} = await setUp(new FakeInbox({count: 5}), 'uk');
    await loadTranslation('uk');
    await Promise.resolve();
    expect(name()).to.equal('Сповіщення, 5 непрочитаних');
    bell.label = 'Новини';
    await Promise.resolve();
    expect(name()).to.equal('Новини, 5 непрочитаних');
  });

  it('takes the language of the page around it', async () => {
    await loadTranslation('sv');
    const around = await fixture(html`<div lang="sv-SE"><app-inbox-bell></app-inbox-bell></div>`);
    const bell = around.querySelector('app-inbox-bell')!;
    expect(bell.shadowRoot!.querySelector('button')!.getAttribute('aria-label')).to.equal('Aviseringar');
  });

  it('shows the site’s own drawing', async () => {
    const bell = await fixture(html`<app-inbox-bell><svg slot="icon" id="own"></svg></app-inbox-bell>`);
    const slot = bell.shadowRoot!.querySelector('slot')!;
    expect(slot.assignedElements()[0]!.id).to.equal('own');
  });

  it('has the page’s colour, whatever the page does to its buttons', async () => {
    const around = await fixture(html`
      <div style="color: rgb(1, 2, 3)">
        <style>
          button,
          * {
            background: red;
            font-size: 40px;
            padding: 30px;
          }
        </style>
        <app-inbox-bell></app-inbox-bell>
      </div>
    `);
    const button = around.querySelector('app-inbox-bell')!.shadowRoot!.querySelector('button')!;
    expect(getComputedStyle(button).color).to.equal('rgb(1, 2, 3)');
    expect(getComputedStyle(button).padding).to.equal('0px');
    expect(button.getBoundingClientRect().width).to.equal(40);
  });

  it('leaves its inbox when it leaves the page, and comes back to it', async () => {
    const inbox = new FakeInbox({count: 1});
    const {bell, name} = await setUp(inbox);
    for (let i = 0; i < 100; i++) {
      const parent = bell.parentElement!;
      bell.remove();
      expect(inbox.subscriberCount).to.equal(0);
      parent.append(bell);
      expect(inbox.subscriberCount).to.equal(1);
    }
    inbox.patch({count: 4});
    await Promise.resolve();
    expect(name()).to.equal('Notifications, 4 unread');
  });

  describe('that counts what is unseen', () => {
    const two = () =>
      FakeInbox.with([makeNotification(0), makeNotification(1, {seenAt: 1}), makeNotification(2)]);

    it('leaves out on its badge what has been seen, and says in its name how many are unread', async () => {
      const inbox = two();
      const {bell, badge, name} = await setUp(inbox);
      expect(badge()!.textContent).to.equal('3');
      bell.setAttribute('counts', 'unseen');
      expect(badge()!.textContent).to.equal('2');
      expect(bell.count).to.equal(2);
      expect(name()).to.equal('Notifications, 3 unread');
      const notifications = inbox.state.notifications.map((row) => ({...row, seenAt: 1}));
      inbox.patch({notifications});
      expect(badge()!.hidden).to.equal(true);
      inbox.receive(makeNotification(-1));
      expect(badge()!.textContent).to.equal('1');
      bell.setAttribute('counts', 'unread');
      expect(badge()!.textContent).to.equal('4');
      bell.remove();
      expect(inbox.subscriberCount).to.equal(0);
    });

    it('shows nothing before it knows, and asks for the list once something is unread', async () => {
      const inbox = new FakeInbox();
      const {bell, badge} = await setUp(inbox);
      bell.setAttribute('counts', 'unseen');
      inbox.patch({count: 3});
      expect(badge()!.hidden).to.equal(true);
      await waitUntil(() => inbox.calledWith('load').length > 0, 'the list');
      inbox.patch({list: 'failed'});
      expect(badge()!.textContent).to.equal('3');
      inbox.patch({list: 'ready', hasMore: true, notifications: [makeNotification(0)]});
      expect(badge()!.textContent, 'the first page is all new').to.equal('3');
    });
  });
});
