import type {PublicEvents} from '../protocol/commands.ts';
import type {Capability} from '../protocol/configuration.ts';
import {fetchCount} from './api/count.ts';
import {createEmitter} from './emitter.ts';
import {defaultEnvironment, type Environment} from './environment.ts';
import {InboxError} from './errors.ts';
import {createLastCount} from './last-count.ts';
import {createSession, UNNAMED_CONTACT} from './session.ts';
import {INITIAL_STATE, type Act, type InboxState, type OtherView} from './state.ts';
import type {Sync} from './sync.ts';
import {createTransport} from './transport.ts';

export interface InboxOptions {
  /** The platform's base address, for example `https://platform.example`. */
  apiUrl: string;
  /** Asks the site's own backend for a contact token; `''` means that the contact is unknown. Called when one is needed, one call at a time. */
  getAuthTokenCallback: () => Promise<string>;
  siteId?: string;
  /** What the platform can do beyond the base contract. @default none */
  capabilities?: readonly Capability[];
  /** Seconds between two polls where there is no stream. @default 30 */
  pollInterval?: number;
  /** @default 'indexeddb' where there is one */
  storage?: 'indexeddb' | 'none';
  /** Replaces parts of the world around the inbox: for tests, and for hosts that are neither a page nor Node. */
  environment?: Partial<Environment>;
}

/** The events of `Inbox.on`: a subset of the public ones. */
export type InboxEvents = Pick<PublicEvents, 'count' | 'notification' | 'error'>;

/**
 * The headless inbox of one contact on one site. It works while somebody listens: the first `subscribe`, `on` or
 * `load` wakes it, and when the last listener has left it closes its connection until the next one comes.
 */
export interface Inbox {
  readonly state: InboxState;
  /** What the platform has announced beyond the base contract. Without 'events' only reading can be recorded. */
  readonly capabilities: readonly Capability[];
  /** Calls back after a change (once per microtask). Returns what ends it; `signal` ends it too. */
  subscribe(listener: (state: InboxState) => void, options?: {signal?: AbortSignal}): () => void;
  on<T extends keyof InboxEvents>(
    type: T,
    listener: (detail: InboxEvents[T]) => void,
    options?: {signal?: AbortSignal},
  ): () => void;
  /** Brings the first page, from the cache and then from the platform. Asked again while under way: the same promise. */
  load(): Promise<void>;
  /** The page after the ones that are there, of the inbox or of another view. */
  loadMore(view?: OtherView): Promise<void>;
  /** Brings the first page of another view into `state.views`. Needs the capability 'cursor'. */
  loadView(view: OtherView): Promise<void>;
  /** Asks everything again, the token callback included if the contact was unknown. */
  refresh(): Promise<void>;
  /** These, or all that speak of one thing. Resolves when the mark is kept on this device; sending goes on by itself. */
  markRead(...which: string[] | [{entity: string}]): Promise<void>;
  markAllRead(): Promise<void>;
  /** Shown to the contact. Only recorded where the platform takes events. */
  markSeen(...ids: string[]): Promise<void>;
  /**
   * Records what the contact did, as `markRead` does. Resolves with what takes it back, as long as it is held; after that
   * it changes nothing.
   */
  act(act: Act): Promise<() => Promise<void>>;
  /** The contact opened it: read, and clicked where the platform takes events. Never holds up navigation. */
  click(id: string): Promise<void>;
  /** Ends this contact's session: closes the connection and wipes what this device keeps of them. */
  logout(): Promise<void>;
  /** Lets go of everything without wiping: the element or component that made it goes away. */
  dispose(): void;
}

const DEFAULT_POLL_INTERVAL = 30;
/** No configuration may make every page of a site ask more often. */
const MIN_POLL_INTERVAL = 5;
/** A contact who was unknown is asked for again when the page is looked at, but not at every glance. */
const UNKNOWN_PATIENCE = 60_000;

/**
 * Makes the inbox of the contact that `getAuthTokenCallback` vouches for. Nothing is asked or opened before somebody
 * listens. Throws a `TypeError` for an `apiUrl` that is none.
 */
