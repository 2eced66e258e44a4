/**
 * What the list can be shown without: the contact's marks on their way to the platform, and news on its way here.
 * Loaded when the page is idle, or when the contact first does something.
 */
import type {ContactEventType} from '../protocol/contact-event.ts';
import {readNotification, type Notification} from '../protocol/notification.ts';
import {applyConfirmed, applyDue, applyMessage, applyRemoved} from './apply.ts';
import {backoff} from './backoff.ts';
import {fetchCount, readCount} from './api/count.ts';
import {MAX_EVENTS, postEvents, postOpened} from './api/events.ts';
import {pendingKeyOf} from './cache.ts';
import type {StreamEvent} from './event-stream.ts';
import type {Environment} from './environment.ts';
import type {NotificationPage} from './api/messages.ts';
import {isTransient, type InboxError} from './errors.ts';
import {createLastMarks} from './last-marks.ts';
import {createLeadership, type Leadership} from './leadership.ts';
import {createOutbox} from './outbox.ts';
import {createRealtime} from './realtime.ts';
import {createRecall} from './recall.ts';
import {createSequence} from './sequence.ts';
import {UNNAMED_CONTACT} from './session.ts';
import type {Act, ConnectionState, InboxState, OtherView} from './state.ts';
import type {Storage} from './storage.ts';
import {applyPage, type Mutation, type Synced} from './store.ts';
import type {SyncOptions} from './sync.ts';
import {openTabBus, type TabBus} from './tab-bus.ts';
import {createViews} from './views.ts';
import {createOvertaken} from './overtaken.ts';
import {makeKey} from './key.ts';
import {watchRewritten} from './rewritten.ts';

/** The list that it works on. */
export interface List {
  readonly synced: Synced;
  /** As the contact sees them, marks included. */
  readonly rows: readonly Notification[];
  /** The platform's truth is another now. */
  become(next: Synced): void;
  /** The contact's marks are others now. */
  setPending(pending: readonly Mutation[]): void;
  setCount(count: number): void;
  setConnection(connection: ConnectionState): void;
  /** A page of the list; without a cursor the first. */
  fetchPage(cursor?: string): Promise<NotificationPage>;
  setLoadingMore(isLoadingMore: boolean): void;
  /** What else is shown of the rows, wherever they are. */
  present?: (all: readonly Notification[]) => Partial<InboxState>;
  /** The next row goes or comes by itself. */
  wakeDue?: () => void;
  /** These have just come from the platform as they are. */
  onPage?: (rows: readonly Notification[]) => void;
  /** Makes the view anew. */
  show(): void;
  /**
   * Takes what this device has kept, unless more is known by then.
   *
   * @param merge what it makes of that; without it nothing else is known
   */
  restore(merge?: (kept: Synced) => Synced): Promise<void>;
  /** Asks for the first page, if somebody wants to see it. */
  refetch(): Promise<void>;
  /** Whether it is wanted, and has never come. */
  readonly isMissing: boolean;
  /** Rows that have just come to a list that was known. */
  announce(rows: readonly Notification[]): void;
  fail(error: unknown): void;
}

export interface Live {
  /**
   * Records what the contact did, where it changes anything. Resolves when this device has kept it, with what takes it
   * back while it is held.
   */
  act(act: Act): Promise<() => Promise<void>>;
  /** The page after the ones that are there. */
  loadMore(view?: OtherView): Promise<void>;
  loadView(view: OtherView): Promise<void>;
  resume(): void;
  pause(): void;
  wake(): void;
  /** The page may be gone after this: sends what waits. */
  leave(): void;
  dispose(): void;
}

/** What tabs of the same contact tell each other about the list. */
type Word =
  | {type: 'event'; event: StreamEvent}
  | {type: 'told'; count: number | undefined; lastId: string}
  | {type: 'wake'}
  | {type: 'gone'; hasLeft: boolean};

/** Tabs of the same contact share what this device keeps of them. */
function openBus(storageName: string, contact: string, environment: Environment): TabBus | undefined {
  // Contacts that no name tells apart may be different ones in different tabs.
  if (contact === UNNAMED_CONTACT) return undefined;
  return (environment.openTabBus ?? openTabBus)(`${storageName}:${contact}`);
}

/** Tabs of the same contact share these as well. */
const openLastMarks = (storageName: string, contact: string) =>
  createLastMarks(`${storageName}:${pendingKeyOf(contact)}`);

/**
 * Tells the other tabs that the contact is not there any more, and forgets what the last page of theirs has left.
 *
 * @param hasLeft by logout; else somebody else is there now
 */
export function tellGone(
  storageName: string,
  contact: string,
  hasLeft: boolean,
  environment: Environment,
): void {
  const bus = openBus(storageName, contact, environment);
  bus?.post({type: 'gone', hasLeft} satisfies Word);
  bus?.close();
  openLastMarks(storageName, contact).clear();
}

/**
 * @param isKept whether the storage outlives the page: then all tabs have the same one
 * @param shown the marks that the list shows already: an earlier page has left them, or another tab
 */
