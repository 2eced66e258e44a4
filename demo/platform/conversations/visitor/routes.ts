import {createRoute, z} from '@hono/zod-openapi';
import type {ConversationMessage} from '../../../../src/protocol/conversation.ts';
import {limitBody} from '../../http/body-limit.ts';
import type {App} from '../../http/app.ts';
import {problems, ProblemError} from '../../problem.ts';
import type {Services} from '../../services.ts';
import {fileHeaders, keepAttachment, MAX_FILE, readAttachment} from '../attachments/attachments.ts';
import {notify} from '../live/news.ts';
import {createPushStream} from '../live/push-stream.ts';
import {retryFor} from '../../stream/returning.ts';
import {touchVisitor} from '../presence.ts';
import {isForVisitor, readMessages} from '../read-messages.ts';
import type {ConversationServices} from '../services.ts';
import {readSummaries} from '../summary.ts';
import {addressOf, holdToSite, VISITOR, VISITOR_HEADER, withVisitor} from './access.ts';
import {receiveVisitorEvents} from './events.ts';
import {BatchSchema, EventResultsSchema, SessionSchema} from './schemas.ts';
import {readVisitorState, type VisitorState} from './state.ts';

const json = <T extends z.ZodType>(schema: T) => ({'application/json': {schema}});
const refusals = problems('invalid-request', 'forbidden-origin', 'too-large', 'too-many-requests');
const tokenRefusals = {...refusals, ...problems('invalid-token')};
const tags = ['Visitor'];
const MAX_STREAMS = 5;

const AttachmentSchema = z.object({
  id: z.string(),
  name: z.string(),
  type: z.string(),
  size: z.number().int(),
});
const MessageSchema = z
  .object({
    id: z.number().int(),
    author: z.enum(['visitor', 'agent', 'system', 'note']),
    name: z.string(),
    avatar: z.string().nullable(),
    text: z.string(),
    at: z.number().int(),
    key: z.string().nullable(),
    attachments: z.array(AttachmentSchema).readonly(),
  })
  .openapi('ChatMessage');
const StateSchema = z
  .object({
    status: z.enum(['open', 'closed']),
    agent: z.object({name: z.string(), avatar: z.string().nullable()}).nullable(),
    isAway: z.boolean(),
    readByAgent: z.number().int(),
    readByVisitor: z.number().int(),
    unread: z.number().int(),
    rating: z.number().int().nullable(),
  })
  .openapi('VisitorState');

