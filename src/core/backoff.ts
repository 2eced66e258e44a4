import type {Environment} from './environment.ts';
import {InboxError} from './errors.ts';

/** The first repeat comes within a second on average, later ones within half a minute. */
const FIRST_DELAY = 1000;
const MAX_DELAY = 30_000;

/**
 * How long to wait before trying again: "full jitter" (AWS Architecture Blog, "Exponential Backoff And Jitter"), so that
 * clients that failed together do not come back together. What the platform asks for is the least.
 *
 * @param failures in a row, at least 1
 * @param spread milliseconds, over which many may come back with this one
 * @returns milliseconds
 */
export function backoff(
  failures: number,
  error: unknown,
  {random}: Pick<Environment, 'random'>,
  spread = 0,
): number {
  const jitter = random() * Math.max(spread, Math.min(MAX_DELAY, FIRST_DELAY * 2 ** Math.min(failures, 10)));
  return jitter + ((error instanceof InboxError && error.retryAfter) || 0);
}
