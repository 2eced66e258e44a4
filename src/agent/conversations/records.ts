/** What the agents' API tells of conversations. Times are epoch milliseconds. */
export interface Summary {
  id: string;
  channel: string;
  /** Empty: nobody has said it. */
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
  waitingSince: number | null;
  unread: number;
  presentUntil: number;
  page: string | null;
  readByAgent: number;
  readByVisitor: number;
  version: number;
  rating: number | null;
}

export interface Details extends Summary {
  visitor: {
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
  contact: {
    id: string;
    name: string | null;
    email: string | null;
    phone: string | null;
    externalId: string | null;
  } | null;
  cards: readonly {id: string; data: string; updatedAt: number}[];
  pages: readonly {url: string; title: string; at: number}[];
  chats: readonly {
    startedAt: number;
    endedAt: number | null;
    rating: number | null;
    comment: string | null;
  }[];
}

export interface Attachment {
  id: string;
  name: string;
  type: string;
  size: number;
}

export interface Message {
  id: number;
  author: 'visitor' | 'agent' | 'system' | 'note';
  name: string;
  avatar: string | null;
  text: string;
  at: number;
  key: string | null;
  attachments: readonly Attachment[];
}

export const VIEWS = ['open', 'mine', 'unassigned', 'unread', 'closed'] as const;
export type View = (typeof VIEWS)[number] | 'all';

export interface ListQuery {
  view: View;
  query?: string;
  label?: string;
  tag?: string;
  cursor?: string;
  limit?: number;
}

export interface ConversationList {
  list: readonly Summary[];
  next: string | null;
  counts: Readonly<Record<(typeof VIEWS)[number], number>>;
}

export interface Options {
  agents: readonly {id: string; number: number; name: string; avatar: string | null}[];
  labels: readonly string[];
  tags: readonly string[];
}

export interface CannedAnswer {
  id: string;
  shortcut: string;
  text: string;
}

export interface Marks {
  addLabels?: readonly string[];
  removeLabels?: readonly string[];
  addTags?: readonly string[];
  removeTags?: readonly string[];
  name?: string;
}

/** Whether a conversation belongs into a view of this agent's. */
export function belongs({status, agent, unread}: Summary, view: View, agentId: string): boolean {
  switch (view) {
    case 'open':
      return status === 'open';
    case 'mine':
      return status === 'open' && agent?.id === agentId;
    case 'unassigned':
      return status === 'open' && !agent;
    case 'unread':
      return unread > 0;
    case 'closed':
      return status === 'closed';
    case 'all':
      return true;
  }
}
