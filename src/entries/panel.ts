/** What the script-tag bundle loads when the inbox is first opened, or when the page is idle before that. */
import type {Inbox} from '../core/inbox.ts';
import {define} from '../elements/base/define.ts';
import {toPlainText} from '../elements/base/plain-text.ts';
import type {AppInboxBell} from '../elements/bell/bell.ts';
import {AppInboxNotification} from '../elements/notification/notification.ts';
import {AppInboxPanel} from '../elements/panel/panel.ts';
import type {SiteConfiguration} from '../protocol/configuration.ts';
import type {Notification} from '../protocol/notification.ts';

// For what comes after it: see the plugin share-files in vite.config.ts.
export {nothing, html} from 'lit/html.js';
export {fetchSlice} from '../core/api/messages.ts';
export {createSync, wipe} from '../core/sync.ts';
export {safeUrl} from '../protocol/url.ts';

export interface PanelOptions extends SiteConfiguration {
  inbox: Inbox;
  bell: AppInboxBell;
  onOpen(): void;
  onClose(): void;
  onClick(detail: {notification: Notification}): void;
}

/** Makes the panel that belongs to a bell, and puts it at the end of the page. */
export function createPanel(options: PanelOptions): AppInboxPanel {
  const {inbox, bell, layout, onOpen, onClose, onClick} = options;
  define('app-inbox-notification', AppInboxNotification);
  define('app-inbox-panel', AppInboxPanel);
  const panel = document.createElement('app-inbox-panel');
  panel.inbox = inbox;
  panel.anchor = bell;
  panel.site = options;
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
  panel.dataset.turboTemporary = '';
  document.body.append(panel);
  if (options.toasts || options.attention || options.badge) {
    // Without it everything else works; the next page tries again.
    import('./attention.ts')
      .then(({startAttention}) => startAttention({...options, panel, toText: toPlainText}))
      .catch(() => {});
  }
  return panel;
}
