/**
 * The list: from the cache, from the platform, and as the contact sees it. Loaded after the bell is there. One for each
 * contact: it ends with them.
 */
import type {Inbox, InboxEvents} from './inbox.ts';
import type {Capability} from '../protocol/configuration.ts';
import type {Notification} from '../protocol/notification.ts';
import {fetchAll, fetchSlice} from './api/messages.ts';
import {keysOf, readList, readPending, writeList} from './cache.ts';
import type {Environment} from './environment.ts';
import {InboxError} from './errors.ts';
import type {List, Live} from './live.ts';
import type {Act, ConnectionState, InboxState} from './state.ts';
import {createIndexedDbStorage, createMemoryStorage, hasIndexedDb, type Storage} from './storage.ts';
import {applyPage, isUnread, nextChange, selectView, type Mutation, type Synced} from './store.ts';
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
  /** Another tab says that the contact is not there any more; `hasLeft`: by logout, else because somebody else is. */
  onGone(hasLeft: boolean): void;
}

/** The acts that the inbox hands through as they are, and its life. */
export interface Sync extends Pick<
  Inbox,
  'load' | 'loadMore' | 'loadView' | 'refresh' | 'act' | 'markRead' | 'markAllRead' | 'markSeen' | 'click'
> {
  /** The platform has said how many are unread. */
  setCount(count: number): void;
  resume(): void;
  pause(): void;
  wake(): void;
  /** The page may be gone: sends what is there. */
  hide(): void;
  dispose(): void;
}

/**
 * Deletes what this device keeps of the contact who was there, and tells the other tabs.
 *
 * @param hasLeft by logout; else somebody else is there now
 * @param successor whose marks and list stay
 */
export async function wipe(
  storageName: string,
  contact: string,
  hasLeft: boolean,
  environment: Environment,
  successor?: string,
): Promise<void> {
  const storage = createIndexedDbStorage(storageName, environment);
  // A device that cannot delete has not been able to keep either.
  const deleted = storage.clear(successor ? keysOf(successor) : []).catch(() => {});
  const live = await import('./live.ts').catch(() => undefined);
  live?.tellGone(storageName, contact, hasLeft, environment);
  await deleted;
}

