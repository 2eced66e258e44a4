import {sql} from 'kysely';
import type {Db} from '../database/schema.ts';
import {notify} from './live/news.ts';

/** An agent is there for so long after the desk's last sign of life: milliseconds. */
export const AGENT_PRESENCE = 60_000;
/** So is a visitor after the page's. */
export const VISITOR_PRESENCE = 60_000;

/** Whether anybody could answer the site's visitors now. */
export async function isAnybodyThere(db: Db, siteId: string, now: number): Promise<boolean> {
  const {rows} = await sql`
    select 1 from agents a where not a.is_away and a.last_active_at > ${now - AGENT_PRESENCE}
      and exists (select from inboxes i where i.team_id = a.team_id and i.site_id = ${siteId}) limit 1`.execute(
    db,
  );
  return rows.length > 0;
}

/** A sign of life of an agent, written no more often than it matters. */
export async function touchAgent(db: Db, agentId: string, now: number): Promise<void> {
  await sql`
    update agents set last_active_at = ${now}
    where id = ${agentId} and coalesce(last_active_at, 0) < ${now - AGENT_PRESENCE / 4}`.execute(db);
}

/**
 * What an agent says of themselves, which is a sign of life too. The chats that are open hear of it at once.
 *
 * @param sites whose visitors the agent answers
 */
export async function setAway(
  db: Db,
  agentId: string,
  sites: readonly string[],
  isAway: boolean,
  now: number,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const {rows} = await sql`
      update agents set is_away = ${isAway}, last_active_at = ${now}
      where id = ${agentId} and is_away <> ${isAway} returning id`.execute(trx);
    if (rows.length) for (const site of sites) await notify(trx, {kind: 'presence', site});
  });
}

export async function touchVisitor(db: Db, conversationId: string, now: number): Promise<void> {
  await sql`
    update conversations set present_until = ${now + VISITOR_PRESENCE}
    where id = ${conversationId} and present_until < ${now + VISITOR_PRESENCE / 2}`.execute(db);
}