export function createLive(
  list: List,
  {transport, environment, storageName, contact, capabilities, pollInterval, publish, onGone}: SyncOptions,
  storage: Storage,
  isKept: boolean,
  shown: readonly Mutation[],
): Live {
  const bus = isKept && storageName ? openBus(storageName, contact, environment) : undefined;
  const hasStream = capabilities.includes('stream');
  const hasEvents = capabilities.includes('events');
  const sequence = createSequence();
  /** While somebody listens. */
  let leadership: Leadership | undefined;
  /** The inbox itself listens until the page is written over: bytes of the bell's way for what hardly ever happens. */
  let stopWatching: (() => void) | undefined;
  const views = createViews(list, transport, environment);
  const overtaken = createOvertaken(environment);
  const recall = createRecall(list, environment);
  let loadingMore: Promise<void> | undefined;
  let cancelRefetch: (() => void) | undefined;
  let isDisposed = false;

  const outbox = createOutbox({
    storage,
    key: pendingKeyOf(contact),
    environment,
    lastMarks: isKept && storageName ? openLastMarks(storageName, contact) : undefined,
    bus,
    shown,
    maxBatch: MAX_EVENTS,
    send: hasEvents ? (batch) => postEvents(transport, batch) : sendOpened,
    onChange(confirmed) {
      let {synced} = list;
      let isDoubtful = false;
      for (const mutation of confirmed) {
        const {byStream, byPage} = overtaken.of(mutation);
        const next = applyConfirmed(synced, mutation);
        if (next === synced) continue;
        // The stream tells of this mark in its place, before what it has told or after it.
        if (!byStream) synced = next;
        isDoubtful ||= byPage;
      }
      if (confirmed.length) list.become(synced);
      list.setPending(outbox.pending);
      overtaken.forget(outbox.pending);
      if (!confirmed.length) recall.mind(outbox.pending);
      // The base contract says nothing about what else has changed; a stream does.
      if (confirmed.length && !hasStream) poll().catch(() => {});
      if (isDoubtful) refetch();
    },
    onHeard: overtaken.hear,
    onError: list.fail,
  });

  async function sendOpened(batch: readonly Mutation[]): Promise<ReadonlyMap<string, string>> {
    const hasAll = batch.some((mutation) => !mutation.ids);
    await postOpened(transport, hasAll ? undefined : batch.flatMap((mutation) => mutation.ids ?? []));
    return new Map();
  }

  const realtime = createRealtime({
    transport,
    environment,
    hasStream,
    pollInterval,
    poll,
    getLastId: () => sequence.lastId,
    onEvent(event) {
      const {lastId} = sequence;
      take(event);
      // The first one says where the stream stands, and not what happened: others may know less.
      if (!lastId && sequence.lastId) return tell();
      // A count carries the number of what came before it, which others may have missed.
      const isInherited = event.type === 'count' && event.id === lastId;
      bus?.post({type: 'event', event: isInherited ? {...event, id: ''} : event} satisfies Word);
    },
    onGap: () => refetch(),
    onState: (state) => list.setConnection(state),
    onError: list.fail,
  });

  /** Talks to the platform, or lets the leader do it. */
  function talk(isLeading: boolean): void {
    if (isLeading) return realtime.start();
    realtime.pause();
    list.setConnection('following');
  }

  function tell(): void {
    bus?.post({type: 'told', count: list.synced.count, lastId: sequence.lastId} satisfies Word);
  }

  /** What is missing is asked for until it has come: the stream goes on and will not tell of it again. */
  function refetch(failures = 0): void {
    cancelRefetch?.();
    // A failure is told by the state and the 'error' event.
    list.refetch().catch((error: InboxError) => {
      if (isDisposed || !isTransient(error) || error.code === 'unknown-contact') return;
      cancelRefetch?.();
      cancelRefetch = environment.after(backoff(failures + 1, error, environment), () =>
        refetch(failures + 1),
      );
    });
  }

  async function poll(): Promise<void> {
    const before = list.synced.count;
    const count = await fetchCount(transport);
    if (isDisposed) return;
    list.setCount(count);
    tell();
    if ((count !== before && before !== undefined) || list.isMissing) await list.refetch();
  }

  /** One event of the stream, this tab's own or the leader's. */
  function take(event: StreamEvent): void {
    const verdict = isDisposed ? 'old' : sequence.judge(event);
    if (verdict === 'old') return;
    let data: unknown;
    try {
      data = JSON.parse(event.data);
    } catch {
      return refetch();
    }
    apply(event.type, data);
    if (verdict === 'gap') refetch();
  }

  function apply(type: string, data: unknown): void {
    const {synced} = list;
    if (type === 'count') {
      const count = readCount(data);
      if (count !== undefined) list.setCount(count);
      return;
    }
    const {
      ids,
      at,
      type: change,
      until,
    } = (data ?? {}) as Record<'ids' | 'at' | 'until', unknown> & {
      type?: ContactEventType;
    };
    const named = Array.isArray(ids) ? ids.map(String) : undefined;
    if (type === 'message') {
      const notification = readNotification(data, environment.now());
      if (!notification) return;
      const isNew = !synced.rows.some((row) => row.id === notification.id);
      overtaken.tell(outbox.pending, [notification.id]);
      list.become(applyMessage(synced, notification));
      if (isNew) list.announce([notification]);
    } else if (type === 'removed' && named) {
      list.become(applyRemoved(synced, named));
    } else if (type === 'state' && change && typeof at === 'number') {
      overtaken.tell(outbox.pending, named);
      list.become(applyConfirmed(synced, {type: change, ids: named, at, until: Number(until) || 0}));
    }
  }

  const stopListening = bus?.listen((message) => {
    const word = message as Partial<Word> | null;
    if (isDisposed) return;
    if (word?.type === 'event' && typeof word.event?.data === 'string') {
      // Two lead where one was frozen: what the other counted before that has no number to tell it by.
      if (word.event.type !== 'count' || !leadership?.isLeading) take(word.event);
    } else if (word?.type === 'wake') realtime.wake();
    else if (word?.type === 'told') hear(word.count, word.lastId);
    else if (word?.type === 'gone') onGone(!!word.hasLeft);
  });

  /** The leader says where it stands: what is missing here is seen now, and not at the next event. */
  function hear(count: unknown, lastId: unknown): void {
    const told = readCount({count});
    if (told === undefined || leadership?.isLeading) return;
    const isBehind = typeof lastId === 'string' && lastId !== '' && sequence.lastId !== lastId;
    const hasNews = isBehind || list.synced.count !== told;
    if (isBehind) sequence.startAt(lastId);
    list.setCount(told);
    if (hasNews || list.isMissing) refetch();
  }

  async function loadPage(cursor: string): Promise<void> {
    list.setLoadingMore(true);
    try {
      const page = await list.fetchPage(cursor);
      // A refresh in between has begun the list anew: this page belongs to the old one.
      if (!isDisposed && list.synced.next === cursor) {
        list.become(applyPage(list.synced, page, false));
        list.onPage?.(page.notifications);
      }
    } catch (error) {
      list.fail(error);
      throw error;
    } finally {
      loadingMore = undefined;
      if (!isDisposed) list.setLoadingMore(false);
    }
  }

  /** What of `ids` the event would change; unknown ones stay in, the platform may know them. */
  function relevant(type: ContactEventType, ids: readonly string[]): readonly string[] {
    const named = new Set(ids);
    const rows = new Map(list.rows.flatMap((row) => (named.has(row.id) ? [[row.id, row]] : [])));
    return [...named].filter((id) => {
      const row = rows.get(id);
      if (!row) return true;
      if (type === 'read') return row.readAt === null;
      if (type === 'unread') return row.readAt !== null;
      if (type === 'seen') return row.seenAt === null;
      if (type === 'pinned' || type === 'unpinned') return row.pinned === (type === 'unpinned');
      return true;
    });
  }

  list.present = views.present;
  list.onPage = (rows) =>
    overtaken.list(
      outbox.pending,
      rows.map(({id}) => id),
    );
  list.wakeDue = () => list.become(applyDue(list.synced, environment.now()));
  // From now on what is due is waited for.
  list.show();

  const live: Live = {
    async act({type, ids, entity, hold, ...details}) {
      // The base contract knows one mark only, and no names but ids: there it is what is loaded of them.
      if (!hasEvents && type !== 'read') return async () => {};
      if (!hasEvents && entity) {
        ids = list.rows.filter((row) => row.entity === entity).map(({id}) => id);
        entity = undefined;
      }
      const named = ids && relevant(type, ids);
      if (named && !named.length) return async () => {};
      const now = environment.now();
      // "All" is all that the contact can see, whatever this device's clock says.
      const at = named || entity ? now : Math.max(now, list.synced.rows[0]?.createdAt ?? 0);
      const key = makeKey(environment);
      const which = {...(named && {ids: named}), ...(entity && {entity})};
      await outbox.add({key, type, at, ...which, ...details}, {hold});
      return () => outbox.withdraw([key]);
    },
    loadMore(view) {
      if (view) return views.loadMore(view);
      const {next} = list.synced;
      return next ? (loadingMore ??= loadPage(next)) : Promise.resolve();
    },
    loadView: views.load,
    resume() {
      if (leadership || isDisposed) return;
      void outbox.restore();
      leadership = createLeadership({bus, environment, onChange: talk, onAsk: tell});
      stopWatching = watchRewritten(environment, (signal) => {
        if (signal === 'offline') publish({isOffline: true});
        else if (signal === 'hide') live.leave();
        else live.wake();
      });
    },
    pause() {
      stopWatching?.();
      leadership?.dispose();
      leadership = undefined;
      realtime.pause();
    },
    wake() {
      if (!leadership) return;
      void outbox.restore().then(() => outbox.flush());
      if (leadership.isLeading) return realtime.wake();
      bus?.post({type: 'wake'} satisfies Word);
      leadership.ask();
    },
    leave: () => outbox.leave(),
    dispose() {
      isDisposed = true;
      cancelRefetch?.();
      recall.dispose();
      stopWatching?.();
      leadership?.dispose();
      realtime.pause();
      outbox.dispose();
      stopListening?.();
      bus?.close();
    },
  };
  return live;
}