/** @param kept where this device keeps things; without it IndexedDB, or where there is none the page's memory */
export function createSync(options: SyncOptions, kept?: Storage): Sync {
  const {transport, environment, storageName, contact, capabilities, publish, emit} = options;
  if (storageName !== undefined && hasIndexedDb()) kept ??= createIndexedDbStorage(storageName, environment);
  const storage = kept ?? createMemoryStorage();
  const fetchPage: List['fetchPage'] = (cursor) =>
    (capabilities.includes('cursor') ? fetchSlice : fetchAll)(transport, environment.now(), cursor);

  let synced: Synced = {rows: [], next: undefined, count: options.count};
  let pending: readonly Mutation[] = [];
  /** A module of its own, because the list can be shown without it. */
  let live: Promise<Live> | undefined;
  let loading: Promise<void> | undefined;
  /** Something has changed while the list was on its way: what arrives may be older than that. */
  let isOvertaken = false;
  /** When the list was last fetched whole: `elapsed` time. */
  let fetchedAt = -Infinity;
  let connection: ConnectionState = 'idle';
  let cancelPersist: (() => void) | undefined;
  let cancelExpiry: (() => void) | undefined;
  /** Somebody wants to see the list: from then on it is kept up to date. */
  let isWanted = false;
  /** Said once each, however often and from where they come. */
  const announced = new Set<string>();
  let isDisposed = false;

  function fail(cause: unknown): void {
    const error = cause as InboxError;
    if (isDisposed || error.code === 'ended' || error.code === 'unknown-contact') return;
    publish({error});
    emit('error', {code: error.code, message: error.message});
  }

  /** Makes the view anew and tells everybody. */
  function show(): void {
    if (isDisposed) return;
    const now = environment.now();
    const {all, notifications, count} = selectView(synced, pending, now);
    const isKnown = synced.next !== undefined;
    publish({
      notifications,
      count,
      pending: pending.length,
      hasMore: !!synced.next,
      ...(isKnown && {list: 'ready' as const}),
      ...list.present?.(all),
    });
    cancelExpiry?.();
    const change = list.wakeDue && nextChange(synced);
    cancelExpiry = change === undefined ? undefined : environment.after(change - now, onTime);
  }

  /** Something has expired, or has been put off until now. */
  function onTime(): void {
    list.wakeDue?.();
    show();
  }

  function become(next: Synced): void {
    if (next === synced) return;
    const hasOtherRows = next.rows !== synced.rows;
    synced = next;
    show();
    if (!hasOtherRows || cancelPersist || isDisposed) return;
    cancelPersist = environment.after(PERSIST_DELAY, persist);
  }

  function persist(): void {
    cancelPersist?.();
    cancelPersist = undefined;
    void writeList(storage, contact, synced);
  }

  /** What this device kept: at once, before anything is asked. */
  async function restore(merge = (list: Synced) => list): Promise<void> {
    const [kept, marks] = await Promise.all([
      readList(storage, contact, environment.now()),
      readPending(storage, contact),
    ]);
    if (isDisposed) return;
    // The outbox may have been quicker.
    if (!live) pending = marks;
    if (kept.next !== undefined && synced.next === undefined) become(merge({...kept, count: synced.count}));
  }
  const restored = restore();

  async function fetchFirst(): Promise<void> {
    const wasKnown = synced.next !== undefined;
    const page = await fetchPage();
    if (isDisposed) return;
    // After the answer: what the stream has brought meanwhile has been announced.
    const known = new Set(synced.rows.map((row) => row.id));
    fetchedAt = environment.elapsed();
    const fresh = page.notifications.filter((row) => !known.has(row.id));
    become(applyPage(synced, page, true));
    list.onPage?.(page.notifications);
    publish({error: undefined});
    if (wasKnown) list.announce(fresh);
    else recordDelivery(fresh.filter((row) => row.seenAt === null));
  }

  function fetchList(): Promise<void> {
    return (loading ??= (async () => {
      if (synced.next === undefined) publish({list: 'loading'});
      await restored;
      try {
        do {
          isOvertaken = false;
          await fetchFirst();
        } while (isOvertaken && !isDisposed);
      } catch (error) {
        if (!isDisposed && synced.next === undefined) publish({list: 'failed'});
        fail(error);
        throw error;
      }
    })().finally(() => {
      loading = undefined;
    }));
  }

  const list: List = {
    get synced() {
      return synced;
    },
    get rows() {
      return selectView(synced, pending, environment.now()).notifications;
    },
    become(next) {
      // Also where nothing of it is known here: the list that is on its way may be older.
      isOvertaken = true;
      become(next);
    },
    show,
    setPending(next) {
      pending = next;
      show();
    },
    setCount: (count) => become(count === synced.count ? synced : {...synced, count}),
    setConnection(next) {
      connection = next;
      if (!isDisposed) publish({connection});
    },
    fetchPage,
    restore,
    setLoadingMore: (isLoadingMore) => publish({isLoadingMore}),
    refetch() {
      isOvertaken = true;
      return isWanted ? fetchList() : Promise.resolve();
    },
    get isMissing() {
      return isWanted && fetchedAt === -Infinity;
    },
    announce(rows) {
      const fresh = rows.filter((row) => isUnread(row) && row.archivedAt === null && !announced.has(row.id));
      for (const {id} of fresh) announced.add(id);
      recordDelivery(fresh);
      for (const notification of fresh) emit('notification', {notification});
    },
    fail,
  };

  function getLive(): Promise<Live> {
    live ??= import('./live.ts').then(
      (module) => module.createLive(list, options, storage, !!kept, pending),
      (cause: unknown) => {
        live = undefined;
        throw new InboxError('offline', 'A part of the inbox could not be loaded', {cause});
      },
    );
    return live;
  }

  /** Records what the contact did; resolves when this device has kept it. */
  async function act(what: Act): Promise<() => Promise<void>> {
    try {
      return await (await getLive()).act(what);
    } catch (error) {
      fail(error);
      throw error;
    }
  }

  /** Nobody waits for it: what goes wrong is told by the state and the 'error' event. */
  function recordDelivery(rows: readonly Notification[]): void {
    if (!rows.length) return;
    const ids = rows.map((row) => row.id);
    act({type: 'delivered', ids}).catch(() => {});
  }

  /** Whether somebody listens. */
  let isResumed = false;

  /** After a list that is on its way: what keeps it up to date would take of its network. */
  async function begin(): Promise<void> {
    await loading?.catch(() => {});
    if (!isResumed) return;
    const ready = await getLive();
    if (isResumed) ready.resume();
  }

  const sync: Sync = {
    setCount: list.setCount,
    load() {
      isWanted = true;
      const isFollowed = connection === 'open' || connection === 'following';
      const isFresh = environment.elapsed() - fetchedAt < FRESH || (fetchedAt > -Infinity && isFollowed);
      return isFresh ? Promise.resolve() : fetchList();
    },
    refresh() {
      sync.wake();
      return fetchList();
    },
    loadMore: async (view) => (await getLive()).loadMore(view),
    loadView: async (view) => (await getLive()).loadView(view),
    act,
    async markRead(...which) {
      const [first] = which;
      await act({type: 'read', ...(typeof first === 'object' ? first : {ids: which as string[]})});
    },
    markAllRead: async () => void (await act({type: 'read'})),
    markSeen: async (...ids) => void (await act({type: 'seen', ids})),
    async click(id) {
      const ids = [id];
      await Promise.all([act({type: 'clicked', ids}), act({type: 'read', ids})]);
    },
    resume() {
      isResumed = true;
      begin().catch(fail);
    },
    pause() {
      isResumed = false;
      void live?.then((ready) => !isResumed && ready.pause());
    },
    wake() {
      if (isResumed && !live) sync.resume();
      void live?.then((ready) => ready.wake());
    },
    hide() {
      if (cancelPersist) persist();
      void live?.then((ready) => ready.leave());
    },
    dispose() {
      isDisposed = true;
      isResumed = false;
      void live?.then((ready) => ready.dispose());
      cancelPersist?.();
      cancelExpiry?.();
    },
  };
  return sync;
}
