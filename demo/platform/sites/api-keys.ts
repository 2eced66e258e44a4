import {createHash, timingSafeEqual} from 'node:crypto';
import type {Clock} from '../clock.ts';
import type {Db} from '../database/schema.ts';

/** The keys with which customers' backends prove who they are. */
export interface ApiKeys {
  /** Lets `key` speak for the site. The key that had the same label stops working. */
  put(siteId: string, label: string, key: string): Promise<void>;
  /** The key's own id and its site; undefined when nobody has this key. */
  verify(key: string): Promise<{id: string; siteId: string} | undefined>;
}

const sha256 = (text: string) => createHash('sha256').update(text).digest();

/**
 * Finds the row of a key without being it: knowing it does not help to guess the key, and looking it up compares
 * nothing secret.
 */
function idOf(key: string): string {
  return sha256(`api key id of ${key}`).toString('hex').slice(0, 24);
}

export function createApiKeys(db: Db, clock: Clock): ApiKeys {
  return {
    async put(siteId, label, key) {
      // Keys are random and long, so one round of a fast hash is enough: there is nothing to try out.
      const row = {id: idOf(key), site_id: siteId, label, hash: sha256(key).toString('hex')};
      await db.transaction().execute(async (trx) => {
        await trx
          .deleteFrom('api_keys')
          .where((where) => where.or([where('id', '=', row.id), where.and({site_id: siteId, label})]))
          .execute();
        await trx
          .insertInto('api_keys')
          .values({...row, created_at: clock.now()})
          .execute();
      });
    },
    async verify(key) {
      const row = await db.selectFrom('api_keys').selectAll().where('id', '=', idOf(key)).executeTakeFirst();
      const isSame = timingSafeEqual(sha256(key), row ? Buffer.from(row.hash, 'hex') : sha256(`not ${key}`));
      return row && isSame ? {id: row.id, siteId: row.site_id} : undefined;
    },
  };
}
