import type {SiteConfiguration} from './configuration.ts';
import type {Notification} from './notification.ts';

/** The second argument of `eS('init', features, options)`. Modules that this bundle does not hold are ignored. */
export interface Features {
  APP_INBOX?: boolean;
  RECOMS?: boolean;
  TRACKING?: boolean;
}

/** The options of `eS('init', …)`: the token callback, and any key of the site's configuration. */
export interface InitOptions extends Partial<SiteConfiguration> {
  /** Asks the site's own backend for a contact token. `''` means that the contact is unknown. */
  getAuthTokenCallback: () => Promise<string>;
}

/** What `eS('on', type, listener)` can listen to, and what the listener gets. */
export interface PublicEvents {
  /** The bundle has loaded and the inbox is in place. */
  ready: Record<string, never>;
  /** The number of unread notifications. The last one is replayed to a new listener, then only changes. */
  count: {count: number};
  /** A notification arrived while the page was open. */
  notification: {notification: Notification};
  open: Record<string, never>;
  close: Record<string, never>;
  /** The contact opened a notification. */
  click: {notification: Notification};
  error: {code: string; message: string};
}
export type PublicEventType = keyof PublicEvents;
