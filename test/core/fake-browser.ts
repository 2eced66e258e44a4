import type {TabBus} from '../../src/core/tab-bus.ts';

interface Tab {
  bus: string;
  listeners: Set<(message: unknown) => void>;
  isFrozen: boolean;
  /** What would have happened to it while it was frozen. */
  missed: (() => void)[];
}

/** The channels and locks that the tabs of one browser share, without a browser. */
export class FakeBrowser {
  #tabs = new Set<Tab>();
  #locks = new Map<string, {tab: Tab; signal: AbortSignal; give: (isGiven: boolean) => void}[]>();

  /** What a tab gets as its environment's `openTabBus`, and what may happen to it. */
  newTab(): Record<'crash' | 'freeze' | 'thaw', () => void> & {open: (name: string) => TabBus} {
    const own: Tab[] = [];
    const each = (act: (tab: Tab) => void) => own.forEach(act);
    return {
      open: (name) => this.#open(name, own),
      crash: () => each((tab) => this.#end(tab)),
      freeze: () => each((tab) => (tab.isFrozen = true)),
      thaw: () =>
        each((tab) => {
          tab.isFrozen = false;
          for (const happen of tab.missed.splice(0)) happen();
        }),
    };
  }

  #open(name: string, own: Tab[]): TabBus {
    const tab: Tab = {bus: name, listeners: new Set(), isFrozen: false, missed: []};
    own.push(tab);
    this.#tabs.add(tab);
    return {
      post: (message) => {
        // What is gone or stands still says nothing, whatever timers of it a test still runs.
        if (!this.#tabs.has(tab) || tab.isFrozen) return;
        const copy: unknown = structuredClone(message);
        // Later, and in order, as a channel does.
        queueMicrotask(() => {
          for (const other of this.#tabs) if (other !== tab && other.bus === name) this.#deliver(other, copy);
        });
      },
      listen: (listener) => {
        tab.listeners.add(listener);
        return () => void tab.listeners.delete(listener);
      },
      hold: (lock, signal) =>
        new Promise((give) => {
          const queue = this.#locks.get(`${name}:${lock}`) ?? [];
          this.#locks.set(`${name}:${lock}`, queue);
          // A frozen tab is given the lock, and does not know it.
          const tell = (isGiven: boolean) => this.#happen(tab, () => give(isGiven));
          const wish = {tab, signal, give: tell};
          queue.push(wish);
          if (queue[0] === wish) tell(true);
          signal.addEventListener('abort', () => this.#release(queue, wish));
        }),
      close: () => this.#end(tab),
    };
  }

  #deliver(tab: Tab, message: unknown): void {
    this.#happen(tab, () => {
      for (const listener of [...tab.listeners]) listener(message);
    });
  }

  #happen(tab: Tab, happen: () => void): void {
    if (!this.#tabs.has(tab)) return;
    if (tab.isFrozen) tab.missed.push(happen);
    else happen();
  }

  #release(queue: {give: (isGiven: boolean) => void}[], wish: {give: (isGiven: boolean) => void}): void {
    const place = queue.indexOf(wish);
    if (place < 0) return;
    queue.splice(place, 1);
    if (place === 0) queue[0]?.give(true);
    else wish.give(false);
  }

  /** The tab is gone: so is what it waited for and what it held. */
  #end(tab: Tab): void {
    this.#tabs.delete(tab);
    tab.listeners.clear();
    for (const queue of this.#locks.values()) {
      for (const wish of queue.filter((one) => one.tab === tab)) this.#release(queue, wish);
    }
  }
}
