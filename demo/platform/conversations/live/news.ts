import {sql} from 'kysely';
import type {Db} from '../../database/schema.ts';

export const CHANNEL = 'app_inbox_conversations';

/** What one transaction, or one key stroke, has to tell the open desks and chats. */
export type News =
  /** Something of the conversation changed. `after`: messages with a greater id are new. */
  | {kind: 'change'; site: string; conversation: string; after?: number}
  /** Somebody is writing. `by` is an agent's name; undefined: the visitor. */
  | {kind: 'typing'; site: string; conversation: string; by?: string};

/** Tells every process, when and if the transaction commits. */
export async function notify(db: Db, news: News): Promise<void> {
  await sql`select pg_notify(${CHANNEL}, ${JSON.stringify(news)})`.execute(db);
}
