import type {Clock} from '../clock.ts';
import {json, type Db} from '../database/schema.ts';
import type {Agent} from './agents.ts';

/** What is worth knowing later. A subject's name is kept as it was, because subjects go. */
export interface AuditEntry {
  /** `integration.update`: what it was about, and what was done. */
  readonly action: string;
  readonly subject: string;
  /** Nothing secret, and nothing of what the systems answered. */
  readonly detail?: Readonly<Record<string, unknown>>;
}

export interface Audit {
  record(agent: Agent, entry: AuditEntry): Promise<void>;
}

/** Entries are kept for so long: milliseconds. */
const MEMORY = 90 * 86_400_000;

export function createAudit(db: Db, {clock, makeId}: {clock: Clock; makeId: () => string}): Audit {
  return {
    async record({id, name, teamId}, {action, subject, detail = {}}) {
      await db
        .insertInto('audit_log')
        .values({
          id: makeId(),
          team_id: teamId,
          agent_id: id,
          agent_name: name,
          action,
          subject,
          detail: json({...detail}),
          at: clock.now(),
        })
        .execute();
    },
  };
}

export async function purgeAudit(db: Db, now: number): Promise<void> {
  await db
    .deleteFrom('audit_log')
    .where('at', '<', now - MEMORY)
    .execute();
}
