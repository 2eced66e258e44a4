import type {ContactEvent, ContactEventResult} from '../../protocol/contact-event.ts';
import type {Transport} from '../transport.ts';
import {toJson} from './to-json.ts';

/** A batch is one request and one transaction; the platform takes no more at once. */
export const MAX_EVENTS = 100;

/**
 * Sends a batch where the platform announces 'events'.
 *
 * @returns the keys that the platform rejected for good, with its reason
 */
export async function postEvents(
  transport: Transport,
  events: readonly ContactEvent[],
): Promise<Map<string, string>> {
  const body = await transport.json('/appinbox/v1/events', {
    method: 'POST',
    body: toJson({events}),
    keepalive: true,
  });
  const results = (body as {results?: unknown} | null)?.results;
  const rejected = new Map<string, string>();
  if (!Array.isArray(results)) return rejected;
  for (const entry of results as Partial<ContactEventResult>[]) {
    if (entry?.result === 'rejected' && entry.key) rejected.set(entry.key, entry.code ?? 'rejected');
  }
  return rejected;
}

/**
 * Marks as read in the base contract.
 *
 * @param ids without them: all
 */
export async function postOpened(transport: Transport, ids?: readonly string[]): Promise<void> {
  await transport.send('/appinbox/v1/messages/status', {
    method: 'POST',
    body: toJson({status: 'OPENED', ids}),
    keepalive: true,
  });
}
