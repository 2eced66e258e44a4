/**
 * Everything of the inbox that the bell does not need for its first number: the list, the marks, and what keeps both
 * up to date. Loaded after the bell is there. One for each contact: it ends with them.
 */
import type {Inbox, InboxEvents} from './inbox.ts';
import type {Capability} from '../protocol/configuration.ts';
import type {ContactEventType} from '../protocol/contact-event.ts';
import {readNotification, type Notification} from '../protocol/notification.ts';
import {fetchCount, readCount} from './api/count.ts';
import {MAX_EVENTS, postEvents, postOpened} from './api/events.ts';
import {fetchAll, fetchSlice} from './api/messages.ts';
import {readList, writeList} from './cache.ts';
import type {Environment} from './environment.ts';
import {InboxError} from './errors.ts';
import {createOutbox} from './outbox.ts';
import type {Realtime} from './realtime.ts';
import type {InboxState} from './state.ts';
import {createIndexedDbStorage, createMemoryStorage, hasIndexedDb} from './storage.ts';
import {
  applyConfirmed,
  applyMessage,
  applyPage,
  applyRemoved,
  isUnread,
  nextExpiry,
  selectView,
  type Mutation,
  type Synced,
} from './store.ts';
import type {Transport} from './transport.ts';

/** Changes that come together are written to storage once. */
const PERSIST_DELAY = 500;
/** A list that is younger is not fetched again because somebody looks. */
const FRESH = 5000;

export interface SyncOptions {
  transport: Transport;
  environment: Environment;
  /** The database on this device; nothing: nothing is kept. */
  storageName: string | undefined;
  /** Whose list it is; names everything in storage. */
  contact: string;
  /** What the bell already knows. */
  count: number | undefined;
  capabilities: readonly Capability[];
  /** Milliseconds. */
  pollInterval: number;
  publish(change: Partial<InboxState>): void;
  emit<T extends keyof InboxEvents>(type: T, detail: InboxEvents[T]): void;
}

/** The acts that the inbox hands through as they are, and its life. */
export interface Sync extends Pick<
  Inbox,
  'load' | 'loadMore' | 'refresh' | 'markRead' | 'markAllRead' | 'markSeen' | 'click'
> {
  /** The platform has said how many are unread. */
  setCount(count: number): void;
  resume(): void;
  pause(): void;
  wake(): void;
  /** The page may be gone: sends what is there in a request that outlives it. */
  hide(): void;
  dispose(): void;
}

/** Deletes what a device keeps of the contact who was there. */
export function wipe(storageName: string, environment: Environment): Promise<void> {
  return createIndexedDbStorage(storageName, environment)
    .clear()
    .catch(() => {}); // a device that cannot delete has not been able to keep either
}

