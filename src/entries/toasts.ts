/**
 * What the script-tag bundle loads when something arrives and toasts or desktop notifications are wanted.
 */
import type {Inbox} from '../core/inbox.ts';
import {define} from '../elements/base/define.ts';
import type {AppInboxClickEvent} from '../elements/notification/events.ts';
import {AppInboxToasts} from '../elements/toasts/toasts.ts';
import type {Corner, ToastOptions} from '../protocol/configuration.ts';

export {Desktop} from '../elements/attention/desktop.ts';

export interface ToastsStart extends ToastOptions {
  inbox: Inbox;
  corner?: Corner;
  /** The words of a content without its markup. */
  toText(content: string): string;
  onClick(event: AppInboxClickEvent): void;
}

/** Makes the stack of toasts, and puts it at the end of the page. It shows what it is given. */
export function createToasts({
  inbox,
  corner,
  placement,
  max,
  duration,
  toText,
  onClick,
}: ToastsStart): AppInboxToasts {
  define('app-inbox-toasts', AppInboxToasts);
  const toasts = document.createElement('app-inbox-toasts');
  toasts.manual = true;
  toasts.inbox = inbox;
  toasts.toText = toText;
  toasts.placement = placement ?? corner ?? toasts.placement;
  toasts.max = max ?? toasts.max;
  toasts.duration = duration ?? toasts.duration;
  toasts.addEventListener('app-inbox-click', onClick);
  toasts.dataset.turboTemporary = '';
  document.body.append(toasts);
  return toasts;
}
