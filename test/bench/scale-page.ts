/** What runs in the page of `scale.ts`: the real inbox and panel over a platform of a few lines that answers at once. */
import '../../src/entries/define.ts';
import {createInbox, type Inbox} from '../../src/entries/index.ts';
import type {AppInboxPanel} from '../../src/elements/panel/panel.ts';

const START = Date.now();
const WORDS = 'Something happened that you may want to know about, and here is a little more of it. ';

const message = (index: number) => ({
  id: `m${index}`,
  title: `Your order ${index} is on its way`,
  content: WORDS.repeat(1 + (Math.abs(index) % 3)),
  createdDate: START - index * 60_000,
  newMessage: index % 2 === 0,
  category: 'orders',
  seenAt: 1,
});

let stream: ReadableStreamDefaultController<Uint8Array> | undefined;
let inbox: Inbox;
let panel: AppInboxPanel;
let serial = 0;

function answer(path: string, count: number): Response {
  const headers = {'ES-TOKEN': 'next'};
  if (path.endsWith('/count')) return Response.json({count: count / 2}, {headers});
  if (path.endsWith('/messages'))
    return Response.json(
      {list: Array.from({length: count}, (_, index) => message(index)), totalPages: 1},
      {headers},
    );
  if (!path.endsWith('/stream')) return Response.json({results: []}, {headers});
  const body = new ReadableStream<Uint8Array>({start: (controller) => void (stream = controller)});
  return new Response(body, {headers: {...headers, 'Content-Type': 'text/event-stream'}});
}

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
/** After the frame that shows what has been rendered. */
const painted = () => frame().then(() => new Promise((resolve) => setTimeout(resolve)));

function countNodes(root: ParentNode): number {
  return [...root.querySelectorAll('*')].reduce(
    (sum, {shadowRoot}) => sum + 1 + (shadowRoot ? countNodes(shadowRoot) : 0),
    0,
  );
}

const scroller = () => panel.shadowRoot!.querySelector<HTMLElement>('.scroller')!;

/** What is asked of the page, by name. */
export const bench = {
  /** Loads so many, with the panel closed. */
  async load(count: number): Promise<void> {
    inbox = createInbox({
      apiUrl: 'https://platform.test',
      getAuthTokenCallback: () => Promise.resolve('c_bench.secret'),
      capabilities: ['stream', 'events', 'rich'],
      storage: 'none',
      environment: {fetch: (url) => Promise.resolve(answer(new URL(String(url)).pathname, count))},
    });
    panel = document.createElement('app-inbox-panel');
    panel.inbox = inbox;
    panel.language = 'en';
    document.body.append(panel);
    await inbox.load();
    await painted();
  },
  /** Renders ahead, as the script tag does while nothing else is to do. */
  prepare: () => void panel.prepare((callback) => setTimeout(callback)),
  /** Milliseconds from opening to the frame after which the rows are there. */
  async open(): Promise<number> {
    const start = performance.now();
    panel.open = true;
    await panel.updateComplete;
    await painted();
    return performance.now() - start;
  },
  nodes: () => countNodes(panel.shadowRoot!),
  /** Frames while the wheel turns through a part of the list: milliseconds each. */
  async scroll(): Promise<number[]> {
    const frames: number[] = [];
    for (let last = await frame(), index = 0; index < 240; index++) {
      scroller().scrollTop += 120;
      const now = await frame();
      frames.push((now as number) - (last as number));
      last = now;
    }
    return frames;
  },
  async arrive(): Promise<void> {
    const data = JSON.stringify({...message(--serial), createdDate: Date.now() + -serial});
    stream?.enqueue(new TextEncoder().encode(`id: ${-serial}\nevent: message\ndata: ${data}\n\n`));
    await painted();
    await painted();
  },
  async markAll(): Promise<void> {
    await inbox.markAllRead();
    await painted();
  },
  top: () => void (scroller().scrollTop = 0),
};

declare global {
  interface Window {
    bench: typeof bench;
  }
}
window.bench = bench;
