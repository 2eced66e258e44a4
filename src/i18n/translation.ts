/** What the bell says: all of it that is needed before a locale has arrived. */
export interface BellTerms {
  /** The word for notifications, as a heading. */
  notifications: string;
  /** The bell's accessible name: its label and, where there are any, the number of unread notifications. */
  bell: (label: string, unread: number) => string;
}

/**
 * Every word and phrase of the contact's side in one language.
 *
 * Sentences are what a person would say, without exclamation marks. Those with a number are functions of it, because
 * languages differ in how many plural forms they have.
 */
export interface Translation extends BellTerms {
  /** BCP 47, as `Intl` takes it. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** Stands in for a missing title. */
  notification: string;
  /** Opens the accessible name of an unread notification. */
  unread: string;
  /** The word that goes with the coloured edge of an urgent notification. */
  important: string;
  markRead: string;
  markAllRead: string;
  archive: string;
  close: string;
  more: string;
  less: string;
  opensInNewTab: string;
  loading: string;
  loadMore: string;
  empty: string;
  emptyHint: string;
  failed: string;
  failedHint: string;
  tryAgain: string;
  offline: string;
  /** Content is shown, but could not be brought up to date. */
  stale: string;
  /** Nobody is signed in. */
  anonymous: string;
  anonymousHint: string;
  today: string;
  yesterday: string;
  thisWeek: string;
  earlier: string;
  /** Heads what the site has pinned to the top. */
  pinned: string;
}
