/** What the tabs of one browser share: a way to speak, and locks of which each has one holder. */
export interface TabBus {
  /** To all other tabs. Plain data. */
  post(message: unknown): void;
  /** What others say; anything, because any script of the site may speak here. Returns what ends it. */
  listen(listener: (message: unknown) => void): () => void;
  /**
   * Waits for a lock, and holds it until `signal` is aborted or the tab is gone.
   *
   * @returns whether it was given; false: given up before that
   */
  hold(name: string, signal: AbortSignal): Promise<boolean>;
  close(): void;
}

/**
 * The bus of this page's origin. Undefined where the browser has no channel or no locks, or forbids them (a page without
 * an origin, plain http): then each tab works alone.
 *
 * @param name tells this bus from every other of the origin
 */
export function openTabBus(name: string): TabBus | undefined {
  let channel: BroadcastChannel;
  let locks: LockManager;
  try {
    if (!navigator.locks) return undefined;
    locks = navigator.locks;
    channel = new BroadcastChannel(name);
  } catch {
    return undefined;
  }
  return {
    post(message) {
      try {
        channel.postMessage(message);
      } catch {
        // Closed meanwhile.
      }
    },
    listen(listener) {
      const onMessage = ({data}: MessageEvent) => listener(data);
      channel.addEventListener('message', onMessage);
      return () => channel.removeEventListener('message', onMessage);
    },
    hold: (lock, signal) =>
      new Promise((resolve) => {
        const released = new Promise<void>((release) => {
          if (signal.aborted) release();
          else signal.addEventListener('abort', () => release());
        });
        locks
          .request(`${name}:${lock}`, {signal}, () => {
            resolve(true);
            return released;
          })
          .catch(() => resolve(false));
      }),
    close: () => channel.close(),
  };
}
