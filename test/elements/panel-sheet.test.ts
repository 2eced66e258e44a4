import {expect} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import {FakeInbox, makeNotification} from './fake-inbox.ts';
import {nextEvent} from './next-event.ts';
import {openPanel} from './open-panel.ts';

/** A finger, as far as there is one in a browser without a touch screen. */
function finger(target: Element) {
  let at = performance.now();
  const send = (type: string, x: number, y: number, wait: number) => {
    at += wait;
    const touch = {clientX: x, clientY: y};
    const event = Object.assign(new Event(type, {bubbles: true, composed: true, cancelable: true}), {
      touches: type === 'touchend' ? [] : [touch],
      changedTouches: [touch],
    });
    Object.defineProperty(event, 'timeStamp', {value: at});
    target.dispatchEvent(event);
    return event;
  };
  return {
    down: (y: number, x = 100) => send('touchstart', x, y, 0),
    /** @param wait milliseconds since the last movement */
    to: (y: number, {x = 100, wait = 200} = {}) => send('touchmove', x, y, wait),
    up: (y: number, wait = 200) => send('touchend', 100, y, wait),
  };
}

async function openSheet() {
  const rows = Array.from({length: 30}, (_, index) => makeNotification(index));
  const {panel, root} = await openPanel(FakeInbox.with(rows));
  const box = root.querySelector<HTMLElement>('.panel')!;
  const scroller = root.querySelector<HTMLElement>('.scroller')!;
  return {panel, root, box, scroller, header: root.querySelector('[part=header]')!};
}

const settled = (box: Element) => Promise.all(box.getAnimations().map(({finished}) => finished));

describe('<app-inbox-panel> as a sheet', () => {
  // WebKitGTK's window cannot be narrower than 447 px.
  before(() => setViewport({width: 450, height: 640}));
  after(() => setViewport({width: 1000, height: 800}));

  it('follows a finger that draws it down, and closes when that has gone far', async () => {
    const {panel, box, header} = await openSheet();
    const {down, to, up} = finger(header);
    down(20);
    expect(to(120).defaultPrevented).to.equal(true);
    expect(box.style.translate).to.equal('0px 100px');
    to(320);
    const closed = nextEvent(panel, 'app-inbox-close');
    up(320);
    await closed;
    expect(panel.open).to.equal(false);
    await Promise.resolve();
    expect(box.style.translate, 'the next time it is in its place').to.equal('');
  });

  it('goes back when the finger leaves it early', async () => {
    const {panel, box, header} = await openSheet();
    const {down, to, up} = finger(header);
    down(20);
    to(120);
    up(120);
    await settled(box);
    expect(panel.open).to.equal(true);
    expect(box.getBoundingClientRect().top).to.equal(0);
  });

  it('closes by a short flick', async () => {
    const {panel, header} = await openSheet();
    const {down, to, up} = finger(header);
    down(20);
    to(40, {wait: 16});
    to(90, {wait: 16});
    const closed = nextEvent(panel, 'app-inbox-close');
    up(100, 16);
    await closed;
  });

  it('is drawn at its list only from the beginning of that', async () => {
    const {box, scroller} = await openSheet();
    const {down, to, up} = finger(scroller);
    scroller.scrollTop = 40;
    down(200);
    expect(to(300).defaultPrevented).to.equal(false);
    expect(box.style.translate).to.equal('');
    up(300);
    scroller.scrollTop = 0;
    down(200);
    to(300);
    expect(box.style.translate).to.equal('0px 100px');
    to(200);
    up(200);
  });

  it('leaves a finger that goes aside or up to the rows', async () => {
    const {box, scroller} = await openSheet();
    const {down, to, up} = finger(scroller);
    for (const [x, y] of [
      [200, 210],
      [100, 150],
    ] as const) {
      down(200);
      expect(to(y, {x}).defaultPrevented).to.equal(false);
      to(y + 200, {x});
      expect(box.style.translate).to.equal('');
      up(y + 200);
    }
  });

  it('is not drawn beside the bell', async () => {
    await setViewport({width: 1000, height: 800});
    const {box, header} = await openSheet();
    const {down, to, up} = finger(header);
    down(20);
    to(320);
    expect(box.style.translate).to.equal('');
    up(320);
    await setViewport({width: 450, height: 640});
  });
});
