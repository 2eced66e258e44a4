/** `app-inbox/define`: registers the contact-side elements. */
import {define} from '../elements/base/define.ts';
import {AppInboxBell} from '../elements/bell/bell.ts';
import {AppInboxNotification} from '../elements/notification/notification.ts';
import {AppInboxPanel} from '../elements/panel/panel.ts';

define('app-inbox-bell', AppInboxBell);
define('app-inbox-notification', AppInboxNotification);
define('app-inbox-panel', AppInboxPanel);
