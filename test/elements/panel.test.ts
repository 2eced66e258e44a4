import {expect, fixture, html, waitUntil} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import {InboxError} from '../../src/core/errors.ts';
import type {AppInboxBell} from '../../src/elements/bell/bell.ts';
import {moveInside} from '../../src/elements/panel/inside-dialog.ts';
import type {AppInboxPanel} from '../../src/elements/panel/panel.ts';
import {loadTranslation} from '../../src/i18n/translations.ts';
import type {Layout} from '../../src/protocol/configuration.ts';
import './define.ts';
import {FakeInbox, makeNotification} from './fake-inbox.ts';
import {whenReady} from './when-ready.ts';

const three = () => FakeInbox.with([0, 1, 2].map((index) => makeNotification(index)));

interface Wishes {
  layout?: Layout;
  language?: string;
  theme?: 'light' | 'dark';
  open?: boolean;
}

/** A bell with its panel on a page, as an application puts them there. */
async function setUp(
  inbox: FakeInbox,
  {layout = 'popover', language = 'en', theme, open = true}: Wishes = {},
) {
  await loadTranslation(language);
  const page = await fixture(html`
    <div>
      <button id="page-button">Of the page</button>
      <app-inbox-bell .inbox=${inbox} .language=${language} .theme=${theme}></app-inbox-bell>
      <app-inbox-panel
        .inbox=${inbox}
        .layout=${layout}
        .language=${language}
        .theme=${theme}
      ></app-inbox-panel>
    </div>
  `);
  const bell = page.querySelector<AppInboxBell>('app-inbox-bell')!;
  const panel = page.querySelector<AppInboxPanel>('app-inbox-panel')!;
  panel.anchor = bell;
  bell.addEventListener('app-inbox-toggle', (event) => (panel.open = event.open));
  panel.open = open;
  await whenReady(panel);
  const $ = <T extends HTMLElement>(selector: string) => panel.shadowRoot!.querySelector<T>(selector);
  const rows = () => [...panel.shadowRoot!.querySelectorAll('app-inbox-notification')];
  const button = (name: string) =>
    [...panel.shadowRoot!.querySelectorAll('button')].find(
      (control) => (control.getAttribute('aria-label') ?? control.textContent.trim()) === name,
    );
  return {page, bell, panel, $, rows, button, box: () => $('[part=panel]')!};
}

/** Checked when nothing moves any more: colours fade in while it opens. */
async function expectAccessible(panel: AppInboxPanel): Promise<void> {
  const box = panel.shadowRoot!.querySelector('.panel')!;
  await Promise.all(box.getAnimations().map(({finished}) => finished));
  await expect(panel).to.be.accessible();
}

const isVisible = (element: Element | null) =>
  !!element && element.getClientRects().length > 0 && getComputedStyle(element).visibility === 'visible';
const press = (target: EventTarget, key: string) =>
  target.dispatchEvent(new KeyboardEvent('keydown', {key, bubbles: true, composed: true, cancelable: true}));

