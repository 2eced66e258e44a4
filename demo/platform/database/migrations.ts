import {sql, type Kysely} from 'kysely';
import type {Migration} from 'kysely/migration';
import {desk} from './migrations/002-desk.ts';
import {integrations} from './migrations/003-integrations.ts';
import {conversations} from './migrations/010-conversations.ts';
import {dashboardApps} from './migrations/011-dashboard-apps.ts';
import {pins} from './migrations/012-pins.ts';
import {chatDays} from './migrations/013-chat-days.ts';
import {chatTexts} from './migrations/014-chat-texts.ts';
import {agentNames} from './migrations/015-agent-names.ts';

/**
 * By name, in the order of names. A migration that has been released never changes again.
 *
 * SQL of PostgreSQL 15: the embedded database is newer, servers may not be.
 */
export const migrations: Record<string, Migration> = {
  '001-start': {
    async up(db: Kysely<unknown>) {
      for (const statement of START) await sql.raw(statement).execute(db);
    },
  },
  '002-desk': desk,
  '003-integrations': integrations,
  '010-conversations': conversations,
  '011-dashboard-apps': dashboardApps,
  '012-pins': pins,
  '013-chat-days': chatDays,
  '014-chat-texts': chatTexts,
  '015-agent-names': agentNames,
};

const START = [
  `create table sites (
    id text primary key,
    name text not null,
    origins jsonb not null,
    configuration jsonb not null,
    created_at bigint not null
  )`,

  // Only hashes: who reads the database cannot send in a customer's name. 'id' finds the row, and proves nothing.
  `create table api_keys (
    id text primary key,
    site_id text not null references sites,
    label text not null,
    hash text not null,
    created_at bigint not null
  )`,

  // 'ref' is the name of the contact outside the platform. 'sequence' numbers their stream; 'revocations' ends it.
  `create table contacts (
    id bigint generated always as identity primary key,
    ref text not null unique,
    site_id text not null references sites,
    external_customer_id text,
    email text,
    phone text,
    name text,
    first_name text,
    last_name text,
    language text,
    tags jsonb not null,
    sequence bigint not null default 0,
    revocations integer not null default 0,
    created_at bigint not null,
    updated_at bigint not null,
    unique (site_id, external_customer_id),
    unique (site_id, email),
    unique (site_id, phone)
  )`,

  // One row a chain of tokens (a tab, a device): spending one replaces the hash, so a spent one is simply unknown.
  `create table contact_tokens (
    hash text primary key,
    contact_id bigint not null references contacts,
    expires_at bigint not null
  )`,
  'create index contact_tokens_by_contact on contact_tokens (contact_id)',
  'create index contact_tokens_by_expiry on contact_tokens (expires_at)',

  // 'published_at': put on the streams. 'removed_at': taken off them, because it expired or was withdrawn.
  `create table messages (
    id text primary key,
    site_id text not null references sites,
    contents jsonb not null,
    translations jsonb not null,
    category text,
    custom_data jsonb,
    open_in_new_tab boolean not null,
    severity text not null,
    pinned boolean not null,
    entity text,
    created_at bigint not null,
    send_at bigint not null,
    expires_at bigint not null,
    published_at bigint,
    removed_at bigint,
    withdrawn_at bigint
  )`,
  'create index messages_by_site on messages (site_id, created_at desc, id desc)',
  'create index messages_to_publish on messages (send_at) where published_at is null and removed_at is null',
  'create index messages_to_remove on messages (expires_at) where removed_at is null',

  // One row a message and recipient. The two times are copies: the count and the list need no join to find their rows.
  `create table deliveries (
    contact_id bigint not null references contacts,
    message_id text not null references messages,
    send_at bigint not null,
    expires_at bigint not null,
    delivered_at bigint,
    seen_at bigint,
    read_at bigint,
    opened_at bigint,
    clicked_at bigint,
    archived_at bigint,
    deleted_at bigint,
    snoozed_until bigint,
    primary key (contact_id, message_id)
  )`,
  'create index deliveries_by_date on deliveries (contact_id, send_at desc, message_id desc)',
  'create index deliveries_by_message on deliveries (message_id)',
  'create index deliveries_to_wake on deliveries (snoozed_until) where snoozed_until is not null',

  // What contacts reported, and the memory that makes a repeated key harmless.
  `create table contact_events (
    contact_id bigint not null references contacts,
    key text not null,
    type text not null,
    action text,
    result text not null,
    code text,
    received_at bigint not null,
    primary key (contact_id, key)
  )`,
  'create index contact_events_by_age on contact_events (received_at)',

  // The end of each contact's stream, from which a broken connection resumes.
  `create table stream_log (
    contact_id bigint not null references contacts,
    sequence bigint not null,
    type text not null,
    data jsonb not null,
    created_at bigint not null,
    primary key (contact_id, sequence)
  )`,
  'create index stream_log_by_age on stream_log (created_at)',

  // The answers to requests with an Idempotency-Key. A row without one belongs to a request that is still running.
  `create table idempotency_keys (
    site_id text not null references sites,
    key text not null,
    request_hash text not null,
    response jsonb,
    created_at bigint not null,
    primary key (site_id, key)
  )`,
  'create index idempotency_keys_by_age on idempotency_keys (created_at)',
];
