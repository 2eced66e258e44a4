import {backoff} from './backoff.ts';
import type {Environment} from './environment.ts';

/**
 * After a stream's end clients come back spread over so long, and so do those that come back too early. A platform with
 * many asks for more with `retry`: twice that, which is the average pause.
 */
const SPREAD = 10_000;
/** No platform may keep a client away for longer, whatever its `retry` says. */
const MAX_SPREAD = 600_000;

/** When a stream is to be opened again. */
export interface Reconnect {
  /** How often in a row it could not be had. */
  readonly failures: number;
  /** The platform's wish for the pause: milliseconds. */
  wish(milliseconds: number): void;
  /** It was there: the pause after its end, in milliseconds. */
  afterEnd(): number;
  /** It could not be had: the pause before the next attempt, in milliseconds. */
  afterFailure(error: unknown): number;
  /** What failed before does not count any more. */
  forgive(): void;
}

export function createReconnect(environment: Pick<Environment, 'random'>): Reconnect {
  let failures = 0;
  let spread = 0;
  return {
    get failures() {
      return failures;
    },
    wish(milliseconds) {
      spread = Math.min(MAX_SPREAD, Math.max(SPREAD, 2 * milliseconds));
    },
    afterEnd: () => environment.random() * (spread ||= SPREAD),
    afterFailure: (error) => backoff(++failures, error, environment, spread),
    forgive() {
      failures = 0;
    },
  };
}
