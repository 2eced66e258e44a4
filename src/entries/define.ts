/** `app-inbox/define`: registers the contact-side elements. On a server, which has none, it does nothing. */
import {define} from '../elements/base/define.ts';
import {AppInboxBell} from '../elements/bell/bell.ts';
import {CountingBell} from '../elements/bell/counting-bell.ts';
import {AppInboxChat} from '../elements/chat/chat.ts';
import {AppInboxNotification} from '../elements/notification/notification.ts';
import {AppInboxPanel} from '../elements/panel/panel.ts';
import {AppInboxToasts} from '../elements/toasts/toasts.ts';

if (globalThis.customElements) {
  define('app-inbox-bell', CountingBell);
  define('app-inbox-chat', AppInboxChat);
  define('app-inbox-notification', AppInboxNotification);
  define('app-inbox-panel', AppInboxPanel);
  define('app-inbox-toasts', AppInboxToasts);
}

// With the classes come the types that tags and events have in a page.
export {AppInboxBell, AppInboxChat, AppInboxNotification, AppInboxPanel, AppInboxToasts};
export type * from '../elements/bell/events.ts';
export type * from '../elements/notification/events.ts';
export type * from '../elements/panel/events.ts';
