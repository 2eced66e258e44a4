import type {Notification} from '../protocol/notification.ts';
import type {InboxError} from './errors.ts';

/** Who is there: see `session.ts`, which holds the states' meaning. */
export type SessionState = 'idle' | 'authenticating' | 'authenticated' | 'anonymous' | 'expired' | 'ended';

/** How news arrives: see `realtime.ts`. */
export type ConnectionState = 'idle' | 'connecting' | 'open' | 'polling' | 'waiting' | 'paused';

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
  hasMore: false,
  isLoadingMore: false,
  isOffline: false,
  pending: 0,
  error: undefined,
});
