import type {PublicEvents} from '../protocol/commands.ts';
import type {Capability} from '../protocol/configuration.ts';
import type {InboxState} from './state.ts';

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
}

/** The events of `Inbox.on`: a subset of the public ones. */
export type InboxEvents = Pick<PublicEvents, 'count' | 'notification' | 'error'>;

/**
 * The headless inbox of one contact on one site. It works while somebody listens: the first `subscribe`, `on` or
 * `load` wakes it, and when the last listener has left it closes its connection until the next one comes.
 */
export interface Inbox {
  readonly state: InboxState;
  /** Calls back after a change (once per microtask). Returns what ends it; `signal` ends it too. */
  subscribe(listener: (state: InboxState) => void, options?: {signal?: AbortSignal}): () => void;
  on<T extends keyof InboxEvents>(
    type: T,
    listener: (detail: InboxEvents[T]) => void,
    options?: {signal?: AbortSignal},
  ): () => void;
  /** Brings the first page, from the cache and then from the platform. Asked again while under way: the same promise. */
  load(): Promise<void>;
  /** The page after the ones that are there. */
  loadMore(): Promise<void>;
  /** Asks everything again, the token callback included if the contact was unknown. */
  refresh(): Promise<void>;
  /** Resolves when the mark is kept on this device; sending goes on by itself. */
  markRead(...ids: string[]): Promise<void>;
  markAllRead(): Promise<void>;
  /** Shown to the contact. Only recorded where the platform takes events. */
  markSeen(...ids: string[]): Promise<void>;
  /** The contact opened it: read, and clicked where the platform takes events. Never holds up navigation. */
  click(id: string): Promise<void>;
  /** Ends this contact's session: closes the connection and wipes what this device keeps of them. */
  logout(): Promise<void>;
  /** Lets go of everything without wiping: the element or component that made it goes away. */
  dispose(): void;
}
