/** What can happen to a notification on the contact's side. */
export const CONTACT_EVENT_TYPES = [
  'delivered',
  'seen',
  'read',
  'unread',
  'clicked',
  'action',
  'archived',
  'unarchived',
  'deleted',
  'restored',
  'snoozed',
  'unsnoozed',
  // Only where the platform announces 'pin':
  'pinned',
  'unpinned',
] as const;
export type ContactEventType = (typeof CONTACT_EVENT_TYPES)[number];

/** One entry of the batch that `POST /appinbox/v1/events` takes. */
export interface ContactEvent {
  /** Idempotency key: the same key again has no second effect and gets the same answer. */
  key: string;
  type: ContactEventType;
  /** Without `ids` and `entity`: every notification that was created until `at`. */
  ids?: readonly string[];
  entity?: string;
  /** When the contact did it: epoch, milliseconds, by the contact's own clock. */
  at: number;
  /** With 'action': the id of the action. */
  action?: string;
  /** With 'snoozed': until when, epoch, milliseconds. */
  until?: number;
}

/** What the platform says to each event of a batch, in the batch's order. */
export interface ContactEventResult {
  key: string;
  result: 'applied' | 'rejected';
  /** Why it was rejected: a problem code. */
  code?: string;
}
