import type {
  ChatAttachment,
  ChatMessage,
  VisitorEvent,
  VisitorPage,
  VisitorState,
} from '../../protocol/visitor.ts';
import {VISITOR_TOKEN_HEADER} from '../../protocol/visitor.ts';
import type {Environment} from '../environment.ts';
import {InboxError} from '../errors.ts';

/** A platform that has not answered by then is treated as unreachable. */
const TIMEOUT = 20_000;
/** The largest file over a slow line (0.4 Mbit/s). */
const UPLOAD_TIMEOUT = 120_000;

export interface SessionAnswer {
  /** Where the visitor is new. */
  token?: string;
  hasConversation: boolean;
  state: VisitorState;
}

export interface Conversation {
  messages: readonly ChatMessage[];
  state: VisitorState;
}

interface RequestOptions {
  method?: 'GET' | 'POST';
  token?: string;
  body?: unknown;
  /** Sent as it is. */
  file?: Blob;
  signal?: AbortSignal;
}

/** The visitors' API. Everything rejects with an `InboxError`. */
export function createVisitorApi(apiUrl: string, environment: Environment) {
  const base = `${apiUrl.replace(/\/+$/, '')}/visitor/v1`;

  async function failure(response: Response): Promise<InboxError> {
    const {status, headers} = response;
    const body: unknown = await response.json().catch(() => undefined);
    const {code, detail} = (body ?? {}) as {code?: unknown; detail?: unknown};
    const isTemporary = status === 408 || status === 429 || status >= 500;
    const seconds = Number(headers.get('Retry-After'));
    return new InboxError(
      status === 401 ? 'unauthorized' : isTemporary ? 'unavailable' : 'refused',
      typeof detail === 'string' ? detail : `The platform answered ${status}`,
      {
        status,
        problem: typeof code === 'string' ? code : undefined,
        retryAfter: seconds > 0 ? Math.min(seconds, 3600) * 1000 : undefined,
      },
    );
  }

  async function send(path: string, options: RequestOptions): Promise<Response> {
    const {method = 'GET', token, body, file, signal} = options;
    const stop = new AbortController();
    const abort = () => stop.abort();
    signal?.addEventListener('abort', abort);
    if (signal?.aborted) abort();
    let isLate = false;
    const cancel = environment.after(file ? UPLOAD_TIMEOUT : TIMEOUT, () => {
      isLate = true;
      abort();
    });
    try {
      const response = await environment.fetch(base + path, {
        method,
        signal: stop.signal,
        credentials: 'omit',
        cache: 'no-store',
        headers: {
          ...(token && {[VISITOR_TOKEN_HEADER]: token}),
          ...(body !== undefined && {'Content-Type': 'application/json'}),
          ...(file && {'Content-Type': 'application/octet-stream'}),
        },
        body: file ?? (body === undefined ? undefined : JSON.stringify(body)),
      });
      if (response.ok) return response;
      throw await failure(response);
    } catch (cause) {
      if (signal?.aborted) throw new InboxError('ended', 'The request was given up', {cause});
      if (isLate) throw new InboxError('timeout', 'No answer in time', {cause});
      if (cause instanceof InboxError) throw cause;
      throw new InboxError('offline', 'The platform could not be reached', {cause});
    } finally {
      cancel();
    }
  }

  async function json<T>(path: string, options: RequestOptions): Promise<T> {
    const response = await send(path, options);
    try {
      return (await response.json()) as T;
    } catch (cause) {
      throw new InboxError('invalid-response', 'The platform answered something that is not JSON', {cause});
    }
  }

  return {
    openSession: (
      visit: {siteId: string; page: VisitorPage; referrer: string; language: string},
      token: string | undefined,
    ) => json<SessionAnswer>('/session', {method: 'POST', token, body: visit}),

    /** @returns the keys that are refused for good, and why */
    async sendEvents(events: readonly VisitorEvent[], token: string): Promise<Map<string, string>> {
      const answer = await json<{results?: {key: string; result: string; code?: string}[]}>('/events', {
        method: 'POST',
        token,
        body: {events},
      });
      const refused = (answer.results ?? []).filter(({result}) => result === 'rejected');
      return new Map(refused.map(({key, code}) => [key, code ?? 'rejected']));
    },

    /** The latest messages in the range, oldest first. */
    readConversation(range: {before?: number; after?: number; limit: number}, token: string) {
      const query = Object.entries(range).flatMap(([name, value]) =>
        value === undefined ? [] : [`${name}=${value}`],
      );
      return json<Conversation>(`/conversation?${query.join('&')}`, {token});
    },

    async sayTyping(token: string): Promise<void> {
      await send('/typing', {method: 'POST', token});
    },

    upload: (file: Blob, name: string, token: string) =>
      json<ChatAttachment>(`/attachments?name=${encodeURIComponent(name.slice(-200))}`, {
        method: 'POST',
        token,
        file,
      }),

    async download(id: string, token: string): Promise<Blob> {
      return (await send(`/attachments/${encodeURIComponent(id)}`, {token})).blob();
    },

    openStream: (token: string, signal: AbortSignal) => send('/stream', {token, signal}),
  };
}

export type VisitorApi = ReturnType<typeof createVisitorApi>;
