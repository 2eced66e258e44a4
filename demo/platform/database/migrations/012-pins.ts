import {sql, type Kysely} from 'kysely';
import type {Migration} from 'kysely/migration';

/** Contacts pin for themselves: what the sender has said is where it begins. */
export const pins: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};

const STATEMENTS = [
  'alter table deliveries add column pinned boolean not null default false',
  'update deliveries d set pinned = true from messages m where m.id = d.message_id and m.pinned',
  // A contact's pinned ones are few, and come before the rest of each list.
  'create index deliveries_pinned on deliveries (contact_id, send_at desc, message_id desc) where pinned',
];
