import {enBell} from './en-bell.ts';
import {pluralize} from './plural.ts';
import type {Translation} from './translation.ts';

const plural = pluralize('en');

const en: Translation = {
  ...enBell,
  language: 'en',
  direction: 'ltr',
  timeStyle: 'narrow',
  notification: 'Notification',
  unread: 'Unread',
  important: 'Important',
  markRead: 'Mark as read',
  markAllRead: 'Mark all as read',
  archive: 'Archive',
  close: 'Close',
  more: 'Show more',
  less: 'Show less',
  opensInNewTab: 'opens in a new tab',
  loading: 'Loading notifications',
  loadMore: 'Show older',
  empty: 'You’re all caught up',
  emptyHint: 'New notifications will show up here.',
  failed: 'Couldn’t load your notifications',
  failedHint: 'Check your connection, or try again in a moment.',
  tryAgain: 'Try again',
  offline: 'You’re offline. What you mark is kept.',
  stale: 'Couldn’t check for news. This may be out of date.',
  anonymous: 'Nothing to show yet',
  anonymousHint: 'Sign in to see your notifications.',
  today: 'Today',
  yesterday: 'Yesterday',
  earlier: 'Earlier',
  arrived: (count) => plural(count, {one: '# new notification', other: '# new notifications'}),
};
export default en;
