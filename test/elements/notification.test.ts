import {expect, fixture, html, waitUntil} from '@open-wc/testing';
import type {AppInboxNotification} from '../../src/elements/notification/notification.ts';
import {loadTranslation} from '../../src/i18n/translations.ts';
import type {Notification} from '../../src/protocol/notification.ts';
import './define.ts';
import {nextEvent} from './next-event.ts';
import {makeNotification} from './fake-inbox.ts';

/** One transparent pixel. */
const PIXEL = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';

async function setUp(fields: Partial<Notification> = {}, language = 'en') {
  const row = await fixture<AppInboxNotification>(html`
    <app-inbox-notification
      style="width: 360px"
      tabindex="0"
      .language=${language}
      .notification=${makeNotification(0, fields)}
    ></app-inbox-notification>
  `);
  const part = <T extends HTMLElement>(name: string) => row.shadowRoot!.querySelector<T>(`[part~=${name}]`);
  const button = (name: string) =>
    [...row.shadowRoot!.querySelectorAll<HTMLElement>('button, a')].find(
      (control) => (control.getAttribute('aria-label') ?? control.textContent.trim()) === name,
    );
  return {row, part, button, name: () => row.getAttribute('aria-label')};
}

/** Clicks without letting the test's page go anywhere; tells whether the browser would have gone. */
function click(target: HTMLElement, init: MouseEventInit = {}): boolean {
  let isFollowed = true;
  const stay = (event: Event) => {
    isFollowed = !event.defaultPrevented;
    event.preventDefault();
  };
  addEventListener(init.button ? 'auxclick' : 'click', stay, {once: true});
  target.dispatchEvent(
    new MouseEvent(init.button ? 'auxclick' : 'click', {
      bubbles: true,
      composed: true,
      cancelable: true,
      ...init,
    }),
  );
  return isFollowed;
}

