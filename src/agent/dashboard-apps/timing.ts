/** For what must not happen too often. */
import type {Clock} from '../../elements/base/page-clock.ts';

/** Does something once things have been quiet for `pause`, and no later than `limit` after the first call. */
export class Debounce {
  #clock: Clock;
  #action: () => void;
  #pause: number;
  #limit: number;
  #timer: unknown;
  #since = 0;

  constructor(clock: Clock, action: () => void, {pause, limit}: {pause: number; limit: number}) {
    this.#clock = clock;
    this.#action = action;
    this.#pause = pause;
    this.#limit = limit;
  }

  call(): void {
    const now = this.#clock.now();
    if (this.#timer === undefined) this.#since = now;
    else this.#clock.clearTimeout(this.#timer);
    this.#timer = this.#clock.setTimeout(
      () => {
        this.#timer = undefined;
        this.#action();
      },
      Math.max(0, Math.min(this.#pause, this.#since + this.#limit - now)),
    );
  }

  cancel(): void {
    this.#clock.clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}

/** Does something at once, but not again before `pause` has passed: then once for all calls meanwhile. */
export class Throttle {
  #clock: Clock;
  #action: () => void;
  #pause: number;
  #timer: unknown;
  #isDue = false;

  constructor(clock: Clock, action: () => void, pause: number) {
    this.#clock = clock;
    this.#action = action;
    this.#pause = pause;
  }

  call(): void {
    if (this.#timer !== undefined) {
      this.#isDue = true;
      return;
    }
    this.#timer = this.#clock.setTimeout(() => {
      this.#timer = undefined;
      if (this.#isDue) this.call();
    }, this.#pause);
    this.#isDue = false;
    this.#action();
  }

  cancel(): void {
    this.#clock.clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#isDue = false;
  }
}

/** So many at once, so many a second in the long run; what is over is refused. */
export class Allowance {
  #clock: Clock;
  #perSecond: number;
  #burst: number;
  #left: number;
  #at: number;

  constructor(clock: Clock, {perSecond, burst}: {perSecond: number; burst: number}) {
    this.#clock = clock;
    this.#perSecond = perSecond;
    this.#burst = burst;
    this.#left = burst;
    this.#at = clock.now();
  }

  take(): boolean {
    const now = this.#clock.now();
    this.#left = Math.min(this.#burst, this.#left + ((now - this.#at) / 1000) * this.#perSecond);
    this.#at = now;
    if (this.#left < 1) return false;
    this.#left--;
    return true;
  }
}
