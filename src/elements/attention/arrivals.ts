import type {Inbox} from '../../core/inbox.ts';
import type {InboxState} from '../../core/state.ts';
import type {Notification} from '../../protocol/notification.ts';

/** Nobody is there, or nobody any more: what comes with the next one is not news. */
const isAway = ({session}: InboxState) => session === 'anonymous' || session === 'ended';

/**
 * Tells of what arrives from now on. What was there before the first list had come is no arrival, though it may be new
 * since the last visit: a page does not greet its visitors with a stack of toasts.
 */
export function watchArrivals(
  inbox: Inbox,
  onArrival: (notification: Notification) => void,
  signal: AbortSignal,
): void {
  let isSettled = false;
  let isSettling = false;

  async function settle(): Promise<void> {
    if (isSettled || isSettling || signal.aborted) return;
    isSettling = true;
    try {
      await inbox.load();
      isSettled = !isAway(inbox.state);
    } catch {
      // Tried again with the next change for the better.
    } finally {
      isSettling = false;
    }
  }

  inbox.on('notification', ({notification}) => isSettled && !signal.aborted && onArrival(notification), {
    signal,
  });
  let before = inbox.state;
  inbox.subscribe(
    (state) => {
      if (isAway(state)) isSettled = false;
      const isBetter =
        (before.isOffline && !state.isOffline) ||
        (before.error && !state.error) ||
        (isAway(before) && !isAway(state));
      before = state;
      if (isBetter) void settle();
    },
    {signal},
  );
  void settle();
}
