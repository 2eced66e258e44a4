import {pluralize} from './plural.ts';
import type {Translation} from './translation.ts';

const plural = pluralize('de');

const de: Translation = {
  language: 'de',
  direction: 'ltr',
  notifications: 'Benachrichtigungen',
  bell: (label, unread) =>
    unread ? `${label}, ${plural(unread, {one: '# ungelesen', other: '# ungelesen'})}` : label,
  notification: 'Benachrichtigung',
  unread: 'Ungelesen',
  important: 'Wichtig',
  markRead: 'Als gelesen markieren',
  markAllRead: 'Alle als gelesen markieren',
  archive: 'Archivieren',
  close: 'Schließen',
  more: 'Mehr anzeigen',
  less: 'Weniger anzeigen',
  opensInNewTab: 'öffnet in neuem Tab',
  loading: 'Benachrichtigungen werden geladen',
  loadMore: 'Ältere anzeigen',
  empty: 'Alles gelesen',
  emptyHint: 'Neue Benachrichtigungen erscheinen hier.',
  failed: 'Benachrichtigungen konnten nicht geladen werden',
  failedHint: 'Prüfen Sie Ihre Verbindung oder versuchen Sie es gleich noch einmal.',
  tryAgain: 'Erneut versuchen',
  offline: 'Sie sind offline. Was Sie markieren, bleibt gespeichert.',
  stale: 'Aktualisieren nicht möglich. Die Liste ist vielleicht veraltet.',
  anonymous: 'Noch nichts zu sehen',
  anonymousHint: 'Melden Sie sich an, um Ihre Benachrichtigungen zu sehen.',
  today: 'Heute',
  yesterday: 'Gestern',
  thisWeek: 'Diese Woche',
  earlier: 'Früher',
  pinned: 'Angeheftet',
};
export default de;
