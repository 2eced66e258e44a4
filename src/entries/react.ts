/** `app-inbox/react`: the contact's elements as React components. Safe to import on a server. */
import {define} from '../elements/base/define.ts';
import {CountingBell} from '../elements/bell/counting-bell.ts';
import {AppInboxChat as Chat} from '../elements/chat/chat.ts';
import {AppInboxNotification as Notification} from '../elements/notification/notification.ts';
import {AppInboxPanel as Panel} from '../elements/panel/panel.ts';
import {AppInboxToasts as Toasts} from '../elements/toasts/toasts.ts';
import {createComponent} from '../frameworks/component.ts';

export {useInbox} from '../frameworks/use-inbox.ts';

export const AppInboxBell = /* @__PURE__ */ createComponent('app-inbox-bell', () =>
  define('app-inbox-bell', CountingBell),
);

export const AppInboxPanel = /* @__PURE__ */ createComponent('app-inbox-panel', () => {
  define('app-inbox-notification', Notification);
  define('app-inbox-panel', Panel);
});

export const AppInboxNotification = /* @__PURE__ */ createComponent('app-inbox-notification', () =>
  define('app-inbox-notification', Notification),
);

export const AppInboxToasts = /* @__PURE__ */ createComponent('app-inbox-toasts', () =>
  define('app-inbox-toasts', Toasts),
);

export const AppInboxChat = /* @__PURE__ */ createComponent('app-inbox-chat', () =>
  define('app-inbox-chat', Chat),
);
