/** Milliseconds for which what one tab has taken is no other tab's: all of them hear of an arrival well within it. */
const MEMORY = 60_000;

/** What claims need of the world. */
export interface ClaimsWorld {
  /** Undefined where the browser has no locks (plain http): then each tab speaks for itself. */
  locks: Pick<LockManager, 'request' | 'query'> | undefined;
  isVisible(): boolean;
  /** Calls back whenever the page is shown or hidden; returns what ends that. */
  onVisibilityChange(callback: () => void): () => void;
  setTimeout(callback: () => void, milliseconds: number): unknown;
  clearTimeout(timer: never): void;
}

const pageWorld = (): ClaimsWorld => ({
  locks: navigator.locks,
  isVisible: () => !document.hidden,
  onVisibilityChange(callback) {
    document.addEventListener('visibilitychange', callback);
    return () => document.removeEventListener('visibilitychange', callback);
  },
  setTimeout: (callback, milliseconds) => setTimeout(callback, milliseconds),
  clearTimeout: (timer) => clearTimeout(timer),
});

/** A promise, and what keeps it. */
function deferred(): {promise: Promise<void>; resolve: () => void} {
  let resolve!: () => void;
  const promise = new Promise<void>((done) => (resolve = done));
  return {promise, resolve};
}

/**
 * Which tab calls attention to an arrival: one that is looked at, where there is one, and never two.
 *
 * A visible tab holds a shared lock; a hidden one that finds it held leaves the arrival to it. Among equals the first
 * that locks the arrival's own name has it. Nothing is stored.
 */
export class Claims {
  #name: string;
  #world: ClaimsWorld;
  /** Lets go of everything that this tab holds. */
  #held = new Set<() => void>();
  #stopLooking?: () => void;
  #stopWatching: () => void;

  /** @param name the same in all tabs of one site */
  constructor(name: string, world: ClaimsWorld = pageWorld()) {
    this.#name = `app-inbox:${name}:attention`;
    this.#world = world;
    this.#stopWatching = world.onVisibilityChange(this.#look);
    this.#look();
  }

  /** Whether this tab is the one that calls attention to `id`. */
  async claim(id: string): Promise<boolean> {
    if (!this.#world.isVisible() && !(await this.#isNobodyLooking())) return false;
    return this.#take(id);
  }

  dispose(): void {
    this.#stopWatching();
    this.#stopLooking?.();
    for (const release of this.#held) release();
  }

  #look = (): void => {
    this.#stopLooking?.();
    this.#stopLooking = undefined;
    if (!this.#world.isVisible()) return;
    const {promise, resolve} = deferred();
    this.#stopLooking = resolve;
    this.#request('looking', {mode: 'shared'}, () => promise).catch(() => {});
  };

  async #isNobodyLooking(): Promise<boolean> {
    // Asked and not tried: to try would take the lock from the next arrival's question.
    const state = await this.#world.locks?.query().catch(() => undefined);
    return !state?.held?.some(({name}) => name === `${this.#name}:looking`);
  }

  #take(id: string): Promise<boolean> {
    const {promise, resolve} = deferred();
    return new Promise((answer) => {
      this.#request(id, {ifAvailable: true}, (lock) => {
        answer(!!lock);
        if (!lock) return Promise.resolve();
        const timer = this.#world.setTimeout(() => release(), MEMORY);
        const release = (): void => {
          this.#world.clearTimeout(timer as never);
          this.#held.delete(release);
          resolve();
        };
        this.#held.add(release);
        return promise;
      }).catch(() => answer(true));
    });
  }

  /** Where there are no locks, or the page may not use them, every lock is free. */
  #request<T>(
    name: string,
    options: LockOptions,
    callback: (lock: Lock | null | true) => Promise<T>,
  ): Promise<T> {
    const {locks} = this.#world;
    return locks ? locks.request(`${this.#name}:${name}`, options, callback) : callback(true);
  }
}
