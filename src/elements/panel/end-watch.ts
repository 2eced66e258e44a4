import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** Pixels before the end at which more is asked for: about one panel, so that a scrolling contact does not wait. */
const AHEAD = 400;

export interface EndWatchOptions {
  /** The box that scrolls. */
  getScroller: () => Element | null;
  /** What stands at the end of the list; null where there is no more. */
  getEnd: () => Element | null;
  onEnd: () => void;
}

/** Tells when the end of the list comes near, and again after each update in which it is still near. */
export class EndWatch implements ReactiveController {
  #options: EndWatchOptions;
  #observer?: IntersectionObserver;

  constructor(host: ReactiveControllerHost, options: EndWatchOptions) {
    this.#options = options;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.stop();
  }

  /** Call after each update while the list is shown. */
  watch(): void {
    const {getScroller, getEnd, onEnd} = this.#options;
    this.#observer ??= new IntersectionObserver(
      (entries) => entries.some(({isIntersecting}) => isIntersecting) && onEnd(),
      {root: getScroller(), rootMargin: `0px 0px ${AHEAD}px`},
    );
    // An observer speaks of changes only; one that starts anew says how things are.
    this.#observer.disconnect();
    const end = getEnd();
    if (end) this.#observer.observe(end);
  }

  stop(): void {
    this.#observer?.disconnect();
    this.#observer = undefined;
  }
}
