import type {Generated} from 'kysely';

export type MessageAuthor = 'visitor' | 'agent' | 'system' | 'note';
export type MatchType = 'like' | 'equals' | 'startsWith';

/** What each table is for stands in the migrations. */
export interface ConversationTables {
  conversations: {
    id: string;
    site_id: string;
    channel: string;
    token_hash: string;
    contact_id: number | null;
    external_id: string | null;
    name: Generated<string>;
    created_at: number;
    started_at: number | null;
    visited_at: number;
    present_until: number;
    traffic_type: string;
    search_engine: string;
    browser: string;
    os: string;
    city: string;
    country: string;
    language: string;
    page: string | null;
    page_title: string | null;
    status: Generated<'open' | 'closed'>;
    agent_id: string | null;
    version: Generated<number>;
    last_message_at: number | null;
    preview: Generated<string>;
    preview_by: Generated<string>;
    waiting_since: number | null;
    unread: Generated<number>;
    read_by_agent: Generated<number>;
    read_by_visitor: Generated<number>;
  };
  chat_messages: {
    id: Generated<number>;
    conversation_id: string;
    author: MessageAuthor;
    agent_id: string | null;
    name: string;
    text: string;
    key: string | null;
    at: number;
  };
  chats: {
    id: Generated<number>;
    site_id: string;
    conversation_id: string;
    channel: string;
    agent_id: string | null;
    started_at: number;
    replied_at: number | null;
    last_at: number;
    ended_at: number | null;
    rating: number | null;
    comment: string | null;
    referral: string;
    search_engine: string;
    exit_page: string;
    browser: string;
    os: string;
    city: string;
    country: string;
    labels: Generated<string[]>;
    tags: Generated<string[]>;
  };
  chat_days: {site_id: string; day: number; version: Generated<number>; chats: Uint8Array | null};
  chat_texts: {
    site_id: string;
    day: number;
    format: 'json' | 'csv';
    version: number;
    chats: number;
    size: number;
    crc: number;
    ends: Uint8Array | null;
    text: Uint8Array | null;
  };
  conversation_tags: {conversation_id: string; type: number; tag: string; created_at: number};
  conversation_labels: {conversation_id: string; label: string; created_at: number};
  conversation_cards: {
    conversation_id: string;
    data_id: string;
    data: string;
    created_at: number;
    updated_at: number;
  };
  page_views: {id: Generated<number>; conversation_id: string; url: string; title: string; at: number};
  visitor_events: {conversation_id: string; key: string; code: string | null; received_at: number};
  chat_attachments: {
    id: string;
    conversation_id: string;
    message_id: number | null;
    author: 'visitor' | 'agent';
    name: string;
    type: string;
    size: number;
    body: Uint8Array;
    created_at: number;
  };
  canned_answers: {id: string; team_id: string; shortcut: string; text: string};
  page_filters: {
    id: Generated<number>;
    site_id: string;
    search_filter: string;
    search_name: string;
    match_type: MatchType;
  };
}
