import {pluralize} from './plural.ts';
import type {Translation} from './translation.ts';

const plural = pluralize('it');

const it: Translation = {
  language: 'it',
  direction: 'ltr',
  notifications: 'Notifiche',
  bell: (label, unread) =>
    unread
      ? `${label}, ${plural(unread, {one: '# non letta', many: '# di non lette', other: '# non lette'})}`
      : label,
  notification: 'Notifica',
  unread: 'Non letta',
  important: 'Importante',
  markRead: 'Segna come letta',
  markAllRead: 'Segna tutte come lette',
  archive: 'Archivia',
  close: 'Chiudi',
  more: 'Mostra altro',
  less: 'Mostra meno',
  opensInNewTab: 'si apre in una nuova scheda',
  loading: 'Caricamento delle notifiche',
  loadMore: 'Mostra le precedenti',
  empty: 'Hai letto tutto',
  emptyHint: 'Le nuove notifiche appariranno qui.',
  failed: 'Impossibile caricare le notifiche',
  failedHint: 'Controlla la connessione o riprova tra poco.',
  tryAgain: 'Riprova',
  offline: 'Sei offline. Quello che segni resta salvato.',
  stale: 'Aggiornamento non riuscito. L’elenco potrebbe non essere attuale.',
  anonymous: 'Ancora niente da mostrare',
  anonymousHint: 'Accedi per vedere le tue notifiche.',
  today: 'Oggi',
  yesterday: 'Ieri',
  thisWeek: 'Questa settimana',
  earlier: 'Prima',
  pinned: 'In evidenza',
};
export default it;
