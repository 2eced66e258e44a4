import type {Db} from '../../database/schema.ts';
import {siteTopic} from '../../fanout/fanout.ts';
import {publish} from '../../fanout/publish.ts';

/** What one transaction, or one key stroke, has to tell the open desks and chats. */
export type News =
  /** Something of the conversation changed. `after`: messages with a greater id are new. */
  | {kind: 'change'; site: string; conversation: string; after?: number}
  /** Somebody is writing. `by` is an agent's name; undefined: the visitor. */
  | {kind: 'typing'; site: string; conversation: string; by?: string}
  /** An agent of the site has gone away, or come back. */
  | {kind: 'presence'; site: string};

/** Tells every process, when and if the transaction commits. */
export async function notify(db: Db, news: News): Promise<void> {
  await publish(db, [siteTopic(news.site)], JSON.stringify(news));
}
