/** Time as the platform sees it: tests put their own in. */
export interface Clock {
  /** Epoch, milliseconds. */
  now(): number;
  /** Calls back every `milliseconds` until the returned function is called. */
  every(milliseconds: number, callback: () => void): () => void;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  every(milliseconds, callback) {
    const timer = setInterval(callback, milliseconds);
    // What keeps the process alive is its server, not its housekeeping.
    timer.unref();
    return () => clearInterval(timer);
  },
};
