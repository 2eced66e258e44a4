import type {Selectable} from 'kysely';
import {json, type Db} from '../database/schema.ts';
import type {Agent} from '../desk/agents.ts';
import {ProblemError} from '../problem.ts';
import {showHeaders, storeHeaders} from './headers.ts';
import {CallError} from './http/call-error.ts';
import {checkUrl, type CallPolicy} from './http/guard.ts';
import type {IntegrationInput, IntegrationJson} from './schemas.ts';
import type {Secrets} from './secrets.ts';
import type {IntegrationTables} from './tables.ts';

export type IntegrationRow = Selectable<IntegrationTables['integrations']>;

/** What secrets of an integration belong to. */
export const recordOf = (teamId: string, id: string) => `${teamId}|${id}`;

export const originOf = (url: string) => (URL.canParse(url) ? new URL(url).origin : undefined);

/** Holds an address to the policy already when it is written, so that the mistake is said where it was made. */
export function checkEndpoint(url: string, policy: CallPolicy): void {
  try {
    checkUrl(url.replace(/\{\{[^{}]*\}\}/g, 'x'), policy);
  } catch (error) {
    if (!(error instanceof CallError)) throw error;
    throw new ProblemError('invalid-request', error.message, {
      errors: [{path: 'url', message: error.message}],
    });
  }
}

/** @param role an agent sees what is shown to contacts' profiles, and not how it is asked for */
export function describe(row: IntegrationRow, inboxIds: string[], role: Agent['role']): IntegrationJson {
  const isAdmin = role === 'admin';
  return {
    id: row.id,
    version: row.version,
    name: row.name,
    description: row.description,
    method: row.method,
    url: isAdmin ? row.url : (originOf(row.url) ?? ''),
    headers: isAdmin ? showHeaders(row.headers) : [],
    query: isAdmin ? row.query : [],
    body: isAdmin ? row.body : null,
    cacheMinutes: row.cache_minutes,
    isActive: row.is_active,
    display: row.is_displayed,
    template: row.template,
    inboxIds,
    updatedAt: new Date(row.updated_at).toISOString(),
    updatedBy: row.updated_by,
  };
}

/** The team's integration; undefined: it has none with this id. */
export function findIntegration(db: Db, teamId: string, id: string): Promise<IntegrationRow | undefined> {
  return db
    .selectFrom('integrations')
    .selectAll()
    .where('id', '=', id)
    .where('team_id', '=', teamId)
    .executeTakeFirst();
}

/** Which inboxes each of these is attached to, by the integration's id. */
export async function attachments(db: Db, ids: readonly string[]): Promise<Map<string, string[]>> {
  const byId = new Map(ids.map((id) => [id, [] as string[]]));
  if (ids.length === 0) return byId;
  const rows = await db
    .selectFrom('inbox_integrations')
    .innerJoin('inboxes', 'inboxes.id', 'inbox_id')
    .select(['inbox_id', 'integration_id'])
    .where('integration_id', 'in', ids)
    .orderBy('inboxes.created_at')
    .orderBy('inboxes.id')
    .execute();
  for (const row of rows) byId.get(row.integration_id)!.push(row.inbox_id);
  return byId;
}

/** What is written of an integration, besides what names it. */
export function valuesOf(
  input: IntegrationInput,
  agent: Agent,
  {id, secrets, now, before}: {id: string; secrets: Secrets; now: number; before?: IntegrationRow},
) {
  const known = before && {headers: before.headers, origin: originOf(before.url)};
  const record = recordOf(agent.teamId, id);
  return {
    name: input.name,
    description: input.description,
    method: input.method,
    url: input.url,
    headers: json(storeHeaders(input.headers, secrets, record, originOf(input.url), known)),
    query: json(input.query),
    body: input.body?.trim() ? input.body : null,
    cache_minutes: input.cacheMinutes,
    is_active: input.isActive,
    is_displayed: input.display,
    template: input.template && json(input.template),
    updated_at: now,
    updated_by: agent.name,
  };
}

/**
 * Attaches the integration to exactly these inboxes. One that it is new to is switched on; the others stay as they are.
 *
 * @throws ProblemError `invalid-request` for an inbox of somebody else
 */
export async function attach(
  trx: Db,
  teamId: string,
  id: string,
  inboxIds: readonly string[],
): Promise<void> {
  const wanted = [...new Set(inboxIds)];
  const ours = wanted.length
    ? await trx
        .selectFrom('inboxes')
        .select('id')
        .where('team_id', '=', teamId)
        .where('id', 'in', wanted)
        .execute()
    : [];
  if (ours.length < wanted.length) {
    const errors = [{path: 'inboxIds', message: 'names an inbox that is not the team’s'}];
    throw new ProblemError('invalid-request', 'inboxIds names an inbox that is not the team’s', {errors});
  }
  let others = trx.deleteFrom('inbox_integrations').where('integration_id', '=', id);
  if (wanted.length) others = others.where('inbox_id', 'not in', wanted);
  await others.execute();
  if (!wanted.length) return;
  await trx
    .insertInto('inbox_integrations')
    .values(wanted.map((inbox_id) => ({inbox_id, integration_id: id, is_enabled: true})))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
