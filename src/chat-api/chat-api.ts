import {joinCsv} from './csv.ts';
import {ChatApiError} from './errors.ts';
import {parseJson} from './parse-json.ts';
import {readMoment, readDay, splitRange, type TimeRange} from './range.ts';
import {isFields, type Fields} from './read.ts';
import {
  readAgent,
  readCard,
  readConversation,
  readLabel,
  readMessage,
  readPageFilter,
  readStatistic,
  readTag,
  readVisitor,
} from './records.ts';
import {createSend, failureOf, type Query, type RequestOptions} from './request.ts';
import type * as Types from './types.ts';

export interface ChatApiOptions extends Partial<Omit<RequestOptions, 'apiKey' | 'userId'>> {
  apiKey: string;
  userId: string | number;
  /** The platform, or a proxy before it. @default 'https://apiv2.imbox.io' */
  baseUrl?: string;
  /** The key stands in every address, so a page is the wrong place for it: there the client refuses to be made. */
  dangerouslyAllowBrowser?: boolean;
}

export interface CallOptions {
  signal?: AbortSignal;
}

export interface StatisticsQuery {
  from: Date | string | number;
  /** @default now */
  to?: Date | string | number;
  agentIds?: readonly (string | number)[];
  channels?: readonly string[];
  pageFilterIds?: readonly (string | number)[];
  /** An IANA name: `Europe/Stockholm`. */
  timezone?: string;
}

/** The chat API of the platform, for servers. Everything rejects with a `ChatApiError`. */
export interface ChatApi {
  /** Oldest first. Days as `YYYY-MM-DD`, or moments whose day in UTC counts. */
  listConversations(
    range: {from: Date | string; to: Date | string; pageFilterIds?: readonly (string | number)[]},
    options?: CallOptions,
  ): Promise<Types.ConversationEntry[]>;
  /** Its messages in the order in which they were written. */
  grabConversation(conversationId: string, options?: CallOptions): Promise<Types.ChatMessage[]>;
  /** Undefined where the platform has none. */
  grabVisitorInfo(conversationId: string, options?: CallOptions): Promise<Types.VisitorInfo | undefined>;
  grabVisitorTags(conversationId: string, options?: CallOptions): Promise<Types.VisitorTag[]>;
  grabVisitorLabels(conversationId: string, options?: CallOptions): Promise<Types.VisitorLabel[]>;
  grabVisitorCards(conversationId: string, options?: CallOptions): Promise<Types.VisitorCard[]>;
  /** Undefined where there is no such agent. */
  grabAgent(agentId: string | number, options?: CallOptions): Promise<Types.ChatAgent | undefined>;
  grabAgents(options?: CallOptions): Promise<Types.ChatAgent[]>;
  /** Oldest first. A range of more than 365 days is asked for in pieces. */
  chatStatistics(query: StatisticsQuery, options?: CallOptions): Promise<Types.ChatStatistic[]>;
  /** The same as a table, in bytes as they come. */
  chatStatisticsCsv(query: StatisticsQuery, options?: CallOptions): ReadableStream<Uint8Array>;
  pageFilters(options?: CallOptions): Promise<Types.PageFilter[]>;
}

function wait(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const abort = () => {
      clearTimeout(timer);
      reject(new ChatApiError('aborted', 'The request was given up'));
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', abort);
      resolve();
    }, milliseconds);
    signal?.addEventListener('abort', abort, {once: true});
    if (signal?.aborted) abort();
  });
}

const isPage = () => typeof (globalThis as {document?: unknown}).document === 'object';

/** What has no time stands at the end, and what has the same time as it came. */
const byTime =
  <T>(time: (entry: T) => Date | null) =>
  (a: T, b: T) =>
    (time(a)?.getTime() ?? Infinity) - (time(b)?.getTime() ?? Infinity) || 0;

