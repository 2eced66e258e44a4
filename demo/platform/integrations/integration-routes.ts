import {createRoute, z} from '@hono/zod-openapi';
import {AGENT, requireAdmin, requireAgent} from '../desk/access.ts';
import type {App} from '../http/app.ts';
import {problems, ProblemError} from '../problem.ts';
import type {Services} from '../services.ts';
import {attach, attachments, checkEndpoint, describe, findIntegration, valuesOf} from './integrations.ts';
import {IntegrationInputSchema, IntegrationSchema, IntegrationUpdateSchema} from './schemas.ts';
import {ATTRIBUTE_PREFIX, VARIABLES} from './variables.ts';

/** Integrations of one team. */
const MAX_INTEGRATIONS = 200;
/** Contacts whose attributes are looked at for names to offer. */
const SAMPLE_CONTACTS = 500;

const refusals = problems('signed-out', 'forbidden', 'too-many-requests');
const writeRefusals = {...refusals, ...problems('invalid-request', 'too-large')};
const json = <T extends z.ZodType>(schema: T) => ({'application/json': {schema}});
const body = <T extends z.ZodType>(schema: T) => ({required: true, content: json(schema)});
const params = z.object({id: z.string().min(1).max(64)});
const NOT_FOUND = 'There is no such integration';

