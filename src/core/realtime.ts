/**
 * How news arrives, in the tab that talks for all: by the event stream where the platform announces one, by polling
 * elsewhere and while the stream cannot be had.
 *
 *             start                 opened                ended
 *   idle ──────────────► connecting ───────► open ─────────────────┐
 *   paused ─────────────►  ▲  ▲   │  answered                      ▼
 *     ▲                    │  │   ├─────────► polling         waiting
 *     │ pause,             │  └───│─ due, wake ─┘              ▲   │
 *     │ from anywhere      │      └───────────────── failed ───┘   │
 *                          └────────────────────────── due, wake ──┘
 */
import {backoff} from './backoff.ts';
import type {Environment} from './environment.ts';
import type {InboxError} from './errors.ts';
import type {StreamEvent} from './event-stream.ts';
import type {ConnectionState} from './state.ts';
import {connectStream, type StreamConnection} from './stream.ts';
import type {Transport} from './transport.ts';

type State = Exclude<ConnectionState, 'following'>;
type Signal =
  | 'start' // somebody listens, and this tab talks
  | 'opened' // the stream has answered
  | 'answered' // a poll has
  | 'ended' // the stream has, after it was open
  | 'failed' // stream or poll could not be had
  | 'due' // the pause is over
  | 'wake' // what is known may be old
  | 'pause'; // nobody listens, or another tab talks

/** Every state with every signal. A cell with the state's own name changes nothing. */
const NEXT: Readonly<Record<State, Readonly<Record<Signal, State>>>> = {
  idle: {
    ...{start: 'connecting', opened: 'idle', answered: 'idle', ended: 'idle', failed: 'idle'},
    ...{due: 'idle', wake: 'idle', pause: 'paused'},
  },
  connecting: {
    ...{start: 'connecting', opened: 'open', answered: 'polling', ended: 'waiting', failed: 'waiting'},
    ...{due: 'connecting', wake: 'connecting', pause: 'paused'},
  },
  open: {
    ...{start: 'open', opened: 'open', answered: 'open', ended: 'waiting', failed: 'waiting'},
    ...{due: 'open', wake: 'open', pause: 'paused'},
  },
  polling: {
    ...{start: 'polling', opened: 'polling', answered: 'polling', ended: 'polling', failed: 'polling'},
    ...{due: 'connecting', wake: 'connecting', pause: 'paused'},
  },
  waiting: {
    ...{start: 'waiting', opened: 'waiting', answered: 'waiting', ended: 'waiting', failed: 'waiting'},
    ...{due: 'connecting', wake: 'connecting', pause: 'paused'},
  },
  paused: {
    ...{start: 'connecting', opened: 'paused', answered: 'paused', ended: 'paused', failed: 'paused'},
    ...{due: 'paused', wake: 'paused', pause: 'paused'},
  },
};

/** A stream that could not be had so often in a row may be blocked here: polling fills in between attempts. */
const FAILURES_BEFORE_POLLING = 2;
/**
 * After a stream's end clients come back spread over so long, and so do those that come back too early. A platform with
 * many asks for more with `retry`: twice that, which is the average pause.
 */
const RECONNECT_SPREAD = 10_000;

export interface Realtime {
  readonly state: State;
  start(): void;
  pause(): void;
  /** What is known may be old: ends a pause, and a connection that may have died meanwhile. */
  wake(): void;
}

export interface RealtimeOptions {
  transport: Transport;
  environment: Environment;
  hasStream: boolean;
  /** Milliseconds between two polls, before jitter. */
  pollInterval: number;
  /** Asks the platform what is new. */
  poll(): Promise<void>;
  /** The number of the last event that is known; '' for none. */
  getLastId(): string;
  onEvent(event: StreamEvent): void;
  /** A stream is open that did not go on from a number: what came between is unknown. */
  onGap(): void;
  onState(state: State): void;
  onError(error: InboxError): void;
}

export function createRealtime(options: RealtimeOptions): Realtime {
  const {transport, environment, hasStream, pollInterval, poll} = options;
  let state: State = 'idle';
  let attempt: AbortController | undefined;
  let connection: StreamConnection | undefined;
  let cancelPause: (() => void) | undefined;
  let failures = 0;
  let spread = 0;

  /** @param pause milliseconds until the next attempt, for the states that wait */
  function signal(what: Signal, pause = 0): void {
    const next = NEXT[state][what];
    if (next === state) return;
    cancelPause?.();
    if (next !== 'open') {
      attempt?.abort();
      attempt = connection = undefined;
    }
    state = next;
    options.onState(next);
    if (next === 'connecting') void connect((attempt = new AbortController()).signal);
    else if ((next === 'waiting' || next === 'polling') && pause < Infinity)
      cancelPause = environment.after(pause, () => signal('due'));
  }

  async function connect(ending: AbortSignal): Promise<void> {
    try {
      if (hasStream) await stream(ending);
      else await poll();
      failures = 0;
      if (ending.aborted) return;
      if (hasStream) return signal('ended', environment.random() * (spread ||= RECONNECT_SPREAD));
      // A hidden page polls nothing: it asks when it is looked at.
      signal('answered', environment.isVisible() ? pollInterval * (1 + environment.random() / 3) : Infinity);
    } catch (error) {
      if (ending.aborted) return;
      const pause = recover(error as InboxError, ++failures);
      signal('failed', pause);
    }
  }

  function stream(ending: AbortSignal): Promise<void> {
    const lastId = options.getLastId();
    connection = connectStream({
      transport,
      environment,
      lastId,
      signal: ending,
      onOpen() {
        signal('opened');
        // Between the list and a first connection something may have arrived.
        if (!lastId) options.onGap();
      },
      onEvent: options.onEvent,
      onRetry: (milliseconds) => (spread = Math.max(RECONNECT_SPREAD, 2 * milliseconds)),
    });
    return connection.ended;
  }

  /** What to do after a failure: how long to wait. */
  function recover(error: InboxError, count: number): number {
    // Nobody is signed in: the session is asked again when the page is looked at.
    if (error.code === 'unknown-contact' || error.code === 'ended') return Infinity;
    options.onError(error);
    if (hasStream && count >= FAILURES_BEFORE_POLLING && error.code !== 'token-failed')
      poll().catch(() => {});
    return backoff(count, error, environment, spread);
  }

  return {
    get state() {
      return state;
    },
    start: () => signal('start'),
    pause: () => signal('pause'),
    wake() {
      connection?.doubt();
      signal('wake');
    },
  };
}
