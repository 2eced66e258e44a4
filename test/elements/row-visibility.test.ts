import {expect, fixture, html} from '@open-wc/testing';
import type {AppInboxNotification} from '../../src/elements/notification/notification.ts';
import {RowVisibility} from '../../src/elements/panel/row-visibility.ts';
import {FakeClock} from './fake-clock.ts';
import {makeNotification} from './fake-inbox.ts';

/** Three rows of 80 px in a box of 100: of the second a quarter is there, of the third nothing. */
async function setUp() {
  const scroller = await fixture<HTMLElement>(html`
    <div style="height: 100px; overflow: auto">
      ${[0, 1, 2].map(() => html`<div style="height: 80px"></div>`)}
    </div>
  `);
  const rows = [...scroller.children].map((row, index) =>
    Object.assign(row, {notification: makeNotification(index), measure() {}}),
  ) as unknown as AppInboxNotification[];
  const clock = new FakeClock();
  const seen: string[] = [];
  const visibility = new RowVisibility(
    {addController() {}, removeController() {}, requestUpdate() {}, updateComplete: Promise.resolve(true)},
    {getScroller: () => scroller, onSeen: (ids) => seen.push(...ids), clock},
  );
  visibility.watch(rows);
  /** Until a frame has been laid out, and all observers have been told of it. */
  const settle = async () => {
    await new Promise<void>((resolve) => {
      const last = new IntersectionObserver(
        () => {
          last.disconnect();
          resolve();
        },
        {root: scroller},
      );
      last.observe(rows[0]!);
    });
    await new Promise((resolve) => setTimeout(resolve));
  };
  const scrollTo = async (top: number) => {
    scroller.scrollTop = top;
    await settle();
  };
  await settle();
  return {clock, seen, scrollTo, visibility};
}

describe('what counts as seen', () => {
  it('is a row of which half has been visible for a second, and no less of it for any time', async () => {
    const {clock, seen, scrollTo} = await setUp();
    clock.pass(999);
    expect(seen).to.deep.equal([]);
    clock.pass(1);
    expect(seen).to.deep.equal(['n0']);
    await scrollTo(18);
    clock.pass(60_000);
    expect(seen, '38 of 80 pixels').to.deep.equal(['n0']);
    await scrollTo(22);
    clock.pass(1000);
    expect(seen, '42 of 80 pixels').to.deep.equal(['n0', 'n1']);
  });

  it('is no row that has gone before the second is over', async () => {
    const {clock, seen, scrollTo} = await setUp();
    await scrollTo(70);
    clock.pass(600);
    await scrollTo(0);
    clock.pass(600);
    await scrollTo(70);
    clock.pass(999);
    expect(seen).to.deep.equal([]);
    clock.pass(1);
    expect(seen).to.deep.equal(['n1']);
  });

  it('is nothing in a page that is hidden: the second begins when it is shown', async () => {
    const {clock, seen, visibility} = await setUp();
    clock.pass(600);
    clock.setVisible(false);
    clock.pass(60_000);
    clock.setVisible(true);
    clock.pass(999);
    expect(seen).to.deep.equal([]);
    clock.pass(1);
    expect(seen).to.deep.equal(['n0']);
    visibility.stop();
    expect([clock.timerCount, clock.watcherCount]).to.deep.equal([0, 0]);
  });
});
