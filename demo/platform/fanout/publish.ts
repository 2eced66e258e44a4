import {sql, type Kysely} from 'kysely';
import type {Db, Schema} from '../database/schema.ts';
import type {Topic} from './fanout.ts';

export const CHANNEL = 'app_inbox_news';
/** PostgreSQL takes payloads of less than 8000 bytes; a contact's topic takes at most 30 of them. */
const TOPICS_PER_PAYLOAD = 250;

/** What goes over the database's channel. */
export type Payload = [topics: Topic[], text: string];

/** Takes what was published, once it has been committed. */
export type Outlet = (topics: readonly Topic[], text: string) => void;

/** Of databases whose news takes another way than the database itself, and of transactions on them. */
const outlets = new WeakMap<Db, Outlet>();

/** Tells who follows one of the topics, in every process, when and if the transaction commits. */
export async function publish(db: Db, topics: readonly Topic[], text = ''): Promise<void> {
  const outlet = outlets.get(db);
  if (outlet) return outlet(topics, text);
  for (let start = 0; start < topics.length; start += TOPICS_PER_PAYLOAD) {
    const payload: Payload = [topics.slice(start, start + TOPICS_PER_PAYLOAD), text];
    await sql`select pg_notify(${CHANNEL}, ${JSON.stringify(payload)})`.execute(db);
  }
}

/**
 * From now on the outlet takes the database's news: of a transaction when it has committed, in its order, and nothing
 * where it was rolled back.
 */
export function divert(db: Kysely<Schema>, outlet: Outlet): void {
  outlets.set(db, outlet);
  const transaction = db.transaction.bind(db);
  db.transaction = () => {
    const builder = transaction();
    const execute = builder.execute.bind(builder);
    builder.execute = async (work) => {
      const held: Parameters<Outlet>[] = [];
      const result = await execute((trx) => {
        outlets.set(trx, (...news) => held.push(news));
        return work(trx);
      });
      for (const news of held) outlet(...news);
      return result;
    };
    return builder;
  };
}
