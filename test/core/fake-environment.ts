import type {Environment, EnvironmentSignal} from '../../src/core/environment.ts';
import type {TabBus} from '../../src/core/tab-bus.ts';

interface Timer {
  at: number;
  callback: () => void;
}

/** An environment whose clock stands still until a test moves it. */
export class FakeEnvironment implements Environment {
  online = true;
  visible = true;
  /** What `random` gives. */
  chance = 0.5;
  /** How far the visitor's wall clock is off: milliseconds. */
  skew = 0;
  /** Tells the keys of one environment from another's. */
  name = '';
  /** The tabs of its browser; without them it is the only one. */
  browser?: {open(name: string): TabBus};
  /** Answers requests; the browser's own `fetch` unless a test says otherwise. */
  handler: (url: string, init: RequestInit) => Promise<Response> = (url, init) => fetch(url, init);
  /** Lets come to rest what the clock has set off. */
  settle = settle;
  #elapsed = 0;
  #keys = 0;
  #timers = new Set<Timer>();
  #listeners = new Set<(signal: EnvironmentSignal) => void>();

  fetch = (url: string, init: RequestInit) => this.handler(url, init);
  now = () => 1_800_000_000_000 + this.skew + this.#elapsed;
  elapsed = () => this.#elapsed;
  random = () => this.chance;
  uuid = () => `key-${this.name}${++this.#keys}`;
  openTabBus = (name: string) => this.browser?.open(name);
  isOnline = () => this.online;
  isVisible = () => this.visible;

  after = (milliseconds: number, callback: () => void) => {
    const timer = {at: this.#elapsed + milliseconds, callback};
    this.#timers.add(timer);
    return () => void this.#timers.delete(timer);
  };

  whenIdle = (callback: () => void) => void queueMicrotask(callback);

  watch = (listener: (signal: EnvironmentSignal) => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  /** As `document.write` does on a page that is there. */
  loseWatchers(): void {
    this.#listeners.clear();
  }

  signal(signal: EnvironmentSignal): void {
    for (const listener of [...this.#listeners]) listener(signal);
  }

  /** How many timers wait, and how many listeners watch: what a leak would leave. */
  get leftovers(): {timers: number; watchers: number} {
    return {timers: this.#timers.size, watchers: this.#listeners.size};
  }

  /** Moves the clock, firing what is due in order, and lets promises settle in between. */
  async advance(milliseconds: number): Promise<void> {
    const end = this.#elapsed + milliseconds;
    await this.settle();
    for (;;) {
      const due = [...this.#timers].filter((timer) => timer.at <= end).sort((a, b) => a.at - b.at)[0];
      if (!due) break;
      this.#timers.delete(due);
      this.#elapsed = Math.max(this.#elapsed, due.at);
      due.callback();
      await this.settle();
    }
    this.#elapsed = end;
    await this.settle();
  }
}

/**
 * Lets promises settle that wait for nothing but each other, and for the bodies of answers that are there: a browser
 * reads those outside of the page, so that one read after them tells when they are done.
 */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
  await new Response('{}').text();
  await new Promise<void>((resolve) => {
    const {port1, port2} = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
