import type {Act} from '../../../core/state.ts';
import type {Notification} from '../../../protocol/notification.ts';
import type {AppInboxNotification} from '../../notification/notification.ts';

/** Pixels until a movement is a swipe and not a wavering finger, and until it acts when the finger leaves. */
const START = 12;
const ACT = 88;

export interface SwipeActs {
  readonly canAct: boolean;
  readonly selected: ReadonlySet<string> | undefined;
  act(type: Act['type'], target: Notification): void;
}

interface Swipe {
  row: AppInboxNotification;
  pointer: number;
  x: number;
  y: number;
  /** So far; undefined until it is known to be one. */
  distance?: number;
}

/**
 * On touch a row can be drawn aside: towards the line's beginning archives it, towards its end marks it as read or
 * unread. The browser keeps scrolling up and down (`touch-action` in the styles).
 */
export function watchSwipes(feed: HTMLElement, acts: SwipeActs): void {
  let swipe: Swipe | undefined;

  function move(row: AppInboxNotification, distance: number | undefined): void {
    const forward = getComputedStyle(row).direction === 'rtl' ? -1 : 1;
    const kind = distance === undefined ? '' : distance * forward < 0 ? 'archive' : 'read';
    if (kind) row.dataset.swipe = kind;
    else delete row.dataset.swipe;
    row.toggleAttribute('data-swipe-far', Math.abs(distance ?? 0) >= ACT);
    if (distance === undefined) row.style.removeProperty('--_swipe');
    else row.style.setProperty('--_swipe', `${distance}px`);
  }

  function end(hasEnded: boolean): void {
    if (!swipe) return;
    const {row, distance} = swipe;
    const {swipe: kind} = row.dataset;
    swipe = undefined;
    move(row, undefined);
    const {notification} = row;
    if (!hasEnded || !notification || Math.abs(distance ?? 0) < ACT) return;
    // The finger has left a row, not pressed it.
    feed.addEventListener('click', stop, {capture: true, once: true});
    setTimeout(() => feed.removeEventListener('click', stop, {capture: true}));
    if (kind === 'archive')
      acts.act(notification.archivedAt === null ? 'archived' : 'unarchived', notification);
    else acts.act(notification.readAt === null ? 'read' : 'unread', notification);
  }
  const stop = (event: Event) => {
    event.preventDefault();
    event.stopPropagation();
  };

  feed.addEventListener('pointerdown', (event) => {
    const row = (event.target as Element).closest<AppInboxNotification>('app-inbox-notification');
    if (!row || event.pointerType !== 'touch' || !event.isPrimary || !acts.canAct || acts.selected) return;
    swipe = {row, pointer: event.pointerId, x: event.clientX, y: event.clientY};
  });
  feed.addEventListener('pointermove', (event) => {
    if (!swipe || event.pointerId !== swipe.pointer) return;
    const distance = event.clientX - swipe.x;
    if (swipe.distance === undefined) {
      if (Math.abs(distance) < START) return;
      if (Math.abs(event.clientY - swipe.y) > Math.abs(distance)) return end(false);
      feed.setPointerCapture(event.pointerId);
    }
    swipe.distance = distance;
    move(swipe.row, distance);
  });
  feed.addEventListener('pointerup', () => end(true));
  feed.addEventListener('pointercancel', () => end(false));
}
