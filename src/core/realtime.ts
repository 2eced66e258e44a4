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
import type {Environment} from './environment.ts';
import type {InboxError} from './errors.ts';
import type {StreamEvent} from './event-stream.ts';
import {createReconnect} from './reconnect.ts';
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
  const reconnect = createReconnect(environment);

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
      reconnect.forgive();
      if (ending.aborted) return;
      if (hasStream) return signal('ended', reconnect.afterEnd());
      // A hidden page polls nothing: it asks when it is looked at.
      signal('answered', environment.isVisible() ? pollInterval * (1 + environment.random() / 3) : Infinity);
    } catch (error) {
      if (ending.aborted) return;
      signal('failed', recover(error as InboxError));
    }
  }

  function stream(ending: AbortSignal): Promise<void> {
    const lastId = options.getLastId();
    connection = connectStream({
      open: (signal) =>
        transport.send('/appinbox/v1/stream', {
          headers: {Accept: 'text/event-stream', ...(lastId && {'Last-Event-ID': lastId})},
          signal,
        }),
      environment,
      signal: ending,
      onOpen() {
        signal('opened');
        // Between the list and a first connection something may have arrived.
        if (!lastId) options.onGap();
      },
      onEvent: options.onEvent,
      onRetry: reconnect.wish,
    });
    return connection.ended;
  }

  /** What to do after a failure: how long to wait. */
  function recover(error: InboxError): number {
    // Nobody is signed in: the session is asked again when the page is looked at.
    if (error.code === 'unknown-contact' || error.code === 'ended') return Infinity;
    options.onError(error);
    const pause = reconnect.afterFailure(error);
    const isBlocked = hasStream && reconnect.failures >= FAILURES_BEFORE_POLLING;
    if (isBlocked && error.code !== 'token-failed') poll().catch(() => {});
    return pause;
  }

  return {
    get state() {
      return state;
    },
    start: () => signal('start'),
    pause: () => signal('pause'),
    wake() {
      // Somebody looks: without the pause in which others come back.
      if (connection?.isDoubtful()) signal('ended');
      signal('wake');
    },
  };
}
