import {InboxError} from '../../core/errors.ts';
import type {
  ConversationDetails,
  ConversationMessage,
  ConversationSummary,
} from '../../protocol/conversation.ts';
import type {ChatAttachment} from '../../protocol/visitor.ts';
import type {CannedAnswer, ConversationList, ListQuery, Marks, Options} from './records.ts';

export interface ConversationsClientOptions {
  /** The agents' API: `/desk/api/v1`. */
  baseUrl: string;
  /** Sent with every request: the session's `X-CSRF-Token`. */
  headers?: () => Record<string, string>;
  fetch?: (url: string, init: RequestInit) => Promise<Response>;
}

export interface LiveListener {
  /** The connection is there, again or for the first time: what is shown may be old. */
  onReady?(): void;
  onChange?(change: {summary: ConversationSummary; messages: readonly ConversationMessage[]}): void;
  /** `by` is an agent's name; null: the visitor. */
  onTyping?(typing: {id: string; by: string | null}): void;
  onConnection?(isLive: boolean): void;
}

type Query = Readonly<Record<string, string | number | readonly (string | number)[] | undefined>>;

function search(query: Query): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    (Array.isArray(value) ? (value as (string | number)[]) : [value as string | number | undefined])
      .filter((one) => one !== undefined && one !== '')
      .map((one) => `${name}=${encodeURIComponent(one!)}`),
  );
  return pairs.length ? `?${pairs.join('&')}` : '';
}

/** The agents' API of conversations. Everything rejects with an `InboxError`; `status` 409: somebody else was faster. */
export function createConversationsClient(options: ConversationsClientOptions) {
  const {baseUrl, headers = () => ({}), fetch: send = (url, init) => fetch(url, init)} = options;
  const base = baseUrl.replace(/\/+$/, '');
  const listeners = new Set<LiveListener>();
  let source: EventSource | undefined;
  let isReady = false;

  async function call<T>(method: string, path: string, body?: unknown, query: Query = {}): Promise<T> {
    const isFile = body instanceof Blob;
    let response: Response;
    try {
      response = await send(base + path + search(query), {
        method,
        credentials: 'same-origin',
        cache: 'no-store',
        headers: {
          ...headers(),
          ...(body !== undefined && {
            'Content-Type': isFile ? 'application/octet-stream' : 'application/json',
          }),
        },
        body: isFile ? body : body === undefined ? undefined : JSON.stringify(body),
      });
    } catch (cause) {
      throw new InboxError('offline', 'The platform could not be reached', {cause});
    }
    const {ok, status} = response;
    const text = await response.text();
    let value: unknown;
    try {
      value = text ? JSON.parse(text) : undefined;
    } catch (cause) {
      throw new InboxError('invalid-response', 'The platform answered something that is not JSON', {
        cause,
        status,
      });
    }
    if (ok) return value as T;
    const {code, detail} = (value ?? {}) as {code?: string; detail?: string};
    const isTemporary = status === 429 || status >= 500;
    throw new InboxError(
      isTemporary ? 'unavailable' : 'refused',
      detail ?? `The platform answered ${status}`,
      {
        status,
        problem: code,
      },
    );
  }

  const of = (id: string) => `/conversations/${encodeURIComponent(id)}`;

  function connect(): void {
    source = new EventSource(`${base}/conversations/stream`);
    const on = (type: string, action: (data: never) => void) =>
      source!.addEventListener(type, (event) =>
        action(JSON.parse((event as MessageEvent<string>).data) as never),
      );
    source.addEventListener('open', () => listeners.forEach((listener) => listener.onConnection?.(true)));
    source.addEventListener('error', () => {
      isReady = false;
      for (const listener of listeners) listener.onConnection?.(false);
      // A refusal ends it for good: later the session may be there again.
      if (source?.readyState === EventSource.CLOSED)
        setTimeout(() => source && listeners.size && reconnect(), 5000);
    });
    on('ready', () => {
      isReady = true;
      listeners.forEach((listener) => listener.onReady?.());
    });
    on('change', (data) => listeners.forEach((listener) => listener.onChange?.(data)));
    on('typing', (data) => listeners.forEach((listener) => listener.onTyping?.(data)));
  }

  function disconnect(): void {
    source?.close();
    source = undefined;
    isReady = false;
  }

  function reconnect(): void {
    disconnect();
    connect();
  }

  return {
    list: (query: ListQuery) => call<ConversationList>('GET', '/conversations', undefined, {...query}),
    details: (id: string) => call<ConversationDetails>('GET', of(id)),
    messages: async (id: string, range: {before?: number; after?: number; limit?: number} = {}) =>
      (await call<{list: ConversationMessage[]}>('GET', `${of(id)}/messages`, undefined, {...range})).list,
    reply: (
      id: string,
      reply: {key: string; text: string; isNote: boolean; attachmentIds: readonly string[]},
    ) => call<void>('POST', `${of(id)}/messages`, reply),
    markRead: (id: string, upTo: number) => call<void>('POST', `${of(id)}/read`, {upTo}),
    sayTyping: (id: string) => call<void>('POST', `${of(id)}/typing`),
    assign: (id: string, agentId: string | null, version: number) =>
      call<void>('PUT', `${of(id)}/assignment`, {agentId, version}),
    setStatus: (id: string, status: 'open' | 'closed', version: number) =>
      call<void>('PUT', `${of(id)}/status`, {status, version}),
    mark: (id: string, marks: Marks) => call<void>('POST', `${of(id)}/marks`, marks),
    upload: (id: string, file: File) =>
      call<ChatAttachment>('POST', `${of(id)}/attachments`, file, {name: file.name.slice(-200)}),
    attachmentUrl: (id: string, file: string) => `${base}${of(id)}/attachments/${encodeURIComponent(file)}`,
    options: () => call<Options>('GET', '/conversation-options'),
    cannedAnswers: async () => (await call<{list: CannedAnswer[]}>('GET', '/canned-answers')).list,
    saveCannedAnswer: (answer: {shortcut: string; text: string}) =>
      call<CannedAnswer>('POST', '/canned-answers', answer),
    pageFilters: async () =>
      (await call<{list: {id: number; searchName: string}[]}>('GET', '/page-filters')).list,
    statistics: <T>(query: Query) => call<T>('GET', '/chat-statistics', undefined, query),
    chats: async <T>(query: Query) =>
      (await call<{list: T[]}>('GET', '/chat-statistics/chats', undefined, query)).list,
    tableUrl: (query: Query) => `${base}/chat-statistics/table${search(query)}`,
    /** Follows what happens, over one connection for all who listen. Returns what ends it. */
    subscribe(listener: LiveListener): () => void {
      listeners.add(listener);
      if (!source) connect();
      // An element that comes when the connection is there already is told so as well, or it would wait for ever.
      else if (isReady) queueMicrotask(() => listeners.has(listener) && listener.onReady?.());
      return () => {
        listeners.delete(listener);
        if (!listeners.size) disconnect();
      };
    },
  };
}

export type ConversationsClient = ReturnType<typeof createConversationsClient>;
