/**
 * How news arrives: by the event stream where the platform announces one, by polling elsewhere and while the stream
 * cannot be had.
 *
 *            start                headers
 *   paused ────────► connecting ─────────► open ──── ends, fails, is silent ──┐
 *     ▲                  ▲                                                    ▼
 *     │ pause            └──────────────────── wait is over, or wake ◄───── waiting
 *     └─ from anywhere
 *                     without a stream:  connecting ─► polling ─► polling …, and waiting after a failure
 */
import {backoff} from './backoff.ts';
import type {Environment} from './environment.ts';
import {InboxError} from './errors.ts';
import {createEventParser, readText, type StreamEvent} from './event-stream.ts';
import type {ConnectionState} from './state.ts';
import type {Transport} from './transport.ts';

/** The platform says something every 15 s; a connection that is silent for so long is half open. */
const SILENCE_LIMIT = 40_000;
/** A stream that could not be had so often in a row may be blocked here: polling fills in between attempts. */
const FAILURES_BEFORE_POLLING = 2;

export interface Realtime {
  readonly state: ConnectionState;
  start(): void;
  pause(): void;
  /** What is known may be old: ends a wait at once. */
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
  onEvent(type: string, data: unknown): void;
  /** Something may have been missed: ask for everything again. */
  onGap(): void;
  onState(state: ConnectionState): void;
  onError(error: InboxError): void;
}

export function createRealtime(options: RealtimeOptions): Realtime {
  const {transport, environment, hasStream, pollInterval, poll, onEvent, onGap, onState, onError} = options;
  let state: ConnectionState = 'idle';
  /** Aborted when the loop that it belongs to has to stop. */
  let running: AbortController | undefined;
  let lastId = '';
  let endWait: (() => void) | undefined;

  function become(next: ConnectionState): void {
    if (state === next) return;
    state = next;
    onState(next);
  }

  function wait(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const cancel =
        milliseconds === Infinity ? undefined : environment.after(milliseconds, () => endWait?.());
      endWait = () => {
        endWait = undefined;
        cancel?.();
        resolve();
      };
    });
  }

  /** Lets an event through once and in order; a hole in the sequence means that some are missing. */
  function take({id, type, data}: StreamEvent): void {
    if (type === 'resync') {
      lastId = id;
      return onGap();
    }
    if (id && id !== lastId) {
      const step = Number(id) - Number(lastId);
      const isReplay = lastId !== '' && step < 0;
      const hasHole = lastId !== '' && step > 1;
      if (isReplay) return;
      lastId = id;
      if (hasHole) onGap();
    } else if (id && (type === 'message' || type === 'state' || type === 'removed')) {
      return; // a duplicate
    }
    let value: unknown;
    try {
      value = JSON.parse(data);
    } catch {
      return onGap();
    }
    onEvent(type, value);
  }

  /** One connection, from the request to its end. Resolves when an open stream ends, rejects when there was none. */
  async function stream(signal: AbortSignal): Promise<void> {
    const stop = new AbortController();
    const abort = () => stop.abort();
    signal.addEventListener('abort', abort);
    let cancelWatch: (() => void) | undefined;
    try {
      const response = await transport.send('/appinbox/v1/stream', {
        headers: {Accept: 'text/event-stream', ...(lastId && {'Last-Event-ID': lastId})},
        signal: stop.signal,
      });
      if (!response.body || !response.headers.get('Content-Type')?.startsWith('text/event-stream')) {
        abort();
        throw new InboxError(
          'invalid-response',
          'The platform answered something that is not an event stream',
        );
      }
      become('open');
      // Between the list and a first connection something may have arrived; later ones resume by id.
      if (!lastId) onGap();
      const parse = createEventParser(take);
      const watch = () => {
        cancelWatch?.();
        cancelWatch = environment.after(SILENCE_LIMIT, abort);
      };
      watch();
      await readText(response.body, (text) => {
        watch();
        parse(text);
      }).catch(() => {}); // however it ended: the next connection goes on from the last id
    } finally {
      cancelWatch?.();
      signal.removeEventListener('abort', abort);
    }
  }

  async function loop(signal: AbortSignal): Promise<void> {
    let failures = 0;
    while (!signal.aborted) {
      let pause: number;
      try {
        become('connecting');
        if (hasStream) await stream(signal);
        else await poll();
        failures = 0;
        // An ended stream is resumed soon, but not by everybody at once.
        pause = hasStream ? environment.random() * 1000 : pollInterval * (1 + environment.random() / 3);
      } catch (error) {
        if (signal.aborted) return;
        pause = await recover(error as InboxError, ++failures);
      }
      if (signal.aborted) return;
      if (hasStream || failures) become('waiting');
      else become('polling');
      // A hidden page polls nothing: it asks when it is looked at.
      await wait(!hasStream && !failures && !environment.isVisible() ? Infinity : pause);
    }
  }

  /** What to do after a failure: how long to wait. */
  async function recover(error: InboxError, failures: number): Promise<number> {
    if (error.code === 'unknown-contact' || error.code === 'ended') return Infinity;
    onError(error);
    if (hasStream && failures >= FAILURES_BEFORE_POLLING && error.code !== 'token-failed') {
      await poll().catch(() => {});
    }
    return backoff(failures, error, environment);
  }

  return {
    get state() {
      return state;
    },
    start() {
      if (running) return;
      running = new AbortController();
      void loop(running.signal);
    },
    pause() {
      running?.abort();
      running = undefined;
      endWait?.();
      become('paused');
    },
    wake() {
      endWait?.();
    },
  };
}
