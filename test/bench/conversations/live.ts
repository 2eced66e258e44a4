/**
 * From a visitor's send to the agent's screen: the platform as `npm start` runs it in a process of its own, five hundred
 * visitors with open conversations and open streams, and the desk's own page in a browser. The clock runs from before the
 * visitor's request to the end of the frame in which the list shows the message's beginning.
 */
import type {Browser} from 'playwright-core';
import {AGENTS} from '../../../demo/seed/teams.ts';
import {startPlatform} from '../../journeys/support/platform.ts';
import {createTestVisitor, type TestVisitor} from '../../platform/support/visitor.ts';

const CONVERSATIONS = 500;
const SENDS = 300;
/** Somebody writes so often: milliseconds. */
const PAUSE = 100;
const PASSWORD = 'dig-and-deliver';

/** Milliseconds. */
export interface Latency {
  median: number;
  p99: number;
}

interface Watcher {
  /** When the list's first rows showed this text, by the clock of the whole machine. */
  shown(text: string): Promise<number>;
}

/** Runs in the desk's page. */
function watchList(): void {
  const list = document.querySelector('agent-conversations')!;
  // Also of what is shown before somebody asks for it.
  const times = new Map<string, Promise<number>>();
  const waiting = new Map<string, (time: Promise<number>) => void>();
  const painted = () =>
    new Promise<number>((resolve) =>
      requestAnimationFrame(() => {
        const {port1, port2} = new MessageChannel();
        port1.onmessage = () => resolve(performance.timeOrigin + performance.now());
        port2.postMessage(undefined);
      }),
    );
  new MutationObserver(() => {
    for (const preview of list.shadowRoot!.querySelectorAll('.preview')) {
      const text = preview.textContent.trim();
      if (times.has(text)) continue;
      const time = painted();
      times.set(text, time);
      waiting.get(text)?.(time);
    }
  }).observe(list.shadowRoot!, {subtree: true, childList: true, characterData: true});
  const watcher: Watcher = {
    shown: (text) => times.get(text) ?? new Promise((resolve) => waiting.set(text, resolve)),
  };
  Object.assign(window, {watcher});
}

const percentile = (values: readonly number[], part: number) =>
  [...values].sort((a, b) => a - b)[Math.ceil(values.length * part) - 1]!;

async function signIn(url: string): Promise<{name: string; value: string; url: string}> {
  const response = await fetch(`${url}/desk/api/v1/session`, {
    method: 'POST',
    headers: {'Content-Type': 'application/json'},
    body: JSON.stringify({email: AGENTS[0]!.email, password: PASSWORD}),
  });
  const [name, value] = response.headers.getSetCookie()[0]!.split(';')[0]!.split('=') as [string, string];
  return {name, value, url};
}

export async function measureLatency(browser: Browser): Promise<Latency> {
  const platform = await startPlatform({});
  const context = await browser.newContext({viewport: {width: 1280, height: 800}});
  const visitors: TestVisitor[] = [];
  const streams: {close: () => void}[] = [];
  try {
    for (let index = 0; index < CONVERSATIONS; index++) {
      const visitor = await createTestVisitor(platform);
      await visitor.say(`Hello from ${index}`);
      streams.push(await visitor.stream());
      visitors.push(visitor);
    }
    await context.addCookies([await signIn(platform.url)]);
    // esbuild, which runs this file, calls it in every function that it has named.
    await context.addInitScript('globalThis.__name = (value) => value');
    const page = await context.newPage();
    await page.goto(`${platform.url}/desk/conversations`);
    await page.locator('agent-conversations .row').first().waitFor();
    await page.evaluate(watchList);
    const times: number[] = [];
    for (let index = 0; index < SENDS; index++) {
      const text = `Message ${index}`;
      const shown = page.evaluate(
        (words) => (window as unknown as {watcher: Watcher}).watcher.shown(words),
        text,
      );
      const start = performance.timeOrigin + performance.now();
      await visitors[(index * 7) % CONVERSATIONS]!.say(text);
      times.push((await shown) - start);
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
    return {median: percentile(times, 0.5), p99: percentile(times, 0.99)};
  } finally {
    for (const stream of streams) stream.close();
    await context.close();
    await platform.stop();
  }
}
