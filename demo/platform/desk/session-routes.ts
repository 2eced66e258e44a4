import {createRoute} from '@hono/zod-openapi';
import type {Context, MiddlewareHandler} from 'hono';
import {getCookie, setCookie} from 'hono/cookie';
import type {App} from '../http/app.ts';
import {limitBody} from '../http/body-limit.ts';
import {problems, ProblemError} from '../problem.ts';
import type {Services} from '../services.ts';
import {AGENT, refuseOtherOrigins, requireAgent, SESSION_COOKIE} from './access.ts';
import {inboxesOf} from './agents.ts';
import {CredentialsSchema, MeSchema} from './schemas.ts';
import {csrfTokenOf} from './sessions.ts';

/** Only names and passwords. */
const MAX_BODY = 4096;

const refusals = problems('signed-out', 'forbidden', 'too-many-requests');
const meJson = {'application/json': {schema: MeSchema}};

/** Signing in, signing out, and who is signed in. */
export function addSessionRoutes(app: App, services: Services): void {
  const {db, sessions, passwords, limits} = services;

  const attributes = (c: Context) =>
    ({
      path: '/desk',
      httpOnly: true,
      sameSite: 'Lax',
      secure: new URL(c.req.url).protocol === 'https:' || c.req.header('X-Forwarded-Proto') === 'https',
    }) as const;

  /** A sign-in that another site's page sends would put the visitor into somebody else's session. */
  const ownPagesOnly: MiddlewareHandler = async (c, next) => {
    refuseOtherOrigins(c);
    await next();
  };

  app.openapi(
    createRoute({
      method: 'post',
      path: '/desk/api/v1/session',
      summary: 'Sign an agent in: sets the session’s cookie',
      tags: ['Desk'],
      middleware: [ownPagesOnly, limitBody(MAX_BODY)],
      request: {body: {required: true, content: {'application/json': {schema: CredentialsSchema}}}},
      responses: {
        204: {description: 'Signed in'},
        ...refusals,
        ...problems('invalid-request', 'too-large'),
      },
    }),
    async (c) => {
      const {email, password} = c.req.valid('json');
      // Hashing is costly on purpose: so many for everybody, and so many guesses for each account.
      limits.signIn.take('everybody');
      limits.signIn.take(`account ${email.toLowerCase()}`);
      const row = await db
        .selectFrom('agents')
        .select(['id', 'password_hash'])
        .where('email', '=', email.trim().toLowerCase())
        .executeTakeFirst();
      if (!(await passwords.verify(password, row?.password_hash)) || !row)
        throw new ProblemError('signed-out', 'E-mail or password is wrong');
      // A session that somebody planted in the browser before the sign-in is worth nothing after it.
      const before = getCookie(c, SESSION_COOKIE);
      if (before) await sessions.end(before);
      setCookie(c, SESSION_COOKIE, await sessions.start(row.id), attributes(c));
      return c.body(null, 204);
    },
  );

  app.openapi(
    createRoute({
      method: 'delete',
      path: '/desk/api/v1/session',
      summary: 'Sign out',
      tags: ['Desk'],
      security: AGENT,
      middleware: requireAgent(services),
      responses: {204: {description: 'Signed out'}, ...refusals},
    }),
    async (c) => {
      await sessions.end(getCookie(c, SESSION_COOKIE) ?? '');
      setCookie(c, SESSION_COOKIE, '', {...attributes(c), maxAge: 0});
      return c.body(null, 204);
    },
  );

  app.openapi(
    createRoute({
      method: 'get',
      path: '/desk/api/v1/me',
      summary: 'Who is signed in, with their team and its inboxes',
      tags: ['Desk'],
      security: AGENT,
      middleware: requireAgent(services),
      responses: {200: {description: 'The agent', content: meJson}, ...refusals},
    }),
    async (c) => {
      const {teamId, ...agent} = c.get('agent');
      const team = await db
        .selectFrom('teams')
        .select(['id', 'name'])
        .where('id', '=', teamId)
        .executeTakeFirstOrThrow();
      const inboxes = (await inboxesOf(db, teamId)).map(({id, name, channel}) => ({id, name, channel}));
      const csrfToken = csrfTokenOf(getCookie(c, SESSION_COOKIE) ?? '');
      return c.json({agent, team, inboxes, csrfToken}, 200);
    },
  );
}
