import {createRoute, z} from '@hono/zod-openapi';
import type {Context} from 'hono';
import {sql} from 'kysely';
import type {App, Env} from '../../http/app.ts';
import {refuseBrowsers} from '../../http/cors.ts';
import {chooseEncoding} from '../../http/encoding.ts';
import {dataHeaders} from '../../http/headers.ts';
import {ProblemError} from '../../problem.ts';
import type {Services} from '../../services.ts';
import type {ConversationServices} from '../services.ts';
import {answerFailure, answerList} from './envelope.ts';
import * as operations from './operations.ts';
import type {Account} from './operations.ts';
import {checkRange, readIds, readMoment, readTimezone, readValues} from './parameters.ts';
import {streamStatistics} from './statistics.ts';

interface Operation {
  summary: string;
  /** What follows the key and the user's id in the path. */
  segments: readonly string[];
  answer: (
    account: Account,
    path: readonly string[],
    query: URLSearchParams,
    acceptEncoding: string | undefined,
  ) => Response | Promise<Response>;
}

const EnvelopeSchema = z
  .object({result: z.literal('success'), json: z.array(z.unknown()), length: z.number().int().optional()})
  .openapi('ChatApiAnswer');
const FailureSchema = z
  .object({result: z.literal('error'), error: z.object({code: z.string(), message: z.string()})})
  .openapi('ChatApiError');
const failure = (description: string) => ({
  description,
  content: {'application/json': {schema: FailureSchema}},
});

/** The answer with the headers that were set on the context before. */
const pass = (c: Context<Env>, {body, status, headers}: Response) =>
  c.body(body!, status as 200, Object.fromEntries(headers));

