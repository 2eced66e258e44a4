import type {Clock} from '../clock.ts';
import {json, type Db, type Schema} from '../database/schema.ts';
import {ProblemError} from '../problem.ts';
import {randomText, type Random} from '../random.ts';
import type {Selectable} from 'kysely';

export type ContactRow = Selectable<Schema['contacts']>;

/** The three names under which a customer knows a contact. At least one is there; already normalised. */
export interface ContactIdentity {
  externalCustomerId?: string;
  email?: string;
  phone?: string;
}

/** What a backend says about a contact. Undefined: as it was; null: forget it. */
export interface ContactDetails {
  name?: string | null;
  firstName?: string | null;
  lastName?: string | null;
  language?: string | null;
  tags?: string[];
  attributes?: Record<string, string | number | boolean | null>;
}

const COLUMNS = {externalCustomerId: 'external_customer_id', email: 'email', phone: 'phone'} as const;
/** From the surest to the least sure: the customer's own id, then what people share or give back. */
const IDENTIFIERS = ['externalCustomerId', 'email', 'phone'] as const;

function matching(db: Db, siteId: string, identity: ContactIdentity): Promise<ContactRow[]> {
  return db
    .selectFrom('contacts')
    .selectAll()
    .where('site_id', '=', siteId)
    .where((where) =>
      where.or(
        IDENTIFIERS.flatMap((name) => (identity[name] ? [where(COLUMNS[name], '=', identity[name])] : [])),
      ),
    )
    .execute();
}

/**
 * The contact with these identifiers, or undefined. The surest one that is known decides; but a contact whose own
 * external id is another one is somebody else, for example a relative with the same address.
 */
export async function findContact(
  db: Db,
  siteId: string,
  identity: ContactIdentity,
): Promise<ContactRow | undefined> {
  const rows = await matching(db, siteId, identity);
  const {externalCustomerId} = identity;
  const possible = rows.filter(
    (row) =>
      !externalCustomerId || !row.external_customer_id || row.external_customer_id === externalCustomerId,
  );
  for (const name of IDENTIFIERS) {
    const found = possible.find((row) => identity[name] && row[COLUMNS[name]] === identity[name]);
    if (found) return found;
  }
  return undefined;
}

/**
 * Creates the contact, or updates the one that has one of the identifiers.
 *
 * @throws ProblemError `conflict` when the identifiers belong to more than one contact
 */
export async function putContact(
  db: Db,
  {clock, random}: {clock: Clock; random: Random},
  siteId: string,
  identity: ContactIdentity,
  details: ContactDetails,
): Promise<{contact: ContactRow; isNew: boolean}> {
  const rows = await matching(db, siteId, identity);
  const found = await findContact(db, siteId, identity);
  if (rows.some((row) => row.id !== found?.id)) {
    throw new ProblemError('conflict', 'The identifiers belong to different contacts');
  }
  const now = clock.now();
  const values = {
    ...(identity.externalCustomerId && {external_customer_id: identity.externalCustomerId}),
    ...(identity.email && {email: identity.email}),
    ...(identity.phone && {phone: identity.phone}),
    ...(details.name !== undefined && {name: details.name}),
    ...(details.firstName !== undefined && {first_name: details.firstName}),
    ...(details.lastName !== undefined && {last_name: details.lastName}),
    ...(details.language !== undefined && {language: details.language}),
    ...(details.tags && {tags: json(details.tags)}),
    ...(details.attributes && {attributes: json<Record<string, unknown>>(details.attributes)}),
    updated_at: now,
  };
  if (found) {
    const contact = await db
      .updateTable('contacts')
      .set(values)
      .where('id', '=', found.id)
      .returningAll()
      .executeTakeFirstOrThrow();
    return {contact, isNew: false};
  }
  const contact = await db
    .insertInto('contacts')
    // The browser gets this name with its token: it must not say, nor be guessed from, who the contact is.
    .values({tags: json([]), ...values, ref: `c_${randomText(random)}`, site_id: siteId, created_at: now})
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst();
  // Somebody else created the same contact in this moment: now there is one to update.
  if (!contact) return putContact(db, {clock, random}, siteId, identity, details);
  return {contact, isNew: true};
}
