/** Time that passes only when a test says so. */
export class FakeClock {
  #now: number;
  #timers: {at: number; callback: () => void}[] = [];
  #watchers = new Set<() => void>();
  #isVisible = true;

  constructor(now = Date.UTC(2026, 10, 21, 12)) {
    this.#now = now;
  }

  get timerCount(): number {
    return this.#timers.length;
  }

  get watcherCount(): number {
    return this.#watchers.size;
  }

  now = () => this.#now;
  isVisible = () => this.#isVisible;

  setTimeout = (callback: () => void, milliseconds: number) => {
    const timer = {at: this.#now + milliseconds, callback};
    this.#timers.push(timer);
    return timer;
  };

  clearTimeout = (timer: unknown) => {
    this.#timers = this.#timers.filter((entry) => entry !== timer);
  };

  onVisibilityChange = (callback: () => void) => {
    this.#watchers.add(callback);
    return () => void this.#watchers.delete(callback);
  };

  setVisible(isVisible: boolean): void {
    this.#isVisible = isVisible;
    for (const watcher of this.#watchers) watcher();
  }

  /** Lets so many milliseconds pass, and what is due happen in order. */
  pass(milliseconds: number): void {
    const end = this.#now + milliseconds;
    for (;;) {
      const [next] = this.#timers.filter(({at}) => at <= end).sort((a, b) => a.at - b.at);
      if (!next) break;
      this.clearTimeout(next);
      this.#now = next.at;
      next.callback();
    }
    this.#now = end;
  }
}
