import type {ConversationMessage} from '../../../../src/protocol/conversation.ts';
import type {Db} from '../../database/schema.ts';
import {siteTopic, type Fanout} from '../../fanout/fanout.ts';
import {readNewMessages} from '../read-messages.ts';
import {readSummaries, type Summary} from '../summary.ts';
import type {News} from './news.ts';

/** A conversation after a change, with the messages that came with it. */
export interface Change {
  summary: Summary;
  messages: ConversationMessage[];
}

export interface Listener {
  /** Whose conversations may concern it. */
  sites: Iterable<string>;
  /** Whether the conversation concerns it. */
  follows: (siteId: string, conversationId: string) => boolean;
  onChange(change: Change): void;
  onTyping(conversationId: string, by: string | undefined): void;
  /** Who could answer a site's visitors may have changed. */
  onPresence?(): void;
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
export function createHub(db: Db, fanout: Fanout): Hub {
  const listeners = new Set<Listener>();
  /** The sites that listeners look on, and what ends following them. */
  const sites = new Map<string, {listeners: Set<Listener>; stop: () => void}>();
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
      const summaries = await readSummaries(db, [...batch.keys()]);
      const messages = await readNewMessages(db, withMessages);
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

  function hear(site: string, text: string | undefined): void {
    if (text === undefined) return sites.get(site)?.listeners.forEach((listener) => listener.onGap());
    const news = JSON.parse(text) as News;
    if (news.kind === 'presence')
      return sites.get(site)?.listeners.forEach((listener) => listener.onPresence?.());
    const {conversation: id} = news;
    if (!isFollowed(site, id)) return;
    if (news.kind === 'typing') {
      for (const listener of listeners) if (listener.follows(site, id)) listener.onTyping(id, news.by);
      return;
    }
    const known = changed.get(id);
    const after = Math.min(known?.after ?? Infinity, news.after ?? Infinity);
    changed.set(id, {site, ...(after !== Infinity && {after})});
    read();
  }

  function follow(site: string, listener: Listener): void {
    let followed = sites.get(site);
    if (!followed) {
      followed = {listeners: new Set(), stop: fanout.follow(siteTopic(site), (text) => hear(site, text))};
      sites.set(site, followed);
    }
    followed.listeners.add(listener);
  }

  function leave(site: string, listener: Listener): void {
    const followed = sites.get(site);
    if (!followed?.listeners.delete(listener) || followed.listeners.size) return;
    followed.stop();
    sites.delete(site);
  }

  return {
    listen(listener) {
      const own = [...listener.sites];
      listeners.add(listener);
      for (const site of own) follow(site, listener);
      return () => {
        listeners.delete(listener);
        for (const site of own) leave(site, listener);
      };
    },
    async close() {
      isClosed = true;
      for (const {stop} of sites.values()) stop();
      await reading;
    },
  };
}
