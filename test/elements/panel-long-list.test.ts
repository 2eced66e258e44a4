import {expect, waitUntil} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import fc from 'fast-check';
import {FakeInbox, makeNotification} from './fake-inbox.ts';
import {openPanel} from './open-panel.ts';
import {isNeverFocused} from './webkit.ts';

const many = (count: number) =>
  FakeInbox.with(
    Array.from({length: count}, (_, index) =>
      // Rows of different heights.
      makeNotification(index, {seenAt: 1, content: 'A few words more than before. '.repeat(index % 7)}),
    ),
  );
const frame = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));

async function setUp(count: number) {
  const inbox = many(count);
  const page = await openPanel(inbox);
  const scroller = page.root.querySelector<HTMLElement>('.scroller')!;
  const settle = async () => {
    for (let i = 0; i < 3; i++) {
      await frame();
      await page.panel.updateComplete;
    }
  };
  const scrollTo = async (top: number) => {
    scroller.scrollTop = top;
    await settle();
  };
  const {rows} = page;
  /** The first row that is wholly on screen, and where. */
  const firstVisible = () => {
    const {top} = scroller.getBoundingClientRect();
    const row = rows().find((one) => one.getBoundingClientRect().top >= top && !one.matches('.away'))!;
    return {id: row.notification!.id, top: Math.round(row.getBoundingClientRect().top - top)};
  };
  const nodes = () => {
    const count = (root: ParentNode): number =>
      [...root.querySelectorAll('*')].reduce(
        (sum, {shadowRoot}) => sum + 1 + (shadowRoot ? count(shadowRoot) : 0),
        0,
      );
    return count(page.root);
  };
  return {...page, inbox, scroller, scrollTo, settle, firstVisible, nodes};
}

