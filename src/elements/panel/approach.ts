import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {css} from '../../themes/css.ts';
import {pageClock, type Clock} from '../base/page-clock.ts';

/** A finger's click comes after it has left: milliseconds. */
const GRACE = 500;

export interface ApproachHost extends ReactiveControllerHost {
  readonly renderRoot: HTMLElement | DocumentFragment;
  readonly anchor?: HTMLElement | null;
}

export const approachStyles = css`
  /*
   * Out of the way of the pointer, beside the window: it may not cover the bell. A pixel of it stays inside, because of what
   * is wholly outside browsers do not keep the rows rendered ("content-visibility").
   */
  .panel.near:not(.shown) {
    visibility: visible;
    opacity: 0;
    translate: calc(1px - 100%);
    will-change: opacity, translate;
  }
  :host([layout='drawer']) .panel.near:not(.shown):dir(ltr) {
    translate: calc(100% - 1px);
  }
`;

/**
 * Whoever presses the bell is there a moment before: the pointer comes over it, a finger goes down before it goes up. The
 * closed panel becomes visible then, beside the window, so that all that is in it has its styles, which takes a slow
 * phone as long as the rest of the opening, before the press and not after it.
 */
export class Approach implements ReactiveController {
  #host: ApproachHost;
  #anchor?: HTMLElement | null;
  #watching?: AbortController;
  /** While it is near. */
  #near?: AbortController;
  #clock: Clock;
  #timer: unknown;

  constructor(host: ApproachHost, clock: Clock = pageClock) {
    this.#host = host;
    this.#clock = clock;
    host.addController(this);
  }

  /** Call after each update of the host while the panel is closed. */
  watch(): void {
    const {anchor} = this.#host;
    if (anchor === this.#anchor && this.#watching) return;
    this.stop();
    this.#anchor = anchor;
    this.#watching = new AbortController();
    const {signal} = this.#watching;
    for (const type of ['pointerenter', 'pointerdown'])
      anchor?.addEventListener(type, this.#come, {passive: true, signal});
    for (const type of ['pointerleave', 'pointercancel'])
      anchor?.addEventListener(type, this.#leave, {passive: true, signal});
  }

  /** Opened, the panel is there anyway. */
  stop(): void {
    this.#watching?.abort();
    this.#watching = undefined;
    this.#go();
  }

  hostDisconnected(): void {
    this.stop();
  }

  #come = (): void => {
    this.#clock.clearTimeout(this.#timer);
    if (!this.#near) {
      this.#near = new AbortController();
      // What is visible can have the focus: before a key moves it, the panel is hidden again.
      addEventListener('keydown', this.#go, {capture: true, signal: this.#near.signal});
    }
    // In a task of its own: with the frame that paints it, it would be a long one.
    this.#timer = this.#clock.setTimeout(() => {
      this.#panel?.classList.add('near');
      this.#panel?.getBoundingClientRect();
    }, 0);
  };

  #leave = (): void => {
    this.#clock.clearTimeout(this.#timer);
    this.#timer = this.#clock.setTimeout(this.#go, GRACE);
  };

  #go = (): void => {
    this.#clock.clearTimeout(this.#timer);
    this.#near?.abort();
    this.#near = undefined;
    this.#panel?.classList.remove('near');
  };

  get #panel(): Element | null {
    return this.#host.renderRoot.querySelector('.panel');
  }
}
