import {sql} from 'kysely';
import type {Db} from '../database/schema.ts';
import type {View} from './views.ts';

/** How many open chats a list of views holds. */
const MAX_CHATS = 50;

/**
 * The visitors' conversations as views of a team: those of its inboxes' sites. They come in at the team's first inbox
 * for chats.
 *
 * @param id only this one; undefined: those that are open, newest first
 */
export async function findChats(db: Db, teamId: string, id?: string): Promise<View[]> {
  const which =
    id === undefined
      ? sql`conversation.status = 'open' and conversation.started_at is not null`
      : sql`conversation.id = ${id}`;
  const {rows} = await sql<View>`
    select conversation.id, 'chat' as kind, inbox.id as "inboxId", conversation.channel as "channelId",
      coalesce(nullif(conversation.preview, ''), nullif(conversation.name, ''), 'Chat') as title,
      contact.ref as "contactId",
      coalesce(contact.name, nullif(conversation.name, '')) as "contactName",
      null as "requesterEmail", null as "phoneNumber", conversation.external_id as "externalId"
    from conversations conversation
    join lateral (
      select inboxes.id from inboxes
      where inboxes.team_id = ${teamId} and inboxes.site_id = conversation.site_id
      order by (channel = 'chat') desc, created_at, inboxes.id limit 1
    ) inbox on true
    left join contacts contact on contact.id = conversation.contact_id
    where ${which}
    order by coalesce(conversation.last_message_at, conversation.started_at) desc nulls last, conversation.id
    limit ${MAX_CHATS}`.execute(db);
  return rows;
}
