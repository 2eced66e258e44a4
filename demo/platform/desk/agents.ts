import type {Selectable} from 'kysely';
import type {Db} from '../database/schema.ts';
import type {DeskTables, Role} from './tables.ts';

/** Who asks. On routes that ask for an agent, `c.get('agent')`. */
export interface Agent {
  readonly id: string;
  readonly teamId: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly avatar: string | null;
  /** Answers nobody now, by the agent's own word. */
  readonly isAway: boolean;
}

export type AgentRow = Selectable<DeskTables['agents']>;

export function readAgent(row: AgentRow): Agent {
  const {id, name, email, role, avatar} = row;
  return {id, teamId: row.team_id, name, email, role, avatar, isAway: row.is_away};
}

/** The team's inboxes, oldest first. */
export function inboxesOf(db: Db, teamId: string) {
  return db
    .selectFrom('inboxes')
    .select(['id', 'name', 'channel', 'site_id as siteId'])
    .where('team_id', '=', teamId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
}
