import type {Clock} from '../../clock.ts';
import {writeRetry} from '../../stream/connection.ts';

/** How long a silent stream stays silent: milliseconds. Proxies cut connections after 30 to 60 s. */
const HEARTBEAT = 15_000;
/** Events that wait for a client: one that takes none of so many is gone, or far too slow. */
const MAX_WAITING = 500;

export interface PushStream {
  readonly body: ReadableStream<Uint8Array>;
  /** Sends an event; nothing after the end. */
  send(type: string, data: unknown): void;
  end(): void;
}

export interface PushStreamOptions {
  clock: Clock;
  /** The pause that the client is to leave before it connects again: milliseconds. */
  retry: () => number;
  /** Once, whoever ended it. */
  onEnd: () => void;
  /** With every sign of life. */
  onBeat: () => void;
}

/**
 * A `text/event-stream` into which events are pushed. It begins with `ready`: what happened before that is to be fetched.
 */
export function createPushStream({clock, retry, onEnd, onBeat}: PushStreamOptions): PushStream {
  const encoder = new TextEncoder();
  let controller!: ReadableStreamDefaultController<Uint8Array>;
  let isOver = false;

  const write = (text: string) => {
    if (isOver) return;
    if (controller.desiredSize! < -MAX_WAITING) return end(new Error('The client does not read'));
    controller.enqueue(encoder.encode(text));
  };
  function end(error?: Error): void {
    if (isOver) return;
    isOver = true;
    stopBeating();
    onEnd();
    if (error) controller.error(error);
    else controller.close();
  }
  const body = new ReadableStream<Uint8Array>({
    start(given) {
      controller = given;
    },
    cancel() {
      if (isOver) return;
      isOver = true;
      stopBeating();
      onEnd();
    },
  });
  const stopBeating = clock.every(HEARTBEAT, () => {
    write(`: still here\n${writeRetry(retry())}`);
    if (!isOver) onBeat();
  });
  write(`${writeRetry(retry())}event: ready\ndata: {}\n\n`);
  return {
    body,
    send: (type, data) => write(`event: ${type}\ndata: ${JSON.stringify(data)}\n\n`),
    end() {
      write(writeRetry(retry()));
      end();
    },
  };
}
