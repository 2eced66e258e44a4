import {
  MAX_ATTACHMENT,
  MAX_MESSAGE,
  type ChatAttachment,
  type ChatMessage,
  type VisitorReport,
  type VisitorState,
} from '../../protocol/visitor.ts';
import {defaultEnvironment, type Environment} from '../environment.ts';
import {InboxError} from '../errors.ts';
import {makeKey} from '../key.ts';
import {createOutbox} from '../outbox.ts';
import {createIndexedDbStorage, createMemoryStorage, hasIndexedDb, type Storage} from '../storage.ts';
import type {Mutation} from '../store.ts';
import {countUnread, mergeMessages, toEntries, type ChatState, type Outgoing} from './chat-state.ts';
import {followChat} from './chat-stream.ts';
import {createDrafts, type Draft} from './drafts.ts';
import {createOutgoingFiles} from './outgoing-files.ts';
import {createEventSender, fileIdsOf} from './send-events.ts';
import {createVisitorApi} from './visitor-api.ts';
import {createVisitorSession, type Visit, type VisitorMemory} from './visitor-session.ts';

export interface VisitorOptions {
  apiUrl: string;
  siteId: string;
  /** Where the browser keeps who the visitor is. */
  memory: VisitorMemory;
  /** The page that is shown, and how the visitor came to it. */
  getVisit: () => Visit;
  /** @default 'indexeddb' */
  storage?: 'indexeddb' | 'none';
  environment?: Partial<Environment>;
}

/** A site's visitor, with their conversation. Nothing is stored or sent before the first call. */
export interface Visitor {
  readonly state: ChatState;
  /** Calls back after each change of the state; returns what ends it. */
  subscribe(listener: (state: ChatState) => void): () => void;
  /**
   * Opens the session, sends what an earlier page could not, and follows a conversation that is there. Once more: as the
   * next page does.
   */
  start(): Promise<void>;
  /** Nobody looks any more: closes the stream. What is unsent is sent all the same. */
  pause(): void;
  /** Keeps a report until the platform has it. Resolves then; rejects when it is refused for good, or the visitor ends. */
  report(report: VisitorReport): Promise<void>;
  /** Shows the conversation: loads it and follows it live. */
  open(): Promise<void>;
  loadMore(): Promise<void>;
  /**
   * Sends a message with its files, as soon as the platform can be reached. Resolves when this device has them.
   *
   * @throws InboxError 'refused', problem 'too-large': a file is, or all that wait to be sent are together
   */
  send(text: string, files?: readonly File[]): Promise<void>;
  /** What was typed and chosen here and not sent, also before a reload. */
  readDraft(): Promise<Draft | undefined>;
  keepDraft(draft: Draft): void;
  /** The visitor has seen all that is there. */
  markRead(): void;
  sayTyping(): void;
  rate(rating: number, comment?: string): Promise<void>;
  download(attachment: ChatAttachment): Promise<Blob>;
  /** Ends timers, streams and listeners. What is unsent stays on the device. */
  end(): void;
}

/** Reports of one request. */
const MAX_BATCH = 20;
const PAGE_SIZE = 50;
/** Messages that are kept for the next page. */
const KEPT = 50;
/** Somebody who writes is shown as writing for so long, and says so no more often than half of it: milliseconds. */
const TYPING = 5000;

function openStorage({storage, siteId}: VisitorOptions, environment: Environment): Storage {
  if (storage === 'none' || !hasIndexedDb()) return createMemoryStorage();
  return createIndexedDbStorage(`app-inbox-visitor-${siteId}`, environment);
}

