import {sql} from 'kysely';
import type {ContactRow} from '../contacts/contacts.ts';
import type {Conversation} from '../conversations/conversation.ts';
import type {Db} from '../database/schema.ts';
import {findTeamContact} from '../desk/contacts.ts';
import {ProblemError} from '../problem.ts';

/** Beside what an app stands, by its name outside: a conversation, or a contact with their latest one. */
export interface SubjectKey {
  conversationId?: string;
  contactId?: string;
}

/** What there is to tell an app of. */
export interface Subject {
  /** Null: the contact has never written. */
  conversation: (Conversation & {number: number}) | null;
  /** Null: nobody knows who the visitor is. */
  contact: ContactRow | null;
  inbox: {id: string; number: number; name: string; channel: string};
  team: {number: number};
}

type NumberedConversation = NonNullable<Subject['conversation']>;

function conversationsOf(db: Db, teamId: string) {
  return db
    .selectFrom('conversations')
    .selectAll()
    .where('site_id', 'in', db.selectFrom('inboxes').select('site_id').where('team_id', '=', teamId));
}

/** @throws ProblemError `not-found`, also for what is another team's */
export async function findSubject(db: Db, teamId: string, key: SubjectKey): Promise<Subject> {
  let conversation: NumberedConversation | undefined;
  let contact: ContactRow | undefined;
  if (key.contactId !== undefined) {
    contact = await findTeamContact(db, teamId, key.contactId);
    if (!contact) throw new ProblemError('not-found', 'There is no such contact');
    conversation = await conversationsOf(db, teamId)
      .where('contact_id', '=', contact.id)
      .where('started_at', 'is not', null)
      .orderBy('last_message_at', 'desc')
      .limit(1)
      .executeTakeFirst();
  } else {
    conversation = await conversationsOf(db, teamId)
      .where('id', '=', key.conversationId ?? '')
      .executeTakeFirst();
    if (!conversation) throw new ProblemError('not-found', 'There is no such conversation');
    if (conversation.contact_id !== null)
      contact = await db
        .selectFrom('contacts')
        .selectAll()
        .where('id', '=', conversation.contact_id)
        .executeTakeFirst();
  }
  const siteId = conversation?.site_id ?? contact!.site_id;
  const inbox = await db
    .selectFrom('inboxes')
    .select(['id', 'number', 'name', 'channel'])
    .where('team_id', '=', teamId)
    .where('site_id', '=', siteId)
    // Conversations come in by chat.
    .orderBy(sql`channel <> 'chat'`)
    .orderBy('created_at')
    .limit(1)
    .executeTakeFirstOrThrow();
  const team = await db
    .selectFrom('teams')
    .select('number')
    .where('id', '=', teamId)
    .executeTakeFirstOrThrow();
  return {conversation: conversation ?? null, contact: contact ?? null, inbox, team};
}
