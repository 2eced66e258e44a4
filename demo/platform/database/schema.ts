import {sql, type Generated, type Kysely, type RawBuilder, type Transaction} from 'kysely';
import type {ConversationTables} from '../conversations/tables.ts';
import type {DashboardAppTables, Numbered} from '../dashboard-apps/tables.ts';
import type {DeskTables} from '../desk/tables.ts';
import type {IntegrationTables} from '../integrations/tables.ts';
import type {Contents} from '../messages/contents.ts';
import type {LogData, LogType} from '../stream/log.ts';
import type {StoredConfiguration} from '../sites/configuration.ts';

/** All times are epoch, milliseconds. What each table is for stands in the migrations. */
export interface Schema
  extends
    Omit<DeskTables, 'teams' | 'inboxes'>,
    IntegrationTables,
    Omit<ConversationTables, 'conversations'>,
    DashboardAppTables {
  teams: DeskTables['teams'] & Numbered;
  inboxes: DeskTables['inboxes'] & Numbered;
  conversations: ConversationTables['conversations'] & Numbered;
  sites: {
    id: string;
    name: string;
    origins: string[];
    configuration: StoredConfiguration;
    created_at: number;
  };
  api_keys: {id: string; site_id: string; label: string; hash: string; created_at: number};
  contacts: {
    id: Generated<number>;
    ref: string;
    site_id: string;
    external_customer_id: string | null;
    email: string | null;
    phone: string | null;
    name: string | null;
    first_name: string | null;
    last_name: string | null;
    language: string | null;
    tags: string[];
    attributes: Generated<Record<string, unknown>>;
    sequence: Generated<number>;
    revocations: Generated<number>;
    created_at: number;
    updated_at: number;
  };
  contact_tokens: {hash: string; contact_id: number; expires_at: number};
  messages: {
    id: string;
    site_id: string;
    contents: Contents;
    translations: Record<string, Partial<Contents>>;
    category: string | null;
    custom_data: Record<string, unknown> | null;
    open_in_new_tab: boolean;
    severity: 'low' | 'normal' | 'high';
    pinned: boolean;
    entity: string | null;
    created_at: number;
    send_at: number;
    expires_at: number;
    published_at: number | null;
    removed_at: number | null;
    withdrawn_at: number | null;
  };
  deliveries: {
    contact_id: number;
    message_id: string;
    send_at: number;
    expires_at: number;
    delivered_at: number | null;
    seen_at: number | null;
    read_at: number | null;
    opened_at: number | null;
    clicked_at: number | null;
    archived_at: number | null;
    deleted_at: number | null;
    snoozed_until: number | null;
    pinned: Generated<boolean>;
  };
  contact_events: {
    contact_id: number;
    key: string;
    type: string;
    action: string | null;
    result: 'applied' | 'rejected';
    code: string | null;
    received_at: number;
  };
  stream_log: {contact_id: number; sequence: number; type: LogType; data: LogData; created_at: number};
  idempotency_keys: {
    site_id: string;
    key: string;
    request_hash: string;
    response: Record<string, unknown> | null;
    created_at: number;
  };
}

/** The database, or one transaction on it. */
export type Db = Kysely<Schema> | Transaction<Schema>;

/**
 * A value for a `jsonb` column: the drivers disagree on what arrays and strings become, text with a cast is the same
 * on both.
 */
export function json<T>(value: T): RawBuilder<T> {
  return sql<T>`${JSON.stringify(value)}::jsonb`;
}
