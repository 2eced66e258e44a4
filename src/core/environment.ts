import type {TabBus} from './tab-bus.ts';

/** What the page tells those who run in it. */
export type EnvironmentSignal =
  | 'wake' // visible again, back from the back/forward cache, or online: what is known may be old
  | 'offline' // the browser says that there is no network
  | 'hide'; // the page may be gone after this: the last chance to send

/**
 * Everything the core takes from the world around it, so that tests can give it another one and Node can do without
 * a page.
 */
export interface Environment {
  fetch(url: string, init: RequestInit): Promise<Response>;
  /** Epoch, milliseconds: for times that people see. */
  now(): number;
  /** Milliseconds since some start, never set back: for durations. */
  elapsed(): number;
  /** In [0, 1). */
  random(): number;
  /** A key that nobody else will make. @default a random one: see `makeKey` */
  uuid?(): string;
  /** Calls back after so many milliseconds; returns what cancels it. */
  after(milliseconds: number, callback: () => void): () => void;
  /** Calls back when the page has nothing better to do. */
  whenIdle(callback: () => void): void;
  isOnline(): boolean;
  isVisible(): boolean;
  /** Calls back with each signal; returns what ends it. */
  watch(listener: (signal: EnvironmentSignal) => void): () => void;
  /** How this tab speaks with the others; undefined: it works alone. @default the page's own channel and locks */
  openTabBus?(name: string): TabBus | undefined;
}

/** Longer timers fire at once: browsers and Node keep the delay in 32 signed bits (HTML, "timers"). */
const MAX_DELAY = 2 ** 31 - 1;

function watch(listener: (signal: EnvironmentSignal) => void): () => void {
  if (typeof document === 'undefined') return () => {};
  const stop = new AbortController();
  const {signal} = stop;
  const wake = () => listener('wake');
  const hide = () => listener('hide');
  addEventListener('online', wake, {signal});
  addEventListener('offline', () => listener('offline'), {signal});
  addEventListener('pageshow', (event) => event.persisted && wake(), {signal});
  addEventListener('pagehide', hide, {signal});
  document.addEventListener('visibilitychange', () => (document.hidden ? hide : wake)(), {signal});
  return () => stop.abort();
}

/** The environment of a browser page, a worker or Node. */
export const defaultEnvironment: Environment = {
  fetch: (url, init) => fetch(url, init),
  now: () => Date.now(),
  elapsed: () => performance.now(),
  random: () => Math.random(),
  after(milliseconds, callback) {
    const timer = setTimeout(callback, Math.min(milliseconds, MAX_DELAY));
    return () => clearTimeout(timer);
  },
  whenIdle(callback) {
    // Safari has no idle callback; the time-out keeps a busy page from putting it off for ever.
    if (typeof requestIdleCallback === 'function') requestIdleCallback(callback, {timeout: 2000});
    else setTimeout(callback, 50);
  },
  // Node 20 has a navigator without onLine: only a plain false means offline.
  isOnline: () => typeof navigator === 'undefined' || navigator.onLine !== false,
  isVisible: () => typeof document === 'undefined' || !document.hidden,
  watch,
};
