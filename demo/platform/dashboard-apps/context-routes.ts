import {createRoute, z} from '@hono/zod-openapi';
import type {Context} from 'hono';
import {AGENT, requireAgent} from '../desk/access.ts';
import type {App} from '../http/app.ts';
import {problems, ProblemError} from '../problem.ts';
import type {Services} from '../services.ts';
import {describe, findApp} from './apps.ts';
import {readContext} from './context.ts';
import {ContextSchema, id, JwksSchema, SubjectSchema, TokenRequestSchema} from './schemas.ts';
import type {Signing} from './signing.ts';
import {findSubject} from './subject.ts';

/** How long a signed context is good: seconds. Long enough for a request, too short to be passed around. */
export const TOKEN_LIFETIME = 60;
/** How long verifiers may keep the public keys: seconds. */
const KEYS_AGE = 300;

const refusals = problems('invalid-request', 'signed-out', 'forbidden', 'not-found', 'too-many-requests');
const json = <T extends z.ZodType>(schema: T) => ({'application/json': {schema}});

/** Where the platform is, as its callers know it: the issuer of what it signs. */
const issuerOf = (c: Context) => {
  const url = new URL(c.req.url);
  if (c.req.header('X-Forwarded-Proto') === 'https') url.protocol = 'https:';
  return url.origin;
};

/** What apps are told: the context for the desk to pass on, the same signed, and the keys to verify it with. */
export function addAppContextRoutes(app: App, services: Services, signing: Signing): void {
  const {db, clock, makeId} = services;
  const access = {security: AGENT, middleware: requireAgent(services), tags: ['Dashboard apps']};

  app.openapi(
    createRoute({
      method: 'get',
      path: '/desk/api/v1/app-context',
      summary: 'What dashboard apps are told beside a conversation, or beside a contact',
      ...access,
      request: {query: SubjectSchema},
      responses: {
        200: {
          description: 'The context, with the inbox that it is of',
          content: json(
            z.object({
              context: ContextSchema,
              inbox: z.object({id, name: z.string()}),
            }),
          ),
        },
        ...refusals,
      },
    }),
    async (c) => {
      const agent = c.get('agent');
      const subject = await findSubject(db, agent.teamId, c.req.valid('query'));
      const {conversation, contact, currentAgent} = await readContext(db, agent, subject, clock.now());
      const context = {conversation: {...conversation}, contact: {...contact}, currentAgent};
      return c.json({context, inbox: {id: subject.inbox.id, name: subject.inbox.name}}, 200);
    },
  );

  app.openapi(
    createRoute({
      method: 'post',
      path: '/desk/api/v1/dashboard-apps/{id}/token',
      summary: 'A signed context for an app’s backend, good for a minute',
      ...access,
      request: {
        params: z.object({id}),
        body: {required: true, content: json(TokenRequestSchema)},
      },
      responses: {
        200: {
          description: 'A JWS (ES256) whose audience is the app’s origin',
          content: json(z.object({token: z.string()})),
        },
        ...refusals,
        ...problems('too-large'),
      },
    }),
    async (c) => {
      const agent = c.get('agent');
      const {audience, ...key} = c.req.valid('json');
      const row = await findApp(db, agent.teamId, c.req.valid('param').id);
      const {url, origins, inboxIds} = describe(row);
      const own = new URL(url.replace(/\{\{[^{}]*\}\}/g, 'x')).origin;
      if (audience !== own && !origins.includes(audience))
        throw new ProblemError('invalid-request', 'audience: is not an origin of this app');
      const subject = await findSubject(db, agent.teamId, key);
      if (inboxIds && !inboxIds.includes(subject.inbox.id))
        throw new ProblemError('not-found', 'The app is not in this inbox');
      const {conversation, contact, currentAgent} = await readContext(db, agent, subject, clock.now());
      const now = Math.floor(clock.now() / 1000);
      const token = await signing.sign({
        iss: issuerOf(c),
        aud: audience,
        sub: subject.contact?.ref ?? `visitor-${conversation.id}`,
        jti: makeId(),
        iat: now,
        exp: now + TOKEN_LIFETIME,
        app: row.id,
        contact: {id: contact.id, identifier: contact.identifier, email: contact.email},
        conversation: {id: conversation.id, inbox_id: conversation.inbox_id},
        currentAgent,
      });
      return c.json({token}, 200);
    },
  );

  app.openapi(
    createRoute({
      method: 'get',
      path: '/.well-known/jwks.json',
      summary: 'The keys with which apps’ backends verify a signed context',
      tags: ['Dashboard apps'],
      responses: {
        200: {description: 'A JWK set (RFC 7517)', content: json(JwksSchema)},
        ...problems('internal'),
      },
    }),
    async (c) => {
      const keys = await signing.publicKeys();
      c.header('Cache-Control', `public, max-age=${KEYS_AGE}`);
      return c.json({keys: keys.map((key) => ({...key, use: 'sig' as const, alg: 'ES256' as const}))}, 200);
    },
  );
}
