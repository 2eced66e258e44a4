import {createRoute, z} from '@hono/zod-openapi';
import {AGENT, requireAdmin, requireAgent} from '../desk/access.ts';
import type {Agent} from '../desk/agents.ts';
import {findTeamContact} from '../desk/contacts.ts';
import {findView} from '../desk/views.ts';
import type {App} from '../http/app.ts';
import {problems, ProblemError} from '../problem.ts';
import type {Services} from '../services.ts';
import {checkEndpoint, findIntegration, originOf, recordOf, type IntegrationRow} from './integrations.ts';
import {storeHeaders} from './headers.ts';
import {RunResultSchema, RunSchema, TestResultSchema, TestSchema, type IntegrationInput} from './schemas.ts';
import {scopeOf} from './scope.ts';
import type {Scope} from './variables.ts';

const refusals = problems(
  'invalid-request',
  'signed-out',
  'forbidden',
  'not-found',
  'too-large',
  'too-many-requests',
);
const json = <T extends z.ZodType>(schema: T) => ({'application/json': {schema}});
const params = z.object({id: z.string().min(1).max(64)});
const NOT_FOUND = 'There is no such integration';
/** A record that is not kept belongs to this, and its secrets with it. */
const DRAFT = 'draft';

/** Running integrations for agents, and trying them out for admins. */
export function addRunRoutes(app: App, services: Services): void {
  const {db, clock, secrets, caller, audit, runner} = services;

  app.openapi(
    createRoute({
      method: 'post',
      path: '/desk/api/v1/integrations/{id}/run',
      summary: 'What a system knows of a contact',
      tags: ['Integrations'],
      security: AGENT,
      middleware: requireAgent(services),
      request: {params, body: {required: true, content: json(RunSchema)}},
      responses: {
        200: {description: 'Its answer, or why there is none', content: json(RunResultSchema)},
        ...refusals,
      },
    }),
    async (c) => {
      const agent = c.get('agent');
      const {contactId, inboxId, conversationId, refresh} = c.req.valid('json');
      const integration = await findIntegration(db, agent.teamId, c.req.valid('param').id);
      if (!integration) throw new ProblemError('not-found', NOT_FOUND);
      const contact = await findTeamContact(db, agent.teamId, contactId);
      if (!contact) throw new ProblemError('not-found', 'There is no such contact');
      const inbox = await enabledInbox(agent, inboxId, integration.id);
      const scope = {
        contact: scopeOf(contact),
        inbox,
        conversation: await conversationOf(agent, conversationId),
      };
      const result = integration.is_active
        ? await runner.run(integration, scope, refresh)
        : {
            data: null,
            status: null,
            fetchedAt: clock.now(),
            cache: 'bypass' as const,
            error: {code: 'inactive' as const, message: 'This integration is switched off.'},
          };
      const {cache, error} = result;
      const detail = {id: integration.id, contactId, inboxId, cache, error: error?.code ?? null};
      await audit.record(agent, {action: 'integration.run', subject: integration.name, detail});
      return c.json({...result, fetchedAt: new Date(result.fetchedAt).toISOString()}, 200);
    },
  );

  const test = {
    method: 'post' as const,
    tags: ['Integrations'],
    security: AGENT,
    middleware: requireAdmin(services),
    responses: {
      200: {description: 'The call, both ways, without secrets', content: json(TestResultSchema)},
      ...refusals,
    },
  };

  app.openapi(
    createRoute({
      ...test,
      path: '/desk/api/v1/integrations/test',
      summary: 'Try out an integration that is not saved',
      request: {body: {required: true, content: json(TestSchema)}},
    }),
    async (c) => {
      const {draft} = c.req.valid('json');
      if (!draft) throw new ProblemError('invalid-request', 'draft: is what is to be tried out');
      return c.json(await tryOut(c.get('agent'), draftOf(c.get('agent'), draft), c.req.valid('json')), 200);
    },
  );

  app.openapi(
    createRoute({
      ...test,
      path: '/desk/api/v1/integrations/{id}/test',
      summary: 'Try out an integration, as it is or as it would be saved',
      request: {params, body: {required: true, content: json(TestSchema)}},
    }),
    async (c) => {
      const agent = c.get('agent');
      const {draft} = c.req.valid('json');
      const saved = await findIntegration(db, agent.teamId, c.req.valid('param').id);
      if (!saved) throw new ProblemError('not-found', NOT_FOUND);
      const integration = draft ? draftOf(agent, draft, saved) : saved;
      return c.json(await tryOut(agent, integration, c.req.valid('json')), 200);
    },
  );

  /** A record that is in no table, with the saved one's secrets where the draft does not hold its own. */
  function draftOf(agent: Agent, draft: IntegrationInput, saved?: IntegrationRow): IntegrationRow {
    checkEndpoint(draft.url, caller.policy);
    const {teamId: team_id} = agent;
    const id = saved?.id ?? DRAFT;
    const before = saved && {headers: saved.headers, origin: originOf(saved.url)};
    return {
      id,
      team_id,
      version: saved?.version ?? 0,
      name: draft.name,
      description: draft.description,
      method: draft.method,
      url: draft.url,
      headers: storeHeaders(draft.headers, secrets, recordOf(team_id, id), originOf(draft.url), before),
      query: draft.query,
      body: draft.body,
      cache_minutes: 0,
      is_active: true,
      is_displayed: true,
      template: null,
      updated_at: clock.now(),
      updated_by: agent.name,
    };
  }

  async function tryOut(agent: Agent, integration: IntegrationRow, request: z.output<typeof TestSchema>) {
    const {contactId, contact: sample, conversation, inboxId} = request;
    const contact = contactId ? await findTeamContact(db, agent.teamId, contactId) : undefined;
    if (contactId && !contact) throw new ProblemError('not-found', 'There is no such contact');
    const inbox = inboxId ? await findInbox(agent, inboxId) : undefined;
    const scope: Scope = {
      contact: contact ? scopeOf(contact) : (sample ?? {}),
      conversation: conversation ?? {},
      inbox,
    };
    const result = await runner.test(integration, scope);
    const detail = {
      id: integration.id,
      status: result.response?.status ?? null,
      error: result.error?.code ?? null,
    };
    await audit.record(agent, {action: 'integration.test', subject: integration.name, detail});
    return result;
  }

  async function findInbox(agent: Agent, id: string): Promise<{id: string; name: string}> {
    const inbox = await db
      .selectFrom('inboxes')
      .select(['id', 'name'])
      .where('id', '=', id)
      .where('team_id', '=', agent.teamId)
      .executeTakeFirst();
    if (!inbox) throw new ProblemError('not-found', 'There is no such inbox');
    return inbox;
  }

  async function enabledInbox(agent: Agent, inboxId: string, integrationId: string) {
    const inbox = await findInbox(agent, inboxId);
    const attached = await db
      .selectFrom('inbox_integrations')
      .select('is_enabled')
      .where('inbox_id', '=', inboxId)
      .where('integration_id', '=', integrationId)
      .executeTakeFirst();
    if (!attached?.is_enabled)
      throw new ProblemError('not-found', 'The integration is not switched on for this inbox');
    return inbox;
  }

  async function conversationOf(agent: Agent, id: string | null | undefined): Promise<Scope['conversation']> {
    if (!id) return undefined;
    const view = await findView(db, agent.teamId, 'chat', id);
    return view && {id: view.id, subject: view.title};
  }
}
