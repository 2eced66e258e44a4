/**
 * Every word and phrase of the visitors' chat in one language. Loaded with the chat, and by nobody who does not show one.
 *
 * The same manner as `Translation`: sentences that a person would say, and functions of a number where there is one.
 */
export interface ChatTerms {
  /** BCP 47, as `Intl` takes it. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** The button that opens it, and its tab in the inbox. */
  chat: string;
  /** How many messages have not been read. */
  unread: (count: number) => string;
  heading: string;
  online: string;
  /** Nobody is there to answer. */
  away: string;
  greeting: string;
  /** The name of the log. */
  log: string;
  /** Before the visitor's own messages, for screen readers. */
  you: string;
  write: string;
  send: string;
  attach: string;
  /** Takes a chosen file away. */
  remove: (name: string) => string;
  close: string;
  older: string;
  typing: (name: string) => string;
  sending: string;
  sent: string;
  seen: string;
  offline: string;
  closed: string;
  rate: string;
  stars: (count: number) => string;
  thanks: string;
  today: string;
  yesterday: string;
  download: (name: string, size: string) => string;
  image: (name: string) => string;
  tooLarge: (name: string, size: string) => string;
  /** More files have been chosen than one message takes. */
  tooMany: (count: number) => string;
  /** The platform takes no files of its kind. */
  badFile: (name: string) => string;
  /** More files wait to be sent than this device keeps. */
  noRoom: (size: string) => string;
  downloadFailed: (name: string) => string;
}
