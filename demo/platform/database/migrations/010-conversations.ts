import {sql, type Kysely} from 'kysely';
import type {Migration} from 'kysely/migration';

/** Conversations: the visitors of the sites, what was said, and what the statistics count. */
export const conversations: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};

const STATEMENTS = [
  // The chat API knows accounts and agents by numbers.
  'alter table sites add column number bigint generated always as identity unique',
  `alter table agents
    add column number bigint generated always as identity unique,
    add column department text not null default '',
    add column is_back_office boolean not null default false,
    add column groups jsonb not null default '[]',
    add column last_active_at bigint,
    add column is_away boolean not null default false`,

  // One visitor's conversation with a site: it begins with the visit ('created_at') and is one for agents and the API
  // from its first message on ('started_at'). 'channel' is its name outside. 'version' counts what agents can
  // overwrite. 'external_id' is what the page claims and nobody has proved.
  `create table conversations (
    id text primary key,
    site_id text not null references sites,
    channel text not null,
    token_hash text not null unique,
    contact_id bigint references contacts,
    external_id text,
    name text not null default '',
    created_at bigint not null,
    started_at bigint,
    visited_at bigint not null,
    present_until bigint not null,
    traffic_type text not null,
    search_engine text not null,
    browser text not null,
    os text not null,
    city text not null,
    country text not null,
    language text not null,
    page text,
    page_title text,
    status text not null default 'open' check (status in ('open', 'closed')),
    agent_id text references agents on delete set null,
    version bigint not null default 0,
    last_message_at bigint,
    preview text not null default '',
    preview_by text not null default '',
    waiting_since bigint,
    unread integer not null default 0,
    read_by_agent bigint not null default 0,
    read_by_visitor bigint not null default 0,
    unique (site_id, channel)
  )`,
  `create index conversations_by_age on conversations (site_id, last_message_at desc, id desc)
    where started_at is not null`,
  'create index conversations_by_start on conversations (site_id, started_at) where started_at is not null',
  'create index conversations_by_contact on conversations (contact_id)',
  'create index conversations_by_visit on conversations (visited_at) where started_at is null',

  // 'author' is visitor, agent, system, or note (an agent's, for agents). Of a system message 'text' is JSON.
  `create table chat_messages (
    id bigint generated always as identity primary key,
    conversation_id text not null references conversations on delete cascade,
    author text not null check (author in ('visitor', 'agent', 'system', 'note')),
    agent_id text references agents on delete set null,
    name text not null,
    text text not null,
    key text,
    at bigint not null
  )`,
  'create index chat_messages_by_conversation on chat_messages (conversation_id, id)',
  'create unique index chat_messages_by_key on chat_messages (conversation_id, key) where key is not null',

  // A chat: from a first message to the end of the talk. What the statistics tell of it stands in its own row, as it
  // was then.
  `create table chats (
    id bigint generated always as identity primary key,
    site_id text not null references sites,
    conversation_id text not null references conversations on delete cascade,
    channel text not null,
    agent_id text references agents on delete set null,
    started_at bigint not null,
    replied_at bigint,
    last_at bigint not null,
    ended_at bigint,
    rating smallint check (rating between 1 and 5),
    comment text,
    referral text not null,
    search_engine text not null,
    exit_page text not null,
    browser text not null,
    os text not null,
    city text not null,
    country text not null,
    labels jsonb not null default '[]',
    tags jsonb not null default '[]'
  )`,
  'create index chats_by_start on chats (site_id, started_at, id)',
  'create index chats_by_conversation on chats (conversation_id, started_at)',

  // Type 0 is the visitor's name, type 1 a tag.
  `create table conversation_tags (
    conversation_id text not null references conversations on delete cascade,
    type smallint not null check (type in (0, 1)),
    tag text not null,
    created_at bigint not null,
    primary key (conversation_id, type, tag)
  )`,
  'create unique index conversation_names on conversation_tags (conversation_id) where type = 0',
  `create table conversation_labels (
    conversation_id text not null references conversations on delete cascade,
    label text not null,
    created_at bigint not null,
    primary key (conversation_id, label)
  )`,
  `create table conversation_cards (
    conversation_id text not null references conversations on delete cascade,
    data_id text not null,
    data text not null,
    created_at bigint not null,
    updated_at bigint not null,
    primary key (conversation_id, data_id)
  )`,
  `create table page_views (
    id bigint generated always as identity primary key,
    conversation_id text not null references conversations on delete cascade,
    url text not null,
    title text not null,
    at bigint not null
  )`,
  'create index page_views_by_conversation on page_views (conversation_id, id)',

  // The memory that makes a visitor's repeated key harmless.
  `create table visitor_events (
    conversation_id text not null references conversations on delete cascade,
    key text not null,
    code text,
    received_at bigint not null,
    primary key (conversation_id, key)
  )`,
  'create index visitor_events_by_age on visitor_events (received_at)',

  // 'type' is what the content is, whatever its sender said. Without a message it was never sent, and is forgotten.
  `create table chat_attachments (
    id text primary key,
    conversation_id text not null references conversations on delete cascade,
    message_id bigint references chat_messages on delete cascade,
    author text not null,
    name text not null,
    type text not null,
    size integer not null,
    body bytea not null,
    created_at bigint not null
  )`,
  'create index chat_attachments_by_message on chat_attachments (message_id)',
  'create index chat_attachments_unsent on chat_attachments (created_at) where message_id is null',

  `create table canned_answers (
    id text primary key,
    team_id text not null references teams on delete cascade,
    shortcut text not null,
    text text not null,
    unique (team_id, shortcut)
  )`,
  `create table page_filters (
    id bigint generated always as identity primary key,
    site_id text not null references sites,
    search_filter text not null,
    search_name text not null,
    match_type text not null check (match_type in ('like', 'equals', 'startsWith'))
  )`,
];
