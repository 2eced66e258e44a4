import {createRoute, z} from '@hono/zod-openapi';
import {sql} from 'kysely';
import type {App} from '../http/app.ts';
import {API_KEY, withApiKey} from '../http/access.ts';
import {problems, ProblemError} from '../problem.ts';
import type {Services} from '../services.ts';
import type {Contents} from './contents.ts';
import {once} from './idempotency.ts';
import {reportOn} from './report.ts';
import {ReportSchema, SendSchema, SentMessageSchema, SentSchema} from './schemas.ts';
import {sendMessage, withdrawMessage} from './send.ts';

interface SentRow {
  id: string;
  contents: Contents;
  category: string | null;
  severity: 'low' | 'normal' | 'high';
  created_at: number;
  send_at: number;
  expires_at: number;
  withdrawn: boolean;
  recipients: number;
}

const refusals = problems(
  'invalid-request',
  'unauthorized',
  'forbidden-origin',
  'too-large',
  'too-many-requests',
);
const IdParams = z.object({id: z.string().min(1).max(64)});
const json = <T extends z.ZodType>(schema: T) => ({'application/json': {schema}});

/** The sending API, for customers' backends. */
export function addSendingRoutes(app: App, services: Services): void {
  const {db, clock} = services;
  const access = {security: API_KEY, middleware: withApiKey(services), tags: ['Sending']};

  app.openapi(
    createRoute({
      method: 'post',
      path: '/v1/messages',
      summary: 'Send a message to a contact, a list of contacts or a segment',
      ...access,
      request: {
        headers: z.object({
          'idempotency-key': z.string().min(1).max(255).optional().openapi({
            description: 'The same key with the same body is sent once, and answered the same, for 7 days.',
          }),
        }),
        body: {required: true, content: json(SendSchema)},
      },
      responses: {
        201: {description: 'Stored; on its way unless it is for later', content: json(SentSchema)},
        ...refusals,
        ...problems('not-found', 'conflict'),
      },
    }),
    async (c) => {
      const siteId = c.get('siteId');
      const send = c.req.valid('json');
      const key = c.req.valid('header')['idempotency-key'];
      const sent = await once(db, clock, {siteId, key, request: send}, (trx) =>
        sendMessage(trx, services, siteId, send),
      );
      return c.json(sent, 201);
    },
  );

  app.openapi(
    createRoute({
      method: 'get',
      path: '/v1/messages',
      summary: 'What was sent, newest first',
      ...access,
      request: {
        query: z.object({
          page: z.coerce.number().int().min(0).max(1_000_000).default(0),
          pageSize: z.coerce.number().int().min(1).max(200).default(50),
        }),
      },
      responses: {
        200: {
          description: 'A page',
          content: json(z.object({list: z.array(SentMessageSchema), totalPages: z.number().int()})),
        },
        ...refusals,
      },
    }),
    async (c) => {
      const {page, pageSize} = c.req.valid('query');
      const siteId = c.get('siteId');
      const {rows} = await sql<SentRow>`
        select id, contents, category, severity, created_at, send_at, expires_at,
          withdrawn_at is not null as withdrawn,
          (select count(*) from deliveries d where d.message_id = messages.id) as recipients
        from messages where site_id = ${siteId}
        order by created_at desc, id desc limit ${pageSize} offset ${page * pageSize}`.execute(db);
      const {rows: total} = await sql<{count: number}>`
        select count(*) as count from messages where site_id = ${siteId}`.execute(db);
      const list = rows.map((row) => ({
        id: row.id,
        title: row.contents.title,
        content: row.contents.content ?? null,
        category: row.category,
        severity: row.severity,
        createdDate: row.created_at,
        sendAt: row.send_at,
        expiryDate: new Date(row.expires_at).toISOString(),
        withdrawn: row.withdrawn,
        recipients: row.recipients,
      }));
      return c.json({list, totalPages: Math.ceil(total[0]!.count / pageSize)}, 200);
    },
  );

  app.openapi(
    createRoute({
      method: 'delete',
      path: '/v1/messages/{id}',
      summary: 'Take a message back, also from pages that show it',
      ...access,
      request: {params: IdParams},
      responses: {204: {description: 'Nobody sees it any more'}, ...refusals, ...problems('not-found')},
    }),
    async (c) => {
      const {id} = c.req.valid('param');
      const isFound = await db
        .transaction()
        .execute((trx) => withdrawMessage(trx, c.get('siteId'), id, clock.now()));
      if (!isFound) throw new ProblemError('not-found', 'There is no such message');
      return c.body(null, 204);
    },
  );

  app.openapi(
    createRoute({
      method: 'get',
      path: '/v1/messages/{id}/report',
      summary: 'How many contacts a message was sent to, and what they did with it',
      ...access,
      request: {params: IdParams},
      responses: {
        200: {description: 'The report', content: json(ReportSchema)},
        ...refusals,
        ...problems('not-found'),
      },
    }),
    async (c) => {
      const report = await reportOn(db, c.get('siteId'), c.req.valid('param').id, clock.now());
      if (!report) throw new ProblemError('not-found', 'There is no such message');
      return c.json(report, 200);
    },
  );
}
