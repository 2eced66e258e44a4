import type {Message, MessageAction, Severity} from './message.ts';
import {safeUrl} from './url.ts';

/**
 * A notification as the inbox uses it: a platform's message, checked, with every field there.
 */
export interface Notification {
  readonly id: string;
  /** May be empty: the view then falls back to the content. */
  readonly title: string;
  /** Text or simple HTML, not yet sanitised; may be empty. */
  readonly content: string;
  /** Epoch, milliseconds; as all times below. */
  readonly createdAt: number;
  readonly image?: string;
  /** Checked: http, https, mailto, tel, or relative to the page. */
  readonly link?: string;
  readonly openInNewTab: boolean;
  readonly category?: string;
  readonly customData: Readonly<Record<string, unknown>>;
  readonly expiresAt?: number;
  readonly actions: readonly MessageAction[];
  readonly severity: Severity;
  readonly pinned: boolean;
  readonly entity?: string;
  readonly seenAt: number | null;
  /** Null while unread. */
  readonly readAt: number | null;
  readonly archivedAt: number | null;
  /** Until when the contact has put it off; null while it lies where it belongs. */
  readonly snoozedUntil: number | null;
}

/** The latest instant a JavaScript date can hold (ECMA-262, Time Values): anything beyond prints "Invalid Date". */
const MAX_TIME = 8.64e15;

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

const object = (value: unknown): Readonly<Record<string, unknown>> | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;

/** Epoch in milliseconds, out of a number or an ISO 8601 string. */
function time(value: unknown): number | undefined {
  const at = typeof value === 'number' ? value : typeof value === 'string' ? Date.parse(value) : NaN;
  return Math.abs(at) <= MAX_TIME ? at : undefined;
}

/** A mark such as `readAt`; a platform may send `true` or leave the time out. */
function mark(value: unknown, fallback: number | null): number | null {
  return value === null || value === undefined ? fallback : (time(value) ?? fallback);
}

function readActions(value: unknown): MessageAction[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((entry: unknown) => {
    const action = object(entry);
    const id = text(action?.id);
    const label = text(action?.label);
    if (!action || !id || !label) return [];
    const style = action.style === 'primary' ? 'primary' : 'secondary';
    const done = action.done === true;
    return [{id, label, link: safeUrl(action.link), style, done} satisfies MessageAction];
  });
}

/**
 * Reads a message of a platform that may send anything.
 *
 * Unknown fields are dropped, wrong ones replaced; only a message without a usable `id` is refused, because nothing
 * could ever be said about it.
 *
 * @param now what an unreadable date becomes: epoch, milliseconds
 */
export function readNotification(raw: unknown, now: number): Notification | undefined {
  const message = object(raw) as Partial<Record<keyof Message | 'createDate', unknown>> | undefined;
  const id = typeof message?.id === 'number' ? String(message.id) : text(message?.id);
  if (!message || !id) return undefined;
  const createdAt = time(message.createdDate) ?? time(message.createDate) ?? now;
  const snoozedUntil = time(message.snoozedUntil) ?? 0;
  const isRead =
    typeof message.newMessage === 'boolean'
      ? !message.newMessage
      : message.status === 'OPENED' || !!message.readAt;
  return {
    id,
    title: text(message.title) ?? '',
    content: text(message.content) ?? '',
    createdAt,
    image: safeUrl(message.image, ['http:', 'https:']),
    link: safeUrl(message.link),
    openInNewTab: message.openInNewTab === true,
    category: text(message.category),
    customData: object(message.customData) ?? {},
    expiresAt: time(message.expiryDate),
    actions: readActions(message.actions),
    severity: message.severity === 'low' || message.severity === 'high' ? message.severity : 'normal',
    pinned: message.pinned === true,
    entity: text(message.entity),
    seenAt: mark(message.seenAt, isRead ? createdAt : null),
    readAt: isRead ? mark(message.readAt, createdAt) : null,
    archivedAt: mark(message.archivedAt, null),
    snoozedUntil: snoozedUntil > now ? snoozedUntil : null,
  };
}
