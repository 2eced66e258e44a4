import type {MessageAction} from '../../protocol/message.ts';
import type {Notification} from '../../protocol/notification.ts';

abstract class NotificationEvent extends Event {
  readonly notification: Notification;

  constructor(type: string, notification: Notification, cancelable = false) {
    super(type, {bubbles: true, composed: true, cancelable});
    this.notification = notification;
  }
}

/**
 * The contact opened the notification. Cancel it to stay on the page, for example to let a router go there. A click that
 * asks for another tab or window cannot be cancelled: it is the visitor's.
 */
export class AppInboxClickEvent extends NotificationEvent {
  constructor(notification: Notification, cancelable = true) {
    super('app-inbox-click', notification, cancelable);
  }
}

/** The contact marked the notification as read without opening it. */
export class AppInboxReadEvent extends NotificationEvent {
  constructor(notification: Notification) {
    super('app-inbox-read', notification);
  }
}

/** The contact archived the notification. */
export class AppInboxArchiveEvent extends NotificationEvent {
  constructor(notification: Notification) {
    super('app-inbox-archive', notification);
  }
}

/** The contact pressed one of the notification's buttons. Cancel it to stay on the page. */
export class AppInboxActionEvent extends NotificationEvent {
  readonly action: MessageAction;

  constructor(notification: Notification, action: MessageAction, cancelable = true) {
    super('app-inbox-action', notification, cancelable);
    this.action = action;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'app-inbox-click': AppInboxClickEvent;
    'app-inbox-read': AppInboxReadEvent;
    'app-inbox-archive': AppInboxArchiveEvent;
    'app-inbox-action': AppInboxActionEvent;
  }
}
