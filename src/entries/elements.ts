/** `app-inbox/elements`: the contact-side element classes and their events. Nothing is registered. */
export {AppInboxBell} from '../elements/bell/bell.ts';
export {AppInboxNotification} from '../elements/notification/notification.ts';
export {AppInboxPanel} from '../elements/panel/panel.ts';
