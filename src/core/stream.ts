import type {Environment} from './environment.ts';
import {InboxError} from './errors.ts';
import {createEventParser, readText, type StreamEvent} from './event-stream.ts';

/** The platform says something every 15 s; a connection that is silent for so long is half open. */
const SILENCE_LIMIT = 40_000;
/** After waking up less patience is due: what is older than a heartbeat and a bit is checked by a new connection. */
const DOUBT = 20_000;

export interface StreamConnection {
  /** Settles with its end: resolves when it was open and has brought anything, rejects when there was none. */
  readonly ended: Promise<void>;
  /** Whether it may have died while nobody looked. */
  isDoubtful(): boolean;
}

export interface StreamOptions {
  /** Asks for it. */
  open(signal: AbortSignal): Promise<Response>;
  environment: Environment;
  signal: AbortSignal;
  onOpen(): void;
  onEvent(event: StreamEvent): void;
  /** The platform's wish for the pause before a reconnect: milliseconds. */
  onRetry(milliseconds: number): void;
}

/**
 * One connection to an event stream, by `fetch`: an `EventSource` can send no token. Ended by `signal`, by the platform,
 * or by its own watchdog when it is silent for too long.
 */
export function connectStream(options: StreamOptions): StreamConnection {
  const {environment, signal, onOpen, onEvent, onRetry} = options;
  const stop = new AbortController();
  const abort = () => stop.abort();
  let cancelWatch: (() => void) | undefined;
  let heardAt: {elapsed: number; now: number} | undefined;

  function hear(): void {
    heardAt = {elapsed: environment.elapsed(), now: environment.now()};
    cancelWatch?.();
    cancelWatch = environment.after(SILENCE_LIMIT, abort);
  }

  async function run(): Promise<void> {
    let hasText = false;
    signal.addEventListener('abort', abort);
    if (signal.aborted) abort();
    try {
      const response = await options.open(stop.signal);
      if (!response.body || !response.headers.get('Content-Type')?.startsWith('text/event-stream')) {
        abort();
        throw new InboxError(
          'invalid-response',
          'The platform answered something that is not an event stream',
        );
      }
      onOpen();
      hear();
      const parse = createEventParser(onEvent, onRetry);
      await readText(response.body, (text) => {
        hasText = true;
        hear();
        parse(text);
      }).catch(() => {}); // however it ended: the next connection goes on from the last number
      // Something between here and the platform holds streams back.
      if (!hasText) throw new InboxError('unavailable', 'The stream opened and brought nothing');
    } finally {
      cancelWatch?.();
      signal.removeEventListener('abort', abort);
    }
  }

  return {
    ended: run(),
    isDoubtful() {
      if (!heardAt) return false;
      // A sleeping machine stops one clock or the other, by browser and system: the larger step counts.
      return Math.max(environment.elapsed() - heardAt.elapsed, environment.now() - heardAt.now) > DOUBT;
    },
  };
}
