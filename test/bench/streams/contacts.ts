import {createHash} from 'node:crypto';
import {sql} from 'kysely';
import {openDatabase, type DatabaseLocation} from '../../../demo/platform/database/open.ts';
import {createPlatform} from '../../../demo/platform/platform.ts';
import {SITE_ID} from '../site-id.ts';

export const API_KEY = 'a-key-of-the-bench-000000000000000';

const refOf = (index: number) => `c_${String(index).padStart(22, '0')}`;
export const externalIdOf = (index: number) => `visitor-${index}`;
/** The first token of each contact, so that the clients need not ask for ten thousand before anything begins. */
export const tokenOf = (index: number) => `${refOf(index)}.${String(index).padStart(43, '0')}`;

const LIFETIME = 3_600_000;

/** A site with so many contacts, each with a token: straight into the database, as it would be in the end. */
export async function fillDatabase(location: DatabaseLocation, count: number): Promise<void> {
  const platform = await createPlatform({database: location});
  await platform.putSite({id: SITE_ID, name: 'Bench', origins: ['loopback'], apiKey: API_KEY});
  await platform.close();
  const {db, close} = await openDatabase(location).then((database) => ({
    db: database.db,
    close: () => database.close(),
  }));
  const now = Date.now();
  const indexes = Array.from({length: count}, (_, index) => index);
  const hashes = indexes.map((index) => createHash('sha256').update(tokenOf(index)).digest('base64url'));
  await sql`
    insert into contacts (ref, site_id, external_customer_id, tags, created_at, updated_at)
    select ref, ${SITE_ID}, external, '[]', ${now}::bigint, ${now}::bigint
    from unnest(${indexes.map(refOf)}::text[], ${indexes.map(externalIdOf)}::text[]) as c(ref, external)`.execute(
    db,
  );
  await sql`
    insert into contact_tokens (hash, contact_id, expires_at)
    select t.hash, c.id, ${now + LIFETIME}::bigint
    from unnest(${indexes.map(refOf)}::text[], ${hashes}::text[]) as t(ref, hash) join contacts c using (ref)`.execute(
    db,
  );
  await sql`analyze`.execute(db);
  await close();
}
