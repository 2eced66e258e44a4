import {expect, fixture, html, nextFrame} from '@open-wc/testing';
import {sendMouse} from '@web/test-runner-commands';
import {define} from '../../src/elements/base/define.ts';
import {pageClock} from '../../src/elements/base/page-clock.ts';
import {AppInboxToasts} from '../../src/elements/toasts/toasts.ts';
import {loadMoreTerms} from '../../src/i18n/more/more.ts';
import {loadTranslation} from '../../src/i18n/translations.ts';
import {FakeClock} from './fake-clock.ts';
import {FakeInbox, makeNotification} from './fake-inbox.ts';
import {nextEvent} from './next-event.ts';

define('app-inbox-toasts', AppInboxToasts);

async function setUp(attributes: {language?: string; max?: number; theme?: 'light' | 'dark'} = {}) {
  const {language = 'en', max = 3, theme = 'light'} = attributes;
  await Promise.all([loadTranslation(language), loadMoreTerms(language)]);
  const page = await fixture<HTMLElement>(
    html`<div>
      <button>Of the page</button>
      <app-inbox-toasts language=${language} max=${max} theme=${theme}></app-inbox-toasts>
    </div>`,
  );
  const element = page.querySelector('app-inbox-toasts')!;
  const inbox = new FakeInbox();
  element.inbox = inbox;
  const toasts = () => [...element.shadowRoot!.querySelectorAll<HTMLElement>('[data-id]')];
  const control = (selector: string) => element.shadowRoot!.querySelector<HTMLElement>(selector)!;
  const status = () => element.shadowRoot!.querySelector('[role=status]')!.textContent;
  return {element, inbox, toasts, control, status, pageButton: page.querySelector('button')!};
}

