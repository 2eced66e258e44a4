import {pluralize} from './plural.ts';
import type {Translation} from './translation.ts';

const plural = pluralize('pl');

const pl: Translation = {
  language: 'pl',
  direction: 'ltr',
  notifications: 'Powiadomienia',
  bell: (label, unread) =>
    unread
      ? `${label}, ${plural(unread, {one: '# nieprzeczytane', few: '# nieprzeczytane', many: '# nieprzeczytanych', other: '# nieprzeczytanego'})}`
      : label,
  notification: 'Powiadomienie',
  unread: 'Nieprzeczytane',
  important: 'Ważne',
  markRead: 'Oznacz jako przeczytane',
  markAllRead: 'Oznacz wszystkie jako przeczytane',
  archive: 'Archiwizuj',
  close: 'Zamknij',
  more: 'Pokaż więcej',
  less: 'Pokaż mniej',
  opensInNewTab: 'otwiera się w nowej karcie',
  loading: 'Wczytywanie powiadomień',
  loadMore: 'Pokaż starsze',
  empty: 'Wszystko przeczytane',
  emptyHint: 'Tutaj pojawią się nowe powiadomienia.',
  failed: 'Nie udało się wczytać powiadomień',
  failedHint: 'Sprawdź połączenie albo spróbuj ponownie za chwilę.',
  tryAgain: 'Spróbuj ponownie',
  offline: 'Jesteś offline. Twoje oznaczenia zostaną zachowane.',
  stale: 'Nie udało się odświeżyć. Lista może być nieaktualna.',
  anonymous: 'Nic tu jeszcze nie ma',
  anonymousHint: 'Zaloguj się, aby zobaczyć swoje powiadomienia.',
  today: 'Dzisiaj',
  yesterday: 'Wczoraj',
  thisWeek: 'W tym tygodniu',
  earlier: 'Wcześniej',
  pinned: 'Przypięte',
};
export default pl;