export function createSync(options: SyncOptions): Sync {
  const {transport, environment, storageName, contact, capabilities, publish, emit} = options;
  const storage =
    storageName && hasIndexedDb() ? createIndexedDbStorage(storageName, environment) : createMemoryStorage();
  const hasEvents = capabilities.includes('events');
  const fetchPage = capabilities.includes('cursor') ? fetchSlice : fetchAll;

  let synced: Synced = {rows: [], next: undefined, count: options.count};
  let loading: Promise<void> | undefined;
  let loadingMore: Promise<void> | undefined;
  /** When the list was last fetched whole: `elapsed` time. */
  let fetchedAt = -Infinity;
  let cancelPersist: (() => void) | undefined;
  let cancelExpiry: (() => void) | undefined;
  /** Somebody wants to see the list: from then on it is kept up to date. */
  let isWanted = false;
  let isDisposed = false;

  const fail = (error: InboxError) => {
    if (isDisposed || error.code === 'ended' || error.code === 'unknown-contact') return;
    publish({error});
    emit('error', {code: error.code, message: error.message});
  };

  const outbox = createOutbox({
    storage,
    key: `outbox:${contact}`,
    environment,
    maxBatch: MAX_EVENTS,
    send: hasEvents ? (batch, keepalive) => postEvents(transport, batch, keepalive) : sendOpened,
    onChange(confirmed) {
      for (const mutation of confirmed) synced = applyConfirmed(synced, mutation);
      show();
      // The base contract says nothing about what else has changed; a stream does.
      if (confirmed.length && !capabilities.includes('stream')) void poll().catch(() => {});
    },
    onError: fail,
  });

  /** How news arrives. A module of its own, because the list can be shown without it. */
  let realtime: Realtime | undefined;
  let isLive = false;

  async function goLive(): Promise<void> {
    isLive = true;
    const module = await import('./realtime.ts').catch(() => undefined);
    if (!module) return fail(new InboxError('offline', 'What brings news could not be loaded'));
    if (isDisposed || !isLive) return;
    realtime ??= module.createRealtime({
      transport,
      environment,
      hasStream: capabilities.includes('stream'),
      pollInterval: options.pollInterval,
      poll,
      onEvent: take,
      onGap: () => {
        if (isWanted) void fetchList().catch(() => {});
      },
      onState: (connection) => !isDisposed && publish({connection}),
      onError: fail,
    });
    realtime.start();
  }

  async function sendOpened(
    batch: readonly Mutation[],
    keepalive: boolean,
  ): Promise<ReadonlyMap<string, string>> {
    const hasAll = batch.some((mutation) => !mutation.ids);
    await postOpened(
      transport,
      hasAll ? undefined : batch.flatMap((mutation) => mutation.ids ?? []),
      keepalive,
    );
    return new Map();
  }

  /** Makes the view anew and tells everybody. */
  function show(): void {
    if (isDisposed) return;
    const now = environment.now();
    const {notifications, count} = selectView(synced, outbox.pending, now);
    const isKnown = synced.next !== undefined;
    publish({
      notifications,
      count,
      pending: outbox.pending.length,
      hasMore: !!synced.next,
      ...(isKnown && {list: 'ready' as const}),
    });
    cancelExpiry?.();
    const expiry = nextExpiry(synced, now);
    cancelExpiry = expiry === undefined ? undefined : environment.after(expiry - now, show);
  }

  function become(next: Synced): void {
    if (next === synced) return;
    const hasOtherRows = next.rows !== synced.rows;
    synced = next;
    show();
    if (!hasOtherRows || cancelPersist) return;
    cancelPersist = environment.after(PERSIST_DELAY, () => {
      cancelPersist = undefined;
      void writeList(storage, contact, synced);
    });
  }

  /** New rows of a list that was already known: says so, and that they have arrived. */
  function announce(rows: readonly Notification[]): void {
    const fresh = rows.filter((row) => isUnread(row) && row.archivedAt === null);
    if (!fresh.length) return;
    recordDelivery(fresh);
    for (const notification of fresh) emit('notification', {notification});
  }

  /** One event of the stream. */
  function take(type: string, data: unknown): void {
    if (isDisposed) return;
    if (type === 'count') {
      const count = readCount(data);
      if (count !== undefined) sync.setCount(count);
      return;
    }
    const {ids, at, type: change} = (data ?? {}) as {ids?: unknown; at?: unknown; type?: ContactEventType};
    const named = Array.isArray(ids) ? ids.map(String) : undefined;
    if (type === 'message') {
      const notification = readNotification(data, environment.now());
      if (!notification) return;
      const isNew = !synced.rows.some((row) => row.id === notification.id);
      become(applyMessage(synced, notification));
      if (isNew) announce([notification]);
    } else if (type === 'removed' && named) {
      become(applyRemoved(synced, named));
    } else if (type === 'state' && change && typeof at === 'number') {
      become(applyConfirmed(synced, {type: change, ids: named, at}));
    }
  }

  async function poll(): Promise<void> {
    const before = synced.count;
    const count = await fetchCount(transport);
    if (isDisposed) return;
    publish({error: undefined});
    sync.setCount(count);
    const hasNews = count !== before && before !== undefined;
    if (hasNews || (isWanted && fetchedAt === -Infinity)) await fetchList();
  }

  async function fetchFirst(): Promise<void> {
    const known = new Set(synced.rows.map((row) => row.id));
    const wasKnown = synced.next !== undefined;
    const page = await fetchPage(transport, environment.now());
    if (isDisposed) return;
    fetchedAt = environment.elapsed();
    const fresh = page.notifications.filter((row) => !known.has(row.id));
    become(applyPage(synced, page, true));
    publish({error: undefined});
    if (wasKnown) announce(fresh);
    else recordDelivery(fresh.filter((row) => row.seenAt === null));
  }

  function fetchList(): Promise<void> {
    return (loading ??= (async () => {
      if (synced.next === undefined) {
        publish({list: 'loading'});
        const kept = await readList(storage, contact);
        if (kept.next !== undefined && synced.next === undefined) become({...kept, count: synced.count});
      }
      try {
        await fetchFirst();
      } catch (error) {
        if (!isDisposed && synced.next === undefined) publish({list: 'failed'});
        fail(error as InboxError);
        throw error;
      }
    })().finally(() => {
      loading = undefined;
    }));
  }

  /** What of `ids` the event would change; unknown ones stay in, the platform may know them. */
  function relevant(type: ContactEventType, ids: readonly string[]): readonly string[] {
    const rows = new Map(
      selectView(synced, outbox.pending, environment.now()).notifications.map((row) => [row.id, row]),
    );
    return [...new Set(ids)].filter((id) => {
      const row = rows.get(id);
      if (!row) return true;
      if (type === 'read') return row.readAt === null;
      if (type === 'unread') return row.readAt !== null;
      if (type === 'seen') return row.seenAt === null;
      return true;
    });
  }

  /** Nobody waits for it: what goes wrong is told by the state and the 'error' event. */
  function recordDelivery(rows: readonly Notification[]): void {
    mutate(
      'delivered',
      rows.map((row) => row.id),
    ).catch(() => {});
  }

  /** Records what the contact did; resolves when this device has kept it. */
  async function mutate(type: ContactEventType, ids?: readonly string[]): Promise<void> {
    // The base contract knows one mark only.
    if (!hasEvents && type !== 'read') return;
    const named = ids && relevant(type, ids);
    if (named && !named.length) return;
    const now = environment.now();
    // "All" is all that the contact can see, whatever this device's clock says.
    const at = named ? now : Math.max(now, synced.rows[0]?.createdAt ?? 0);
    const mutation = {key: environment.uuid(), type, at, ...(named && {ids: named})};
    await outbox.add(mutation).catch((error: InboxError) => {
      fail(error);
      throw error;
    });
  }

  const sync: Sync = {
    setCount(count) {
      become({...synced, count});
    },
    load() {
      isWanted = true;
      const isFresh =
        environment.elapsed() - fetchedAt < FRESH || (fetchedAt > -Infinity && realtime?.state === 'open');
      return isFresh ? Promise.resolve() : fetchList();
    },
    refresh() {
      sync.wake();
      return fetchList();
    },
    loadMore() {
      const {next} = synced;
      if (!next) return Promise.resolve();
      return (loadingMore ??= (async () => {
        publish({isLoadingMore: true});
        try {
          const page = await fetchPage(transport, environment.now(), next);
          // A refresh in between has begun the list anew: this page belongs to the old one.
          if (!isDisposed && synced.next === next) become(applyPage(synced, page, false));
        } catch (error) {
          fail(error as InboxError);
          throw error;
        } finally {
          loadingMore = undefined;
          if (!isDisposed) publish({isLoadingMore: false});
        }
      })());
    },
    markRead: (...ids) => mutate('read', ids),
    markAllRead: () => mutate('read'),
    markSeen: (...ids) => mutate('seen', ids),
    async click(id) {
      await Promise.all([mutate('clicked', [id]), mutate('read', [id])]);
    },
    resume() {
      void goLive();
    },
    pause() {
      isLive = false;
      realtime?.pause();
    },
    wake() {
      if (isLive && !realtime) void goLive();
      realtime?.wake();
      void outbox.flush();
    },
    hide() {
      void outbox.flush({keepalive: true});
    },
    dispose() {
      isDisposed = true;
      realtime?.pause();
      outbox.dispose();
      cancelPersist?.();
      cancelExpiry?.();
    },
  };
  void outbox.restore();
  return sync;
}
