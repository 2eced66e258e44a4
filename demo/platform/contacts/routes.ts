import {createRoute, z} from '@hono/zod-openapi';
import type {App} from '../http/app.ts';
import {API_KEY, withApiKey} from '../http/access.ts';
import {problems} from '../problem.ts';
import type {Services} from '../services.ts';
import {findContact, putContact, type ContactRow} from './contacts.ts';
import {ContactInputSchema, ContactSchema, IdentitySchema} from './schemas.ts';

function describe(row: ContactRow): z.infer<typeof ContactSchema> {
  return {
    id: row.ref,
    externalCustomerId: row.external_customer_id,
    email: row.email,
    phone: row.phone,
    name: row.name,
    firstName: row.first_name,
    lastName: row.last_name,
    language: row.language,
    tags: row.tags,
    attributes: row.attributes,
    createdDate: row.created_at,
  };
}

const body = <T extends z.ZodType>(schema: T) => ({required: true, content: {'application/json': {schema}}});
const refusals = problems(
  'invalid-request',
  'unauthorized',
  'forbidden-origin',
  'too-large',
  'too-many-requests',
);

/** Contacts and their tokens, for customers' backends. */
export function addContactRoutes(app: App, services: Services): void {
  const {db, tokens} = services;
  const access = {security: API_KEY, middleware: withApiKey(services)};

  for (const prefix of ['', '/api']) {
    app.openapi(
      createRoute({
        method: 'post',
        path: `${prefix}/v1/auth/contact/token`,
        summary: 'Get a one-time token with which a contact’s browser begins',
        tags: ['Contacts'],
        ...access,
        request: {body: body(IdentitySchema)},
        responses: {
          200: {
            description: 'The token; empty when there is no such contact',
            content: {'application/json': {schema: z.object({token: z.string()})}},
          },
          ...refusals,
        },
      }),
      async (c) => {
        const contact = await findContact(db, c.get('siteId'), c.req.valid('json'));
        return c.json({token: contact ? await tokens.issue(contact) : ''}, 200);
      },
    );
  }

  app.openapi(
    createRoute({
      method: 'post',
      path: '/v1/auth/contact/revoke',
      summary: 'Make all tokens of a contact void, and close their streams',
      tags: ['Contacts'],
      ...access,
      request: {body: body(IdentitySchema)},
      responses: {204: {description: 'Done, also when there is no such contact'}, ...refusals},
    }),
    async (c) => {
      const contact = await findContact(db, c.get('siteId'), c.req.valid('json'));
      if (contact) await tokens.revoke(contact.id);
      return c.body(null, 204);
    },
  );

  const contactJson = {'application/json': {schema: ContactSchema}};
  app.openapi(
    createRoute({
      method: 'post',
      path: '/v1/contacts',
      summary: 'Create a contact, or update the one with the same external id, email or phone',
      tags: ['Contacts'],
      ...access,
      request: {body: body(ContactInputSchema)},
      responses: {
        200: {description: 'Updated', content: contactJson},
        201: {description: 'Created', content: contactJson},
        ...refusals,
        ...problems('conflict'),
      },
    }),
    async (c) => {
      const {externalCustomerId, email, phone, ...details} = c.req.valid('json');
      const identity = {externalCustomerId, email, phone};
      const {contact, isNew} = await db
        .transaction()
        .execute((trx) => putContact(trx, services, c.get('siteId'), identity, details));
      return c.json(describe(contact), isNew ? 201 : 200);
    },
  );

  app.openapi(
    createRoute({
      method: 'get',
      path: '/v1/contacts',
      summary: 'The site’s contacts, newest first',
      tags: ['Contacts'],
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
          content: {
            'application/json': {
              schema: z.object({list: z.array(ContactSchema), totalPages: z.number().int()}),
            },
          },
        },
        ...refusals,
      },
    }),
    async (c) => {
      const {page, pageSize} = c.req.valid('query');
      const ours = db.selectFrom('contacts').where('site_id', '=', c.get('siteId'));
      const {total} = await ours
        .select((select) => select.fn.countAll<number>().as('total'))
        .executeTakeFirstOrThrow();
      const rows = await ours
        .selectAll()
        .orderBy('id', 'desc')
        .limit(pageSize)
        .offset(page * pageSize)
        .execute();
      return c.json({list: rows.map(describe), totalPages: Math.ceil(total / pageSize)}, 200);
    },
  );
}
