import type {MiddlewareHandler} from 'hono';
import type {Agent} from '../../desk/agents.ts';
import type {Db} from '../../database/schema.ts';
import type {Env} from '../../http/app.ts';
import {ProblemError} from '../../problem.ts';
import type {Services} from '../../services.ts';

/** The sites whose visitors the agent's team talks to. */
export async function sitesOf(db: Db, {teamId}: Agent): Promise<string[]> {
  const rows = await db
    .selectFrom('inboxes')
    .select('site_id')
    .distinct()
    .where('team_id', '=', teamId)
    .execute();
  return rows.map(({site_id}) => site_id);
}

/**
 * For paths with a conversation's id, behind `requireAgent`. Then `c.get('conversation')` is it. One of others is no
 * different from one that is not there.
 */
export function withConversation({db}: Pick<Services, 'db'>): MiddlewareHandler<Env> {
  return async (c, next) => {
    const {teamId} = c.get('agent');
    const row = await db
      .selectFrom('conversations')
      .selectAll()
      .where('id', '=', c.req.param('id') ?? '')
      .where('site_id', 'in', (select) =>
        select.selectFrom('inboxes').select('site_id').where('team_id', '=', teamId),
      )
      .executeTakeFirst();
    if (!row) throw new ProblemError('not-found', 'There is no such conversation');
    c.set('conversation', row);
    await next();
  };
}
