import {createRoute, z} from '@hono/zod-openapi';
import type {App} from '../http/app.ts';
import {problems, ProblemError} from '../problem.ts';
import type {Services} from '../services.ts';
import {AGENT, requireAgent} from './access.ts';
import {findTeamContact, readContact, searchContacts} from './contacts.ts';
import {DeskContactSchema, ViewSchema} from './schemas.ts';
import {listViews} from './views.ts';

const PAGE_SIZE = 50;

const refusals = problems('invalid-request', 'signed-out', 'forbidden', 'too-many-requests');
const json = <T extends z.ZodType>(schema: T) => ({'application/json': {schema}});

/** Whom and what agents can have before them. */
export function addDeskContactRoutes(app: App, services: Services): void {
  const {db} = services;
  const access = {security: AGENT, middleware: requireAgent(services), tags: ['Desk']};

  app.openapi(
    createRoute({
      method: 'get',
      path: '/desk/api/v1/contacts',
      summary: 'The team’s contacts, newest first',
      ...access,
      request: {
        query: z.object({
          query: z.string().max(200).default('').openapi({description: 'Words of name, e-mail, phone or id'}),
          cursor: z.coerce
            .number()
            .int()
            .positive()
            .optional()
            .openapi({description: '`next` of the page before'}),
        }),
      },
      responses: {
        200: {
          description: 'A page',
          content: json(z.object({list: z.array(DeskContactSchema), next: z.string().nullable()})),
        },
        ...refusals,
      },
    }),
    async (c) => {
      const {query, cursor: before} = c.req.valid('query');
      const {rows, next} = await searchContacts(db, c.get('agent').teamId, {query, before, limit: PAGE_SIZE});
      return c.json({list: rows.map(readContact), next: next === undefined ? null : String(next)}, 200);
    },
  );

  app.openapi(
    createRoute({
      method: 'get',
      path: '/desk/api/v1/contacts/{id}',
      summary: 'A contact',
      ...access,
      request: {params: z.object({id: z.string().min(1).max(64)})},
      responses: {
        200: {description: 'The contact', content: json(DeskContactSchema)},
        ...refusals,
        ...problems('not-found'),
      },
    }),
    async (c) => {
      const row = await findTeamContact(db, c.get('agent').teamId, c.req.valid('param').id);
      if (!row) throw new ProblemError('not-found', 'There is no such contact');
      return c.json(readContact(row), 200);
    },
  );

  app.openapi(
    createRoute({
      method: 'get',
      path: '/desk/api/v1/views',
      summary: 'Chats, tickets, calls and contacts that agents have before them, newest first',
      ...access,
      responses: {
        200: {description: 'The views', content: json(z.object({list: z.array(ViewSchema)}))},
        ...refusals,
      },
    }),
    async (c) => c.json({list: await listViews(db, c.get('agent').teamId)}, 200),
  );
}
