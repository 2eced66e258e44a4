import type {ConversationsClient, LiveListener} from '../../../src/agent/conversations/client.ts';
import type {
  ConversationDetails,
  ConversationMessage,
  ConversationSummary,
} from '../../../src/protocol/conversation.ts';
import type {ListQuery} from '../../../src/agent/conversations/records.ts';

export const summary = (number: number, more: Partial<ConversationSummary> = {}): ConversationSummary => ({
  id: `c${number}`,
  channel: `V${number}`,
  name: `Visitor ${number}`,
  contactId: null,
  status: 'open',
  agent: null,
  labels: [],
  tags: [],
  preview: `Message ${number}`,
  previewBy: '',
  lastMessageAt: 1_000_000 - number,
  waitingSince: null,
  unread: 0,
  presentUntil: 0,
  page: null,
  readByAgent: 0,
  readByVisitor: 0,
  version: 0,
  rating: null,
  ...more,
});

export const message = (id: number, more: Partial<ConversationMessage> = {}): ConversationMessage => ({
  id,
  author: 'visitor',
  name: 'V1',
  avatar: null,
  text: `Message ${id}`,
  at: 1_700_000_000_000 + id * 1000,
  key: null,
  attachments: [],
  ...more,
});

/** The agents' API in memory. */
export class FakeClient {
  rows: ConversationSummary[] = [];
  messages: ConversationMessage[] = [];
  calls: unknown[][] = [];
  failure?: Error;
  listeners = new Set<LiveListener>();
  details: Partial<ConversationDetails> = {};

  /** As elements take it. */
  get client(): ConversationsClient {
    const record =
      (name: string) =>
      async (...args: unknown[]) => {
        this.calls.push([name, ...args]);
        if (this.failure) throw this.failure;
      };
    return {
      list: async ({cursor, limit = 50, ...filter}: ListQuery) => {
        this.calls.push(['list', cursor, filter]);
        const start = Number(cursor ?? 0);
        const list = this.rows.slice(start, start + limit);
        const next = start + limit < this.rows.length ? String(start + limit) : null;
        const {length} = this.rows;
        return {list, next, counts: {open: length, mine: 0, unassigned: length, unread: 0, closed: 0}};
      },
      details: async (id: string) => ({
        ...summary(Number(id.slice(1))),
        visitor: {
          externalId: null,
          trafficType: 'Direct',
          searchEngine: '',
          browser: 'Chrome 126.0.0',
          os: 'Windows 10 0.0.0',
          city: '',
          country: '',
          language: 'en',
          lastVisitAt: 0,
          firstVisitAt: 0,
          exitPage: 'javascript:alert(1)',
          pageTitle: 'A page',
        },
        contact: null,
        cards: [],
        pages: [],
        chats: [],
        ...this.details,
      }),
      messages: async (
        _: string,
        {before, after, limit = 100}: {before?: number; after?: number; limit?: number} = {},
      ) =>
        this.messages
          .filter(({id}) => (before === undefined || id < before) && (after === undefined || id > after))
          .slice(-limit),
      options: async () => ({
        agents: [{id: 'a1', number: 1, name: 'Nadia', avatar: null}],
        labels: ['Refund'],
        tags: ['VIP'],
      }),
      cannedAnswers: async () => [
        {id: 'x', shortcut: 'hi', text: 'Hello there'},
        {id: 'y', shortcut: 'hours', text: 'Nine to five'},
      ],
      upload: async (id: string, {name, size}: File) => {
        this.calls.push(['upload', id, name]);
        return {id: `of ${name}`, name, size, type: 'text/plain'};
      },
      reply: record('reply'),
      markRead: record('markRead'),
      sayTyping: record('sayTyping'),
      assign: record('assign'),
      setStatus: record('setStatus'),
      mark: record('mark'),
      saveCannedAnswer: record('saveCannedAnswer'),
      attachmentUrl: (id: string, file: string) => `/files/${id}/${file}`,
      subscribe: (listener: LiveListener) => {
        this.listeners.add(listener);
        queueMicrotask(() => listener.onReady?.());
        return () => void this.listeners.delete(listener);
      },
    } as unknown as ConversationsClient;
  }

  tell(change: {summary: ConversationSummary; messages: ConversationMessage[]}): void {
    for (const listener of this.listeners) listener.onChange?.(change);
  }
}
