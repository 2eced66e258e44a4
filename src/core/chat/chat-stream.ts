import type {ChatMessage, VisitorState} from '../../protocol/visitor.ts';
import {backoff} from '../backoff.ts';
import type {Environment} from '../environment.ts';
import {createEventParser, readText} from '../event-stream.ts';
import type {VisitorApi} from './visitor-api.ts';
import type {VisitorSession} from './visitor-session.ts';

export interface ChatStreamListener {
  /** The stream is open: what happened before is to be fetched. */
  onReady(): void;
  onChange(messages: readonly ChatMessage[], state: VisitorState): void;
  onTyping(by: string): void;
  onConnection(connection: 'connecting' | 'live' | 'offline'): void;
}

/** A stream that has been silent for so long is dead: the platform says something every 15 s. */
const MAX_SILENCE = 40_000;

function readJson(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

/**
 * Keeps a stream open until it is ended, and opens it again when it breaks.
 *
 * @returns ends it
 */
export function followChat(
  {api, session, environment}: {api: VisitorApi; session: VisitorSession; environment: Environment},
  listener: ChatStreamListener,
): () => void {
  const ending = new AbortController();
  let current: AbortController | undefined;
  let cancelPause: (() => void) | undefined;
  let failures = 0;

  async function follow(): Promise<void> {
    const stop = (current = new AbortController());
    // Tried again, it stays offline until it is there: a notice must not come and go.
    if (!failures) listener.onConnection('connecting');
    const response = await session.use((token) => api.openStream(token, stop.signal));
    let cancelWatch = environment.after(MAX_SILENCE, () => stop.abort());
    const parse = createEventParser(({type, data}) => {
      const value = readJson(data);
      if (type === 'ready') {
        failures = 0;
        listener.onConnection('live');
        listener.onReady();
      } else if (type === 'change' && Array.isArray(value.messages) && value.state) {
        listener.onChange(value.messages as ChatMessage[], value.state as VisitorState);
      } else if (type === 'typing' && typeof value.by === 'string') listener.onTyping(value.by);
    });
    try {
      await readText(response.body!, (text) => {
        cancelWatch();
        cancelWatch = environment.after(MAX_SILENCE, () => stop.abort());
        parse(text);
      });
    } finally {
      cancelWatch();
    }
  }

  function loop(): void {
    cancelPause = undefined;
    if (ending.signal.aborted) return;
    follow()
      .catch((error: unknown) => error)
      .then((error) => {
        if (ending.signal.aborted) return;
        listener.onConnection('offline');
        cancelPause = environment.after(backoff(++failures, error, environment), loop);
      })
      .catch(() => {}); // a listener's mistake ends nothing
  }

  const stopWatching = environment.watch((signal) => {
    // A connection whose network has gone ends by itself only when it has been silent for long.
    if (signal === 'offline') current?.abort();
    if (signal !== 'wake' || !cancelPause) return;
    cancelPause();
    failures = 0;
    loop();
  });
  loop();
  return () => {
    ending.abort();
    current?.abort();
    cancelPause?.();
    stopWatching();
  };
}
