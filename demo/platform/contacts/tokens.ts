import {createHash} from 'node:crypto';
import {sql} from 'kysely';
import type {Clock} from '../clock.ts';
import type {Db} from '../database/schema.ts';
import {wakeContacts} from '../stream/log.ts';
import {randomText, type Random} from '../random.ts';
import type {ContactRow} from './contacts.ts';

/** A token that nobody used for so long is void: milliseconds. */
export const TOKEN_LIFETIME = 15 * 60_000;
/** Tabs and devices of one contact at the same time. The ones idle for longest go first. */
const MAX_CHAINS = 100;

/**
 * One-time contact tokens. A token is `<reference of the contact>.<secret>`; only its hash is kept.
 *
 * Tokens come in chains: each is spent by using it, and the answer brings the next.
 */
export interface ContactTokens {
  /** Begins a chain. */
  issue(contact: ContactRow): Promise<string>;
  /** Spends a token; undefined when it is unknown, spent, revoked or too old. Of two at the same time one wins. */
  spend(token: string): Promise<{contact: ContactRow; next: string} | undefined>;
  /** Ends all chains of the contact, and their open streams. */
  revoke(contactId: number): Promise<void>;
  purge(): Promise<void>;
}

const hash = (token: string) => createHash('sha256').update(token).digest('base64url');

/** The shape of our tokens, so that nothing else costs a query. */
const TOKEN = /^(c_[\w-]{22})\.[\w-]{43}$/;

export function createContactTokens(db: Db, {clock, random}: {clock: Clock; random: Random}): ContactTokens {
  const make = (ref: string) => `${ref}.${randomText(random, 32)}`;

  return {
    async issue({id, ref}) {
      const token = make(ref);
      const row = {hash: hash(token), contact_id: id, expires_at: clock.now() + TOKEN_LIFETIME};
      await db.insertInto('contact_tokens').values(row).execute();
      await sql`
        delete from contact_tokens where hash in (
          select hash from contact_tokens where contact_id = ${id}
          order by expires_at desc, hash offset ${MAX_CHAINS}
        )`.execute(db);
      return token;
    },

    async spend(token) {
      const ref = TOKEN.exec(token)?.[1];
      if (!ref) return undefined;
      const next = make(ref);
      const now = clock.now();
      // Finding and replacing is one statement: a second use at the same time finds the row changed, and nothing.
      const {rows} = await sql<ContactRow>`
        with spent as (
          update contact_tokens set hash = ${hash(next)}, expires_at = ${now + TOKEN_LIFETIME}
          where hash = ${hash(token)} and expires_at > ${now}
          returning contact_id
        )
        select contacts.* from contacts join spent on spent.contact_id = contacts.id`.execute(db);
      return rows[0] && {contact: rows[0], next};
    },

    async revoke(contactId) {
      await db.transaction().execute(async (trx) => {
        await sql`update contacts set revocations = revocations + 1 where id = ${contactId}`.execute(trx);
        await trx.deleteFrom('contact_tokens').where('contact_id', '=', contactId).execute();
        await wakeContacts(trx, [contactId]);
      });
    },

    async purge() {
      await db.deleteFrom('contact_tokens').where('expires_at', '<=', clock.now()).execute();
    },
  };
}