describe('<app-inbox-toasts>', () => {
  it('shows what arrives, the newest first, and counts those behind', async () => {
    const {element, inbox, toasts, control} = await setUp({max: 2});
    for (let index = 4; index > 0; index--) inbox.receive(makeNotification(index));
    await element.show(makeNotification(0));
    expect(toasts().map(({dataset}) => dataset.id)).to.deep.equal(['n0', 'n1']);
    expect(control('[part=more]').textContent).to.equal('3 more');
    element.dismiss('n0');
    expect(toasts().map(({dataset}) => dataset.id)).to.deep.equal(['n1', 'n2']);
  });

  it('shows nothing of a list that was there before', async () => {
    const {toasts, inbox} = await setUp();
    inbox.patch({notifications: [makeNotification(0)], count: 1, list: 'ready'});
    await nextFrame();
    expect(toasts()).to.be.empty;
  });

  it('shows the same notification once', async () => {
    const {element, toasts} = await setUp();
    await element.show(makeNotification(0));
    await element.show(makeNotification(0, {title: 'Changed'}));
    expect(toasts().map((toast) => toast.querySelector('.title')!.textContent)).to.deep.equal(['Changed']);
  });

  it('makes text of what is written, and never markup', async () => {
    const {element, control} = await setUp();
    await element.show(makeNotification(0, {title: '<img src=x onerror=alert(1)>', content: '<b>Bold</b>'}));
    expect(control('.title').textContent).to.equal('<img src=x onerror=alert(1)>');
    expect(control('.text').textContent).to.equal('Bold');
    expect(element.shadowRoot!.querySelector('b, img')).to.equal(null);
  });

  it('marks as read what is opened, and takes it away', async () => {
    const {element, inbox, toasts, control} = await setUp();
    const heard: string[] = [];
    element.addEventListener('app-inbox-click', ({notification}) => heard.push(notification.id));
    await element.show(makeNotification(0));
    control('.title').click();
    expect(heard).to.deep.equal(['n0']);
    expect(inbox.calledWith('click')).to.deep.equal([['n0']]);
    expect(toasts()).to.be.empty;
  });

  it('stays while it is looked at, by pointer or focus, and an urgent one until it is dismissed', async () => {
    const clock = new FakeClock();
    const own = {...pageClock};
    Object.assign(pageClock, {
      now: clock.now,
      setTimeout: clock.setTimeout,
      clearTimeout: clock.clearTimeout,
    });
    try {
      const {element, toasts, control, pageButton} = await setUp();
      await element.show(makeNotification(0));
      clock.pass(5999);
      expect(toasts()).to.have.length(1);
      const {x, y} = toasts()[0]!.getBoundingClientRect();
      const entered = nextEvent(control('.stack'), 'mouseenter');
      await sendMouse({type: 'move', position: [Math.round(x + 60), Math.round(y + 20)]});
      await entered;
      clock.pass(60_000);
      expect(toasts(), 'under the pointer').to.have.length(1);
      const left = nextEvent(control('.stack'), 'mouseleave');
      await sendMouse({type: 'move', position: [5, 5]});
      await left;
      clock.pass(1999);
      expect(toasts(), 'time to come back').to.have.length(1);
      clock.pass(1);
      expect(toasts()).to.be.empty;

      await element.show(makeNotification(1));
      control('.close').focus();
      clock.pass(60_000);
      expect(toasts(), 'with the focus').to.have.length(1);
      pageButton.focus();
      clock.pass(6000);
      expect(toasts()).to.be.empty;

      await element.show(makeNotification(2, {severity: 'high'}));
      clock.pass(600_000);
      expect(toasts(), 'urgent').to.have.length(1);
    } finally {
      Object.assign(pageClock, own);
    }
  });

  it('stays on the page where the page says so', async () => {
    const {element, control} = await setUp();
    await element.show(makeNotification(0, {link: '#elsewhere'}));
    element.addEventListener('app-inbox-click', (event) => event.preventDefault());
    const click = new MouseEvent('click', {bubbles: true, cancelable: true});
    control('a.title').dispatchEvent(click);
    expect(click.defaultPrevented).to.equal(true);
    expect(location.hash).to.equal('');
  });

  it('tells of a button that is pressed', async () => {
    const {element, control} = await setUp();
    const heard: string[] = [];
    element.addEventListener('app-inbox-action', ({action}) => heard.push(action.id));
    const actions = [{id: 'pay', label: 'Pay', style: 'primary' as const}];
    await element.show(makeNotification(0, {actions}));
    control('.button.primary').click();
    expect(heard).to.deep.equal(['pay']);
  });

  it('is dismissed by its button and by Escape, and gives the focus on, at last to where it was', async () => {
    const {element, toasts, control, pageButton} = await setUp();
    pageButton.focus();
    await element.show(makeNotification(0));
    await element.show(makeNotification(1));
    expect(document.activeElement).to.equal(pageButton);
    control('[data-id=n1] .close').focus();
    control('[data-id=n1] .close').click();
    expect(element.shadowRoot!.activeElement).to.equal(control('[data-id=n0] .close'));
    const escape = new KeyboardEvent('keydown', {
      key: 'Escape',
      bubbles: true,
      composed: true,
      cancelable: true,
    });
    control('[data-id=n0] .close').dispatchEvent(escape);
    expect(toasts()).to.be.empty;
    expect(document.activeElement).to.equal(pageButton);
  });

  it('says an urgent one with a word as well', async () => {
    const {element, control, status} = await setUp();
    await element.show(makeNotification(0, {severity: 'high', title: 'Late', content: ''}));
    expect(control('.urgency').textContent).to.equal('Important');
    expect(status()).to.equal('Important. Late');
  });

  it('asks the contact one question at a time, and hands on the answer', async () => {
    const {element, control} = await setUp();
    const answers: boolean[] = [];
    const offer = {
      text: 'Shall we?',
      yes: 'Yes',
      no: 'No',
      onAnswer: (wanted: boolean) => answers.push(wanted),
    };
    element.offer = offer;
    expect(element.offer).to.equal(offer);
    control('.offer .primary').click();
    expect(answers).to.deep.equal([true]);
    expect(element.shadowRoot!.querySelector('.offer')).to.equal(null);
  });

  it('takes away what was read elsewhere', async () => {
    const {element, toasts} = await setUp();
    await element.show(makeNotification(0));
    await element.show(makeNotification(1));
    element.keepOnly((id) => id === 'n1');
    expect(toasts().map(({dataset}) => dataset.id)).to.deep.equal(['n1']);
  });

  it('lets go of the inbox and of everything shown when it leaves the page', async () => {
    const {element, inbox} = await setUp();
    await element.show(makeNotification(0));
    element.remove();
    expect(inbox.subscriberCount).to.equal(0);
    expect(element.shadowRoot!.querySelector('[data-id]')).to.equal(null);
  });

  for (const theme of ['light', 'dark'] as const) {
    it(`is accessible in ${theme}`, async () => {
      const {element} = await setUp({theme});
      await element.show(makeNotification(0, {severity: 'high', link: '#x', openInNewTab: true}));
      await element.show(makeNotification(1, {actions: [{id: 'a', label: 'Pay', style: 'primary'}]}));
      const stack = element.shadowRoot!.querySelector('.stack')!;
      await Promise.all(stack.getAnimations({subtree: true}).map(({finished}) => finished));
      await expect(element).to.be.accessible();
    });
  }
});
