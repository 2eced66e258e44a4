import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {pageClock, type PageClock} from '../base/page-clock.ts';
import type {AppInboxNotification} from '../notification/notification.ts';

/** Half a row for one second is what counts as seen; the rule of viewability in advertising (MRC, 50 % for 1 s). */
const VISIBLE_PART = 0.5;
const VISIBLE_TIME = 1000;

export interface RowVisibilityOptions {
  /** The box that scrolls; undefined while it is not rendered. */
  getScroller: () => Element | undefined;
  onSeen: (ids: string[]) => void;
  clock?: PageClock;
}

/**
 * Watches which rows are on screen, all with one observer and one timer: measures those that come into view, and tells
 * which have been looked at. A hidden page is looked at by nobody.
 */
export class RowVisibility implements ReactiveController {
  #options: RowVisibilityOptions;
  #clock: PageClock;
  #observer?: IntersectionObserver;
  #watched = new Set<AppInboxNotification>();
  /** Since when each row is visible, by the clock. */
  #since = new Map<AppInboxNotification, number>();
  #timer: unknown;
  #stopWatching?: () => void;

  constructor(host: ReactiveControllerHost, options: RowVisibilityOptions) {
    this.#options = options;
    this.#clock = options.clock ?? pageClock;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.stop();
  }

  /** Watches these rows and no others. */
  watch(rows: Iterable<AppInboxNotification>): void {
    const root = this.#options.getScroller();
    if (!root) return this.stop();
    if (!this.#observer) {
      this.#observer = new IntersectionObserver(this.#onChange, {root, threshold: VISIBLE_PART});
      this.#stopWatching = this.#clock.onVisibilityChange(this.#onVisibilityChange);
    }
    const gone = new Set(this.#watched);
    for (const row of rows) {
      if (gone.delete(row)) continue;
      this.#watched.add(row);
      this.#observer.observe(row);
    }
    for (const row of gone) {
      this.#watched.delete(row);
      this.#since.delete(row);
      this.#observer.unobserve(row);
    }
  }

  stop(): void {
    this.#observer?.disconnect();
    this.#observer = undefined;
    this.#watched.clear();
    this.#since.clear();
    this.#rest();
    this.#stopWatching?.();
    this.#stopWatching = undefined;
  }

  #onChange = (entries: IntersectionObserverEntry[]): void => {
    for (const {target, isIntersecting} of entries) {
      const row = target as AppInboxNotification;
      if (!isIntersecting) this.#since.delete(row);
      else if (row.notification?.seenAt === null) this.#since.set(row, this.#clock.now());
    }
    // Reads the layout of all of them before the first changes anything.
    for (const {target, isIntersecting} of entries)
      if (isIntersecting) (target as AppInboxNotification).measure();
    this.#schedule();
  };

  #onVisibilityChange = (): void => {
    for (const row of this.#since.keys()) this.#since.set(row, this.#clock.now());
    this.#schedule();
  };

  #rest(): void {
    this.#clock.clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #schedule(): void {
    this.#rest();
    if (!this.#since.size || !this.#clock.isVisible()) return;
    const first = Math.min(...this.#since.values());
    this.#timer = this.#clock.setTimeout(this.#report, Math.max(0, first + VISIBLE_TIME - this.#clock.now()));
  }

  #report = (): void => {
    const due = this.#clock.now() - VISIBLE_TIME;
    const seen = [...this.#since].filter(([, since]) => since <= due).map(([row]) => row);
    for (const row of seen) this.#since.delete(row);
    const ids = seen.flatMap(({notification}) => (notification?.seenAt === null ? [notification.id] : []));
    if (ids.length) this.#options.onSeen(ids);
    this.#schedule();
  };
}
