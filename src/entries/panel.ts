/** What the script-tag bundle loads when the inbox is first opened, or when the page is idle before that. */
import {define} from '../elements/base/define.ts';
import {AppInboxNotification} from '../elements/notification/notification.ts';
import {AppInboxPanel} from '../elements/panel/panel.ts';

export function createPanel(): AppInboxPanel {
  define('app-inbox-notification', AppInboxNotification);
  define('app-inbox-panel', AppInboxPanel);
  return document.createElement('app-inbox-panel');
}
