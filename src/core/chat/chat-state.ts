import type {ChatAttachment, ChatMessage, VisitorEvent, VisitorState} from '../../protocol/visitor.ts';

/** A report as this device keeps it: with the files of a message, under this device's own ids. */
export type Outgoing = VisitorEvent & {files?: readonly ChatAttachment[]};

/** A message as the chat shows it. */
export interface ChatEntry {
  /** Tells it from all others, before and after it has been sent. */
  readonly key: string;
  /** Undefined while the platform does not have it. */
  readonly id?: number;
  readonly author: 'visitor' | 'agent';
  readonly name: string;
  readonly avatar: string | null;
  readonly text: string;
  readonly at: number;
  readonly attachments: readonly ChatAttachment[];
  /** Of the visitor's own. */
  readonly status: 'sending' | 'sent' | 'seen';
}

/** Everything a chat shows. A new object after each change. */
export interface ChatState {
  /** Oldest first, with those that are still on their way at the end. */
  readonly entries: readonly ChatEntry[];
  /** Undefined until the platform has said it. */
  readonly visitor: VisitorState | undefined;
  /** Older messages can be loaded. */
  readonly hasMore: boolean;
  /** Who is writing. */
  readonly typing: string | undefined;
  readonly connection: 'idle' | 'connecting' | 'live' | 'offline';
  readonly isLoaded: boolean;
  readonly unread: number;
  /** Names of files that the platform did not take with what was sent last. */
  readonly refusedFiles: readonly string[];
}

/** Messages by id, each once, in order; the same list where nothing is new. */
export function mergeMessages(
  known: readonly ChatMessage[],
  found: readonly ChatMessage[],
): readonly ChatMessage[] {
  if (!found.length) return known;
  const byId = new Map(known.map((message) => [message.id, message]));
  for (const message of found) byId.set(message.id, message);
  return [...byId.values()].sort((a, b) => a.id - b.id);
}

/** What is shown: what the platform has, and after it what it does not have yet. */
export function toEntries(
  messages: readonly ChatMessage[],
  pending: readonly Outgoing[],
  readByAgent: number,
): ChatEntry[] {
  const sent = new Set(messages.map(({key}) => key));
  const entries = messages.map((message): ChatEntry => {
    const {id, author, name, avatar, text, at, key} = message;
    const status = author === 'visitor' && id <= readByAgent ? 'seen' : 'sent';
    return {
      key: (author === 'visitor' && key) || `m${id}`,
      id,
      author,
      name,
      avatar,
      text,
      at,
      attachments: message.attachments,
      status,
    };
  });
  for (const event of pending) {
    if (event.type !== 'message' || sent.has(event.key)) continue;
    const {key, text, at, files = []} = event;
    entries.push({
      key,
      author: 'visitor',
      name: '',
      avatar: null,
      text,
      at,
      attachments: files,
      status: 'sending',
    });
  }
  return entries;
}

/** Messages of agents that the visitor has not read. */
export function countUnread(messages: readonly ChatMessage[], readUpTo: number): number {
  return messages.filter(({author, id}) => author === 'agent' && id > readUpTo).length;
}
