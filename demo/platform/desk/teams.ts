import type {Clock} from '../clock.ts';
import type {Db} from '../database/schema.ts';
import type {Passwords} from './passwords.ts';
import type {Role, ViewKind} from './tables.ts';

export interface TeamOptions {
  id: string;
  name: string;
  agents: readonly {id: string; email: string; name: string; role: Role; password: string; avatar?: string}[];
  inboxes: readonly {id: string; siteId: string; name: string; channel: string}[];
  views?: readonly ViewOptions[];
}

/** A chat, ticket or call that agents have before them. */
export interface ViewOptions {
  id: string;
  inboxId: string;
  kind: ViewKind;
  title: string;
  /** The platform's name for the contact that is linked. */
  contactId?: string;
  requesterEmail?: string;
  phoneNumber?: string;
  externalId?: string;
}

/** Adds a team with its agents and inboxes, or brings it up to date. Nobody is removed. */
export async function putTeam(
  db: Db,
  {clock, passwords}: {clock: Clock; passwords: Passwords},
  team: TeamOptions,
): Promise<void> {
  const created_at = clock.now();
  const {id, name} = team;
  await db
    .insertInto('teams')
    .values({id, name, created_at})
    .onConflict((conflict) => conflict.column('id').doUpdateSet({name}))
    .execute();
  for (const {password, ...agent} of team.agents) {
    const known = await db
      .selectFrom('agents')
      .select('password_hash')
      .where('id', '=', agent.id)
      .executeTakeFirst();
    const isSame = known && (await passwords.verify(password, known.password_hash));
    const password_hash = isSame ? known.password_hash : await passwords.hash(password);
    const {role, avatar = null} = agent;
    const values = {
      email: agent.email.toLowerCase(),
      name: agent.name,
      role,
      avatar,
      password_hash,
      team_id: id,
    };
    await db
      .insertInto('agents')
      .values({id: agent.id, ...values, created_at})
      .onConflict((conflict) => conflict.column('id').doUpdateSet(values))
      .execute();
    // Who knew the old password may be signed in with it.
    if (known && !isSame) await db.deleteFrom('agent_sessions').where('agent_id', '=', agent.id).execute();
  }
  for (const [index, {siteId, ...inbox}] of team.inboxes.entries()) {
    const values = {name: inbox.name, channel: inbox.channel, site_id: siteId, team_id: id};
    await db
      .insertInto('inboxes')
      // One by one, so that they keep the order in which they were named.
      .values({id: inbox.id, ...values, created_at: created_at + index})
      .onConflict((conflict) => conflict.column('id').doUpdateSet(values))
      .execute();
  }
  for (const [index, view] of (team.views ?? []).entries()) await putView(db, view, created_at + index);
}

async function putView(db: Db, view: ViewOptions, created_at: number): Promise<void> {
  const contact = view.contactId
    ? await db.selectFrom('contacts').select('id').where('ref', '=', view.contactId).executeTakeFirstOrThrow()
    : undefined;
  const values = {
    inbox_id: view.inboxId,
    kind: view.kind,
    title: view.title,
    contact_id: contact?.id ?? null,
    requester_email: view.requesterEmail ?? null,
    phone_number: view.phoneNumber ?? null,
    external_id: view.externalId ?? null,
  };
  await db
    .insertInto('desk_views')
    .values({id: view.id, ...values, created_at})
    .onConflict((conflict) => conflict.column('id').doUpdateSet(values))
    .execute();
}
