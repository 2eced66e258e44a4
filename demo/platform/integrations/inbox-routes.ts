import {createRoute, z} from '@hono/zod-openapi';
import {AGENT, requireAdmin, requireAgent} from '../desk/access.ts';
import type {App} from '../http/app.ts';
import {problems, ProblemError} from '../problem.ts';
import type {Services} from '../services.ts';
import {InboxIntegrationSchema} from './schemas.ts';

const refusals = problems('invalid-request', 'signed-out', 'forbidden', 'not-found', 'too-many-requests');
const json = <T extends z.ZodType>(schema: T) => ({'application/json': {schema}});
const id = z.string().min(1).max(64);
const both = z.object({id, integrationId: id});

/** What is attached to one inbox: agents see it, admins switch it. */
export function addInboxIntegrationRoutes(app: App, services: Services): void {
  const {db, audit} = services;
  const tags = ['Integrations'];
  const forAgents = {security: AGENT, middleware: requireAgent(services), tags};
  const forAdmins = {security: AGENT, middleware: requireAdmin(services), tags};

  async function requireInbox(teamId: string, inboxId: string): Promise<string> {
    const inbox = await db
      .selectFrom('inboxes')
      .select('name')
      .where('id', '=', inboxId)
      .where('team_id', '=', teamId)
      .executeTakeFirst();
    if (!inbox) throw new ProblemError('not-found', 'There is no such inbox');
    return inbox.name;
  }

  async function attached(teamId: string, inboxId: string) {
    const rows = await db
      .selectFrom('inbox_integrations')
      .innerJoin('integrations', 'integrations.id', 'integration_id')
      .select(['id', 'name', 'description', 'is_active', 'is_displayed', 'version', 'template', 'is_enabled'])
      .where('inbox_id', '=', inboxId)
      .where('team_id', '=', teamId)
      .orderBy('name')
      .orderBy('id')
      .execute();
    return rows.map(({is_enabled, is_active, is_displayed, ...integration}) => ({
      integration: {...integration, isActive: is_active, display: is_displayed},
      isEnabled: is_enabled,
    }));
  }

  app.openapi(
    createRoute({
      method: 'get',
      path: '/desk/api/v1/inboxes/{id}/integrations',
      summary: 'The integrations that are attached to an inbox, by name',
      ...forAgents,
      request: {params: z.object({id})},
      responses: {
        200: {
          description: 'The integrations',
          content: json(z.object({list: z.array(InboxIntegrationSchema)})),
        },
        ...refusals,
      },
    }),
    async (c) => {
      const {teamId} = c.get('agent');
      const {id: inboxId} = c.req.valid('param');
      await requireInbox(teamId, inboxId);
      return c.json({list: await attached(teamId, inboxId)}, 200);
    },
  );

  app.openapi(
    createRoute({
      method: 'put',
      path: '/desk/api/v1/inboxes/{id}/integrations/{integrationId}',
      summary: 'Switch an integration on or off for an inbox; attaches it where it was not',
      ...forAdmins,
      request: {
        params: both,
        body: {required: true, content: json(z.strictObject({isEnabled: z.boolean()}))},
      },
      responses: {
        200: {description: 'As it is now', content: json(InboxIntegrationSchema)},
        ...refusals,
        ...problems('too-large'),
      },
    }),
    async (c) => {
      const agent = c.get('agent');
      const {id: inboxId, integrationId} = c.req.valid('param');
      const {isEnabled} = c.req.valid('json');
      const subject = await requireInbox(agent.teamId, inboxId);
      const integration = await db
        .selectFrom('integrations')
        .select('name')
        .where('id', '=', integrationId)
        .where('team_id', '=', agent.teamId)
        .executeTakeFirst();
      if (!integration) throw new ProblemError('not-found', 'There is no such integration');
      await db
        .insertInto('inbox_integrations')
        .values({inbox_id: inboxId, integration_id: integrationId, is_enabled: isEnabled})
        .onConflict((conflict) =>
          conflict.columns(['inbox_id', 'integration_id']).doUpdateSet({is_enabled: isEnabled}),
        )
        .execute();
      const detail = {integration: integration.name, integrationId, inboxId};
      const action = isEnabled ? 'inbox.integration.enable' : 'inbox.integration.disable';
      await audit.record(agent, {action, subject, detail});
      const list = await attached(agent.teamId, inboxId);
      return c.json(
        list.find((entry) => entry.integration.id === integrationId)!,
        200,
      );
    },
  );

  app.openapi(
    createRoute({
      method: 'delete',
      path: '/desk/api/v1/inboxes/{id}/integrations/{integrationId}',
      summary: 'Detach an integration from an inbox',
      ...forAdmins,
      request: {params: both},
      responses: {204: {description: 'Detached'}, ...refusals},
    }),
    async (c) => {
      const agent = c.get('agent');
      const {id: inboxId, integrationId} = c.req.valid('param');
      const subject = await requireInbox(agent.teamId, inboxId);
      const gone = await db
        .deleteFrom('inbox_integrations')
        .where('inbox_id', '=', inboxId)
        .where('integration_id', '=', integrationId)
        .returning('inbox_id')
        .executeTakeFirst();
      if (!gone) throw new ProblemError('not-found', 'The integration is not attached to this inbox');
      const detail = {integrationId, inboxId};
      await audit.record(agent, {action: 'inbox.integration.detach', subject, detail});
      return c.body(null, 204);
    },
  );
}
