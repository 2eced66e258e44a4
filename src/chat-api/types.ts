/**
 * What the chat API tells, as a program wants it: dates are dates, numbers numbers, lists lists. What a platform left out
 * or got wrong is null, and never a guess.
 */

export interface ConversationEntry {
  conversationId: string;
  /** The platform's number of the account. */
  sid: number | null;
  createdAt: Date | null;
}

export type Author =
  {kind: 'visitor'; name: string} | {kind: 'agent'; agentId: number; name: string} | {kind: 'system'};

export interface ChatMessage {
  id: number | null;
  conversationId: string;
  author: Author;
  /** As it was written. Of a system message: the platform's JSON, read in `event`. */
  text: string;
  at: Date | null;
  /** Only system messages have one. */
  event?: SystemEvent;
}

/** What the platform says of itself in a conversation: `visitorJoin`, for example, with what belongs to it. */
export interface SystemEvent {
  /** `unknown` where the platform's text is no JSON, or names no type. */
  type: string;
  currentPage?: string;
  data: Readonly<Record<string, unknown>>;
}

export interface VisitorInfo {
  conversationId: string;
  /** `Direct`, `Organic`, or the host of the page that led here. */
  trafficType: string;
  /** With organic traffic: whose search it was. */
  searchEngine: string | null;
  lastVisitAt: Date | null;
  browser: string;
  os: string;
  city: string | null;
  country: string | null;
  exitPage: string | null;
}

export interface VisitorTag {
  conversationId: string;
  tag: string;
  /** The visitor's name (type 0), or a tag (type 1). */
  isName: boolean;
  type: number | null;
  createdAt: Date | null;
}

export interface VisitorLabel {
  conversationId: string;
  label: string;
  createdAt: Date | null;
}

export interface VisitorCard {
  conversationId: string;
  /** The page's own id of the card. */
  id: string;
  data: string;
  createdAt: Date | null;
  updatedAt: Date | null;
}

export interface ChatAgent {
  id: number;
  name: string;
  email: string;
  picture: string | null;
  lastActiveAt: Date | null;
  department: string | null;
  isBackOffice: boolean;
  groups: string[];
}

export interface ChatStatistic {
  /** The conversation that the chat is a part of. */
  channel: string;
  agentName: string | null;
  agentEmail: string | null;
  referral: string;
  searchEngine: string | null;
  exitPage: string | null;
  browser: string;
  os: string;
  city: string | null;
  country: string | null;
  labels: string[];
  tags: string[];
  startedAt: Date | null;
  /** Milliseconds; null: no agent answered. */
  duration: number | null;
  /** Milliseconds until an agent's first answer; null: none. */
  responseTime: number | null;
  /** 1 to 5; null: the visitor gave none. */
  rating: number | null;
}

export interface PageFilter {
  id: number;
  searchFilter: string;
  searchName: string;
  matchType: string;
}
