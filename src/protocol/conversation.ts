/** What platform and desk say of a conversation. Times are epoch milliseconds. */
import type {ChatAttachment} from './visitor.ts';

/** A row of the desk's list. */
export interface ConversationSummary {
  id: string;
  /** Its name outside: what the chat API calls its id. */
  channel: string;
  /** The visitor's name, or the linked contact's; empty: neither. */
  name: string;
  contactId: string | null;
  status: 'open' | 'closed';
  agent: {id: string; name: string; avatar: string | null} | null;
  labels: readonly string[];
  tags: readonly string[];
  preview: string;
  /** The agent whose message the preview is; empty: the visitor's. */
  previewBy: string;
  lastMessageAt: number;
  /** Since when the visitor waits for an answer; null: does not. */
  waitingSince: number | null;
  unread: number;
  /** The visitor is on the site until then, unless something happens. */
  presentUntil: number;
  page: string | null;
  readByAgent: number;
  readByVisitor: number;
  /** Grows with whatever agents could overwrite. */
  version: number;
  /** Of the latest chat. */
  rating: number | null;
}

/** All that is known of the visitor, for the card beside the conversation. */
export interface ConversationDetails extends ConversationSummary {
  visitor: {
    /** What the page claims, and nobody has proved. */
    externalId: string | null;
    trafficType: string;
    searchEngine: string;
    browser: string;
    os: string;
    city: string;
    country: string;
    language: string;
    lastVisitAt: number;
    firstVisitAt: number;
    exitPage: string | null;
    pageTitle: string | null;
  };
  /** The linked contact. */
  contact: {
    id: string;
    name: string | null;
    email: string | null;
    phone: string | null;
    externalId: string | null;
  } | null;
  cards: readonly {id: string; data: string; updatedAt: number}[];
  /** Newest first. */
  pages: readonly {url: string; title: string; at: number}[];
  chats: readonly {
    startedAt: number;
    endedAt: number | null;
    rating: number | null;
    comment: string | null;
  }[];
}

/** A message as agents see it. */
export interface ConversationMessage {
  id: number;
  /** A system message's text is JSON; a note is for agents. */
  author: 'visitor' | 'agent' | 'system' | 'note';
  /** Who wrote it: the agent's name, the visitor's channel, `system`. */
  name: string;
  /** The picture of an agent. */
  avatar: string | null;
  text: string;
  at: number;
  /** The writer's own key, by which a chat recognises what it has sent. */
  key: string | null;
  attachments: readonly ChatAttachment[];
}
