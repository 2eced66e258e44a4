import {expect, nextFrame} from '@open-wc/testing';
import {executeServerCommand} from '@web/test-runner-commands';
import './define.ts';
import {FakeInbox, makeNotification} from './fake-inbox.ts';
import {whenReady} from './when-ready.ts';

interface Counters {
  nodes: number;
  jsEventListeners: number;
}

const MOUNTS = 100;

/** Undefined in browsers that do not tell. */
const count = async () =>
  (await executeServerCommand<Counters | false, undefined>('dom-counters', undefined)) || undefined;

/** As a router does it: a page with bell and inbox, opened, and another page. */
async function mount(inbox: FakeInbox): Promise<void> {
  const page = document.createElement('main');
  const bell = document.createElement('app-inbox-bell');
  const panel = document.createElement('app-inbox-panel');
  bell.inbox = panel.inbox = inbox;
  panel.anchor = bell;
  page.append(bell, panel);
  document.body.append(page);
  panel.open = true;
  await whenReady(panel);
  await nextFrame();
  page.remove();
  await nextFrame();
}

describe('a page that comes and goes', () => {
  it(`has after ${MOUNTS} times no listener and no element more than before`, async function () {
    this.timeout(60_000);
    const inbox = FakeInbox.with([0, 1, 2].map((index) => makeNotification(index)));
    // What is made once and kept, style sheets and words, is made.
    for (let time = 0; time < 5; time++) await mount(inbox);
    const before = await count();
    for (let time = 0; time < MOUNTS; time++) await mount(inbox);
    expect(inbox.subscriberCount).to.equal(0);
    if (!before) return;
    const after = (await count())!;
    // Of each, less than one a mount.
    expect(after.jsEventListeners - before.jsEventListeners).to.be.below(MOUNTS / 2);
    expect(after.nodes - before.nodes).to.be.below(MOUNTS / 2);
  });
});