describe('<app-inbox-panel> with ten thousand notifications', () => {
  before(() => setViewport({width: 1000, height: 800}));

  it('renders what is on screen and a margin, wherever that is', async () => {
    const {rows, nodes, scroller, scrollTo} = await setUp(10_000);
    for (const part of [0, 0.3, 0.99999]) {
      await scrollTo(scroller.scrollHeight * part);
      const box = scroller.getBoundingClientRect();
      const boxes = rows().map((row) => row.getBoundingClientRect());
      expect(Math.min(...boxes.map(({top}) => top)), `at ${part}`).to.be.below(box.top + 31);
      expect(Math.max(...boxes.map(({bottom}) => bottom)), `at ${part}`).to.be.at.least(box.bottom - 2);
      expect(nodes(), `at ${part}`).to.be.below(1500);
    }
    expect(rows().at(-1)!.getAttribute('aria-posinset')).to.equal('10000');
    expect(rows().at(-1)!.getAttribute('aria-setsize')).to.equal('10000');
  });

  it('says of each row which one it is of all', async () => {
    const {rows, scrollTo} = await setUp(1000);
    await scrollTo(40_000);
    for (const row of rows())
      expect(row.getAttribute('aria-posinset')).to.equal(String(Number(row.notification!.id.slice(1)) + 1));
  });

  it('has headings that stick: the day of the first row on screen stands over it, whole', async () => {
    const {inbox, root, panel, scroller, scrollTo, settle, rows} = await setUp(600);
    const day = new Date();
    const daysAgo = (days: number) => new Date(day).setDate(day.getDate() - days);
    inbox.patch({
      notifications: inbox.state.notifications.map((row, index) => ({
        ...row,
        createdAt: daysAgo(index < 20 ? 0 : index < 40 ? 1 : 60),
      })),
    });
    await panel.updateComplete;
    await settle();
    const headingAt = (row: Element) => {
      let before = row.previousElementSibling;
      while (before && !before.matches('.day')) before = before.previousElementSibling;
      return before;
    };
    const names = new Set<string>();
    for (const part of [0.002, 0.05, 0.5, 0.9]) {
      await scrollTo(scroller.scrollHeight * part);
      const {top} = scroller.getBoundingClientRect();
      const under = rows().find((row) => row.getBoundingClientRect().bottom > top + 40)!;
      const heading = headingAt(under)!;
      const box = heading.getBoundingClientRect();
      const where = `at ${part}`;
      expect(Math.abs(box.top - top), where).to.be.below(1.5);
      expect(box.height, where).to.be.at.least(30);
      // Nothing of a row shines through it.
      for (const y of [2, box.height / 2, box.height - 2])
        expect(root.elementFromPoint(box.left + 40, box.top + y), where).to.equal(heading);
      names.add(heading.textContent);
    }
    expect([...names]).to.deep.equal(['Today', 'Yesterday', 'Earlier']);
  });

  it('keeps what is being read in its place when something arrives or goes above it', async () => {
    const {inbox, panel, scrollTo, settle, firstVisible} = await setUp(1000);
    await scrollTo(20_000);
    const before = firstVisible();
    /** To the pixel that scrolling rounds to. */
    const expectSamePlace = () => {
      const {id, top} = firstVisible();
      expect(id).to.equal(before.id);
      expect(top).to.be.closeTo(before.top, 1);
    };
    inbox.receive(makeNotification(-1, {content: 'Something new, with a line of its own. '.repeat(3)}));
    await settle();
    expectSamePlace();
    inbox.patch({notifications: inbox.state.notifications.slice(3)});
    await settle();
    expectSamePlace();
    await panel.updateComplete;
  });

  it('says over the list how many have arrived, and brings to them', async () => {
    const {inbox, rows, root, scroller, scrollTo, settle, find} = await setUp(1000);
    await scrollTo(20_000);
    for (const index of [-1, -2, -3]) inbox.receive(makeNotification(index));
    await settle();
    find('.arrivals button', '3 new notifications')!.click();
    await settle();
    await waitUntil(() => scroller.scrollTop === 0, 'at the beginning');
    expect(rows()[0]!.notification!.id).to.equal('n-3');
    expect(root.activeElement).to.equal(rows()[0]);
    await settle();
    expect(root.querySelector('.arrivals')).to.equal(null);
  });

  it('keeps the row with the focus when it is scrolled away, and goes on from there', async function () {
    if (isNeverFocused) this.skip();
    const {root, rows, scrollTo, settle, key} = await setUp(1000);
    rows()[2]!.focus();
    await scrollTo(30_000);
    expect((root.activeElement as HTMLElement).matches('.away')).to.equal(true);
    await key('ArrowDown');
    await settle();
    const focused = root.activeElement as typeof rows extends () => (infer T)[] ? T : never;
    expect(focused.notification!.id).to.equal('n3');
    await key('End');
    await settle();
    expect(root.activeElement!.getAttribute('aria-posinset')).to.equal('1000');
    const box = root.activeElement!.getBoundingClientRect();
    // A scroller stands on whole pixels of the device, a row on parts of them.
    expect(box.bottom).to.be.below(root.querySelector('.scroller')!.getBoundingClientRect().bottom + 2);
  });

  it('never loses the focus, whatever happens', async function () {
    this.timeout(60_000);
    const step = fc.oneof(
      fc.record({
        kind: fc.constant('key' as const),
        key: fc.constantFrom('ArrowDown', 'ArrowUp', 'PageDown', 'Home', 'End', 'e', 'u', 'z', 'Delete'),
      }),
      fc.record({kind: fc.constant('arrive' as const)}),
      fc.record({kind: fc.constant('remove' as const), part: fc.double({min: 0, max: 1, noNaN: true})}),
      fc.record({kind: fc.constant('read' as const)}),
      fc.record({kind: fc.constant('scroll' as const), part: fc.double({min: 0, max: 1, noNaN: true})}),
    );
    let serial = 0;
    for (const count of [5, 400]) {
      const {inbox, root, rows, scroller, panel, key} = await setUp(count);
      rows()[0]!.focus();
      await fc.assert(
        fc.asyncProperty(fc.array(step, {minLength: 25, maxLength: 25}), async (steps) => {
          for (const one of steps) {
            const {notifications} = inbox.state;
            if (one.kind === 'key') await key(one.key);
            else if (one.kind === 'arrive') inbox.receive(makeNotification(--serial, {seenAt: 1}));
            else if (one.kind === 'read') await inbox.markAllRead();
            else if (one.kind === 'scroll') scroller.scrollTop = scroller.scrollHeight * one.part;
            else if (notifications.length > 2) {
              const gone = Math.floor(one.part * (notifications.length - 1));
              inbox.patch({notifications: notifications.filter((_, index) => index !== gone)});
            }
            await panel.updateComplete;
            await panel.updateComplete;
            await Promise.resolve();
            if (inbox.state.notifications.length < 3)
              inbox.patch({notifications: [1, 2, 3, 4].map(() => makeNotification(--serial, {seenAt: 1}))});
            expect(root.activeElement, JSON.stringify(one)).not.to.equal(null);
          }
        }),
        {numRuns: 100},
      );
      panel.remove();
    }
  });
});
