/** What a site changes by markup and style sheets of its own. */
import {expect, fixture, html, waitUntil} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import type {AppInboxNotification} from '../../src/elements/notification/notification.ts';
import type {AppInboxPanel} from '../../src/elements/panel/panel.ts';
import {loadTranslation} from '../../src/i18n/translations.ts';
import './define.ts';
import {FakeInbox, makeNotification} from './fake-inbox.ts';
import {whenReady} from './when-ready.ts';

const inbox = () => FakeInbox.with([0, 1].map((index) => makeNotification(index)));
/** The panel's box, at the end of its motion. */
function box(panel: AppInboxPanel): HTMLElement {
  const element = panel.shadowRoot!.querySelector<HTMLElement>('.panel')!;
  for (const animation of element.getAnimations()) animation.finish();
  return element;
}

describe('an inbox that a site fits to itself', () => {
  before(async () => {
    await setViewport({width: 1000, height: 800});
    await loadTranslation('en');
  });

  it('is a popover, a drawer or a part of the page by its attribute, also when that changes while it is open', async () => {
    const panel = await fixture<AppInboxPanel>(
      html`<app-inbox-panel layout="drawer" language="en" .inbox=${inbox()}></app-inbox-panel>`,
    );
    panel.open = true;
    await whenReady(panel);
    const look = () => {
      const {role} = box(panel);
      const {height, width} = box(panel).getBoundingClientRect();
      return [role, Math.round(height) === innerHeight, Math.round(width)];
    };
    expect(look()).to.deep.equal(['dialog', true, 400]);
    panel.setAttribute('layout', 'page');
    await panel.updateComplete;
    expect(look().slice(0, 2)).to.deep.equal(['region', false]);
    expect(box(panel).getBoundingClientRect().width, 'as wide as its place').to.be.above(400);
    panel.setAttribute('layout', 'popover');
    await panel.updateComplete;
    expect(look()).to.deep.equal(['dialog', false, 400]);
    expect(panel.shadowRoot!.querySelectorAll('app-inbox-notification')).to.have.length(2);
  });

  it('has the site’s own in its slots, and its parts in the site’s style', async () => {
    const page = await fixture(html`
      <div>
        <style>
          app-inbox-panel::part(header) {
            border-block-end: 7px solid;
          }
          .own::part(title) {
            letter-spacing: 3px;
          }
        </style>
        <app-inbox-panel language="en" .inbox=${inbox()}>
          <a slot="footer" href="#all">All messages</a>
        </app-inbox-panel>
        <app-inbox-notification class="own" language="en" .notification=${makeNotification(0)}
          ><b slot="start">Start</b><i slot="end">End</i
          ><button slot="tools">Tool</button></app-inbox-notification
        >
      </div>
    `);
    const panel = page.querySelector<AppInboxPanel>('app-inbox-panel')!;
    panel.open = true;
    await whenReady(panel);
    const whole = box(panel).getBoundingClientRect();
    const footer = page.querySelector('[slot=footer]')!.getBoundingClientRect();
    expect(footer.height).to.be.above(0);
    expect(footer.bottom, 'at the foot').to.be.closeTo(whole.bottom, 4);
    const header = panel.shadowRoot!.querySelector('[part=header]')!;
    expect(getComputedStyle(header).borderBlockEndWidth).to.equal('7px');
    const row = page.querySelector<AppInboxNotification>('.own')!;
    const within = row.getBoundingClientRect();
    for (const slot of ['start', 'end', 'tools']) {
      const {top, bottom, width} = row.querySelector(`[slot=${slot}]`)!.getBoundingClientRect();
      expect([top >= within.top, bottom <= within.bottom, width > 0], slot).to.deep.equal([true, true, true]);
    }
    expect(getComputedStyle(row.shadowRoot!.querySelector('[part=title]')!).letterSpacing).to.equal('3px');
  });

  it('works in a shadow root of the site’s own: it opens, has the focus, and gives it back', async () => {
    const host = await fixture(html`<div></div>`);
    const root = host.attachShadow({mode: 'open'});
    const button = document.createElement('button');
    const panel = document.createElement('app-inbox-panel');
    Object.assign(panel, {inbox: inbox(), language: 'en', anchor: button});
    root.append(button, panel);
    button.focus();
    panel.open = true;
    await whenReady(panel);
    await waitUntil(() => panel.shadowRoot!.activeElement?.id === 'heading');
    panel.shadowRoot!.querySelector<HTMLElement>('app-inbox-notification')!.focus();
    panel.shadowRoot!.activeElement!.dispatchEvent(
      new KeyboardEvent('keydown', {key: 'Escape', bubbles: true, composed: true, cancelable: true}),
    );
    await panel.updateComplete;
    expect(panel.open).to.equal(false);
    expect(root.activeElement === button, 'the focus').to.equal(true);
  });
});
