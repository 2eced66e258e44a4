/** A button of a notification. */
export interface MessageAction {
  id: string;
  label: string;
  link?: string;
  style?: 'primary' | 'secondary';
  /** The contact has pressed it before. */
  done?: boolean;
}

export type Severity = 'low' | 'normal' | 'high';

/** A notification as the platform sends it. */
export interface Message {
  id: string;
  title: string;
  /** Text, or simple HTML where text styles were used. */
  content?: string | null;
  /** Epoch, milliseconds. */
  createdDate: number;
  /** True while unread. */
  newMessage: boolean;
  status?: 'OPENED' | 'UNOPENED' | null;
  image?: string | null;
  link?: string | null;
  category?: string | null;
  customData?: Record<string, unknown> | null;
  /** ISO 8601. */
  expiryDate?: string | null;
  // Only where the platform announces 'rich':
  actions?: MessageAction[];
  openInNewTab?: boolean;
  severity?: Severity;
  pinned?: boolean;
  entity?: string;
  /** Epoch, milliseconds; as the two below. */
  seenAt?: number | null;
  readAt?: number | null;
  archivedAt?: number | null;
  snoozedUntil?: number | null;
}

/** One page of `GET /appinbox/v1/messages` in the base contract. `totalPages` may be null: one page. */
export interface MessagePage {
  list: Message[];
  totalPages: number | null;
}

/** One page of the same route where the platform announces 'cursor'. */
export interface MessageSlice {
  list: Message[];
  /** Pass as `cursor` for what follows; null at the end. */
  next: string | null;
  counts: {unread: number; unseen: number};
}
