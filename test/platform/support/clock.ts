import type {Clock} from '../../../demo/platform/clock.ts';

export interface TestClock extends Clock {
  /** Lets time pass, and calls what fell due meanwhile. */
  advance(milliseconds: number): void;
}

/** Stands still until it is told to go on. */
export function createTestClock(start = Date.parse('2026-11-21T10:00:00Z')): TestClock {
  let now = start;
  const timers = new Set<{due: number; period: number; callback: () => void}>();

  return {
    now: () => now,
    every(period, callback) {
      const timer = {due: now + period, period, callback};
      timers.add(timer);
      return () => timers.delete(timer);
    },
    advance(milliseconds) {
      now += milliseconds;
      for (const timer of [...timers]) {
        if (timer.due > now) continue;
        // However much time went by at once: one call, as with a computer that slept.
        timer.due = now + timer.period;
        timer.callback();
      }
    },
  };
}