/** The visitors' API, for the pages of the sites. */
export function addVisitorRoutes(app: App, services: Services, own: ConversationServices): void {
  const {db, clock, sites} = services;
  const {visitors, limits, hub, streams} = own;
  const access = {security: VISITOR, middleware: withVisitor(services, own), tags};
  const open = new Map<string, number>();

  const stateOf = async (id: string) => {
    const [summary] = await readSummaries(db, [id]);
    if (!summary) throw new ProblemError('not-found');
    return readVisitorState(db, summary, clock.now());
  };

  app.openapi(
    createRoute({
      method: 'post',
      path: '/visitor/v1/session',
      summary: 'Open a visitor’s session, or go on with the one whose token is sent along',
      tags,
      middleware: limitBody(16 * 1024),
      request: {body: {required: true, content: json(SessionSchema)}},
      responses: {
        200: {
          description: 'The session; with a token where the visitor is new',
          content: json(
            z.object({token: z.string().optional(), hasConversation: z.boolean(), state: StateSchema}),
          ),
        },
        ...refusals,
        ...problems('not-found'),
      },
    }),
    async (c) => {
      const {siteId, ...visit} = c.req.valid('json');
      await holdToSite(c, sites, siteId);
      const known = await visitors.find(c.req.header(VISITOR_HEADER) ?? '');
      const full = {...visit, userAgent: c.req.header('User-Agent')};
      if (known?.site_id === siteId) {
        limits.visitor.take(known.id);
        await visitors.welcome(known, full);
        return c.json({hasConversation: known.started_at !== null, state: await stateOf(known.id)}, 200);
      }
      limits.arrival.take(addressOf(c));
      const {token, conversation} = await visitors.create(siteId, full);
      return c.json({token, hasConversation: false, state: await stateOf(conversation.id)}, 200);
    },
  );

  app.openapi(
    createRoute({
      method: 'post',
      path: '/visitor/v1/events',
      summary: 'Report what the visitor did and said',
      description:
        'In the batch’s order, each key once. An event that is not as described is rejected by itself.',
      ...access,
      request: {body: {required: true, content: json(BatchSchema)}},
      responses: {
        200: {description: 'The answers, in order', content: json(EventResultsSchema)},
        ...tokenRefusals,
      },
    }),
    async (c) => {
      const {events} = c.req.valid('json');
      const {id} = c.get('conversation');
      // Before anything is done: a batch is taken as a whole, or told to come later.
      for (const {type} of events) if (type === 'message') limits.message.take(id);
      return c.json({results: await receiveVisitorEvents(db, id, events, clock.now())}, 200);
    },
  );

  app.openapi(
    createRoute({
      method: 'get',
      path: '/visitor/v1/conversation',
      summary: 'The visitor’s own messages and those of the agents, oldest first',
      ...access,
      request: {
        query: z.object({
          before: z.coerce.number().int().min(1).optional(),
          after: z.coerce.number().int().min(0).optional(),
          limit: z.coerce.number().int().min(1).max(200).default(50),
        }),
      },
      responses: {
        200: {
          description: 'The latest messages in the window',
          content: json(z.object({messages: z.array(MessageSchema), state: StateSchema})),
        },
        ...tokenRefusals,
      },
    }),
    async (c) => {
      const {id} = c.get('conversation');
      const messages = await readMessages(db, id, {...c.req.valid('query'), isForVisitor: true});
      return c.json({messages, state: await stateOf(id)}, 200);
    },
  );

  app.openapi(
    createRoute({
      method: 'post',
      path: '/visitor/v1/typing',
      summary: 'The visitor is writing',
      ...access,
      responses: {204: {description: 'Told'}, ...tokenRefusals},
    }),
    async (c) => {
      const {id, site_id} = c.get('conversation');
      await notify(db, {kind: 'typing', site: site_id, conversation: id});
      return c.body(null, 204);
    },
  );

  app.openapi(
    createRoute({
      method: 'post',
      path: '/visitor/v1/attachments',
      summary: 'Upload a file, to be sent along with a message',
      ...access,
      middleware: withVisitor(services, own, {maxBody: MAX_FILE}),
      request: {
        query: z.object({name: z.string().min(1).max(300)}),
        body: {
          required: true,
          content: {'application/octet-stream': {schema: z.string().openapi({format: 'binary'})}},
        },
      },
      responses: {201: {description: 'Kept', content: json(AttachmentSchema)}, ...tokenRefusals},
    }),
    async (c) => {
      const {id} = c.get('conversation');
      limits.message.take(id);
      const body = new Uint8Array(await c.req.arrayBuffer());
      return c.json(
        await keepAttachment(services, id, 'visitor', {name: c.req.valid('query').name, body}),
        201,
      );
    },
  );

  app.openapi(
    createRoute({
      method: 'get',
      path: '/visitor/v1/attachments/{id}',
      summary: 'A file of the visitor’s own conversation',
      ...access,
      request: {params: z.object({id: z.string().max(60)})},
      responses: {
        200: {description: 'The file', content: {'application/octet-stream': {schema: z.string()}}},
        ...tokenRefusals,
        ...problems('not-found'),
      },
    }),
    async (c) => {
      const file = await readAttachment(db, c.get('conversation').id, c.req.valid('param').id);
      if (!file) throw new ProblemError('not-found');
      return c.body(new Uint8Array(file.body), 200, fileHeaders(file));
    },
  );

  app.openapi(
    createRoute({
      method: 'get',
      path: '/visitor/v1/stream',
      summary: 'What happens in the visitor’s conversation, as it happens',
      description: 'Server-sent events: `ready` (fetch now), `change` {messages, state}, `typing` {by}.',
      ...access,
      responses: {
        200: {description: 'The stream', content: {'text/event-stream': {schema: z.string()}}},
        ...tokenRefusals,
      },
    }),
    (c) => {
      const {id, site_id: site} = c.get('conversation');
      const number = open.get(id) ?? 0;
      if (number >= MAX_STREAMS)
        throw new ProblemError('too-many-requests', 'Too many open streams', {
          headers: {'Retry-After': '30'},
        });
      open.set(id, number + 1);
      const stream = createPushStream({
        clock,
        retry: () => retryFor(streams.size),
        onEnd() {
          stop();
          streams.delete(stream);
          const left = open.get(id)! - 1;
          if (left) open.set(id, left);
          else open.delete(id);
        },
        onBeat: () => void touchVisitor(db, id, clock.now()).catch(() => {}),
      });
      const tell = (reading: Promise<VisitorState>, messages: ConversationMessage[] = []) =>
        void reading.then(
          (state) => stream.send('change', {messages, state}),
          () => stream.send('ready', {}),
        );
      const stop = hub.listen({
        sites: [site],
        follows: (_, conversation) => conversation === id,
        onChange: ({summary, messages}) =>
          tell(readVisitorState(db, summary, clock.now()), messages.filter(isForVisitor)),
        onPresence: () => tell(stateOf(id)),
        onTyping: (_, by) => by && stream.send('typing', {by}),
        onGap: () => stream.send('ready', {}),
      });
      streams.add(stream);
      c.header('Cache-Control', 'no-store, no-transform');
      c.header('X-Accel-Buffering', 'no');
      return c.body(stream.body, 200, {'Content-Type': 'text/event-stream; charset=utf-8'});
    },
  );
}
