/** What runs in the page of `scrolling.ts`: the real elements of the desk, over a client in memory that answers at once. */
import '../../../src/agent/conversations/define.ts';
import {FakeClient, message, summary} from '../../agent/conversations/fake-client.ts';

const WORDS = 'Something about the order that I wanted to ask, and here is a little more of it. ';
const HOUR = 3_600_000;

const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
const settled = async () => {
  for (let index = 0; index < 3; index++) await frame();
};

function makeClient(conversations: number, messages: number): FakeClient {
  const fake = new FakeClient();
  const now = Date.now();
  fake.rows = Array.from({length: conversations}, (_, index) =>
    summary(index, {
      preview: WORDS,
      labels: index % 3 ? [] : ['Delivery', 'Refund'],
      lastMessageAt: now - index * 60_000,
      waitingSince: index % 4 ? null : now - index * 60_000,
      unread: index % 5 ? 0 : 2,
    }),
  );
  fake.messages = Array.from({length: messages}, (_, index) =>
    message(index + 1, {
      author: index % 3 ? 'visitor' : 'agent',
      name: index % 3 ? 'V1' : 'Nadia',
      text: WORDS.repeat(1 + (index % 4)) + (index % 20 ? '' : 'https://shop.example/orders'),
      at: now - (messages - index) * HOUR,
    }),
  );
  return fake;
}

let scroller: HTMLElement;

export const bench = {
  /** The list of so many conversations, with all of them loaded. */
  async list(count: number): Promise<void> {
    const list = document.createElement('agent-conversations');
    list.style.setProperty('height', '800px');
    list.client = makeClient(count, 0).client;
    document.body.replaceChildren(list);
    await settled();
    scroller = list.renderRoot.querySelector<HTMLElement>('.rows')!;
    for (let height = 0; height < scroller.scrollHeight;) {
      height = scroller.scrollHeight;
      scroller.scrollTop = height;
      await settled();
    }
    if (scroller.scrollHeight < count * 60) throw new Error(`The list is ${scroller.scrollHeight} px high`);
    scroller.scrollTop = 0;
    await settled();
  },
  /** A conversation with so many messages, all of them loaded, at its end. */
  async conversation(count: number): Promise<void> {
    const conversation = document.createElement('agent-conversation');
    conversation.style.setProperty('height', '800px');
    conversation.client = makeClient(1, count).client;
    conversation.conversation = 'c1';
    document.body.replaceChildren(conversation);
    await settled();
    scroller = conversation.renderRoot.querySelector<HTMLElement>('.log')!;
    for (;;) {
      const more = scroller.querySelector<HTMLElement>('.text-button');
      if (!more) break;
      more.click();
      await settled();
    }
    const shown = scroller.querySelectorAll('.message').length;
    if (shown !== count) throw new Error(`${shown} messages are there`);
    scroller.scrollTop = scroller.scrollHeight;
    await settled();
  },
  /**
   * Frames while the wheel turns: milliseconds each.
   *
   * @param step pixels; negative: up
   */
  async scroll(step: number): Promise<number[]> {
    const frames: number[] = [];
    for (let last = await frame(), index = 0; index < 240; index++) {
      scroller.scrollTop += step;
      const now = await frame();
      frames.push(now - last);
      last = now;
    }
    return frames;
  },
};

declare global {
  interface Window {
    desk: typeof bench;
  }
}
window.desk = bench;
