import {pluralize} from './plural.ts';
import type {Translation} from './translation.ts';

const plural = pluralize('sl');

const sl: Translation = {
  language: 'sl',
  direction: 'ltr',
  notifications: 'Obvestila',
  bell: (label, unread) =>
    unread
      ? `${label}, ${plural(unread, {one: '# neprebrano', two: '# neprebrani', few: '# neprebrana', other: '# neprebranih'})}`
      : label,
  notification: 'Obvestilo',
  unread: 'Neprebrano',
  important: 'Pomembno',
  markRead: 'Označi kot prebrano',
  markAllRead: 'Označi vse kot prebrano',
  archive: 'Arhiviraj',
  close: 'Zapri',
  more: 'Pokaži več',
  less: 'Pokaži manj',
  opensInNewTab: 'odpre se v novem zavihku',
  loading: 'Nalaganje obvestil',
  loadMore: 'Pokaži starejša',
  empty: 'Vse ste prebrali',
  emptyHint: 'Nova obvestila se bodo prikazala tukaj.',
  failed: 'Obvestil ni bilo mogoče naložiti',
  failedHint: 'Preverite povezavo ali čez trenutek poskusite znova.',
  tryAgain: 'Poskusi znova',
  offline: 'Niste povezani. Kar označite, ostane shranjeno.',
  stale: 'Osvežitev ni uspela. Seznam je morda zastarel.',
  anonymous: 'Tu še ni ničesar',
  anonymousHint: 'Prijavite se, da vidite svoja obvestila.',
  today: 'Danes',
  yesterday: 'Včeraj',
  thisWeek: 'Ta teden',
  earlier: 'Prej',
  pinned: 'Pripeto',
};
export default sl;
