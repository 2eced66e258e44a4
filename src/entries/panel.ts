/** What the script-tag bundle loads when the inbox is first opened, or when the page is idle before that. */
import type {Inbox} from '../core/inbox.ts';
import {define} from '../elements/base/define.ts';
import type {AppInboxBell} from '../elements/bell/bell.ts';
import {AppInboxNotification} from '../elements/notification/notification.ts';
import {AppInboxPanel} from '../elements/panel/panel.ts';
import type {Layout} from '../protocol/configuration.ts';
import type {Notification} from '../protocol/notification.ts';

export interface PanelOptions {
  inbox: Inbox;
  bell: AppInboxBell;
  layout?: Layout;
  onOpen(): void;
  onClose(): void;
  onClick(detail: {notification: Notification}): void;
}

/** Makes the panel that belongs to a bell, and puts it at the end of the page. */
export function createPanel({inbox, bell, layout, onOpen, onClose, onClick}: PanelOptions): AppInboxPanel {
  define('app-inbox-notification', AppInboxNotification);
  define('app-inbox-panel', AppInboxPanel);
  const panel = document.createElement('app-inbox-panel');
  panel.inbox = inbox;
  panel.anchor = bell;
  if (layout) panel.layout = layout;
  panel.addEventListener('app-inbox-open', () => {
    bell.open = true;
    onOpen();
  });
  panel.addEventListener('app-inbox-close', () => {
    bell.open = false;
    onClose();
  });
  panel.addEventListener('app-inbox-click', onClick);
  document.body.append(panel);
  return panel;
}
