import {sql} from 'kysely';
import type {Db} from '../../database/schema.ts';
import {isAnybodyThere} from '../presence.ts';
import type {Summary} from '../summary.ts';

/** What a visitor's chat shows beside the messages. Nothing of the linked contact is in it. */
export interface VisitorState {
  status: 'open' | 'closed';
  /** Who answers. */
  agent: {name: string; avatar: string | null} | null;
  /** Nobody is there to answer now. */
  isAway: boolean;
  /** The visitor's messages up to this one have been seen. */
  readByAgent: number;
  readByVisitor: number;
  /** Messages of agents that the visitor has not read. */
  unread: number;
  /** What the visitor thought of the latest chat; null: nothing was said. */
  rating: number | null;
}

export async function readVisitorState(
  db: Db,
  {id, siteId, status, agent, readByAgent, readByVisitor, rating}: Summary,
  now: number,
): Promise<VisitorState> {
  const {rows} = await sql<{unread: number}>`
    select count(*)::int as unread from chat_messages
    where conversation_id = ${id} and author = 'agent' and id > ${readByVisitor}`.execute(db);
  return {
    status,
    agent: agent && {name: agent.name, avatar: agent.avatar},
    isAway: !(await isAnybodyThere(db, siteId, now)),
    readByAgent,
    readByVisitor,
    unread: rows[0]!.unread,
    rating,
  };
}
