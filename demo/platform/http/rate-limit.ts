import type {Clock} from '../clock.ts';
import {ProblemError} from '../problem.ts';

export interface Rate {
  /** Requests a second, in the long run. */
  perSecond: number;
  /** Requests at once, after a pause. */
  burst: number;
}

export interface RateLimiter {
  /**
   * Counts a request.
   *
   * @throws ProblemError `too-many-requests`, with `Retry-After`
   */
  take(key: string): void;
}

/** Buckets in memory before the full ones are let go. */
const MAX_BUCKETS = 10_000;

/** A token bucket for each key, in this process. */
export function createRateLimiter(clock: Clock, {perSecond, burst}: Rate): RateLimiter {
  const buckets = new Map<string, {left: number; at: number}>();

  const refill = ({left, at}: {left: number; at: number}, now: number) =>
    Math.min(burst, left + (Math.max(0, now - at) / 1000) * perSecond);

  return {
    take(key) {
      const now = clock.now();
      if (buckets.size >= MAX_BUCKETS) {
        for (const [other, bucket] of buckets) if (refill(bucket, now) >= burst) buckets.delete(other);
      }
      const bucket = buckets.get(key);
      const left = bucket ? refill(bucket, now) : burst;
      if (left < 1) {
        const seconds = Math.ceil((1 - left) / perSecond);
        throw new ProblemError('too-many-requests', '', {headers: {'Retry-After': String(seconds)}});
      }
      buckets.set(key, {left: left - 1, at: now});
    },
  };
}
