/** Time: tests bring one of their own. */
export interface Clock {
  /** Milliseconds since whenever. */
  now(): number;
  setTimeout(callback: () => void, milliseconds: number): unknown;
  clearTimeout(timer: unknown): void;
}

/** With it whether anybody looks at the page. */
export interface PageClock extends Clock {
  isVisible(): boolean;
  /** Calls back whenever the page is shown or hidden; returns what ends that. */
  onVisibilityChange(callback: () => void): () => void;
}

export const pageClock: PageClock = {
  now: () => performance.now(),
  setTimeout: (callback, milliseconds) => setTimeout(callback, milliseconds),
  clearTimeout: (timer) => clearTimeout(timer as number),
  isVisible: () => document.visibilityState === 'visible',
  onVisibilityChange(callback) {
    document.addEventListener('visibilitychange', callback);
    return () => document.removeEventListener('visibilitychange', callback);
  },
};
