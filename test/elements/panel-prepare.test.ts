import {expect, fixture, html} from '@open-wc/testing';
import type {AppInboxPanel} from '../../src/elements/panel/panel.ts';
import {loadTranslation} from '../../src/i18n/translations.ts';
import './define.ts';
import {FakeInbox, makeNotification} from './fake-inbox.ts';
import {whenReady} from './when-ready.ts';

/** A closed panel whose idle moments come when the test says so. */
async function setUp() {
  await loadTranslation('en');
  const inbox = FakeInbox.with(Array.from({length: 12}, (_, index) => makeNotification(index)));
  const panel = await fixture<AppInboxPanel>(
    html`<app-inbox-panel .inbox=${inbox} language="en"></app-inbox-panel>`,
  );
  let next: (() => void) | undefined;
  const done = panel.prepare((callback) => (next = callback));
  await whenReady(panel);
  const idle = async () => {
    const callback = next;
    next = undefined;
    callback?.();
    await whenReady(panel);
    return callback !== undefined;
  };
  const rows = () => panel.shadowRoot!.querySelectorAll('app-inbox-notification').length;
  const box = () => panel.shadowRoot!.querySelector('[part=panel]');
  return {panel, idle, rows, box, done};
}

describe('a panel that is prepared', () => {
  it('renders its rows before it opens, a few in each idle moment, and shows nothing', async () => {
    const {idle, rows, box, done} = await setUp();
    const counts = [rows()];
    while (await idle()) counts.push(rows());
    await done;
    const steps = counts.slice(1).map((count, index) => count - counts[index]!);
    expect(Math.max(...steps), 'rows in one step').to.be.at.most(2);
    expect(counts.at(-1)).to.equal(12);
    expect(getComputedStyle(box()!).visibility).to.equal('hidden');
  });

  it('leaves the rest to a contact who is faster', async () => {
    const {panel, idle, rows, box, done} = await setUp();
    for (let step = 0; step < 4; step++) await idle();
    panel.open = true;
    await whenReady(panel);
    expect(rows()).to.equal(12);
    expect(getComputedStyle(box()!).visibility).to.equal('visible');
    await idle();
    await done;
    expect(rows()).to.equal(12);
  });

  it('does nothing for a panel that was opened before there was an idle moment', async () => {
    const {panel, idle, rows, done} = await setUp();
    panel.open = true;
    await whenReady(panel);
    while (await idle());
    await done;
    expect(rows()).to.equal(12);
  });
});
