import type {ContactRow} from '../contacts/contacts.ts';
import {readContact} from '../desk/contacts.ts';
import type {Scope} from './variables.ts';

/** What a request may say of a contact. */
export function scopeOf(row: ContactRow): NonNullable<Scope['contact']> {
  const {id, name, emails, phones, externalId, attributes} = readContact(row);
  return {id, name, email: emails[0], phoneNumber: phones[0], externalId, attributes};
}
