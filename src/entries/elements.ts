/** `app-inbox/elements`: the contact-side element classes and their events. Nothing is registered. */
export {AppInboxBell} from '../elements/bell/bell.ts';
export {AppInboxToggleEvent} from '../elements/bell/events.ts';
export {AppInboxChat} from '../elements/chat/chat.ts';
export {createCookieMemory, readPage} from '../elements/chat/page.ts';
export {
  AppInboxActionEvent,
  AppInboxArchiveEvent,
  AppInboxClickEvent,
  AppInboxReadEvent,
} from '../elements/notification/events.ts';
export {AppInboxNotification} from '../elements/notification/notification.ts';
export {AppInboxCloseEvent, AppInboxOpenEvent} from '../elements/panel/events.ts';
export {AppInboxPanel} from '../elements/panel/panel.ts';
export {AppInboxToasts} from '../elements/toasts/toasts.ts';
