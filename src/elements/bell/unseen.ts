import type {Inbox} from '../../core/inbox.ts';
import type {AppInboxBell} from './bell.ts';

/**
 * How many the contact has not seen in the list; undefined until that is known. It takes the list to know: it is loaded
 * once there is something unread. What cannot be loaded counts as not seen.
 */
export function countUnseen(inbox: Inbox): number | undefined {
  const {list, notifications, count, hasMore} = inbox.state;
  if (!count || list === 'failed') return count;
  if (list === 'idle') setTimeout(() => void inbox.load().catch(() => {}));
  if (list !== 'ready') return undefined;
  const unseen = notifications.filter(({seenAt}) => seenAt === null).length;
  // Where nothing of what is loaded has been seen, what follows has not been either.
  return hasMore && unseen === notifications.length ? count : unseen;
}

/**
 * Lets a bell's badge say how many are unseen, as long as it has this inbox.
 *
 * @returns ends it
 */
export function showUnseen(bell: AppInboxBell): () => void {
  const {inbox} = bell;
  let shown: number | undefined;
  const show = () => {
    const count = (inbox && countUnseen(inbox)) ?? 0;
    if (count === shown) return;
    shown = count;
    // It looks again when it is told its limit.
    bell.setAttribute('max', String(bell.max));
  };
  Object.defineProperty(bell, 'count', {configurable: true, get: () => shown ?? 0});
  const stop = inbox?.subscribe(show);
  show();
  return () => {
    stop?.();
    delete (bell as {count?: number}).count;
    bell.setAttribute('max', String(bell.max));
  };
}
