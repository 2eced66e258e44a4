import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {pageClock, type Clock} from '../base/page-clock.ts';

/** Milliseconds between two announcements: a burst must not keep a screen reader busy. */
const PAUSE = 5000;

/**
 * What a live region says: counts what arrives, and speaks of all of it at once, at most every five seconds. The host
 * renders `text` into a `role=status` that is always there.
 */
export class Announcer implements ReactiveController {
  #host: ReactiveControllerHost;
  #say: (count: number) => string;
  #count = 0;
  #clock: Clock;
  #timer: unknown;

  text = '';

  constructor(host: ReactiveControllerHost, say: (count: number) => string, clock: Clock = pageClock) {
    this.#clock = clock;
    this.#host = host;
    this.#say = say;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#clock.clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#count = 0;
    this.text = '';
  }

  /** One more has arrived. */
  add(): void {
    this.#count++;
    this.#timer ??= this.#clock.setTimeout(this.#speak, 0);
  }

  #speak = (): void => {
    // Emptied in between, so that the same sentence is heard again.
    this.text = this.#count ? this.#say(this.#count) : '';
    this.#timer = this.text ? this.#clock.setTimeout(this.#speak, PAUSE) : undefined;
    this.#count = 0;
    this.#host.requestUpdate();
  };
}
