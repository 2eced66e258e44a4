import {createHash} from 'node:crypto';
import {sql} from 'kysely';
import type {Clock} from '../clock.ts';
import {json, type Db} from '../database/schema.ts';
import {ProblemError} from '../problem.ts';

/** A key is remembered for so long: milliseconds. */
export const KEY_LIFETIME = 7 * 86_400_000;

/**
 * Does the work once a key. Key, effect and answer are one transaction: the same request again, also at the same
 * time, gets the first one's answer. What failed is not remembered.
 *
 * @param work gets the transaction
 * @throws ProblemError `conflict` when the key was used with another request
 */
export async function once<T extends object>(
  db: Db,
  clock: Clock,
  {siteId, key, request}: {siteId: string; key: string | undefined; request: unknown},
  work: (trx: Db) => Promise<T>,
): Promise<T> {
  return db.transaction().execute(async (trx) => {
    if (key === undefined) return work(trx);
    const request_hash = createHash('sha256').update(JSON.stringify(request)).digest('base64url');
    // Waits here while another transaction holds the same key.
    const claimed = await trx
      .insertInto('idempotency_keys')
      .values({site_id: siteId, key, request_hash, response: null, created_at: clock.now()})
      .onConflict((conflict) => conflict.doNothing())
      .returning('key')
      .executeTakeFirst();
    const row = trx.updateTable('idempotency_keys').where('site_id', '=', siteId).where('key', '=', key);
    if (claimed) {
      const response = await work(trx);
      await row.set({response: json(response as Record<string, unknown>)}).execute();
      return response;
    }
    const earlier = await trx
      .selectFrom('idempotency_keys')
      .select(['request_hash', 'response'])
      .where('site_id', '=', siteId)
      .where('key', '=', key)
      .executeTakeFirstOrThrow();
    if (earlier.request_hash !== request_hash) {
      throw new ProblemError('conflict', 'This Idempotency-Key was used with another body');
    }
    return earlier.response as T;
  });
}

export async function purgeKeys(db: Db, now: number): Promise<void> {
  await sql`delete from idempotency_keys where created_at < ${now - KEY_LIFETIME}`.execute(db);
}
