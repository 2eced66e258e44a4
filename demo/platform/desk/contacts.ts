import {sql} from 'kysely';
import type {ContactRow} from '../contacts/contacts.ts';
import type {Db} from '../database/schema.ts';

/** A contact as agents see them. */
export interface DeskContact {
  /** The platform's name for the contact. */
  id: string;
  name: string | null;
  emails: string[];
  phones: string[];
  externalId: string | null;
  attributes: Record<string, unknown>;
  avatar: string | null;
}

export function readContact(row: ContactRow): DeskContact {
  const fullName = [row.first_name, row.last_name].filter(Boolean).join(' ');
  return {
    id: row.ref,
    name: row.name ?? (fullName || null),
    emails: row.email ? [row.email] : [],
    phones: row.phone ? [row.phone] : [],
    externalId: row.external_customer_id,
    attributes: row.attributes,
    avatar: null,
  };
}

/** The contacts of the team's inboxes' sites. */
function contactsOf(db: Db, teamId: string) {
  return db
    .selectFrom('contacts')
    .selectAll()
    .where('site_id', 'in', db.selectFrom('inboxes').select('site_id').where('team_id', '=', teamId));
}

export function findTeamContact(db: Db, teamId: string, ref: string): Promise<ContactRow | undefined> {
  return contactsOf(db, teamId).where('ref', '=', ref).executeTakeFirst();
}

/** What `like` takes for itself. */
const escape = (text: string) => text.replace(/[\\%_]/g, '\\$&');

/**
 * A page of the team's contacts, newest first.
 *
 * @param before the internal id that the page before ended with
 */
export async function searchContacts(
  db: Db,
  teamId: string,
  {query, before, limit}: {query: string; before: number | undefined; limit: number},
): Promise<{rows: ContactRow[]; next: number | undefined}> {
  let found = contactsOf(db, teamId);
  for (const word of query.toLowerCase().split(/\s+/).filter(Boolean).slice(0, 5)) {
    const pattern = `%${escape(word)}%`;
    found = found.where(
      sql<boolean>`concat_ws(' ', name, first_name, last_name, email, phone, external_customer_id) ilike ${pattern}`,
    );
  }
  if (before !== undefined) found = found.where('id', '<', before);
  const rows = await found
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  return {rows: rows.slice(0, limit), next: rows.length > limit ? rows[limit - 1]!.id : undefined};
}