/** A client of the chat API. Nothing is sent before the first call. */
export function createChatApi({dangerouslyAllowBrowser, ...options}: ChatApiOptions): ChatApi {
  if (isPage() && !dangerouslyAllowBrowser)
    throw new ChatApiError('invalid-argument', 'The API key belongs on a server: never use this in a page');
  const now = options.now ?? Date.now;
  const send = createSend({
    baseUrl: 'https://apiv2.imbox.io',
    fetch: (url, init) => fetch(url, init),
    retries: 3,
    timeout: 30_000,
    wait,
    random: Math.random,
    ...options,
    now,
  });

  async function list<T>(
    operation: string,
    segments: readonly string[],
    query: Query,
    {signal}: CallOptions,
    read: (fields: Fields) => T,
  ): Promise<T[]> {
    const response = await send(operation, segments, query, signal);
    const text = await response.text().catch(() => {
      throw signal?.aborted
        ? new ChatApiError('aborted', 'The request was given up')
        : new ChatApiError('unreachable', 'The answer broke off before its end');
    });
    let body: unknown;
    try {
      body = parseJson(text);
    } catch {
      throw new ChatApiError('invalid-response', `${operation}: the answer is no JSON`);
    }
    if (!isFields(body)) throw new ChatApiError('invalid-response', `${operation}: the answer is no object`);
    if (body.result !== 'success') throw failureOf(body, response.status);
    const records: unknown[] = Array.isArray(body.json) ? body.json : isFields(body.json) ? [body.json] : [];
    return records.filter(isFields).map(read);
  }

  const pageFilterQuery = (ids: readonly (string | number)[] = []): Query =>
    ids.map((id) => ['pageFilterId', String(id)]);

  /** The queries of the pieces; throws before anything is sent. */
  function statisticsQueries(query: StatisticsQuery): Query[] {
    const from = readMoment(query.from, 'from');
    const to = query.to === undefined ? new Date(now()) : readMoment(query.to, 'to');
    const filters: Query = [
      ...(query.agentIds ?? []).map((id) => ['agentIds', String(id)] as const),
      ...(query.channels ?? []).map((channel) => ['channels', channel] as const),
      ...pageFilterQuery(query.pageFilterIds),
      ...(query.timezone ? [['timezone', query.timezone] as const] : []),
    ];
    return splitRange({from, to}).map((piece: TimeRange) => [
      ['startTime', piece.from.toISOString()],
      ['endTime', piece.to.toISOString()],
      ...filters,
    ]);
  }

  /** The only record; undefined where the platform says that there is none. */
  async function single<T>(records: Promise<T[]>): Promise<T | undefined> {
    try {
      return (await records)[0];
    } catch (error) {
      // An address that is wrong as a whole has no answer with a code of the API's.
      if (error instanceof ChatApiError && error.status === 404 && error.platformCode) return undefined;
      throw error;
    }
  }

  return {
    async listConversations({from, to, pageFilterIds}, options = {}) {
      const days = [readDay(from, 'from'), readDay(to, 'to')] as const;
      if (days[0] > days[1]) throw new ChatApiError('invalid-argument', 'the range ends before it begins');
      const found = await list(
        'listConversations',
        days,
        pageFilterQuery(pageFilterIds),
        options,
        readConversation,
      );
      return found.sort(byTime(({createdAt}) => createdAt));
    },
    async grabConversation(id, options = {}) {
      const messages = await list('grabConversation', [id], [], options, readMessage);
      // Ids grow with time, but not in the platform's own examples: time decides, and ids where times are the same.
      return messages.sort(
        (a, b) => byTime<Types.ChatMessage>(({at}) => at)(a, b) || (a.id ?? 0) - (b.id ?? 0),
      );
    },
    grabVisitorInfo: (id, options = {}) => single(list('grabVisitorInfo', [id], [], options, readVisitor)),
    grabVisitorTags: (id, options = {}) => list('grabVisitorTags', [id], [], options, readTag),
    grabVisitorLabels: (id, options = {}) => list('grabVisitorLabels', [id], [], options, readLabel),
    grabVisitorCards: (id, options = {}) => list('grabVisitorCards', [id], [], options, readCard),
    grabAgent: (id, options = {}) => single(list('grabAgent', [String(id)], [], options, readAgent)),
    grabAgents: (options = {}) => list('grabAgents', [], [], options, readAgent),
    async chatStatistics(query, options = {}) {
      const found: Types.ChatStatistic[] = [];
      // One after the other: the platform says how fast it may be asked, and not how wide.
      for (const piece of statisticsQueries(query))
        found.push(...(await list('chatStatistics', [], piece, options, readStatistic)));
      return found.sort(byTime(({startedAt}) => startedAt));
    },
    chatStatisticsCsv(query, {signal} = {}) {
      const pieces = statisticsQueries(query).map(
        (piece) => () => send('chatStatistics', [], [...piece, ['fileType', 'csv']], signal),
      );
      return joinCsv(pieces);
    },
    pageFilters: (options = {}) => list('pageFilters', [], [], options, readPageFilter),
  };
}
