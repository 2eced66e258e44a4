import {expect, fixture, html, waitUntil} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {Approach, type ApproachHost} from '../../src/elements/panel/approach.ts';
import type {AppInboxPanel} from '../../src/elements/panel/panel.ts';
import {loadTranslation} from '../../src/i18n/translations.ts';
import './define.ts';
import {FakeClock} from './fake-clock.ts';
import {FakeInbox, makeNotification} from './fake-inbox.ts';
import {whenReady} from './when-ready.ts';

const pointer = (target: EventTarget, type: string) => target.dispatchEvent(new PointerEvent(type));

/** A closed panel whose rows are there, and the bell that it hangs from. */
async function setUp(attributes: {layout?: string; dir?: string} = {}) {
  await loadTranslation('en');
  const inbox = FakeInbox.with(Array.from({length: 12}, (_, index) => makeNotification(index)));
  const anchor = await fixture<HTMLElement>(html`<button>Bell</button>`);
  const panel = await fixture<AppInboxPanel>(html`
    <app-inbox-panel
      .inbox=${inbox}
      .anchor=${anchor}
      .layout=${attributes.layout ?? 'popover'}
      language="en"
    ></app-inbox-panel>
  `);
  await panel.prepare((callback) => callback());
  await whenReady(panel);
  const box = panel.shadowRoot!.querySelector<HTMLElement>('[part=panel]')!;
  const isNear = () => getComputedStyle(box).visibility === 'visible';
  const come = async () => {
    pointer(anchor, 'pointerenter');
    await waitUntil(isNear, 'the panel comes near');
  };
  return {panel, anchor, box, isNear, come};
}

describe('a closed panel whose bell is approached', () => {
  for (const layout of ['popover', 'drawer'])
    it(`has its styles, and is neither seen nor in the pointer's way, as a ${layout}`, async () => {
      const {panel, anchor, box, come} = await setUp({layout});
      await come();
      expect(getComputedStyle(box).opacity).to.equal('0');
      const {left, right} = box.getBoundingClientRect();
      const inside = Math.min(right, document.documentElement.clientWidth) - Math.max(left, 0);
      expect(inside, 'pixels of it in the window').to.be.at.most(1);
      const bell = anchor.getBoundingClientRect();
      expect(document.elementFromPoint(bell.left + 4, bell.top + 4)).to.equal(anchor);
      expect(panel.open).to.equal(false);
    });

  it('keeps its rows rendered, so that the press finds them', async () => {
    const {panel, come} = await setUp();
    await come();
    const [row] = panel.shadowRoot!.querySelectorAll('app-inbox-notification');
    const title = row!.shadowRoot!.querySelector('[part~=title]')!;
    // Two frames: what is outside of the window is looked at again between them.
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
    expect(title.checkVisibility({contentVisibilityAuto: true, visibilityProperty: true})).to.equal(true);
  });

  it('opens in its place', async () => {
    const {panel, anchor, box, come} = await setUp();
    await come();
    panel.open = true;
    await whenReady(panel);
    await Promise.all(box.getAnimations().map(({finished}) => finished));
    const {translate, opacity, willChange} = getComputedStyle(box);
    expect({translate, opacity, willChange}).to.deep.equal({
      translate: 'none',
      opacity: '1',
      willChange: 'auto',
    });
    expect(box.getBoundingClientRect().top).to.be.at.least(anchor.getBoundingClientRect().bottom);
  });

  it('cannot be entered by the keyboard: a key hides it before it moves the focus', async () => {
    const {anchor, isNear, come} = await setUp();
    // The page's own next: without one the browser's bar would have the focus, for this page and those after it.
    const next = await fixture<HTMLElement>(html`<button>Next</button>`);
    anchor.focus();
    await come();
    await sendKeys({press: 'Tab'});
    expect(isNear()).to.equal(false);
    expect(document.activeElement).to.equal(next);
  });

  it('is hidden again when it has been opened and closed', async () => {
    const {panel, isNear, come} = await setUp();
    await come();
    panel.open = true;
    await whenReady(panel);
    panel.open = false;
    await whenReady(panel);
    expect(isNear()).to.equal(false);
  });

  it('hears nothing any more once it has left the page', async () => {
    const {panel, anchor, box} = await setUp();
    panel.remove();
    pointer(anchor, 'pointerenter');
    await new Promise((resolve) => setTimeout(resolve));
    expect(box.classList.contains('near')).to.equal(false);
  });

  it('waits for the click of a finger that has left, and no longer', () => {
    const clock = new FakeClock();
    const root = document.createElement('div');
    root.append(Object.assign(document.createElement('div'), {className: 'panel'}));
    const anchor = document.createElement('button');
    const host = {renderRoot: root, anchor, addController: () => {}} as unknown as ApproachHost;
    const approach = new Approach(host, clock);
    approach.watch();
    const isNear = () => root.firstElementChild!.classList.contains('near');
    pointer(anchor, 'pointerdown');
    clock.pass(0);
    pointer(anchor, 'pointerleave');
    clock.pass(499);
    expect(isNear()).to.equal(true);
    clock.pass(1);
    expect(isNear()).to.equal(false);
    pointer(anchor, 'pointerenter');
    pointer(anchor, 'pointerleave');
    pointer(anchor, 'pointerenter');
    clock.pass(1000);
    expect(isNear(), 'who comes back is waited for').to.equal(true);
    approach.stop();
    expect(isNear()).to.equal(false);
    expect(clock.timerCount).to.equal(0);
  });
});
