/**
 * The words that the first list does not need: what can be done to notifications and where they can be found, and what
 * calls attention to them. Loaded when the first of them is used.
 *
 * The same manner as `Translation`: sentences that a person would say, and functions of a number where there is one.
 */
export interface MoreTerms {
  /** The names of the lists. */
  views: string;
  viewInbox: string;
  viewUnread: string;
  viewArchived: string;
  viewSnoozed: string;
  /** The tab that holds the chat with the site. */
  chat: string;
  categories: string;
  /** Every category. */
  all: string;
  emptyUnread: string;
  emptyArchived: string;
  emptySnoozed: string;

  search: string;
  /** Inside the empty field. */
  searchHint: string;
  clearSearch: string;
  found: (count: number) => string;
  notFound: (query: string) => string;

  /** Opens the menu of a notification, or of the list. */
  actions: string;
  markUnread: string;
  unarchive: string;
  delete: string;
  snooze: string;
  unsnooze: string;
  pin: string;
  unpin: string;
  /** What has been done, beside "undo". */
  pinned: string;
  unpinned: string;
  archiveAll: string;
  deleteAll: string;
  /** Begins to choose several. */
  select: string;
  selectAll: string;
  selected: (count: number) => string;
  cancel: string;
  /** What a button says after it has done its work. */
  done: string;

  undo: string;
  /** Announced when notifications arrive, and shown over a list that is scrolled away. */
  arrived: (count: number) => string;
  archived: (count: number) => string;
  deleted: (count: number) => string;
  snoozed: (count: number) => string;
  restored: (count: number) => string;

  laterToday: string;
  thisEvening: string;
  tomorrow: string;
  thisWeekend: string;
  nextWeek: string;
  pickTime: string;
  snoozedUntil: (time: string) => string;

  /** A group of notifications on the same thing: "4 updates". */
  updates: (count: number) => string;
  showUpdates: string;
  hideUpdates: string;

  shortcuts: string;
  keyMove: string;
  keyEnds: string;
  keyOpen: string;
  keyReadUnread: string;
  keyHelp: string;
  singleKeys: string;

  /** The name of the region in which toasts appear. */
  toasts: string;
  dismiss: string;
  /** Under the toasts: those that are not shown. */
  moreToasts: (count: number) => string;
  /** Asks the contact before the browser does. */
  desktopAsk: string;
  turnOn: string;
  notNow: string;
}
