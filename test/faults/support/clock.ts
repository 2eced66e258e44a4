import {SPEED} from './speed.ts';

/** Of a wait that was longer than this, the rest was the machine's: milliseconds. */
const MAX_STEP = 20;
const STEP = 5;

/**
 * Time as the devices of a schedule feel it: `SPEED` times as fast as the wall's, but it stands still while the platform
 * is working for one of them, and while this process is not let run. So a busy machine makes a schedule longer, and
 * never a time-out: those come from the networks alone.
 */
export interface Clock {
  elapsed(): number;
  after(milliseconds: number, callback: () => void): () => void;
  pause(milliseconds: number): Promise<void>;
  /** Time stands still until this has come to its end. */
  during<T>(work: Promise<T>): Promise<T>;
  end(): void;
}

export function createClock(): Clock {
  const timers = new Set<{at: number; callback: () => void}>();
  let elapsed = 0;
  let working = 0;
  let last = performance.now();

  function step(): void {
    const now = performance.now();
    if (!working) elapsed += Math.min(now - last, MAX_STEP) * SPEED;
    last = now;
    const due = [...timers].filter(({at}) => at <= elapsed).sort((a, b) => a.at - b.at);
    for (const timer of due) if (timers.delete(timer)) timer.callback();
  }
  const stepping = setInterval(step, STEP).unref();

  const clock: Clock = {
    elapsed: () => elapsed,
    pause: (milliseconds) => new Promise((resolve) => clock.after(milliseconds, resolve)),
    after(milliseconds, callback) {
      const timer = {at: elapsed + milliseconds, callback};
      timers.add(timer);
      return () => void timers.delete(timer);
    },
    async during(work) {
      working++;
      try {
        return await work;
      } finally {
        working--;
      }
    },
    end: () => clearInterval(stepping),
  };
  return clock;
}
