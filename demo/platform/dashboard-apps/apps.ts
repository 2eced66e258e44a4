import type {Selectable} from 'kysely';
import type {z} from '@hono/zod-openapi';
import {json, type Db} from '../database/schema.ts';
import {inboxesOf} from '../desk/agents.ts';
import {ProblemError} from '../problem.ts';
import type {AppInputSchema, AppSchema} from './schemas.ts';
import type {DashboardAppTables} from './tables.ts';

export type AppRow = Selectable<DashboardAppTables['dashboard_apps']>;
type AppInput = z.infer<typeof AppInputSchema>;

/** Apps of one team: more find no room in a row of tabs. */
const MAX_APPS = 50;

export function describe(row: AppRow): z.infer<typeof AppSchema> {
  const {id, version, name, url, placement, inbox_ids: inboxIds, settings} = row;
  return {id, version, name, url, placement, inboxIds, ...settings};
}

/** The team's apps, in the order that its admins gave them. */
export function listApps(db: Db, teamId: string): Promise<AppRow[]> {
  return db
    .selectFrom('dashboard_apps')
    .selectAll()
    .where('team_id', '=', teamId)
    .orderBy('position')
    .orderBy('id')
    .execute();
}

/** @throws ProblemError `not-found`, also for one of another team */
export async function findApp(db: Db, teamId: string, id: string): Promise<AppRow> {
  const row = await db
    .selectFrom('dashboard_apps')
    .selectAll()
    .where('id', '=', id)
    .where('team_id', '=', teamId)
    .executeTakeFirst();
  if (!row) throw new ProblemError('not-found', 'There is no such app');
  return row;
}

/** @throws ProblemError `invalid-request`, when an inbox is not the team's */
async function valuesOf(db: Db, teamId: string, input: AppInput, now: number) {
  const {name, url, placement, inboxIds, ...settings} = input;
  const own = (await inboxesOf(db, teamId)).map(({id}) => id);
  const stray = inboxIds?.find((id) => !own.includes(id));
  if (stray !== undefined) throw new ProblemError('invalid-request', 'inboxIds: no inbox of the team');
  return {
    name,
    url,
    placement,
    inbox_ids: inboxIds && json(inboxIds),
    settings: json(settings),
    updated_at: now,
  };
}

export async function addApp(
  db: Db,
  teamId: string,
  input: AppInput,
  {id, now}: {id: string; now: number},
): Promise<AppRow> {
  const values = await valuesOf(db, teamId, input, now);
  return db.transaction().execute(async (trx) => {
    const apps = await listApps(trx, teamId);
    if (apps.length >= MAX_APPS) throw new ProblemError('conflict', `A team may have ${MAX_APPS} apps`);
    const position = Math.max(0, ...apps.map((app) => app.position)) + 1;
    return trx
      .insertInto('dashboard_apps')
      .values({id, team_id: teamId, version: 1, position, ...values})
      .returningAll()
      .executeTakeFirstOrThrow();
  });
}

/** @param version the one that the writer has read */
export async function replaceApp(
  db: Db,
  {id, team_id}: AppRow,
  input: AppInput,
  {version, now}: {version: number; now: number},
): Promise<AppRow> {
  const row = await db
    .updateTable('dashboard_apps')
    .set({...(await valuesOf(db, team_id, input, now)), version: version + 1})
    .where('id', '=', id)
    .where('version', '=', version)
    .returningAll()
    .executeTakeFirst();
  if (!row) throw new ProblemError('conflict', 'Somebody else changed this app meanwhile');
  return row;
}

/** Puts the team's apps into this order. It names each of them once, or somebody else was faster. */
export async function orderApps(db: Db, teamId: string, ids: readonly string[]): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const known = (await listApps(trx, teamId)).map(({id}) => id).sort();
    if (known.join() !== [...ids].sort().join())
      throw new ProblemError('conflict', 'The apps are not the same any more');
    for (const [index, id] of ids.entries()) {
      await trx
        .updateTable('dashboard_apps')
        .set({position: index + 1})
        .where('id', '=', id)
        .where('team_id', '=', teamId)
        .execute();
    }
  });
}
