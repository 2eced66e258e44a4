import type {ChatMessage, VisitorState} from '../../protocol/visitor.ts';
import type {Environment} from '../environment.ts';
import {createReconnect} from '../reconnect.ts';
import {connectStream, type StreamConnection} from '../stream.ts';
import type {StreamEvent} from '../event-stream.ts';
import type {VisitorApi} from './visitor-api.ts';
import type {VisitorSession} from './visitor-session.ts';

export interface ChatStreamListener {
  /** The stream is open: what happened before is to be fetched. */
  onReady(): void;
  onChange(messages: readonly ChatMessage[], state: VisitorState): void;
  onTyping(by: string): void;
  onConnection(connection: 'connecting' | 'live' | 'offline'): void;
}

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
  const reconnect = createReconnect(environment);
  let attempt: AbortController | undefined;
  let connection: StreamConnection | undefined;
  let cancelPause: (() => void) | undefined;
  /** Tried again, it stays offline until it is there: a notice must not come and go. */
  let isDown = false;

  function take({type, data}: StreamEvent): void {
    const value = readJson(data);
    if (type === 'ready') {
      reconnect.forgive();
      isDown = false;
      listener.onConnection('live');
      listener.onReady();
    } else if (type === 'change' && Array.isArray(value.messages) && value.state) {
      listener.onChange(value.messages as ChatMessage[], value.state as VisitorState);
    } else if (type === 'typing' && typeof value.by === 'string') listener.onTyping(value.by);
  }

  /** Opens it, and says after its end when it is to be opened again. */
  async function follow(signal: AbortSignal): Promise<number> {
    connection = connectStream({
      open: (stop) => session.use((token) => api.openStream(token, stop)),
      environment,
      signal,
      onOpen: () => {},
      onEvent: take,
      onRetry: reconnect.wish,
    });
    try {
      await connection.ended;
      return reconnect.afterEnd();
    } catch (error) {
      return reconnect.afterFailure(error);
    }
  }

  async function connect(): Promise<void> {
    cancelPause = undefined;
    const {signal} = (attempt = new AbortController());
    if (!isDown) listener.onConnection('connecting');
    const pause = await follow(signal);
    // Another one is on its way.
    if (signal !== attempt.signal || ending.signal.aborted) return;
    isDown = true;
    listener.onConnection('offline');
    cancelPause = environment.after(pause, () => void connect());
  }

  /** Somebody looks: without the pause in which others come back. */
  function wake(): void {
    if (connection?.isDoubtful()) attempt?.abort();
    else if (!cancelPause) return;
    cancelPause?.();
    reconnect.forgive();
    isDown = false;
    void connect();
  }

  const stopWatching = environment.watch((signal) => {
    // A connection whose network has gone ends by itself only when it has been silent for long.
    if (signal === 'offline') attempt?.abort();
    else if (signal === 'wake') wake();
  });
  void connect();
  return () => {
    ending.abort();
    attempt?.abort();
    cancelPause?.();
    stopWatching();
  };
}
