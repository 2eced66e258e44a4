import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {AppInboxNotification} from '../notification/notification.ts';

/** Half a row for one second is what counts as seen; the rule of viewability in advertising (MRC, 50 % for 1 s). */
const VISIBLE_PART = 0.5;
const VISIBLE_TIME = 1000;

export interface RowVisibilityOptions {
  /** The box that scrolls; undefined while it is not rendered. */
  getScroller: () => Element | undefined;
  onSeen: (ids: string[]) => void;
}

/**
 * Watches which rows are on screen, all with one observer and one timer: measures those that come into view, and tells
 * which have been looked at. A hidden page is looked at by nobody.
 */
export class RowVisibility implements ReactiveController {
  #options: RowVisibilityOptions;
  #observer?: IntersectionObserver;
  #watched = new Set<AppInboxNotification>();
  /** Since when each row is visible: `performance.now()`. */
  #since = new Map<AppInboxNotification, number>();
  #timer?: ReturnType<typeof setTimeout>;

  constructor(host: ReactiveControllerHost, options: RowVisibilityOptions) {
    this.#options = options;
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
      document.addEventListener('visibilitychange', this.#onVisibilityChange);
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
    clearTimeout(this.#timer);
    this.#timer = undefined;
    document.removeEventListener('visibilitychange', this.#onVisibilityChange);
  }

  #onChange = (entries: IntersectionObserverEntry[]): void => {
    for (const {target, isIntersecting} of entries) {
      const row = target as AppInboxNotification;
      if (!isIntersecting) this.#since.delete(row);
      else if (row.notification?.seenAt === null) this.#since.set(row, performance.now());
    }
    // Reads the layout of all of them before the first changes anything.
    for (const {target, isIntersecting} of entries)
      if (isIntersecting) (target as AppInboxNotification).measure();
    this.#schedule();
  };

  #onVisibilityChange = (): void => {
    for (const row of this.#since.keys()) this.#since.set(row, performance.now());
    this.#schedule();
  };

  #schedule(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (!this.#since.size || document.visibilityState !== 'visible') return;
    const first = Math.min(...this.#since.values());
    this.#timer = setTimeout(this.#report, Math.max(0, first + VISIBLE_TIME - performance.now()));
  }

  #report = (): void => {
    const due = performance.now() - VISIBLE_TIME;
    const seen = [...this.#since].filter(([, since]) => since <= due).map(([row]) => row);
    for (const row of seen) this.#since.delete(row);
    const ids = seen.flatMap(({notification}) => (notification?.seenAt === null ? [notification.id] : []));
    if (ids.length) this.#options.onSeen(ids);
    this.#schedule();
  };
}
