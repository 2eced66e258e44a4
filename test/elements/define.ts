/** Registers the elements for the tests of this folder. */
import {define} from '../../src/elements/base/define.ts';
import {CountingBell} from '../../src/elements/bell/counting-bell.ts';
import {AppInboxNotification} from '../../src/elements/notification/notification.ts';
import {AppInboxPanel} from '../../src/elements/panel/panel.ts';

define('app-inbox-bell', CountingBell);
define('app-inbox-notification', AppInboxNotification);
define('app-inbox-panel', AppInboxPanel);
