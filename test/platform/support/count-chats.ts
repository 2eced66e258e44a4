import type {KyselyPlugin} from 'kysely';
import type {Db} from '../../../demo/platform/database/schema.ts';

/** How many chats have come out of the database, and in how many queries. */
export interface ChatCount {
  chats: number;
  queries: number;
}

/** The database, and what is read of it from now on. */
export function countChats(db: Db): {db: Db; count: ChatCount} {
  const count: ChatCount = {chats: 0, queries: 0};
  const plugin: KyselyPlugin = {
    transformQuery: ({node}) => node,
    transformResult({result}) {
      count.queries++;
      for (const {chats} of result.rows) {
        // Either the chats of a batch, or the number of those in a day's text.
        if (Array.isArray(chats)) count.chats += chats.length;
        else if (typeof chats === 'number') count.chats += chats;
      }
      return Promise.resolve(result);
    },
  };
  return {db: db.withPlugin(plugin), count};
}
