import {createRoute, type z} from '@hono/zod-openapi';
import {json as jsonb} from '../database/schema.ts';
import {AGENT, requireAdmin, requireAgent} from '../desk/access.ts';
import type {App} from '../http/app.ts';
import {problems, ProblemError} from '../problem.ts';
import type {Services} from '../services.ts';
import {callClientIntegration, clientRecordOf, type ClientIntegrationRow} from './client-call.ts';
import {readContext} from './client-context.ts';
import {showHeaders, storeHeaders} from './headers.ts';
import {checkEndpoint, originOf} from './integrations.ts';
import {readFailure} from './runner.ts';
import {
  ClientIntegrationInputSchema,
  ClientIntegrationSchema,
  ClientRunResultSchema,
  ClientRunSchema,
} from './schemas.ts';

const refusals = problems('signed-out', 'forbidden', 'too-many-requests');
const writeRefusals = {...refusals, ...problems('invalid-request', 'too-large')};
const json = <T extends z.ZodType>(schema: T) => ({'application/json': {schema}});
const PATH = '/desk/api/v1/client-integration';

function describe(row: ClientIntegrationRow | undefined): z.infer<typeof ClientIntegrationSchema> {
  return {
    enabled: row?.is_enabled ?? false,
    method: row?.method ?? 'GET',
    url: row?.url ?? '',
    query: row?.query ?? [],
    headers: showHeaders(row?.headers ?? []),
    body: row?.body ?? null,
    version: row?.version ?? 0,
    updatedAt: row ? new Date(row.updated_at).toISOString() : null,
    updatedBy: row?.updated_by ?? null,
  };
}

/** The one endpoint of a team that answers blocks: admins configure it, agents' pages ask it. */
export function addClientIntegrationRoutes(app: App, services: Services): void {
  const {db, clock, secrets, caller, audit} = services;
  const tags = ['Client integration'];
  const forAdmins = {security: AGENT, middleware: requireAdmin(services), tags};

  const find = (teamId: string) =>
    db.selectFrom('client_integrations').selectAll().where('team_id', '=', teamId).executeTakeFirst();

  app.openapi(
    createRoute({
      method: 'get',
      path: PATH,
      summary: 'The team’s client integration',
      ...forAdmins,
      responses: {
        200: {description: 'The configuration', content: json(ClientIntegrationSchema)},
        ...refusals,
      },
    }),
    async (c) => c.json(describe(await find(c.get('agent').teamId)), 200),
  );

  app.openapi(
    createRoute({
      method: 'put',
      path: PATH,
      summary: 'Replace the team’s client integration',
      ...forAdmins,
      request: {body: {required: true, content: json(ClientIntegrationInputSchema)}},
      responses: {
        200: {description: 'The configuration', content: json(ClientIntegrationSchema)},
        ...writeRefusals,
        ...problems('conflict'),
      },
    }),
    async (c) => {
      const agent = c.get('agent');
      const {teamId} = agent;
      const input = c.req.valid('json');
      const before = await find(teamId);
      if (input.version !== undefined && input.version !== (before?.version ?? 0))
        throw new ProblemError('conflict', 'Somebody else changed the client integration meanwhile');
      checkEndpoint(input.url, caller.policy);
      const known = before && {headers: before.headers, origin: originOf(before.url)};
      const headers = storeHeaders(
        input.headers,
        secrets,
        clientRecordOf(teamId),
        originOf(input.url),
        known,
      );
      const values = {
        version: (before?.version ?? 0) + 1,
        is_enabled: input.enabled,
        method: input.method,
        url: input.url,
        headers: jsonb(headers),
        query: jsonb(input.query),
        body: input.body?.trim() ? input.body : null,
        updated_at: clock.now(),
        updated_by: agent.name,
      };
      await db
        .insertInto('client_integrations')
        .values({team_id: teamId, ...values})
        .onConflict((conflict) => conflict.column('team_id').doUpdateSet(values))
        .execute();
      const detail = {enabled: input.enabled, version: values.version};
      await audit.record(agent, {action: 'client-integration.update', subject: 'Client integration', detail});
      return c.json(describe(await find(teamId)), 200);
    },
  );

  app.openapi(
    createRoute({
      method: 'post',
      path: `${PATH}/run`,
      summary: 'What the team’s endpoint shows beside a chat, ticket, call or contact',
      security: AGENT,
      middleware: requireAgent(services),
      tags,
      request: {body: {required: true, content: json(ClientRunSchema)}},
      responses: {
        200: {description: 'Its blocks, or why there are none', content: json(ClientRunResultSchema)},
        ...writeRefusals,
        ...problems('not-found'),
      },
    }),
    async (c) => {
      const agent = c.get('agent');
      const run = c.req.valid('json');
      const context = await readContext(db, agent.teamId, run);
      const contact = context.contactId ? {id: context.contactId} : null;
      const integration = await find(agent.teamId);
      if (!integration?.is_enabled) return c.json({response: null, error: null, contact}, 200);
      const result = await callClientIntegration(integration, context, services).then(
        (response) => ({response: {...response}, error: null}),
        (error: unknown) => ({response: null, error: readFailure(error)}),
      );
      const detail = {...run, error: result.error?.code ?? null};
      await audit.record(agent, {action: 'client-integration.run', subject: 'Client integration', detail});
      return c.json({...result, contact}, 200);
    },
  );
}
