import {expect, fixture, html, waitUntil} from '@open-wc/testing';
import {sendKeys, setViewport} from '@web/test-runner-commands';
import type {AppInboxPanel} from '../../src/elements/panel/panel.ts';
import {loadTranslation} from '../../src/i18n/translations.ts';
import './define.ts';
import {FakeInbox, makeNotification} from './fake-inbox.ts';
import {whenReady} from './when-ready.ts';

async function setUp(count = 5) {
  await setViewport({width: 1000, height: 800});
  await loadTranslation('en');
  const inbox = FakeInbox.with(Array.from({length: count}, (_, index) => makeNotification(index)));
  // The button: a focus that leaves the page for the browser's own controls would not come back for later tests.
  const page = await fixture(html`
    <div>
      <app-inbox-panel .inbox=${inbox} .language=${'en'} .open=${true}></app-inbox-panel>
      <button>After the panel</button>
    </div>
  `);
  const panel = page.querySelector<AppInboxPanel>('app-inbox-panel')!;
  await whenReady(panel);
  const rows = () => [...panel.shadowRoot!.querySelectorAll('app-inbox-notification')];
  await Promise.all(rows().map((row) => row.updateComplete));
  const focused = () => {
    const element = panel.shadowRoot!.activeElement;
    const index = rows().indexOf(element?.closest('app-inbox-notification') as never);
    return index < 0 ? element?.className || element?.localName : index;
  };
  return {inbox, panel, rows, focused};
}

const press = (...keys: string[]) =>
  keys.reduce((before, key) => before.then(() => sendKeys({press: key})), Promise.resolve());

describe('<app-inbox-panel> by keyboard', () => {
  it('goes from the heading over the buttons and the views to the first notification', async () => {
    const {panel, focused} = await setUp();
    expect(focused()).to.equal('h2');
    await press('Tab');
    expect(focused()).to.contain('mark-all');
    await press('Tab');
    expect(focused()).to.contain('close');
    for (const name of ['tab-inbox', 'search', 'menu']) {
      await press('Tab');
      const {id, dataset} = panel.shadowRoot!.activeElement as HTMLElement;
      expect(id || dataset.tool).to.equal(name);
    }
    await press('Tab');
    expect(focused()).to.equal(0);
  });

  it('moves between notifications with arrows, Page Up and Down, Home and End', async () => {
    const {rows, focused} = await setUp();
    rows()[0]!.focus();
    const path: unknown[] = [];
    for (const key of ['ArrowDown', 'PageDown', 'ArrowUp', 'End', 'ArrowDown', 'PageUp', 'Home', 'ArrowUp']) {
      await press(key);
      path.push(focused());
    }
    expect(path).to.deep.equal([1, 2, 1, 4, 4, 3, 0, 0]);
  });

  it('stops at one notification with the tab key: at the one that was visited last', async () => {
    const {rows, panel, focused} = await setUp();
    rows()[0]!.focus();
    await press('ArrowDown', 'ArrowDown');
    await panel.updateComplete;
    expect(rows().map((row) => row.tabIndex)).to.deep.equal([-1, -1, 0, -1, -1]);
    await Promise.all(rows().map((row) => row.updateComplete));
    const row = panel.shadowRoot!.activeElement!;
    const inside = [row.shadowRoot!, row].map((root) => root.querySelectorAll('[tabindex="0"]').length);
    const stops = inside[0]! + inside[1]!;
    expect(stops).to.be.above(0);
    for (let i = 0; i < stops; i++) {
      await press('Tab');
      expect(focused()).to.equal(2);
    }
    await press('Tab');
    expect(document.activeElement!.textContent).to.equal('After the panel');
  });

  it('opens a notification with Enter', async () => {
    const {inbox, rows} = await setUp();
    rows()[1]!.focus();
    await press('Enter');
    expect(inbox.calledWith('click')).to.deep.equal([['n1']]);
  });

  it('marks one as read with its button, once, and does not open it', async () => {
    const {inbox, rows} = await setUp();
    rows()[0]!.focus();
    rows()[0]!.shadowRoot!.querySelector<HTMLElement>('[data-do=read]')!.focus();
    await press('Enter');
    expect(inbox.calledWith('markRead')).to.deep.equal([['n0']]);
    expect(inbox.calledWith('click')).to.be.empty;
  });

  it('keeps the focus in the list when the focused notification is taken away', async () => {
    const {inbox, panel, rows, focused} = await setUp();
    rows()[1]!.focus();
    inbox.patch({notifications: inbox.state.notifications.filter(({id}) => id !== 'n1')});
    await panel.updateComplete;
    expect(focused()).to.equal(1);
    expect(rows()[1]!.notification!.id).to.equal('n2');
    inbox.patch({notifications: []});
    await waitUntil(() => focused() === 'h2');
  });

  it('keeps the focus on its notification when another arrives', async () => {
    const {inbox, panel, rows} = await setUp();
    rows()[1]!.focus();
    inbox.receive(makeNotification(99));
    await panel.updateComplete;
    expect(
      (panel.shadowRoot!.activeElement as typeof rows extends () => (infer R)[] ? R : never).notification!.id,
    ).to.equal('n1');
  });

  it('closes with Escape from anywhere inside', async () => {
    const {panel, rows} = await setUp();
    rows()[3]!.focus();
    await press('Escape');
    expect(panel.open).to.be.false;
  });

  it('never loses the focus, whatever happens in whatever order', async () => {
    const {inbox, panel, rows} = await setUp(8);
    const keys = ['ArrowDown', 'ArrowUp', 'Home', 'End', 'PageDown'];
    // A fixed sequence that looks like chance (numerical recipes' generator), so that a failure can be repeated.
    let seed = 42;
    const random = (below: number) => (seed = (seed * 1664525 + 1013904223) % 2 ** 32) % below;
    for (let step = 0; step < 300; step++) {
      const list = inbox.state.notifications;
      const what = random(10);
      if (what < 5) {
        const target = panel.shadowRoot!.activeElement!;
        target.dispatchEvent(new KeyboardEvent('keydown', {key: keys[what]!, bubbles: true, composed: true}));
      } else if (what < 7) inbox.receive(makeNotification(1000 + step));
      else if (what < 9)
        inbox.patch({notifications: list.filter((_, index) => index !== random(list.length + 1))});
      else await inbox.markAllRead();
      await panel.updateComplete;
      if (random(4) === 0) rows()[random(rows().length)]?.focus();
      expect(document.activeElement, `step ${step}`).to.equal(panel);
      expect(panel.shadowRoot!.activeElement, `step ${step}`).to.exist;
    }
  });
});
