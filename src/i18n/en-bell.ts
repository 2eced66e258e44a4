import {formatCount} from './format-count.ts';
import type {BellTerms} from './translation.ts';

/** English for the bell alone: small enough for the critical path, and there before any locale is. */
export const enBell: BellTerms = {
  notifications: 'Notifications',
  bell: (label, unread) => (unread ? `${label}, ${formatCount(unread, 'en')} unread` : label),
};
