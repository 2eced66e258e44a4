import type {ContactEventType} from '../protocol/contact-event.ts';
import type {Notification} from '../protocol/notification.ts';
import type {InboxError} from './errors.ts';

/** Who is there: see `session.ts`, which holds the states' meaning. */
export type SessionState = 'idle' | 'authenticating' | 'authenticated' | 'anonymous' | 'expired' | 'ended';

/** How news arrives: see `realtime.ts`; 'following': another tab of this browser talks to the platform for this one. */
export type ConnectionState = 'idle' | 'connecting' | 'open' | 'polling' | 'waiting' | 'paused' | 'following';

/** Something that the contact does to notifications. */
export interface Act {
  type: ContactEventType;
  /** Which. Without `ids` and `entity`: all. */
  ids?: readonly string[];
  /** All that speak of this, by the platform's name for it. */
  entity?: string;
  /** With 'snoozed': until when, epoch, milliseconds. */
  until?: number;
  /** With 'action': the id of the action. */
  action?: string;
  /** Milliseconds in which it can be taken back. It is shown and kept at once, and not sent before. */
  hold?: number;
}

/** The lists beside the inbox. */
export type OtherView = 'archived' | 'snoozed';

/** One of them, as far as it is known. */
export interface ViewState {
  readonly list: 'loading' | 'ready' | 'failed';
  /** Newest first, pending marks included. */
  readonly notifications: readonly Notification[];
  readonly hasMore: boolean;
}

/** Everything a view needs, as one frozen value. */
export interface InboxState {
  readonly session: SessionState;
  readonly connection: ConnectionState;
  /** Unread notifications, pending marks included. Undefined until known. */
  readonly count: number | undefined;
  /** The list: not asked for yet, on its way with nothing to show, there (perhaps from the cache), or failed with nothing to show. */
  readonly list: 'idle' | 'loading' | 'ready' | 'failed';
  /** Newest first, pending marks included. */
  readonly notifications: readonly Notification[];
  /** The lists beside the inbox, each once it has been asked for. */
  readonly views: Readonly<Partial<Record<OtherView, ViewState>>>;
  readonly hasMore: boolean;
  readonly isLoadingMore: boolean;
  /** Nothing can be sent or fetched now; what is marked is kept. */
  readonly isOffline: boolean;
  /** Marks that the platform has not confirmed. */
  readonly pending: number;
  /** The last failure that still stands. */
  readonly error: InboxError | undefined;
}

export const INITIAL_STATE: InboxState = Object.freeze({
  session: 'idle',
  connection: 'idle',
  count: undefined,
  list: 'idle',
  notifications: [],
  views: {},
  hasMore: false,
  isLoadingMore: false,
  isOffline: false,
  pending: 0,
  error: undefined,
});
