import {InboxError} from '../errors.ts';
import type {Transport} from '../transport.ts';

/** A count out of anything, or undefined. */
export function readCount(value: unknown): number | undefined {
  const body = value as {count?: unknown; unreadCount?: unknown} | null | undefined;
  const count = body?.count ?? body?.unreadCount;
  return Number.isSafeInteger(count) && (count as number) >= 0 ? (count as number) : undefined;
}

/** How many notifications are unread: `GET /appinbox/v1/messages/count`. */
export async function fetchCount(transport: Transport): Promise<number> {
  const count = readCount(await transport.json('/appinbox/v1/messages/count'));
  if (count === undefined) throw new InboxError('invalid-response', 'The platform answered no count');
  return count;
}
