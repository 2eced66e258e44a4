import {sql, type Kysely} from 'kysely';
import type {Migration} from 'kysely/migration';

/** The agents' side: who they are, what they may see, and what they did. */
export const desk: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};

const STATEMENTS = [
  `create table teams (
    id text primary key,
    name text not null,
    created_at bigint not null
  )`,

  // 'email' is in lower case, and signs in: one person is in one team.
  `create table agents (
    id text primary key,
    team_id text not null references teams,
    email text not null unique,
    name text not null,
    role text not null check (role in ('admin', 'agent')),
    avatar text,
    password_hash text not null,
    created_at bigint not null
  )`,
  'create index agents_by_team on agents (team_id)',

  // Only hashes of what the cookies hold.
  `create table agent_sessions (
    hash text primary key,
    agent_id text not null references agents on delete cascade,
    expires_at bigint not null
  )`,
  'create index agent_sessions_by_agent on agent_sessions (agent_id)',
  'create index agent_sessions_by_expiry on agent_sessions (expires_at)',

  // Where a team's conversations come in. Its contacts are those of its inboxes' sites.
  `create table inboxes (
    id text primary key,
    team_id text not null references teams,
    site_id text not null references sites,
    name text not null,
    channel text not null,
    created_at bigint not null
  )`,
  'create index inboxes_by_team on inboxes (team_id)',

  // What a team's agents can have before them besides a contact: a chat, a ticket, a call.
  `create table desk_views (
    id text primary key,
    inbox_id text not null references inboxes,
    kind text not null check (kind in ('chat', 'ticket', 'call', 'contact')),
    title text not null,
    contact_id bigint references contacts,
    requester_email text,
    phone_number text,
    external_id text,
    created_at bigint not null
  )`,
  'create index desk_views_by_inbox on desk_views (inbox_id, created_at desc)',

  // Who changed and ran what. Rows are added, and never changed.
  `create table audit_log (
    id text primary key,
    team_id text not null references teams,
    agent_id text,
    agent_name text not null,
    action text not null,
    subject text not null,
    detail jsonb not null,
    at bigint not null
  )`,
  'create index audit_log_by_team on audit_log (team_id, id desc)',

  "alter table contacts add column attributes jsonb not null default '{}'",
];
