import type {Inbox, InboxEvents} from '../../src/core/inbox.ts';
import {INITIAL_STATE, type Act, type InboxState, type OtherView} from '../../src/core/state.ts';
import type {Notification} from '../../src/protocol/notification.ts';

/** A fixed "now" is of no use here: rows show times relative to the real one. */
const START = Date.now();

/** A notification with every field; `index` makes it unique and a little older than the one before. */
export function makeNotification(index = 0, fields: Partial<Notification> = {}): Notification {
  return {
    id: `n${index}`,
    title: `Notification ${index}`,
    content: 'Something happened that you may want to know about.',
    createdAt: START - index * 60_000,
    openInNewTab: false,
    customData: {},
    actions: [],
    severity: 'normal',
    pinned: false,
    seenAt: null,
    readAt: null,
    archivedAt: null,
    snoozedUntil: null,
    ...fields,
  };
}

type Call = [method: string, ...args: unknown[]];

/** An inbox in memory: remembers what it was asked, and shows the state that it is given. */
export class FakeInbox implements Inbox {
  state: InboxState;
  capabilities: Inbox['capabilities'] = ['events', 'cursor', 'rich'];
  /** What it was asked, in order. */
  readonly calls: Call[] = [];
  #subscribers = new Set<(state: InboxState) => void>();
  #listeners = new Set<{type: string; listener: (detail: never) => void}>();

  constructor(state: Partial<InboxState> = {}) {
    this.state = {...INITIAL_STATE, ...state};
  }

  /** An inbox whose list is there, with these in it. */
  static with(notifications: Notification[], state: Partial<InboxState> = {}): FakeInbox {
    const count = notifications.filter(({readAt}) => readAt === null).length;
    return new FakeInbox({
      list: 'ready',
      session: 'authenticated',
      connection: 'open',
      notifications,
      count,
      ...state,
    });
  }

  get subscriberCount(): number {
    return this.#subscribers.size + this.#listeners.size;
  }

  /** The ids that a method was called with. */
  calledWith(method: string): unknown[][] {
    return this.calls.filter(([name]) => name === method).map(([, ...args]) => args);
  }

  patch(state: Partial<InboxState>): void {
    this.state = {...this.state, ...state};
    for (const listener of [...this.#subscribers]) listener(this.state);
  }

  emit<T extends keyof InboxEvents>(type: T, detail: InboxEvents[T]): void {
    for (const entry of [...this.#listeners]) {
      if (entry.type === type) (entry.listener as (detail: InboxEvents[T]) => void)(detail);
    }
  }

  /** A new notification arrives, as from the platform. */
  receive(notification: Notification): void {
    this.patch({
      notifications: [notification, ...this.state.notifications],
      count: (this.state.count ?? 0) + 1,
    });
    this.emit('notification', {notification});
  }

  subscribe(listener: (state: InboxState) => void): () => void {
    this.#subscribers.add(listener);
    return () => this.#subscribers.delete(listener);
  }

  on<T extends keyof InboxEvents>(type: T, listener: (detail: InboxEvents[T]) => void): () => void {
    const entry = {type, listener: listener as (detail: never) => void};
    this.#listeners.add(entry);
    return () => this.#listeners.delete(entry);
  }

  load = () => this.#note('load');
  loadMore = (...view: OtherView[]) => this.#note('loadMore', ...view);
  loadView = (view: OtherView) => this.#note('loadView', view);
  refresh = () => this.#note('refresh');
  logout = () => this.#note('logout');
  dispose = () => void this.#note('dispose');
  markSeen = (...ids: string[]) => this.#note('markSeen', ...ids);
  /** What is to be undone is remembered as an `undo` of the same act. */
  async act(act: Act): Promise<() => Promise<void>> {
    const before = this.state;
    await this.#note('act', act);
    this.#apply(act);
    return async () => {
      await this.#note('undo', act);
      this.patch({notifications: before.notifications, count: before.count});
    };
  }

  click = (id: string) => this.#read('click', [id]);
  markRead: Inbox['markRead'] = (...which) => this.#read('markRead', which as string[]);
  markAllRead = () => this.#read('markAllRead');

  async #note(...call: Call): Promise<void> {
    this.calls.push(call);
  }

  async #read(method: string, ids?: string[]): Promise<void> {
    this.calls.push([method, ...(ids ?? [])]);
    const notifications = this.state.notifications.map((notification) =>
      notification.readAt === null && (ids?.includes(notification.id) ?? true)
        ? {...notification, readAt: Date.now()}
        : notification,
    );
    this.patch({notifications, count: notifications.filter(({readAt}) => readAt === null).length});
  }

  /** As the real one shows it, as far as the tests of elements need. */
  #apply({type, ids, until = 0}: Act): void {
    const isMeant = ({id}: Notification) => !ids || ids.includes(id);
    const hides = ['archived', 'deleted', 'snoozed'].includes(type) && until >= 0;
    const notifications = hides
      ? this.state.notifications.filter((row) => !isMeant(row))
      : this.state.notifications.map((row) =>
          !isMeant(row)
            ? row
            : type === 'read' || type === 'unread'
              ? {...row, readAt: type === 'read' ? Date.now() : null}
              : type === 'pinned' || type === 'unpinned'
                ? {...row, pinned: type === 'pinned'}
                : row,
        );
    notifications.sort((a, b) => Number(b.pinned) - Number(a.pinned) || b.createdAt - a.createdAt);
    this.patch({notifications, count: notifications.filter(({readAt}) => readAt === null).length});
  }
}
