import {pageClock, type Clock} from '../base/page-clock.ts';

/** Milliseconds between two sentences: a burst must not keep a screen reader busy. */
const PAUSE = 5000;

/** What a live region says: the first arrival by its own words, and what comes soon after it by its number. */
export class Speech {
  #region: HTMLElement;
  #clock: Clock;
  #count = 0;
  #timer: unknown;

  /** @param region a `role=status` that is always there */
  constructor(region: HTMLElement, clock: Clock = pageClock) {
    this.#region = region;
    this.#clock = clock;
  }

  /**
   * @param sentence the arrival's own
   * @param summarise the sentence for so many, where there is no time for each
   */
  say(sentence: string, summarise: (count: number) => string): void {
    this.#count++;
    if (this.#timer !== undefined) return;
    this.#region.textContent = sentence;
    this.#count = 0;
    const rest = (): void => {
      // Emptied in between, so that the same sentence is heard again.
      this.#region.textContent = this.#count ? summarise(this.#count) : '';
      this.#timer = this.#count ? this.#clock.setTimeout(rest, PAUSE) : undefined;
      this.#count = 0;
    };
    this.#timer = this.#clock.setTimeout(rest, PAUSE);
  }

  stop(): void {
    this.#clock.clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#count = 0;
    this.#region.textContent = '';
  }
}
