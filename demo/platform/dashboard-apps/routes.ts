import {createRoute, z} from '@hono/zod-openapi';
import {AGENT, requireAdmin, requireAgent} from '../desk/access.ts';
import type {App} from '../http/app.ts';
import {problems, ProblemError} from '../problem.ts';
import type {Services} from '../services.ts';
import {addApp, describe, findApp, listApps, orderApps, replaceApp} from './apps.ts';
import {AppInputSchema, AppSchema, AppUpdateSchema, id, OrderSchema} from './schemas.ts';

const refusals = problems('signed-out', 'forbidden', 'too-many-requests');
const writeRefusals = {...refusals, ...problems('invalid-request', 'too-large', 'conflict')};
const json = <T extends z.ZodType>(schema: T) => ({'application/json': {schema}});
const body = <T extends z.ZodType>(schema: T) => ({required: true, content: json(schema)});
const params = z.object({id});

/** An app of the desk's own origin could read everything there, unless it is kept out of that origin. */
function checkOrigin({url, sandbox}: {url: string; sandbox: string}, pageUrl: string): void {
  const isIsolated = !sandbox.split(/\s+/).includes('allow-same-origin');
  const {origin} = new URL(url.replace(/\{\{[^{}]*\}\}/g, 'x'));
  if (origin === new URL(pageUrl).origin && !isIsolated)
    throw new ProblemError('invalid-request', 'url: has the desk’s own origin; leave allow-same-origin out');
}

/** The team's dashboard apps: every agent sees them, admins write them. */
export function addAppRoutes(app: App, services: Services): void {
  const {db, clock, audit, makeId} = services;
  const forAgents = {security: AGENT, middleware: requireAgent(services), tags: ['Dashboard apps']};
  const forAdmins = {security: AGENT, middleware: requireAdmin(services), tags: ['Dashboard apps']};
  const path = '/desk/api/v1/dashboard-apps';

  app.openapi(
    createRoute({
      method: 'get',
      path,
      summary: 'The team’s dashboard apps, in their order',
      ...forAgents,
      responses: {
        200: {description: 'The apps', content: json(z.object({list: z.array(AppSchema)}))},
        ...refusals,
      },
    }),
    async (c) => c.json({list: (await listApps(db, c.get('agent').teamId)).map(describe)}, 200),
  );

  app.openapi(
    createRoute({
      method: 'post',
      path,
      summary: 'Add a dashboard app, after the others',
      ...forAdmins,
      request: {body: body(AppInputSchema)},
      responses: {201: {description: 'Added', content: json(AppSchema)}, ...writeRefusals},
    }),
    async (c) => {
      const agent = c.get('agent');
      const input = c.req.valid('json');
      checkOrigin(input, c.req.url);
      const row = await addApp(db, agent.teamId, input, {id: makeId(), now: clock.now()});
      await audit.record(agent, {
        action: 'dashboard-app.create',
        subject: input.name,
        detail: {id: row.id},
      });
      return c.json(describe(row), 201);
    },
  );

  app.openapi(
    createRoute({
      method: 'put',
      path: `${path}/order`,
      summary: 'Put the apps into another order: all ids, first to last',
      ...forAdmins,
      request: {body: body(OrderSchema)},
      responses: {204: {description: 'Done'}, ...writeRefusals},
    }),
    async (c) => {
      const agent = c.get('agent');
      const {ids} = c.req.valid('json');
      await orderApps(db, agent.teamId, ids);
      await audit.record(agent, {action: 'dashboard-app.order', subject: 'Dashboard apps', detail: {ids}});
      return c.body(null, 204);
    },
  );

  app.openapi(
    createRoute({
      method: 'put',
      path: `${path}/{id}`,
      summary: 'Replace a dashboard app',
      ...forAdmins,
      request: {params, body: body(AppUpdateSchema)},
      responses: {
        200: {description: 'Replaced', content: json(AppSchema)},
        ...writeRefusals,
        ...problems('not-found'),
      },
    }),
    async (c) => {
      const agent = c.get('agent');
      const before = await findApp(db, agent.teamId, c.req.valid('param').id);
      const {version, ...input} = c.req.valid('json');
      checkOrigin(input, c.req.url);
      const row = await replaceApp(db, before, input, {version, now: clock.now()});
      const detail = {id: row.id, version: row.version};
      await audit.record(agent, {action: 'dashboard-app.update', subject: input.name, detail});
      return c.json(describe(row), 200);
    },
  );

  app.openapi(
    createRoute({
      method: 'delete',
      path: `${path}/{id}`,
      summary: 'Remove a dashboard app',
      ...forAdmins,
      request: {params},
      responses: {
        204: {description: 'Removed'},
        ...refusals,
        ...problems('invalid-request', 'not-found'),
      },
    }),
    async (c) => {
      const agent = c.get('agent');
      const {id: app, name} = await findApp(db, agent.teamId, c.req.valid('param').id);
      await db.deleteFrom('dashboard_apps').where('id', '=', app).execute();
      await audit.record(agent, {action: 'dashboard-app.delete', subject: name, detail: {id: app}});
      return c.body(null, 204);
    },
  );
}
