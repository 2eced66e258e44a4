import {pageClock, type PageClock} from './page-clock.ts';

/** Times are shown to the minute, so they are looked at twice in one: never more than half a minute late. */
const PERIOD = 30_000;

/**
 * One timer for everything that shows a relative time. It runs while somebody listens and the page is visible, and
 * ticks at once when the page comes back.
 */
export class Ticker {
  #clock: PageClock;
  #listeners = new Set<() => void>();
  #timer: unknown;
  #stopWatching?: () => void;

  constructor(clock: PageClock = pageClock) {
    this.#clock = clock;
  }

  /** Calls back at every tick until the returned function is called. */
  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    if (this.#listeners.size === 1) {
      this.#stopWatching = this.#clock.onVisibilityChange(() =>
        this.#clock.isVisible() ? this.#tick() : this.#rest(),
      );
      if (this.#clock.isVisible()) this.#schedule();
    }
    return () => {
      if (!this.#listeners.delete(listener) || this.#listeners.size) return;
      this.#rest();
      this.#stopWatching?.();
    };
  }

  #tick(): void {
    this.#rest();
    this.#schedule();
    for (const listener of this.#listeners) listener();
  }

  #schedule(): void {
    this.#timer = this.#clock.setTimeout(() => this.#tick(), PERIOD);
  }

  #rest(): void {
    this.#clock.clearTimeout(this.#timer);
  }
}

/** The page's ticker. */
export const ticker = new Ticker();
