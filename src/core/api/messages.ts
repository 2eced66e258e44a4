import {readNotification, type Notification} from '../../protocol/notification.ts';
import {InboxError} from '../errors.ts';
import type {Transport} from '../transport.ts';
import {readCount} from './count.ts';

/** One answer of the list: what came, and where to go on. */
export interface NotificationPage {
  notifications: Notification[];
  /** Pass it on for the next page; null at the end. */
  next: string | null;
  /** The number of unread ones, where the platform says it. */
  unreadCount?: number;
}

const PATH = '/appinbox/v1/messages';
/** What fills a screen and a bit: one page of the list. */
const PAGE_SIZE = 20;

function readList(body: unknown, now: number): Notification[] {
  const list = (body as {list?: unknown} | null | undefined)?.list;
  if (!Array.isArray(list)) throw new InboxError('invalid-response', 'The platform answered no list');
  const byId = new Map<string, Notification>();
  for (const raw of list) {
    const notification = readNotification(raw, now);
    if (notification) byId.set(notification.id, notification);
  }
  return [...byId.values()];
}

/**
 * A page where the platform announces 'cursor'.
 *
 * @param cursor the page before's `next`; nothing for the first
 * @param view a list beside the inbox
 */
export async function fetchSlice(
  transport: Transport,
  now: number,
  cursor?: string,
  view?: string,
): Promise<NotificationPage> {
  const query = new URLSearchParams({limit: String(PAGE_SIZE), ...(view && {view})});
  if (cursor) query.set('cursor', cursor);
  const body = await transport.json(`${PATH}?${query}`);
  const {next, counts} = body as {next?: unknown; counts?: {unread?: unknown}};
  return {
    notifications: readList(body, now),
    next: typeof next === 'string' && next !== cursor ? next : null,
    unreadCount: readCount({count: counts?.unread}),
  };
}

/**
 * All current notifications in the base contract, which pages only by read and unread apart: so the first request
 * names no page. A platform that pages all the same says so in `totalPages`, and the rest follows page by page.
 */
export async function fetchAll(
  transport: Transport,
  now: number,
  cursor?: string,
): Promise<NotificationPage> {
  const [page, pageSize] = (cursor ?? '').split('/').map(Number);
  const body = await transport.json(cursor ? `${PATH}?page=${page}&pageSize=${pageSize}` : PATH);
  const notifications = readList(body, now);
  const {totalPages} = body as {totalPages?: unknown};
  const following = (page || 0) + 1;
  const hasMore = typeof totalPages === 'number' && following < totalPages && notifications.length > 0;
  return {notifications, next: hasMore ? `${following}/${pageSize || notifications.length}` : null};
}