/** The team's contact integrations: every agent sees them, admins write them. */
export function addIntegrationRoutes(app: App, services: Services): void {
  const {db, clock, secrets, caller, audit, makeId} = services;
  const forAgents = {security: AGENT, middleware: requireAgent(services), tags: ['Integrations']};
  const forAdmins = {security: AGENT, middleware: requireAdmin(services), tags: ['Integrations']};

  async function shown(teamId: string, id: string, role: 'admin' | 'agent') {
    const row = await findIntegration(db, teamId, id);
    if (!row) throw new ProblemError('not-found', NOT_FOUND);
    return describe(row, (await attachments(db, [id])).get(id)!, role);
  }

  app.openapi(
    createRoute({
      method: 'get',
      path: '/desk/api/v1/integrations',
      summary: 'The team’s integrations, by name',
      ...forAgents,
      responses: {
        200: {description: 'The integrations', content: json(z.object({list: z.array(IntegrationSchema)}))},
        ...refusals,
      },
    }),
    async (c) => {
      const {teamId, role} = c.get('agent');
      const rows = await db
        .selectFrom('integrations')
        .selectAll()
        .where('team_id', '=', teamId)
        .orderBy('name')
        .orderBy('id')
        .execute();
      const byId = await attachments(
        db,
        rows.map(({id}) => id),
      );
      return c.json({list: rows.map((row) => describe(row, byId.get(row.id)!, role))}, 200);
    },
  );

  app.openapi(
    createRoute({
      method: 'post',
      path: '/desk/api/v1/integrations',
      summary: 'Create an integration',
      ...forAdmins,
      request: {body: body(IntegrationInputSchema)},
      responses: {
        201: {description: 'Created', content: json(IntegrationSchema)},
        ...writeRefusals,
        ...problems('conflict'),
      },
    }),
    async (c) => {
      const agent = c.get('agent');
      const input = c.req.valid('json');
      checkEndpoint(input.url, caller.policy);
      const id = makeId();
      const values = valuesOf(input, agent, {id, secrets, now: clock.now()});
      await db.transaction().execute(async (trx) => {
        const {count} = await trx
          .selectFrom('integrations')
          .select((select) => select.fn.countAll<number>().as('count'))
          .where('team_id', '=', agent.teamId)
          .executeTakeFirstOrThrow();
        if (count >= MAX_INTEGRATIONS)
          throw new ProblemError('conflict', `A team may have ${MAX_INTEGRATIONS} integrations`);
        await trx
          .insertInto('integrations')
          .values({id, team_id: agent.teamId, version: 1, ...values})
          .execute();
        await attach(trx, agent.teamId, id, input.inboxIds);
      });
      await audit.record(agent, {action: 'integration.create', subject: input.name, detail: {id}});
      return c.json(await shown(agent.teamId, id, agent.role), 201);
    },
  );

  app.openapi(
    createRoute({
      method: 'get',
      path: '/desk/api/v1/integrations/{id}',
      summary: 'An integration',
      ...forAgents,
      request: {params},
      responses: {
        200: {description: 'The integration', content: json(IntegrationSchema)},
        ...refusals,
        ...problems('invalid-request', 'not-found'),
      },
    }),
    async (c) => {
      const {teamId, role} = c.get('agent');
      return c.json(await shown(teamId, c.req.valid('param').id, role), 200);
    },
  );

  app.openapi(
    createRoute({
      method: 'put',
      path: '/desk/api/v1/integrations/{id}',
      summary: 'Replace an integration; what was kept of its answers is forgotten',
      ...forAdmins,
      request: {params, body: body(IntegrationUpdateSchema)},
      responses: {
        200: {description: 'Replaced', content: json(IntegrationSchema)},
        ...writeRefusals,
        ...problems('not-found', 'conflict'),
      },
    }),
    async (c) => {
      const agent = c.get('agent');
      const {id} = c.req.valid('param');
      const {version, ...input} = c.req.valid('json');
      const before = await findIntegration(db, agent.teamId, id);
      if (!before) throw new ProblemError('not-found', NOT_FOUND);
      checkEndpoint(input.url, caller.policy);
      const values = valuesOf(input, agent, {id, secrets, now: clock.now(), before});
      await db.transaction().execute(async (trx) => {
        const changed = await trx
          .updateTable('integrations')
          .set({...values, version: version + 1})
          .where('id', '=', id)
          .where('version', '=', version)
          .returning('id')
          .executeTakeFirst();
        if (!changed) throw new ProblemError('conflict', 'Somebody else changed this integration meanwhile');
        await attach(trx, agent.teamId, id, input.inboxIds);
      });
      const detail = {id, version: version + 1, isActive: input.isActive, inboxIds: input.inboxIds};
      await audit.record(agent, {action: 'integration.update', subject: input.name, detail});
      return c.json(await shown(agent.teamId, id, agent.role), 200);
    },
  );

  app.openapi(
    createRoute({
      method: 'delete',
      path: '/desk/api/v1/integrations/{id}',
      summary: 'Delete an integration, and take it off its inboxes',
      ...forAdmins,
      request: {params},
      responses: {
        204: {description: 'Deleted'},
        ...refusals,
        ...problems('invalid-request', 'not-found'),
      },
    }),
    async (c) => {
      const agent = c.get('agent');
      const {id} = c.req.valid('param');
      const row = await db
        .deleteFrom('integrations')
        .where('id', '=', id)
        .where('team_id', '=', agent.teamId)
        .returning('name')
        .executeTakeFirst();
      if (!row) throw new ProblemError('not-found', NOT_FOUND);
      await audit.record(agent, {action: 'integration.delete', subject: row.name, detail: {id}});
      return c.body(null, 204);
    },
  );

  app.openapi(
    createRoute({
      method: 'get',
      path: '/desk/api/v1/variables',
      summary: 'What may stand between {{ and }} in a request',
      ...forAgents,
      responses: {
        200: {
          description: 'The variables',
          content: json(
            z.object({
              list: z.array(z.object({name: z.string(), description: z.string(), sample: z.string()})),
            }),
          ),
        },
        ...refusals,
      },
    }),
    async (c) => {
      const {teamId} = c.get('agent');
      const sites = db.selectFrom('inboxes').select('site_id').where('team_id', '=', teamId);
      const rows = await db
        .selectFrom('contacts')
        .select('attributes')
        .where('site_id', 'in', sites)
        .orderBy('id', 'desc')
        .limit(SAMPLE_CONTACTS)
        .execute();
      const samples = new Map<string, string>();
      for (const {attributes} of rows) {
        for (const [name, value] of Object.entries(attributes))
          if (['string', 'number', 'boolean'].includes(typeof value))
            samples.set(name, String(value).slice(0, 100));
      }
      const attributes = [...samples].sort().map(([name, sample]) => ({
        name: ATTRIBUTE_PREFIX + name,
        description: `The contact’s attribute ${name}`,
        sample,
      }));
      return c.json({list: [...VARIABLES, ...attributes]}, 200);
    },
  );
}
