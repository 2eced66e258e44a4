/**
 * What a dashboard app is told of the conversation that it stands beside. The names are those of the platform for which
 * such apps have been written for years, so that they run here unchanged.
 *
 * Times are epoch, seconds.
 */

/** What an app posts to be told at once. */
export const FETCH_INFO = 'chatwoot-dashboard-app:fetch-info';

/** The event's name in the text that an app gets: `{"event": "appContext", "data": AppContext}`. */
export const APP_CONTEXT_EVENT = 'appContext';

/** What the customer's systems have added, under names of their own. */
export type CustomAttributes = Record<string, unknown>;

export interface ContactAdditionalAttributes {
  description: string;
  company_name: string;
  social_profiles: {github: string; twitter: string; facebook: string; linkedin: string};
}

export interface AppContact {
  additional_attributes: ContactAdditionalAttributes;
  /** `online`, `offline` or `busy`. */
  availability_status: string;
  email: string;
  id: number;
  name: string;
  phone_number: string;
  /** Their id in the customer's own books. */
  identifier: string | null;
  /** The address of a picture; empty without one. */
  thumbnail: string;
  custom_attributes: CustomAttributes;
  last_activity_at: number;
}

export interface AppAssignee {
  id: number;
  account_id: number;
  availability_status: string;
  auto_offline: boolean;
  confirmed: boolean;
  email: string;
  available_name: string;
  name: string;
  role: string;
  thumbnail: string;
}

export interface AppMessageSender {
  additional_attributes: ContactAdditionalAttributes;
  custom_attributes: CustomAttributes;
  email: string;
  id: number;
  identifier: string | null;
  name: string;
  phone_number: string;
  thumbnail: string;
  /** `contact` or `user`, an agent. */
  type: string;
}

export interface AppMessage {
  id: number;
  content: string;
  inbox_id: number;
  conversation_id: number;
  /** 0 came in, 1 went out, 2 says what happened. */
  message_type: number;
  content_type: string;
  content_attributes: Record<string, unknown>;
  created_at: number;
  /** A note among agents. */
  private: boolean;
  source_id: string | null;
  sender: AppMessageSender;
}

export interface AppConversation {
  meta: {
    sender: AppContact;
    channel: string;
    /** Null while nobody has taken the conversation. */
    assignee: AppAssignee | null;
    hmac_verified: boolean;
  };
  id: number;
  messages: AppMessage[];
  account_id: number;
  additional_attributes: {
    browser: {
      device_name: string;
      browser_name: string;
      platform_name: string;
      browser_version: string;
      platform_version: string;
    };
    referer: string;
    initiated_at: {timestamp: string};
  };
  agent_last_seen_at: number;
  assignee_last_seen_at: number;
  can_reply: boolean;
  contact_last_seen_at: number;
  custom_attributes: CustomAttributes;
  inbox_id: number;
  labels: string[];
  muted: boolean;
  snoozed_until: number | null;
  /** `open`, `pending`, `snoozed` or `resolved`. */
  status: string;
  timestamp: number;
  unread_count: number;
  allMessagesLoaded: boolean;
  dataFetched: boolean;
}

/** The agent who looks at the app, and nothing more of them. */
export interface AppAgent {
  email: string;
  id: number;
  name: string;
}

export interface AppContext {
  conversation: AppConversation;
  contact: AppContact;
  currentAgent: AppAgent;
}

/** What an app parses out of the text that it gets. */
export interface AppContextMessage {
  event: typeof APP_CONTEXT_EVENT;
  data: AppContext;
}
