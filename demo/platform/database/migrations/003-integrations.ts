import {sql, type Kysely} from 'kysely';
import type {Migration} from 'kysely/migration';

/** What a team asks of other systems about its contacts. */
export const integrations: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};

const STATEMENTS = [
  // 'headers' holds secrets only sealed. 'version' grows with each change, and tells a stale one.
  `create table integrations (
    id text primary key,
    team_id text not null references teams,
    version integer not null,
    name text not null,
    description text not null,
    method text not null,
    url text not null,
    headers jsonb not null,
    query jsonb not null,
    body text,
    cache_minutes integer not null,
    is_active boolean not null,
    is_displayed boolean not null,
    template jsonb,
    updated_at bigint not null,
    updated_by text not null
  )`,
  'create index integrations_by_team on integrations (team_id, name)',

  `create table inbox_integrations (
    inbox_id text not null references inboxes on delete cascade,
    integration_id text not null references integrations on delete cascade,
    is_enabled boolean not null,
    primary key (inbox_id, integration_id)
  )`,
  'create index inbox_integrations_by_integration on inbox_integrations (integration_id)',

  // The one endpoint of a team that answers blocks.
  `create table client_integrations (
    team_id text primary key references teams,
    version integer not null,
    is_enabled boolean not null,
    method text not null,
    url text not null,
    headers jsonb not null,
    query jsonb not null,
    body text,
    updated_at bigint not null,
    updated_by text not null
  )`,
];