describe('<app-inbox-panel>', () => {
  before(() => setViewport({width: 1000, height: 800}));

  describe('opening and closing', () => {
    it('costs nothing before it is opened', async () => {
      const inbox = three();
      const {panel, box} = await setUp(inbox, {open: false});
      expect(box()).to.be.null;
      expect(panel.shadowRoot!.querySelectorAll('app-inbox-notification')).to.have.length(0);
      expect(inbox.calledWith('load')).to.be.empty;
    });

    it('opens from the bell, loads the list, and moves the focus to its heading', async () => {
      const inbox = three();
      const {bell, panel, box, $} = await setUp(inbox, {open: false});
      const told: string[] = [];
      for (const type of ['app-inbox-open', 'app-inbox-close'])
        panel.addEventListener(type, () => told.push(type));
      bell.shadowRoot!.querySelector('button')!.click();
      await panel.updateComplete;
      expect(isVisible(box())).to.be.true;
      expect(inbox.calledWith('load')).to.have.length(1);
      expect(told).to.deep.equal(['app-inbox-open']);
      expect(panel.shadowRoot!.activeElement).to.equal($('h2'));
      expect(bell.open).to.be.true;
      bell.shadowRoot!.querySelector('button')!.click();
      await panel.updateComplete;
      expect(isVisible(box())).to.be.false;
      expect(told).to.deep.equal(['app-inbox-open', 'app-inbox-close']);
      expect(bell.open).to.be.false;
    });

    it('closes with Escape and gives the focus back to the bell', async () => {
      const {bell, panel, box, rows} = await setUp(three());
      rows()[1]!.focus();
      press(rows()[1]!, 'Escape');
      await panel.updateComplete;
      expect(panel.open).to.be.false;
      expect(isVisible(box())).to.be.false;
      expect(document.activeElement).to.equal(bell);
    });

    it('leaves an Escape that somebody else has used, or that belongs to the page', async () => {
      const {page, panel, rows} = await setUp(three());
      const use = (event: Event) => event.preventDefault();
      rows()[0]!.addEventListener('keydown', use);
      press(rows()[0]!, 'Escape');
      const field = document.createElement('input');
      page.append(field);
      press(field, 'Escape');
      expect(panel.open).to.be.true;
    });

    it('closes with its own button', async () => {
      const {bell, panel, button} = await setUp(three());
      button('Close')!.focus();
      button('Close')!.click();
      await panel.updateComplete;
      expect(panel.open).to.be.false;
      expect(document.activeElement).to.equal(bell);
    });

    it('closes when the page is pressed beside it, but not when it is itself', async () => {
      const {page, panel, box} = await setUp(three());
      const down = (target: Element) =>
        target.dispatchEvent(new PointerEvent('pointerdown', {bubbles: true, composed: true}));
      down(box());
      expect(panel.open).to.be.true;
      down(page.querySelector('#page-button')!);
      expect(panel.open).to.be.false;
    });

    it('can be used inside an open modal dialog of the page, and goes back when that closes', async () => {
      const {page, bell, panel, box, rows} = await setUp(three(), {open: false});
      const dialog = document.createElement('dialog');
      page.append(dialog);
      dialog.append(bell);
      dialog.showModal();
      const home = panel.parentElement!;
      panel.open = true;
      await waitUntil(() => panel.parentElement === dialog, 'moved into the dialog');
      await panel.updateComplete;
      expect(isVisible(box())).to.be.true;
      const {left, top, width, height} = rows()[0]!.getBoundingClientRect();
      expect(document.elementFromPoint(left + width / 2, top + height / 2)).to.equal(panel);
      rows()[0]!.focus();
      expect(document.activeElement).to.equal(panel);
      press(rows()[0]!, 'Escape');
      expect(dialog.open, 'Escape closes the inbox and not the dialog').to.be.true;
      await waitUntil(() => panel.parentElement === home, 'back in the page');
      expect(panel.open).to.be.false;
      dialog.close();
    });

    it('stays in the page when it is closed before what moves it into a dialog is there', async () => {
      const {page, panel} = await setUp(three());
      const home = panel.parentElement!;
      const dialog = document.createElement('dialog');
      page.append(dialog);
      dialog.showModal();
      panel.open = false;
      moveInside(panel);
      expect(panel.parentElement).to.equal(home);
      dialog.close();
    });

    it('opens again when it was taken out of the page and put back', async () => {
      const inbox = three();
      const {panel, box} = await setUp(inbox);
      const parent = panel.parentElement!;
      panel.remove();
      expect(inbox.subscriberCount).to.equal(1); // the bell
      parent.append(panel);
      await panel.updateComplete;
      expect(isVisible(box())).to.be.true;
    });

    it('closes when a link is followed, and stays when the page takes the click over', async () => {
      const {panel, rows} = await setUp(FakeInbox.with([makeNotification(0, {link: '#somewhere'})]));
      await rows()[0]!.updateComplete;
      const title = rows()[0]!.shadowRoot!.querySelector<HTMLElement>('.title')!;
      panel.addEventListener('app-inbox-click', (event) => event.preventDefault(), {once: true});
      title.click();
      await Promise.resolve();
      expect(panel.open).to.be.true;
      title.click();
      await Promise.resolve();
      expect(panel.open).to.be.false;
      history.replaceState(null, '', location.pathname + location.search);
    });
  });

  describe('where it stands', () => {
    const bellBox = (bell: Element) => bell.getBoundingClientRect();

    it('hangs from the bell, inside the window, and follows it when the page scrolls', async () => {
      const {page, bell, box, panel} = await setUp(three(), {open: false});
      (page as HTMLElement).style.cssText = 'height: 3000px; padding: 40px 300px';
      panel.open = true;
      await panel.updateComplete;
      const gap = () => Math.round(box().getBoundingClientRect().top - bellBox(bell).bottom);
      await waitUntil(() => gap() === 8, 'beside the bell');
      scrollTo(0, 30);
      await waitUntil(() => gap() === 8 && scrollY === 30, 'beside the bell after scrolling');
      scrollTo(0, 0);
    });

    it('stands over a bell at the bottom of the window', async () => {
      const {bell, box, panel} = await setUp(three(), {open: false});
      bell.dataset.corner = 'bottom-right';
      panel.open = true;
      await panel.updateComplete;
      await waitUntil(() => Math.abs(box().getBoundingClientRect().bottom + 8 - bellBox(bell).top) < 3);
      expect(bellBox(bell).right).to.be.within(innerWidth - 40, innerWidth);
    });

    for (const [language, all] of [
      ['en', 'Mark all as read'],
      ['ar', 'تحديد الكل كمقروء'],
    ] as const) {
      it(`says in words what marks all, or draws it where they have no room, in ${language}`, async () => {
        const {panel, $, button} = await setUp(three(), {language});
        // As laid out: it may still be growing from its bell.
        const place = (selector: string) => {
          const {offsetLeft: left, offsetTop: top, offsetWidth, offsetHeight} = $(selector)!;
          return {left, top, right: left + offsetWidth, bottom: top + offsetHeight};
        };
        const isWords = () => $('.mark-all')!.offsetWidth > 60 && !$('.mark-all')!.title;
        await waitUntil(isWords, 'words');
        const close = place('.close');
        panel.heading = 'Everything that we have ever told you, and more';
        await waitUntil(() => $('.mark-all')!.title === all, 'a drawing');
        expect($('.mark-all')!.offsetWidth).to.equal(32);
        expect(button(all), 'its name').to.equal($('.mark-all'));
        expect(place('.close')).to.deep.equal(close);
        // One after the other, from the line's beginning to its end.
        const order = ['h2', '.count', '.mark-all', '.close'].map(place);
        for (const [index, next] of order.slice(1).entries())
          expect(
            language === 'ar' ? order[index]!.left >= next.right : order[index]!.right <= next.left,
          ).to.equal(true);
        await expectAccessible(panel);
        panel.heading = 'News';
        await waitUntil(isWords, 'words again');
      });
    }

    it('is no wider on a wide screen than its rows can be read', async () => {
      await setViewport({width: 2560, height: 1200});
      for (const layout of ['popover', 'drawer', 'page'] as const) {
        const {box, bell, panel, $, page} = await setUp(three(), {layout, open: false});
        bell.style.cssText = 'position: absolute; right: 8px';
        (page as HTMLElement).style.height = '600px';
        panel.open = true;
        await whenReady(panel);
        await panel.updateComplete;
        await Promise.all(
          box()
            .getAnimations()
            .map(({finished}) => finished),
        );
        const {left, right, width, height} = box().getBoundingClientRect();
        const end = document.documentElement.clientWidth;
        if (layout === 'page') {
          expect(width, layout).to.equal(960);
          expect(Math.abs(left + right - end), 'in the middle').to.be.below(2);
        } else {
          expect([width, end - right <= 16], layout).to.deep.equal([400, true]);
          if (layout === 'drawer') expect(height).to.equal(innerHeight);
        }
        for (const selector of ['h2', '.mark-all', '[role=tablist]', 'app-inbox-notification']) {
          const inner = $(selector)!.getBoundingClientRect();
          expect(inner.left >= left && inner.right <= right, `${selector} in the ${layout}`).to.equal(true);
        }
        panel.remove();
      }
      await setViewport({width: 1000, height: 800});
    });

    it('fills a small screen, where nothing beside it can be used', async () => {
      // WebKitGTK's window cannot be narrower than 447 px.
      await setViewport({width: 450, height: 700});
      const {box, panel, $} = await setUp(three());
      expect(box().getAttribute('aria-modal')).to.equal('true');
      await waitUntil(() =>
        box()
          .getAnimations()
          .every(({playState}) => playState === 'finished'),
      );
      const {left, top, width, height} = box().getBoundingClientRect();
      expect([left, top, width, height].map(Math.round)).to.deep.equal([0, 0, innerWidth, innerHeight]);
      expect(document.documentElement.scrollWidth).to.be.at.most(innerWidth);
      await expectAccessible(panel);
      // The guard after the last stop leads to the first one.
      const guards = panel.shadowRoot!.querySelectorAll<HTMLElement>('.panel > [tabindex="0"]');
      guards[1]!.focus();
      expect(panel.shadowRoot!.activeElement).to.equal($('.mark-all'));
      guards[0]!.focus();
      expect(panel.shadowRoot!.activeElement!.localName).to.equal('app-inbox-notification');
      await setViewport({width: 1000, height: 800});
      await waitUntil(() => !box().hasAttribute('aria-modal'));
    });

    it('is a drawer at the end of the window', async () => {
      const {box, panel} = await setUp(three(), {layout: 'drawer'});
      await waitUntil(
        () => Math.round(box().getBoundingClientRect().right) === document.documentElement.clientWidth,
      );
      expect(Math.round(box().getBoundingClientRect().height)).to.equal(innerHeight);
      expect(box().getAttribute('role')).to.equal('dialog');
      await expectAccessible(panel);
    });

    it('is a region of the page that is always there', async () => {
      const inbox = three();
      const {box, panel, rows, button} = await setUp(inbox, {layout: 'page', open: false});
      expect(box().getAttribute('role')).to.equal('region');
      expect(rows()).to.have.length(3);
      expect(inbox.calledWith('load')).to.have.length(1);
      expect(button('Close')).to.not.exist;
      expect(document.activeElement).to.equal(document.body);
      await expectAccessible(panel);
    });
  });

  describe('its list', () => {
    it('is a feed of articles that say where they stand', async () => {
      const {$, rows, panel} = await setUp(three());
      expect($('[part=list]')!.getAttribute('role')).to.equal('feed');
      expect(rows().map((row) => row.getAttribute('aria-posinset'))).to.deep.equal(['1', '2', '3']);
      expect(rows().map((row) => row.getAttribute('aria-setsize'))).to.deep.equal(['3', '3', '3']);
      await expectAccessible(panel);
    });

    it('does not know how many there are while there are more', async () => {
      const {rows} = await setUp(FakeInbox.with([makeNotification()], {hasMore: true}));
      expect(rows()[0]!.getAttribute('aria-setsize')).to.equal('-1');
    });

    it('marks what is opened, and what is marked', async () => {
      const inbox = three();
      const {rows, panel} = await setUp(inbox);
      rows()[0]!.open();
      rows()[1]!.shadowRoot!.querySelector<HTMLElement>('[data-do=read]')!.click();
      await panel.updateComplete;
      expect(inbox.calledWith('click')).to.deep.equal([['n0']]);
      expect(inbox.calledWith('markRead')).to.deep.equal([['n1']]);
      await Promise.all(rows().map((row) => row.updateComplete));
      expect(rows().map((row) => row.getAttribute('aria-label'))).to.deep.equal([
        'Notification 0',
        'Notification 1',
        'Unread, Notification 2',
      ]);
    });

    it('marks all as read; the button goes, and the focus stays in the inbox', async () => {
      const inbox = three();
      const {panel, button, $} = await setUp(inbox);
      button('Mark all as read')!.focus();
      button('Mark all as read')!.click();
      await waitUntil(() => !button('Mark all as read'));
      expect(inbox.calledWith('markAllRead')).to.have.length(1);
      expect(panel.shadowRoot!.activeElement).to.equal($('h2'));
    });

    it('lets the page hear what happens to a notification', async () => {
      const {page, rows} = await setUp(three());
      const told: string[] = [];
      (page as HTMLElement).addEventListener('app-inbox-click', ({notification}) =>
        told.push(notification.id),
      );
      rows()[2]!.open();
      expect(told).to.deep.equal(['n2']);
    });

    it('tells what was looked at for a second, once', async () => {
      const seen = makeNotification(1, {seenAt: 1});
      const inbox = FakeInbox.with([makeNotification(0), seen]);
      const start = performance.now();
      await setUp(inbox);
      await waitUntil(() => inbox.calledWith('markSeen').length > 0, 'seen', {timeout: 5000});
      expect(performance.now() - start).to.be.at.least(1000);
      expect(inbox.calledWith('markSeen')).to.deep.equal([['n0']]);
    });

    it('asks for the next page when its end comes near, once', async () => {
      const inbox = FakeInbox.with(
        Array.from({length: 20}, (_, index) => makeNotification(index)),
        {hasMore: true},
      );
      inbox.loadMore = async () => {
        inbox.calls.push(['loadMore']);
        inbox.patch({isLoadingMore: true});
      };
      const {$, panel} = await setUp(inbox);
      $('.scroller')!.scrollTop = 1e6;
      await waitUntil(() => inbox.calledWith('loadMore').length > 0);
      await panel.updateComplete;
      expect($('[part=list]')!.getAttribute('aria-busy')).to.equal('true');
      inbox.patch({isLoadingMore: false, hasMore: false});
      await panel.updateComplete;
      expect(inbox.calledWith('loadMore')).to.have.length(1);
    });

    it('does not ask in circles a platform that promises more and gives nothing', async () => {
      const inbox = FakeInbox.with([makeNotification()], {hasMore: true});
      await setUp(inbox);
      await waitUntil(() => inbox.calledWith('loadMore').length > 0);
      for (let i = 0; i < 5; i++) {
        inbox.patch({isLoadingMore: i % 2 === 0});
        await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      }
      expect(inbox.calledWith('loadMore')).to.have.length(1);
    });

    it('waits for the contact’s own wish after a page that failed', async () => {
      const inbox = FakeInbox.with([makeNotification()], {
        hasMore: true,
        error: new InboxError('unavailable', 'Down'),
      });
      const {button, $} = await setUp(inbox);
      await waitUntil(() => isVisible($('.sentinel')));
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      expect(inbox.calledWith('loadMore')).to.be.empty;
      button('Show older')!.click();
      expect(inbox.calledWith('loadMore')).to.have.length(1);
    });

    it('tells screen readers what arrives, but not what was there', async () => {
      const inbox = three();
      const {$} = await setUp(inbox);
      const status = $('.visually-hidden[role=status]')!;
      expect(status.textContent).to.equal('');
      inbox.receive(makeNotification(100));
      inbox.receive(makeNotification(101));
      await waitUntil(() => status.textContent === '2 new notifications');
    });
  });

  describe('its states', () => {
    const states: Record<string, {inbox: () => FakeInbox; says: string}> = {
      'while it loads': {inbox: () => new FakeInbox({list: 'loading'}), says: 'Loading notifications'},
      'before it was asked for': {inbox: () => new FakeInbox(), says: 'Loading notifications'},
      'when there is nothing': {inbox: () => FakeInbox.with([]), says: 'You’re all caught up'},
      'when it could not load': {
        inbox: () => new FakeInbox({list: 'failed', error: new InboxError('unavailable', 'Down')}),
        says: 'Couldn’t load your notifications',
      },
      'when nobody is signed in': {
        inbox: () => new FakeInbox({session: 'anonymous', list: 'ready'}),
        says: 'Sign in to see your notifications',
      },
      'when it is offline with content': {
        inbox: () => FakeInbox.with([makeNotification()], {isOffline: true}),
        says: 'You’re offline. What you mark is kept.',
      },
      'when the content may be old': {
        inbox: () => FakeInbox.with([makeNotification()], {error: new InboxError('timeout', 'Late')}),
        says: 'This may be out of date',
      },
    };

    for (const [when, {inbox, says}] of Object.entries(states)) {
      for (const theme of ['light', 'dark'] as const) {
        it(`says "${says}" ${when}, in ${theme} colours`, async () => {
          const {panel, box, rows} = await setUp(inbox(), {theme});
          await waitUntil(() =>
            box()
              .getAnimations()
              .every(({playState}) => playState === 'finished'),
          );
          await waitUntil(() => box().textContent.includes(says), says, {timeout: 8000});
          expect(rows()).to.have.length(panel.inbox!.state.notifications.length);
          await expectAccessible(panel);
        });
      }
    }

    it('tries again when the contact asks for it, and keeps the focus', async () => {
      const inbox = new FakeInbox({list: 'failed', error: new InboxError('offline', 'Gone')});
      const {panel, button, $} = await setUp(inbox);
      button('Try again')!.focus();
      button('Try again')!.click();
      expect(inbox.calledWith('refresh')).to.have.length(1);
      inbox.patch({list: 'loading', error: undefined});
      await panel.updateComplete;
      expect(panel.shadowRoot!.activeElement).to.equal($('h2'));
    });

    it('has skeletons of the rows’ height, so that nothing moves', async () => {
      const inbox = new FakeInbox({list: 'loading'});
      const {$, rows, panel} = await setUp(inbox);
      const ghost = $('.ghost')!.offsetHeight;
      const content =
        'Something happened that takes two lines to tell about, as most of what shops write does.';
      inbox.patch({list: 'ready', notifications: [0, 1].map((index) => makeNotification(index, {content}))});
      await panel.updateComplete;
      await rows()[0]!.updateComplete;
      expect(Math.abs(rows()[0]!.offsetHeight - ghost)).to.be.at.most(4);
    });

    it('does not trouble the contact with a device that keeps nothing', async () => {
      const error = new InboxError('storage-failed', 'Full');
      const {box} = await setUp(FakeInbox.with([makeNotification()], {error}));
      expect(box().querySelector('.notice')).to.not.exist;
    });

    it('takes no harm from promises that reject', async () => {
      const inbox = three();
      inbox.load = inbox.markAllRead = () => Promise.reject(new InboxError('offline', 'Gone'));
      const unhandled: unknown[] = [];
      const note = (event: PromiseRejectionEvent) => unhandled.push(event.reason);
      addEventListener('unhandledrejection', note);
      const {button} = await setUp(inbox);
      button('Mark all as read')!.click();
      await new Promise((resolve) => setTimeout(resolve));
      removeEventListener('unhandledrejection', note);
      expect(unhandled).to.be.empty;
    });
  });

  describe('languages', () => {
    it('stands from right to left in Arabic', async () => {
      const {box, rows, panel, button} = await setUp(three(), {language: 'ar'});
      expect([box().dir, box().lang]).to.deep.equal(['rtl', 'ar']);
      await rows()[0]!.updateComplete;
      const image = rows()[0]!.shadowRoot!.querySelector('[part=image]')!.getBoundingClientRect();
      const title = rows()[0]!.shadowRoot!.querySelector('[part=title]')!.getBoundingClientRect();
      expect(image.left).to.be.above(title.left);
      // English words in it end where they do in English, on the side where Arabic begins.
      const content = rows()[0]!.shadowRoot!.querySelector('[part=content]')!;
      const [text] = [...content.childNodes].filter((node) => node.textContent?.includes('Something'));
      const letter = (at: number) => {
        const range = document.createRange();
        range.setStart(text!, at);
        range.setEnd(text!, at + 1);
        return range.getBoundingClientRect();
      };
      const length = text!.textContent!.lastIndexOf('.') + 1;
      expect(letter(length - 1).left, 'the full stop').to.be.at.least(letter(length - 2).right - 1);
      expect(letter(length - 1).right).to.be.closeTo(title.right, 2);
      expect(button('تحديد الكل كمقروء')).to.exist;
      await expectAccessible(panel);
    });

    it('changes its language while it is open, without going away', async () => {
      const {panel, box, $} = await setUp(three());
      const before = box();
      panel.language = 'uk';
      await waitUntil(() => $('h2')!.textContent === 'Сповіщення');
      expect(box()).to.equal(before);
      expect(isVisible(box())).to.be.true;
    });
  });

  it('keeps the page’s style sheet out', async () => {
    const style = document.createElement('style');
    style.textContent = '* { color: red; font-size: 40px; display: inline } h2 { display: none }';
    document.head.append(style);
    const {$, rows} = await setUp(three());
    await rows()[0]!.updateComplete;
    expect(getComputedStyle($('h2')!).fontSize).to.equal('15px');
    expect(getComputedStyle(rows()[0]!.shadowRoot!.querySelector('[part=title]')!).fontSize).to.equal('14px');
    style.remove();
  });

  it('takes the site’s tokens', async () => {
    const {panel, bell, rows, $, box} = await setUp(three());
    const row = () => rows()[0]!.shadowRoot!;
    $('[data-tool=menu]')!.click();
    await panel.updateComplete;
    const badge = () => bell.shadowRoot!.querySelector<HTMLElement>('[part=badge]')!;
    const cases: [token: string, value: string, find: () => Element, property: string][] = [
      ['surface', 'rgb(1, 2, 3)', box, 'background-color'],
      ['heading-size', '19px', () => $('h2')!, 'font-size'],
      ['menu-radius', '3px', () => $('.menu')!, 'border-top-left-radius'],
      ['image-radius', '50%', () => row().querySelector('.media')!, 'border-top-left-radius'],
      ['dot', 'rgb(4, 5, 6)', () => row().querySelector('.dot')!, 'background-color'],
      ['badge-text', 'rgb(7, 8, 9)', badge, 'color'],
      ['bell-size', '64px', () => bell.shadowRoot!.querySelector('button')!, 'width'],
    ];
    for (const [token, value, find, property] of cases) {
      expect(getComputedStyle(find()).getPropertyValue(property), `${token} without a value`).not.to.equal(
        value,
      );
      for (const element of [panel, bell]) element.style.setProperty(`--app-inbox-${token}`, value);
      expect(getComputedStyle(find()).getPropertyValue(property), token).to.equal(value);
    }
    // The badge goes along with the bell's middle.
    const {left, width} = bell.shadowRoot!.querySelector('button')!.getBoundingClientRect();
    expect(badge().getBoundingClientRect().left).to.be.closeTo(left + width / 2 + 1, 1);
  });

  it('takes the site’s width for an inbox in the page', async () => {
    const {panel, box} = await setUp(three(), {layout: 'page'});
    panel.style.setProperty('--app-inbox-page-width', '500px');
    expect(box().getBoundingClientRect().width).to.equal(500);
  });
});
