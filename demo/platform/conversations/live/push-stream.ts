import type {Clock} from '../../clock.ts';

/** How long a silent stream stays silent: milliseconds. Proxies cut connections after 30 to 60 s. */
const HEARTBEAT = 15_000;
/** Events that wait for a client: one that takes none of so many is gone, or far too slow. */
const MAX_WAITING = 500;
/** The pause before a client connects again, apart from its own jitter: milliseconds. */
const RETRY = 1500;

export interface PushStream {
  readonly body: ReadableStream<Uint8Array>;
  /** Sends an event; nothing after the end. */
  send(type: string, data: unknown): void;
  end(): void;
}

/**
 * A `text/event-stream` into which events are pushed. It begins with `ready`: what happened before that is to be fetched.
 *
 * @param onEnd once, whoever ended it
 * @param onBeat with every sign of life
 */
export function createPushStream(clock: Clock, onEnd: () => void, onBeat: () => void = () => {}): PushStream {
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
    write(': still here\n\n');
    if (!isOver) onBeat();
  });
  write(`retry: ${RETRY}\n\nevent: ready\ndata: {}\n\n`);
  return {
    body,
    send: (type, data) => write(`event: ${type}\ndata: ${JSON.stringify(data)}\n\n`),
    end: () => end(),
  };
}
