import type {Database} from '../../database/open.ts';
import {readNewMessages, type ChatMessage} from '../read-messages.ts';
import {readSummaries, type Summary} from '../summary.ts';
import {CHANNEL, type News} from './news.ts';

/** A conversation after a change, with the messages that came with it. */
export interface Change {
  summary: Summary;
  messages: ChatMessage[];
}

export interface Listener {
  /** Whether the conversation concerns it. */
  follows: (siteId: string, conversationId: string) => boolean;
  onChange(change: Change): void;
  onTyping(conversationId: string, by: string | undefined): void;
  /** Some changes may have been missed. */
  onGap(): void;
}

/** Tells the open desks and chats of this process about changes that any process made. */
export interface Hub {
  /** Returns what ends it. */
  listen(listener: Listener): () => void;
  close(): Promise<void>;
}

/**
 * Reads each change once, however many look on, and what has come up during one reading with the next: many
 * conversations that change at once cost a few queries, and nobody waits for one query each.
 */
export async function createHub(database: Database): Promise<Hub> {
  const listeners = new Set<Listener>();
  /** What has changed and was not read yet: the last message before the change, where there are new ones. */
  let changed = new Map<string, {site: string; after?: number}>();
  let reading: Promise<void> | undefined;
  let isClosed = false;

  const isFollowed = (site: string, id: string) => [...listeners].some(({follows}) => follows(site, id));

  async function readChanges(): Promise<void> {
    while (changed.size && !isClosed) {
      const batch = changed;
      changed = new Map();
      const withMessages = new Map<string, number>();
      for (const [id, {after}] of batch) if (after !== undefined) withMessages.set(id, after);
      const summaries = await readSummaries(database.db, [...batch.keys()]);
      const messages = await readNewMessages(database.db, withMessages);
      for (const summary of summaries) {
        const change = {summary, messages: messages.get(summary.id) ?? []};
        for (const listener of listeners)
          if (listener.follows(summary.siteId, summary.id)) listener.onChange(change);
      }
    }
  }

  function read(): void {
    reading ??= readChanges()
      .catch((error: unknown) => {
        console.error('Conversations could not be read:', error);
        for (const listener of listeners) listener.onGap();
      })
      .finally(() => {
        reading = undefined;
        if (changed.size && !isClosed) read();
      });
  }

  const stop = await database.listen(CHANNEL, (payload) => {
    if (payload === undefined) return listeners.forEach((listener) => listener.onGap());
    const news = JSON.parse(payload) as News;
    const {site, conversation: id} = news;
    if (!isFollowed(site, id)) return;
    if (news.kind === 'typing') {
      for (const listener of listeners) if (listener.follows(site, id)) listener.onTyping(id, news.by);
      return;
    }
    const known = changed.get(id);
    const after = Math.min(known?.after ?? Infinity, news.after ?? Infinity);
    changed.set(id, {site, ...(after !== Infinity && {after})});
    read();
  });

  return {
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async close() {
      isClosed = true;
      await stop();
      await reading;
    },
  };
}
