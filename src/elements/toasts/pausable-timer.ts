import {pageClock, type Clock} from '../base/page-clock.ts';

/** A timer that can rest, and goes on with what was left. It begins at rest. */
export class PausableTimer {
  #clock: Clock;
  #callback: () => void;
  #left: number;
  #startedAt = 0;
  #timer: unknown;

  /** @param duration milliseconds */
  constructor(duration: number, callback: () => void, clock: Clock = pageClock) {
    this.#left = duration;
    this.#callback = callback;
    this.#clock = clock;
  }

  run(): void {
    if (this.#timer !== undefined) return;
    this.#startedAt = this.#clock.now();
    this.#timer = this.#clock.setTimeout(this.#callback, this.#left);
  }

  /** @param atLeast milliseconds that are left when it runs again: time to look and move away */
  rest(atLeast = 0): void {
    if (this.#timer === undefined) return;
    this.#clock.clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#left = Math.max(this.#left - (this.#clock.now() - this.#startedAt), atLeast);
  }
}
