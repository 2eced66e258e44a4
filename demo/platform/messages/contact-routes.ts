import {createRoute, z} from '@hono/zod-openapi';
import type {Context} from 'hono';
import type {App, Env} from '../http/app.ts';
import {CONTACT_TOKEN, withContactToken} from '../http/access.ts';
import {problems} from '../problem.ts';
import type {Services} from '../services.ts';
import {markOpened, receiveEvents} from './contact-events.ts';
import {readAcceptLanguage} from './contents.ts';
import {countUnread, listPage, listSlice, MAX_LIST, VIEWS} from './inbox.ts';
import type {Rendering} from './message.ts';
import {BatchSchema, EventResultSchema, MessageSchema, StatusSchema} from './schemas.ts';

const json = <T extends z.ZodType>(schema: T) => ({'application/json': {schema}});
/** Every answer but a refusal brings the next token. */
const headers = z.object({'ES-TOKEN': z.string().openapi({description: 'The next one-time token'})});
const refusals = problems(
  'invalid-request',
  'invalid-token',
  'forbidden-origin',
  'too-large',
  'too-many-requests',
);

/** How this contact reads: their own language first, then what their browser asks for. */
export function renderingFor(c: Context<Env>, {isBaseOnly}: Services): Rendering {
  const {language} = c.get('contact');
  const accepted = readAcceptLanguage(c.req.header('Accept-Language'));
  return {languages: language ? [language, ...accepted] : accepted, isRich: !isBaseOnly};
}

const PageQuerySchema = z.object({
  page: z.coerce.number().int().min(0).max(1_000_000).optional(),
  pageSize: z.coerce.number().int().min(1).max(MAX_LIST).optional(),
  status: z.enum(['OPENED', 'UNOPENED']).optional(),
});

const SliceQuerySchema = PageQuerySchema.extend({
  cursor: z.string().min(1).max(200).optional().openapi({description: '`next` of the slice before'}),
  limit: z.coerce.number().int().min(1).max(100).optional().openapi({description: 'Default 20'}),
  category: z.string().min(1).max(64).optional(),
  view: z.enum(VIEWS).optional().openapi({description: 'Default inbox'}),
});

/** The contact API, for pages and apps. */
export function addContactMessageRoutes(app: App, services: Services): void {
  const {db, clock, isBaseOnly} = services;
  const access = {security: CONTACT_TOKEN, middleware: withContactToken(services), tags: ['Contact']};

  app.openapi(
    createRoute({
      method: 'get',
      path: '/appinbox/v1/messages/count',
      summary: 'How many messages are unread',
      ...access,
      responses: {
        200: {description: 'The number', headers, content: json(z.object({count: z.number().int()}))},
        ...refusals,
      },
    }),
    async (c) => c.json({count: await countUnread(db, c.get('contact').id, clock.now())}, 200),
  );

  const PageSchema = z
    .object({list: z.array(MessageSchema), totalPages: z.number().int()})
    .openapi('MessagePage');
  const SliceSchema = z
    .object({
      list: z.array(MessageSchema),
      next: z.string().nullable(),
      counts: z.object({unread: z.number().int(), unseen: z.number().int()}),
    })
    .openapi('MessageSlice');

  app.openapi(
    createRoute({
      method: 'get',
      path: '/appinbox/v1/messages',
      summary: 'The contact’s messages, newest first',
      description:
        `With page, pageSize and status: that page. With any of the three missing: all, up to ${MAX_LIST}.` +
        (isBaseOnly ? '' : ' With cursor, limit, category or view: a slice, and where to go on.'),
      ...access,
      request: {query: isBaseOnly ? PageQuerySchema : SliceQuerySchema},
      responses: {
        200: {
          description: 'Messages',
          headers,
          content: json(isBaseOnly ? PageSchema : z.union([PageSchema, SliceSchema])),
        },
        ...refusals,
      },
    }),
    async (c) => {
      const {page, pageSize, status, ...slice} = c.req.valid('query') as z.infer<typeof SliceQuerySchema>;
      const contactId = c.get('contact').id;
      const rendering = renderingFor(c, services);
      const now = clock.now();
      if (Object.values(slice).some((value) => value !== undefined)) {
        const {cursor, limit = 20, category, view = 'inbox'} = slice;
        return c.json(await listSlice(db, contactId, {cursor, limit, category, view}, now, rendering), 200);
      }
      const {list, totalPages} = await listPage(db, contactId, {page, pageSize, status}, now, rendering);
      return c.json({list, totalPages: totalPages ?? 1}, 200);
    },
  );

  app.openapi(
    createRoute({
      method: 'post',
      path: '/appinbox/v1/messages/status',
      summary: 'Mark messages as read',
      ...access,
      request: {body: {required: true, content: json(StatusSchema)}},
      responses: {
        200: {description: 'Done; ids that are not the contact’s are passed over', headers},
        ...refusals,
      },
    }),
    async (c) => {
      const {ids} = c.req.valid('json');
      await markOpened(db, c.get('contact').id, ids ?? undefined, clock.now());
      return c.body(null, 200);
    },
  );

  if (isBaseOnly) return;

  app.openapi(
    createRoute({
      method: 'post',
      path: '/appinbox/v1/events',
      summary: 'Report what the contact did',
      description:
        'In the batch’s order, each key once. Without ids and entity: all messages that were there at `at`. ' +
        'Ids that are not the contact’s have no effect. An event that is not as described is rejected by itself.',
      ...access,
      request: {
        body: {required: true, content: json(BatchSchema)},
      },
      responses: {
        200: {
          description: 'The answer to each event, in the batch’s order',
          headers,
          content: json(z.object({results: z.array(EventResultSchema)})),
        },
        ...refusals,
      },
    }),
    async (c) => {
      const events = c.req.valid('json');
      return c.json({results: await receiveEvents(db, c.get('contact').id, events, clock.now())}, 200);
    },
  );
}