export function createVisitor(options: VisitorOptions): Visitor {
  const environment: Environment = {...defaultEnvironment, ...options.environment};
  const api = createVisitorApi(options.apiUrl, environment);
  const session = createVisitorSession({...options, api});
  const storage = openStorage(options, environment);
  const getOwner = () => options.memory.read();
  const drafts = createDrafts({storage, environment, getOwner});
  const files = createOutgoingFiles({
    storage,
    environment,
    getOwner,
    send: (file) => session.use((token) => api.upload(file, file.name, token)),
  });
  const listeners = new Set<(state: ChatState) => void>();
  const waiting = new Map<string, {resolve: () => void; reject: (error: Error) => void}>();
  let messages: readonly ChatMessage[] = [];
  let visitorState: VisitorState | undefined;
  let readUpTo = 0;
  let stopFollowing: (() => void) | undefined;
  let cancelTyping: (() => void) | undefined;
  let saidTypingAt = -Infinity;
  let isStarted = false;
  let isEnded = false;
  /** Why the platform has not taken what is about to be given up. */
  let refusal: InboxError | undefined;
  let state: ChatState = {
    entries: [],
    visitor: undefined,
    hasMore: false,
    typing: undefined,
    connection: 'idle',
    isLoaded: false,
    unread: 0,
    refusedFiles: [],
  };

  function update(change: Partial<ChatState> = {}): void {
    if (isEnded) return;
    const read = Math.max(readUpTo, visitorState?.readByVisitor ?? 0);
    state = {
      ...state,
      entries: toEntries(messages, getPending(), visitorState?.readByAgent ?? 0),
      visitor: visitorState,
      unread: messages.length ? countUnread(messages, read) : (visitorState?.unread ?? 0),
      ...change,
    };
    for (const listener of [...listeners]) listener(state);
  }

  const getPending = () => outbox.pending as unknown as readonly Outgoing[];
  const sendEvents = createEventSender({
    files,
    send: (events) => session.use((token) => api.sendEvents(events, token)),
    onRefusedFile: (name) => update({refusedFiles: [...new Set([...state.refusedFiles, name])]}),
  });

  const outbox = createOutbox({
    storage,
    key: 'outbox',
    environment,
    maxBatch: MAX_BATCH,
    async send(batch) {
      const refused = await sendEvents(batch as unknown as readonly Outgoing[]);
      for (const [key, code] of refused) {
        waiting.get(key)?.reject(new InboxError('refused', `The platform refused it: ${code}`));
        waiting.delete(key);
      }
      // Its own messages come back with their ids: until then they stay as they were shown.
      if (batch.some(({type}) => (type as string) === 'message')) await refresh().catch(() => {});
      return refused;
    },
    onChange(confirmed) {
      const isConfirmed = new Set(confirmed.map(({key}) => key));
      const isPending = new Set(outbox.pending.map(({key}) => key));
      for (const [key, {resolve, reject}] of waiting) {
        if (isPending.has(key)) continue;
        // What another tab has sent is not among the confirmed ones.
        if (refusal && !isConfirmed.has(key)) reject(refusal);
        else resolve();
        waiting.delete(key);
      }
      refusal = undefined;
      update();
    },
    onError(error) {
      refusal = error;
      update();
    },
  });

  function take(found: readonly ChatMessage[], next: VisitorState): void {
    messages = mergeMessages(messages, found);
    visitorState = next;
    if (found.some(({author}) => author === 'agent')) {
      cancelTyping?.();
      update({typing: undefined});
    } else update();
    void storage
      .set('transcript', {messages: messages.slice(-KEPT), state: visitorState, token: options.memory.read()})
      .catch(() => {});
  }

  /** Fetches what is new, or the latest where nothing is known. */
  async function refresh(): Promise<void> {
    const last = messages.at(-1)?.id;
    const found = await session.use((token) => api.readConversation({after: last, limit: PAGE_SIZE}, token));
    const hasGap = last !== undefined && found.messages.length === PAGE_SIZE;
    // More came than one request brings: what lies between is loaded like older ones.
    if (hasGap) messages = [];
    const isWhole = last !== undefined && !hasGap;
    take(found.messages, found.state);
    update({isLoaded: true, ...(!isWhole && {hasMore: found.messages.length === PAGE_SIZE})});
  }

  /** What was there on the last page is there before any answer. */
  async function restore(): Promise<void> {
    const kept = (await storage.get('transcript').catch(() => undefined)) as
      {messages?: unknown; state?: VisitorState; token?: string} | undefined;
    if (messages.length || !Array.isArray(kept?.messages) || !kept.token) return;
    // Of another visitor of this browser nothing is shown.
    if (kept.token !== options.memory.read()) return;
    messages = kept.messages as ChatMessage[];
    visitorState ??= kept.state;
    update({hasMore: messages.length >= KEPT});
  }

  function follow(): void {
    if (isEnded) return;
    stopFollowing ??= followChat(
      {api, session, environment},
      {
        onReady: () => void refresh().catch(() => {}),
        onChange: take,
        onTyping(by) {
          cancelTyping?.();
          cancelTyping = environment.after(TYPING, () => update({typing: undefined}));
          update({typing: by});
        },
        onConnection: (connection) => update({connection}),
      },
    );
  }

  function report(one: VisitorReport & {files?: readonly ChatAttachment[]}): Promise<void> {
    const event: Outgoing = {...one, key: makeKey(environment), at: environment.now()};
    const done = new Promise<void>((resolve, reject) => waiting.set(event.key, {resolve, reject}));
    done.catch(() => {}); // whoever wants to know awaits it
    const stored = outbox.add(event as unknown as Mutation);
    // Without the pause in which the outbox collects marks: somebody waits for a message. After the outbox has set it,
    // so that this one ends it, and a refused attempt is not repeated too soon.
    const flush = () => void environment.after(0, () => void outbox.flush());
    stored.then(flush, flush);
    return done;
  }

  const visitor: Visitor = {
    get state() {
      return state;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async start() {
      await restore();
      await outbox.restore().catch(() => {});
      void files.tidy(fileIdsOf(getPending()));
      const opening = isStarted ? session.renew() : session.open();
      isStarted = true;
      const answer = await opening;
      visitorState = answer.state;
      update();
      if (answer.hasConversation) follow();
    },
    pause() {
      stopFollowing?.();
      stopFollowing = undefined;
    },
    report,
    async open() {
      await restore();
      follow();
    },
    async loadMore() {
      const before = messages[0]?.id;
      if (before === undefined || !state.hasMore) return;
      const found = await session.use((token) => api.readConversation({before, limit: PAGE_SIZE}, token));
      take(found.messages, found.state);
      update({hasMore: found.messages.length === PAGE_SIZE});
    },
    async send(text, chosen = []) {
      if (chosen.some(({size}) => size > MAX_ATTACHMENT))
        throw new InboxError('refused', 'The file is too large', {problem: 'too-large'});
      const words = text.trim().slice(0, MAX_MESSAGE);
      if (!words && !chosen.length) return;
      const kept = await files.keep(chosen);
      update({refusedFiles: []});
      void report({type: 'message', text: words, ...(kept.length && {files: kept})});
      follow();
    },
    readDraft: () => drafts.read(),
    keepDraft: (draft) => drafts.keep(draft),
    markRead() {
      const last = messages.findLast(({author}) => author === 'agent')?.id ?? 0;
      if (last <= Math.max(readUpTo, visitorState?.readByVisitor ?? 0)) return;
      readUpTo = last;
      update();
      void report({type: 'read', upTo: last});
    },
    sayTyping() {
      const now = environment.elapsed();
      if (now - saidTypingAt < TYPING / 2) return;
      saidTypingAt = now;
      session.use((token) => api.sayTyping(token)).catch(() => {}); // nobody misses it
    },
    async rate(rating, comment) {
      await report({type: 'rating', rating, ...(comment?.trim() && {comment: comment.trim()})});
    },
    download: async ({id}) => (await files.read(id)) ?? session.use((token) => api.download(id, token)),
    end() {
      drafts.end();
      isEnded = true;
      stopFollowing?.();
      cancelTyping?.();
      outbox.dispose();
      listeners.clear();
      for (const {reject} of waiting.values())
        reject(new InboxError('ended', 'The visitor’s session has ended'));
      waiting.clear();
    },
  };
  return visitor;
}
