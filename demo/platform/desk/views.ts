import {sql} from 'kysely';
import type {Db} from '../database/schema.ts';
import {findChats} from './chats.ts';
import type {ViewKind} from './tables.ts';

/** What an agent can have before them: a chat, a ticket, a call, a contact. */
export interface View {
  id: string;
  kind: ViewKind;
  title: string;
  inboxId: string;
  /** What the chat API calls a chat's conversation; of anything else, its id. */
  channelId: string;
  contactId: string | null;
  contactName: string | null;
  requesterEmail: string | null;
  phoneNumber: string | null;
  externalId: string | null;
}

function viewsOf(db: Db, teamId: string) {
  return db
    .selectFrom('desk_views')
    .innerJoin('inboxes', 'inboxes.id', 'desk_views.inbox_id')
    .leftJoin('contacts', 'contacts.id', 'desk_views.contact_id')
    .select([
      'desk_views.id',
      'desk_views.kind',
      'desk_views.title',
      'desk_views.inbox_id as inboxId',
      'desk_views.id as channelId',
      'contacts.ref as contactId',
      sql<
        string | null
      >`coalesce(contacts.name, nullif(concat_ws(' ', contacts.first_name, contacts.last_name), ''), contacts.email)`.as(
        'contactName',
      ),
      'desk_views.requester_email as requesterEmail',
      'desk_views.phone_number as phoneNumber',
      'desk_views.external_id as externalId',
    ])
    .where('inboxes.team_id', '=', teamId);
}

/** What the team has open: tickets, calls and the like, then the visitors' chats, each newest first. */
export async function listViews(db: Db, teamId: string): Promise<View[]> {
  const others = await viewsOf(db, teamId)
    .orderBy('desk_views.created_at', 'desc')
    .orderBy('desk_views.id')
    .limit(200)
    .execute();
  return [...others, ...(await findChats(db, teamId))];
}

export async function findView(
  db: Db,
  teamId: string,
  kind: ViewKind,
  id: string,
): Promise<View | undefined> {
  const view = await viewsOf(db, teamId)
    .where('desk_views.id', '=', id)
    .where('kind', '=', kind)
    .executeTakeFirst();
  return view ?? (kind === 'chat' ? (await findChats(db, teamId, id))[0] : undefined);
}