describe('<app-inbox-notification>', () => {
  before(() => Promise.all(['en', 'uk', 'ar'].map(loadTranslation)));

  describe('what it shows', () => {
    it('is an article that says in its name that it is unread, and shows a dot', async () => {
      const {row, name, part} = await setUp({title: 'Your parcel is here'});
      expect(row.getAttribute('role')).to.equal('article');
      expect(name()).to.equal('Unread, Your parcel is here');
      expect(part('unread-dot')).to.exist;
      await expect(row).to.be.accessible();
    });

    it('says no such thing once it is read', async () => {
      const {row, name, part, button} = await setUp({title: 'Your parcel is here', readAt: 1});
      expect(name()).to.equal('Your parcel is here');
      expect(part('unread-dot')).to.not.exist;
      expect(button('Mark as read')).to.not.exist;
      await expect(row).to.be.accessible();
    });

    it('says in a word, too, that it is important', async () => {
      const {row, name} = await setUp({title: 'Payment declined', severity: 'high'});
      expect(name()).to.equal('Unread, Important, Payment declined');
      expect(row.shadowRoot!.textContent).to.contain('Important');
      await expect(row).to.be.accessible();
    });

    it('takes the first of the content for a missing title, and does not say it twice', async () => {
      const {part} = await setUp({title: '  ', content: 'Your return has reached us.'});
      expect(part('title')!.textContent).to.equal('Your return has reached us.');
      expect(part('content')).to.not.exist;
    });

    it('has a word even for a notification without title and content', async () => {
      const {part, name} = await setUp({title: '', content: ''});
      expect(part('title')!.textContent).to.equal('Notification');
      expect(name()).to.equal('Unread, Notification');
    });

    it('shows markup in a title as it is written', async () => {
      const {part} = await setUp({title: '<img src=x onerror=alert(1)>'});
      expect(part('title')!.querySelector('img')).to.equal(null);
      expect(part('title')!.textContent).to.equal('<img src=x onerror=alert(1)>');
    });

    it('shows text styles in the content', async () => {
      const {part} = await setUp({content: 'Only <b>12 left</b><script>window.__ran=1</script>'});
      await waitUntil(() => part('content')!.querySelector('b'));
      expect(part('content')!.querySelector('b')!.textContent).to.equal('12 left');
      expect(part('content')!.querySelector('script')).to.not.exist;
    });

    it('shows the image, and a drawing where it cannot be loaded', async () => {
      const good = await setUp({image: PIXEL});
      expect(good.part('image')!.querySelector('img')!.alt).to.equal('');
      const {row, part} = await setUp({image: '/no-such-image.png'});
      await nextEvent(part('image')!.querySelector('img')!, 'error');
      await row.updateComplete;
      expect(part('image')!.querySelector('img')).to.not.exist;
      expect(part('image')!.querySelector('svg')).to.exist;
      row.notification = {...row.notification!, image: PIXEL};
      await row.updateComplete;
      expect(part('image')!.querySelector('img')).to.exist;
    });

    it('shows when it was sent, in short and in full', async () => {
      const createdAt = Date.now() - 5 * 60_000;
      const {part} = await setUp({createdAt});
      const time = part('time')!;
      expect(time.textContent.trim()).to.equal('5 min');
      expect(time.getAttribute('datetime')).to.equal(new Date(createdAt).toISOString());
      expect(time.title).to.contain(String(new Date(createdAt).getFullYear()));
      const old = await setUp({createdAt: 0});
      expect(old.part('time')!.textContent).to.match(/19(69|70)/);
    });

    it('speaks Arabic', async () => {
      const {row, name} = await setUp({title: 'طردك في طريقه إليك'}, 'ar');
      expect(name()).to.equal('غير مقروء, طردك في طريقه إليك');
      await expect(row).to.be.accessible();
    });

    it('offers the rest of a long content, and hides it again', async () => {
      const {row, part, button} = await setUp({content: 'word '.repeat(200)});
      row.measure();
      await row.updateComplete;
      const short = part('content')!.offsetHeight;
      expect(short).to.be.below(40);
      button('Show more')!.click();
      await row.updateComplete;
      expect(part('content')!.offsetHeight).to.be.above(short * 2);
      expect(button('Show less')!.getAttribute('aria-expanded')).to.equal('true');
      button('Show less')!.click();
      await row.updateComplete;
      expect(part('content')!.offsetHeight).to.equal(short);
    });

    it('offers no more where there is no more', async () => {
      const {row, button} = await setUp({content: 'Short.'});
      row.measure();
      await row.updateComplete;
      expect(button('Show more')).to.not.exist;
    });

    it('is at least 44 pixels high, with a title and nothing else', async () => {
      const {row} = await setUp({content: ''});
      expect(row.offsetHeight).to.be.at.least(44);
    });
  });

  describe('what it asks for', () => {
    it('tells that it was opened, and lets the browser follow its link', async () => {
      const {row, part} = await setUp({link: '/orders/1'});
      const told = nextEvent(row, 'app-inbox-click');
      expect(part<HTMLAnchorElement>('title')!.getAttribute('href')).to.equal('/orders/1');
      expect(click(part('title')!)).to.be.true;
      const event = await told;
      expect(event.notification.id).to.equal('n0');
      expect([event.bubbles, event.composed, event.cancelable]).to.deep.equal([true, true, true]);
    });

    it('stays on the page when the page cancels', async () => {
      const {row, part} = await setUp({link: '/orders/1'});
      row.addEventListener('app-inbox-click', (event) => event.preventDefault());
      expect(click(part('title')!)).to.be.false;
    });

    it('leaves clicks that ask for another tab to the browser, whatever the page says', async () => {
      const {row, part} = await setUp({link: '/orders/1'});
      let told = 0;
      row.addEventListener('app-inbox-click', (event) => {
        told++;
        event.preventDefault();
      });
      expect(click(part('title')!, {ctrlKey: true})).to.be.true;
      expect(click(part('title')!, {metaKey: true})).to.be.true;
      expect(click(part('title')!, {button: 1})).to.be.true;
      expect(told).to.equal(3);
      click(part('title')!, {button: 2});
      expect(told).to.equal(3);
    });

    it('opens a link in a new tab where the sender wants it, and says so', async () => {
      const {row, part} = await setUp({link: 'https://shop.example/', openInNewTab: true});
      const title = part<HTMLAnchorElement>('title')!;
      expect([title.target, title.rel]).to.deep.equal(['_blank', 'noopener']);
      expect(title.textContent).to.contain('opens in a new tab');
      await expect(row).to.be.accessible();
    });

    it('is a button where there is no link', async () => {
      const {row, part} = await setUp();
      expect(part('title')!.localName).to.equal('button');
      const told = nextEvent(row, 'app-inbox-click');
      row.open();
      expect((await told).notification.id).to.equal('n0');
    });

    it('is a target as a whole, its time included', async () => {
      const {row, part} = await setUp();
      row.scrollIntoView();
      const {left, top, height, right} = row.getBoundingClientRect();
      for (const x of [left + 20, left + 120]) {
        expect(row.shadowRoot!.elementFromPoint(x, top + height - 6)).to.equal(part('title'));
      }
      expect(right).to.be.above(left + 300);
      const told = nextEvent(row, 'app-inbox-click');
      click(part('time')!);
      await told;
    });

    it('tells once, and nothing else, that it was marked as read; the focus stays with it', async () => {
      const {row, button} = await setUp();
      const told: string[] = [];
      for (const type of ['app-inbox-read', 'app-inbox-click'])
        row.addEventListener(type, () => told.push(type));
      button('Mark as read')!.focus();
      button('Mark as read')!.click();
      expect(told).to.deep.equal(['app-inbox-read']);
      expect(document.activeElement).to.equal(row);
    });

    it('offers to archive only where that can be done', async () => {
      const {row, button} = await setUp();
      expect(button('Archive')).to.not.exist;
      row.archivable = true;
      await row.updateComplete;
      const told = nextEvent(row, 'app-inbox-archive');
      button('Archive')!.click();
      expect((await told).notification.id).to.equal('n0');
      await expect(row).to.be.accessible();
    });

    it('has the sender’s buttons, which tell which one was pressed', async () => {
      const {row, button} = await setUp({
        actions: [
          {id: 'track', label: 'Track parcel', style: 'primary', link: '/track'},
          {id: 'later', label: 'Later', style: 'secondary'},
        ],
      });
      await expect(row).to.be.accessible();
      const told = nextEvent(row, 'app-inbox-action');
      button('Later')!.click();
      expect((await told).action.id).to.equal('later');
      expect(click(button('Track parcel')!)).to.be.true;
      row.addEventListener('app-inbox-action', (event) => event.preventDefault());
      expect(click(button('Track parcel')!)).to.be.false;
    });

    it('shows of a button that it has done its work, and tells of it no more', async () => {
      const actions = [
        {id: 'yes', label: 'Accept', style: 'primary' as const, done: true},
        {id: 'no', label: 'Decline', style: 'secondary' as const},
      ];
      const {row, button} = await setUp({actions});
      await waitUntil(() => button('Accept')!.querySelector('svg'), 'its mark has come');
      expect(button('Accept')!.getAttribute('aria-disabled')).to.equal('true');
      expect(button('Decline')!.hasAttribute('aria-disabled')).to.equal(false);
      let told = 0;
      row.addEventListener('app-inbox-action', () => told++);
      click(button('Accept')!);
      expect(told).to.equal(0);
      click(button('Decline')!);
      expect(told).to.equal(1);
    });

    it('shows three of a sender’s buttons and no more', async () => {
      const actions = ['a', 'b', 'c', 'd'].map((id) => ({id, label: id, style: 'secondary' as const}));
      const {part} = await setUp({actions});
      expect(part('actions')!.textContent.replace(/\s+/g, '')).to.equal('abc');
    });

    it('has no buttons where the sender gave none', async () => {
      expect((await setUp()).part('actions')).to.not.exist;
    });
  });

  it('shows every notification of a long content’s length without growing over its box', async () => {
    const {row} = await setUp({title: 'x'.repeat(500), content: 'y'.repeat(5000)});
    expect(row.scrollWidth).to.be.at.most(row.clientWidth);
    expect(row.offsetHeight).to.be.below(160);
  });
});
