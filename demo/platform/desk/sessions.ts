import {createHash, createHmac} from 'node:crypto';
import type {Clock} from '../clock.ts';
import type {Db} from '../database/schema.ts';
import {randomText, type Random} from '../random.ts';
import {readAgent, type Agent} from './agents.ts';

/** A working day without a request ends a session: milliseconds. */
export const SESSION_LIFETIME = 8 * 60 * 60_000;
/** The end is moved on no more often than this, so that reading is not writing: milliseconds. */
const RENEWAL = 5 * 60_000;
/** Browsers of one agent at the same time. The ones idle for longest go first. */
const MAX_SESSIONS = 20;

/** What the cookie holds is random; only its hash is kept. */
export interface AgentSessions {
  /** @returns what the cookie is to hold */
  start(agentId: string): Promise<string>;
  /** The agent of a session that has not ended; and moves its end on. */
  read(token: string): Promise<Agent | undefined>;
  end(token: string): Promise<void>;
}

/** The shape of our tokens, so that nothing else costs a query. */
const TOKEN = /^[\w-]{43}$/;

const hash = (token: string) => createHash('sha256').update(token).digest('base64url');

/**
 * What a page of the desk sends along with a write (`X-CSRF-Token`): another site can make the browser send the cookie,
 * and cannot read this. It follows from the session, and says nothing about it.
 */
export const csrfTokenOf = (token: string) =>
  createHmac('sha256', token).update('csrf token of the desk').digest('base64url');

export function createAgentSessions(db: Db, {clock, random}: {clock: Clock; random: Random}): AgentSessions {
  return {
    async start(agentId) {
      const token = randomText(random, 32);
      const row = {hash: hash(token), agent_id: agentId, expires_at: clock.now() + SESSION_LIFETIME};
      await db.insertInto('agent_sessions').values(row).execute();
      const surplus = db
        .selectFrom('agent_sessions')
        .select('hash')
        .where('agent_id', '=', agentId)
        .orderBy('expires_at', 'desc')
        .orderBy('hash')
        .offset(MAX_SESSIONS);
      await db.deleteFrom('agent_sessions').where('hash', 'in', surplus).execute();
      return token;
    },

    async read(token) {
      if (!TOKEN.test(token)) return undefined;
      const now = clock.now();
      const row = await db
        .selectFrom('agent_sessions')
        .innerJoin('agents', 'agents.id', 'agent_sessions.agent_id')
        .selectAll('agents')
        .select('agent_sessions.expires_at')
        .where('hash', '=', hash(token))
        .where('expires_at', '>', now)
        .executeTakeFirst();
      if (!row) return undefined;
      if (row.expires_at < now + SESSION_LIFETIME - RENEWAL) {
        await db
          .updateTable('agent_sessions')
          .set({expires_at: now + SESSION_LIFETIME})
          .where('hash', '=', hash(token))
          .execute();
      }
      return readAgent(row);
    },

    async end(token) {
      await db.deleteFrom('agent_sessions').where('hash', '=', hash(token)).execute();
    },
  };
}

/** Forgets the sessions that have ended. */
export async function purgeSessions(db: Db, now: number): Promise<void> {
  await db.deleteFrom('agent_sessions').where('expires_at', '<=', now).execute();
}