/** The chat API, for customers' backends. Its key is in the path: that is how its clients are written. */
export function addChatApiRoutes(app: App, services: Services, {limits}: ConversationServices): void {
  const {db, clock, apiKeys} = services;

  /** Whose key it is. A wrong key, a wrong id and another account's are one answer. */
  async function authorise(apiKey: string, userId: string, {origin}: URL): Promise<Account> {
    const found = await apiKeys.verify(apiKey);
    const {rows} = await sql<{number: number}>`
      select number from sites where id = ${found?.siteId ?? ''}`.execute(db);
    const sid = rows[0]?.number;
    if (!found || sid === undefined || String(sid) !== userId) throw new ProblemError('unauthorized');
    limits.api.take(found.id);
    return {siteId: found.siteId, sid, origin};
  }

  function chatStatistics(account: Account, query: URLSearchParams, acceptEncoding?: string): Response {
    const format = query.get('fileType') || 'json';
    if (format !== 'json' && format !== 'csv')
      throw new ProblemError('invalid-request', 'fileType: csv or json');
    const timezone = readTimezone(query.get('timezone') ?? undefined);
    const startTime = query.get('startTime');
    if (!startTime) throw new ProblemError('invalid-request', 'startTime is missing');
    const from = readMoment(startTime, 'startTime', timezone);
    const endTime = query.get('endTime');
    const to = endTime ? readMoment(endTime, 'endTime', timezone) : clock.now();
    checkRange(from, to, ['startTime', 'endTime']);
    const filter = {
      siteIds: [account.siteId],
      from,
      to,
      agents: readIds(query, 'agentIds', 'agentId'),
      channels: readValues(query, 'channels', 'channel'),
      pageFilterIds: readIds(query, 'pageFilterId'),
    };
    const encoding = chooseEncoding(acceptEncoding, ['gzip']);
    const isCsv = format === 'csv';
    // The times of JSON are in UTC, whatever the zone.
    const zone = isCsv ? timezone : undefined;
    return new Response(streamStatistics(db, filter, {format, timezone: zone, encoding}), {
      headers: {
        'Content-Type': isCsv ? 'text/csv; charset=utf-8; header=present' : 'application/json',
        ...(isCsv && {'Content-Disposition': 'attachment; filename="chat-statistics.csv"'}),
        ...(encoding === 'gzip' && {'Content-Encoding': encoding}),
        Vary: 'Accept-Encoding',
      },
    });
  }

  const list =
    (
      read: (
        account: Account,
        path: readonly string[],
        query: URLSearchParams,
      ) => Promise<readonly unknown[]>,
      hasLength: boolean,
    ): Operation['answer'] =>
    async (account, path, query) =>
      answerList(await read(account, path, query), {hasLength});

  const OPERATIONS: Record<string, Operation> = {
    listConversations: {
      summary: 'The conversations that began between two days',
      segments: ['fromDate', 'toDate'],
      answer: list((...args) => operations.listConversations(db, ...args), true),
    },
    grabConversation: {
      summary: 'The messages of a conversation',
      segments: ['conversationId'],
      answer: list((account, path) => operations.grabConversation(db, account, path), true),
    },
    grabVisitorInfo: {
      summary: 'What is known of a visitor',
      segments: ['conversationId'],
      answer: list((account, path) => operations.grabVisitorInfo(db, account, path), false),
    },
    grabVisitorTags: {
      summary: 'The tags of a visitor',
      segments: ['conversationId'],
      answer: list((account, path) => operations.grabVisitorTags(db, account, path), true),
    },
    grabVisitorLabels: {
      summary: 'The labels of a conversation',
      segments: ['conversationId'],
      answer: list((account, path) => operations.grabVisitorLabels(db, account, path), false),
    },
    grabVisitorCards: {
      summary: 'The cards that the page has inserted',
      segments: ['conversationId'],
      answer: list((account, path) => operations.grabVisitorCards(db, account, path), false),
    },
    grabAgent: {
      summary: 'An agent',
      segments: ['agentId'],
      answer: list((account, path) => operations.grabAgent(db, account, path), false),
    },
    grabAgents: {
      summary: 'All agents',
      segments: [],
      answer: list((account) => operations.grabAgents(db, account), true),
    },
    chatStatistics: {
      summary: 'Each chat of at most 365 days, as JSON or CSV',
      segments: [],
      answer: (account, _, query, acceptEncoding) => chatStatistics(account, query, acceptEncoding),
    },
    pageFilters: {
      summary: 'The page filters',
      segments: [],
      answer: list((account) => operations.pageFilters(db, account), true),
    },
  };

  const failures = {
    400: failure('A parameter is not as described'),
    401: failure('The key or the user’s id is wrong'),
    403: failure('The key was sent by a page'),
    404: failure('There is nothing here'),
    429: failure('Too many requests; Retry-After says how long to wait'),
  };

  app.use('/message/*', dataHeaders);
  for (const [name, {summary, segments, answer}] of Object.entries(OPERATIONS)) {
    const path = [
      '/message',
      name,
      '{apiKey}',
      '{userId}',
      ...segments.map((segment) => `{${segment}}`),
    ].join('/');
    const route = createRoute({
      method: 'get',
      path,
      summary,
      tags: ['Chat API'],
      responses: {
        200: {description: 'The answer', content: {'application/json': {schema: EnvelopeSchema}}},
        ...failures,
      },
    });
    app.openAPIRegistry.registerPath(route);
    app.get(route.getRoutingPath(), async (c: Context<Env, string>) => {
      try {
        await refuseBrowsers(c, () => Promise.resolve());
        const url = new URL(c.req.url);
        const account = await authorise(c.req.param('apiKey') ?? '', c.req.param('userId') ?? '', url);
        const path = segments.map((segment) => c.req.param(segment) ?? '');
        return pass(c, await answer(account, path, url.searchParams, c.req.header('Accept-Encoding')));
      } catch (error) {
        return pass(c, answerFailure(error, name));
      }
    });
  }
  // Its own errors here too, and no word of the path.
  app.all('/message/*', (c) =>
    pass(c, answerFailure(new ProblemError('not-found', 'There is no such operation'), 'unknown')),
  );
}
