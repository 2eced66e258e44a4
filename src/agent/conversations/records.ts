import type {ConversationSummary} from '../../protocol/conversation.ts';

export const VIEWS = ['open', 'mine', 'unassigned', 'unread', 'closed', 'all'] as const;
export type View = (typeof VIEWS)[number];

export interface ListQuery {
  view: View;
  query?: string;
  label?: string;
  tag?: string;
  cursor?: string;
  limit?: number;
}

export interface ConversationList {
  list: readonly ConversationSummary[];
  next: string | null;
  counts: Readonly<Record<Exclude<View, 'all'>, number>>;
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
export function belongs({status, agent, unread}: ConversationSummary, view: View, agentId: string): boolean {
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