export function createInbox(options: InboxOptions): Inbox {
  const {getAuthTokenCallback, capabilities = [], pollInterval = DEFAULT_POLL_INTERVAL} = options;
  const environment = {...defaultEnvironment, ...options.environment};
  const apiUrl = new URL(options.apiUrl).href;
  const storageName = options.storage === 'none' ? undefined : `app-inbox:${options.siteId ?? apiUrl}`;
  const last = createLastCount(storageName);

  let state = INITIAL_STATE;
  let isNotifying = false;
  const emitter = createEmitter<InboxEvents & {change: InboxState}>((isHeard) =>
    (isHeard ? resume : pause)(),
  );

  /** Whose numbers and rows are shown: the session's contact, or until that is known the last one's. */
  let shown: string | undefined;
  let sync: Promise<Sync> | undefined;
  let unknownSince = 0;
  let stopWatching: (() => void) | undefined;

  const session = createSession({getAuthTokenCallback, environment, onChange: onSession});
  const transport = createTransport({
    apiUrl,
    session,
    environment,
    onReach: (isReached) => publish({isOffline: !isReached}),
  });
  function publish(change: Partial<InboxState>): void {
    const keys = Object.keys(change) as (keyof InboxState)[];
    if (keys.every((key) => state[key] === change[key])) return;
    const {count: before} = state;
    state = Object.freeze({...state, ...change});
    const {count} = state;
    if (count !== undefined && count !== before) {
      // After the number has been painted: storage may have to be read from the disk first.
      environment.whenIdle(keep);
      emitter.emit('count', {count});
    }
    if (isNotifying) return;
    isNotifying = true;
    queueMicrotask(() => {
      isNotifying = false;
      emitter.emit('change', state);
    });
  }

  /** The number of last time. In a task of its own: the first look at its storage takes a slow device long. */
  function recall(): void {
    const kept = last.read();
    const {state: sessionState, contact} = session;
    if (!kept || sessionState === 'ended') return;
    // Who is there by now is not who was there last time.
    if (sessionState === 'anonymous' || (contact !== undefined && contact !== kept.contact))
      return void erase(kept.contact).catch(() => {});
    // A list that nobody's name stands over stays so, until there is one.
    if (shown !== undefined && shown !== kept.contact) return;
    shown = kept.contact;
    if (state.count === undefined) publish({count: kept.count});
  }

  /** The number for next time, and whose things this device has: what is not named here nobody would delete. */
  function keep(): void {
    recall();
    if (session.contact) last.write(session.contact, state.count);
  }

  function fail(error: InboxError): void {
    if (error.code === 'unknown-contact' || error.code === 'ended') return;
    publish({error});
    emitter.emit('error', {code: error.code, message: error.message});
  }

  /**
   * Forgets everything about a contact: in memory, on the screen, on this device, in other tabs. What is kept of the one
   * who is there now stays: another tab may have been quicker, or nobody could say at first who it is.
   *
   * @param hasLeft by logout; else somebody else is there now, or nobody
   */
  async function wipe(hasLeft = false): Promise<void> {
    const ending = sync;
    // The site may have answered before it was looked up who was there last time.
    const contact = shown ?? last.read()?.contact;
    sync = shown = undefined;
    publish({...INITIAL_STATE, session: session.state, isOffline: state.isOffline});
    (await ending)?.dispose();
    await erase(contact, hasLeft);
  }

  /** The part of `wipe` that is on this device. */
  async function erase(contact: string | undefined, hasLeft = false): Promise<void> {
    const {contact: successor} = session;
    if (!successor || last.read()?.contact !== successor) last.clear();
    if (contact && storageName)
      await import('./sync.ts').then((module) =>
        module.wipe(storageName, contact, hasLeft, environment, successor),
      );
  }

  /** Another tab knows that the contact is not there any more. */
  function onGone(hasLeft: boolean): void {
    shown = undefined;
    session.forget();
    // After a logout the site may still vouch for the contact for a moment: it is asked when somebody looks.
    if (hasLeft) return;
    session.retry();
    if (emitter.isHeard) resume();
  }

  function onSession(): void {
    const {state: sessionState, contact} = session;
    publish({session: sessionState});
    if (sessionState === 'anonymous' || (contact && shown && contact !== shown)) {
      void wipe().catch(() => {});
      if (contact && emitter.isHeard) resume();
    }
    shown = contact ?? shown;
    if (sessionState === 'anonymous') {
      unknownSince = environment.elapsed();
      publish({list: 'ready'});
    }
  }

  /** The part that the bell can do without. It waits until it is known who is there, or that nobody will say. */
  async function whole(): Promise<Sync> {
    await session.token().catch(() => {});
    const {state: sessionState} = session;
    if (sessionState === 'anonymous') throw new InboxError('unknown-contact', 'No contact is signed in');
    if (sessionState === 'ended') throw new InboxError('ended', 'The session has ended');
    // Without a token it is who was there last time, if anybody was. And before the first row is kept.
    keep();
    const contact = shown ?? UNNAMED_CONTACT;
    shown = contact;
    sync ??= import('./sync.ts').then(({createSync}) =>
      createSync({
        transport,
        environment,
        storageName,
        contact,
        count: state.count,
        capabilities,
        pollInterval: Math.max(pollInterval, MIN_POLL_INTERVAL) * 1000,
        publish,
        emit: emitter.emit,
        onGone,
      }),
    );
    try {
      return await sync;
    } catch (cause) {
      sync = undefined; // a content blocker, or no network: the next wish tries again
      throw new InboxError('offline', 'A part of the inbox could not be loaded', {cause});
    }
  }

  /** From nothing to the number on the bell by the shortest way; the rest comes when the page is idle. */
  function resume(): void {
    if (state.session === 'idle') environment.after(0, recall);
    stopWatching ??= environment.watch((signal) => {
      if (signal === 'offline') publish({isOffline: true});
      else if (signal === 'hide') {
        keep();
        void sync?.then((ready) => ready.hide());
      } else wake();
    });
    const first = state.session === 'idle' ? fetchCount(transport).then(setCount, fail) : undefined;
    void Promise.resolve(first).then(() => environment.whenIdle(connect));
  }

  /** The first number. Somebody may have been quicker than it and woken the rest. */
  async function setCount(count: number): Promise<void> {
    if (sync) (await sync).setCount(count);
    else publish({count, error: undefined});
  }

  function connect(): void {
    if (!emitter.isHeard) return;
    whole().then((ready) => emitter.isHeard && ready.resume(), fail);
  }

  function pause(): void {
    stopWatching?.();
    stopWatching = undefined;
    void sync?.then((ready) => !emitter.isHeard && ready.pause());
  }

  /** Somebody looks at the page again. */
  function wake(): void {
    if (environment.isOnline() && !sync) publish({isOffline: false});
    if (session.state === 'anonymous') {
      if (environment.elapsed() - unknownSince < UNKNOWN_PATIENCE) return;
      session.retry();
      resume();
    } else void sync?.then((ready) => ready.wake());
  }

  /** An act of the part that is loaded on demand. */
  const act =
    <A extends unknown[], R>(pick: (ready: Sync) => (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> =>
      pick(await whole())(...args);

  return {
    get state() {
      return state;
    },
    subscribe: (listener, listening) => emitter.on('change', listener, listening),
    on(type, listener, listening) {
      const end = emitter.on(type, listener, listening);
      if (type === 'count' && state.count !== undefined && !listening?.signal?.aborted) {
        (listener as (detail: {count: number}) => void)({count: state.count});
      }
      return end;
    },
    load() {
      if (state.list === 'idle') publish({list: 'loading'});
      return act((ready) => ready.load)().catch(ignoreUnknown);
    },
    refresh() {
      session.retry();
      return act((ready) => ready.refresh)().catch(ignoreUnknown);
    },
    capabilities,
    loadMore: act((ready) => ready.loadMore),
    loadView: act((ready) => ready.loadView),
    act: act((ready) => ready.act),
    markRead: act((ready) => ready.markRead),
    markAllRead: act((ready) => ready.markAllRead),
    markSeen: act((ready) => ready.markSeen),
    click: act((ready) => ready.click),
    logout() {
      session.end();
      pause();
      return wipe(true);
    },
    dispose() {
      session.end();
      pause();
      void sync?.then((ready) => ready.dispose());
    },
  };
}

/** That nobody is signed in is no failure: the list is empty then. */
function ignoreUnknown(error: InboxError): void {
  if (error.code !== 'unknown-contact') throw error;
}
