import type {Db} from '../database/schema.ts';
import {findTeamContact} from '../desk/contacts.ts';
import {findView} from '../desk/views.ts';
import {ProblemError} from '../problem.ts';
import type {ClientContext} from './client-call.ts';
import {scopeOf} from './scope.ts';

/** What the agent has before them, as their page says it. */
export interface ClientRun {
  view: ClientContext['view'];
  contactId?: string | null;
  conversationId?: string | null;
  ticketId?: string | null;
  callId?: string | null;
}

/**
 * What may be told of whoever is in the view: of a linked contact its primary e-mail, phone and external id; without
 * one, what the view itself knows.
 *
 * @throws ProblemError `not-found` for what is not the team's; `invalid-request` where the view's id is missing
 */
export async function readContext(db: Db, teamId: string, run: ClientRun): Promise<ClientContext> {
  const {view, conversationId, ticketId, callId} = run;
  const id = {chat: conversationId, ticket: ticketId, call: callId, contact: undefined}[view];
  if (view !== 'contact' && !id) throw new ProblemError('invalid-request', `The view ${view} needs its id`);
  const found = id ? await findView(db, teamId, view, id) : undefined;
  if (id && !found) throw new ProblemError('not-found', `There is no such ${view}`);
  const contactId = run.contactId ?? found?.contactId;
  const contact = contactId ? await findTeamContact(db, teamId, contactId) : undefined;
  if (contactId && !contact) throw new ProblemError('not-found', 'There is no such contact');
  if (view === 'contact' && !contact)
    throw new ProblemError('invalid-request', 'The view contact needs contactId');
  const ids = {channelId: view === 'chat' ? found?.channelId : conversationId, ticketId, callId};
  if (contact) {
    const {id: ref, email, phoneNumber, externalId} = scopeOf(contact);
    return {view, email, phoneNumber, externalId, contactId: ref, ...ids};
  }
  return {
    view,
    ...(view === 'ticket' && {email: found?.requesterEmail}),
    ...(view === 'call' && {phoneNumber: found?.phoneNumber}),
    ...(view === 'chat' && {externalId: found?.externalId}),
    ...ids,
  };
}
