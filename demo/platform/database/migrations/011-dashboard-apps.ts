import {sql, type Kysely} from 'kysely';
import type {Migration} from 'kysely/migration';

/** Dashboard apps, and the keys that sign what they are told. */
export const dashboardApps: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};

const STATEMENTS = [
  // Apps know accounts, inboxes and conversations by numbers.
  'alter table teams add column number bigint generated always as identity unique',
  'alter table inboxes add column number bigint generated always as identity unique',
  'alter table conversations add column number bigint generated always as identity unique',

  // 'inbox_ids' null: in every inbox. 'settings' is what the frame is made with.
  `create table dashboard_apps (
    id text primary key,
    team_id text not null references teams on delete cascade,
    version integer not null,
    position integer not null,
    name text not null,
    url text not null,
    placement text not null check (placement in ('tab', 'panel')),
    inbox_ids jsonb,
    settings jsonb not null,
    updated_at bigint not null
  )`,
  'create index dashboard_apps_by_team on dashboard_apps (team_id, position)',

  // 'private_key' is sealed. A key signs for a month, and can be looked up for a while longer.
  `create table app_signing_keys (
    id text primary key,
    public_key jsonb not null,
    private_key text not null,
    created_at bigint not null
  )`,
];
