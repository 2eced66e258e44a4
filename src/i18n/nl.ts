import {pluralize} from './plural.ts';
import type {Translation} from './translation.ts';

const plural = pluralize('nl');

const nl: Translation = {
  language: 'nl',
  direction: 'ltr',
  notifications: 'Meldingen',
  bell: (label, unread) =>
    unread ? `${label}, ${plural(unread, {one: '# ongelezen', other: '# ongelezen'})}` : label,
  notification: 'Melding',
  unread: 'Ongelezen',
  important: 'Belangrijk',
  markRead: 'Als gelezen markeren',
  markAllRead: 'Alles als gelezen markeren',
  archive: 'Archiveren',
  close: 'Sluiten',
  more: 'Meer tonen',
  less: 'Minder tonen',
  opensInNewTab: 'opent in een nieuw tabblad',
  loading: 'Meldingen laden',
  loadMore: 'Oudere tonen',
  empty: 'Je bent helemaal bij',
  emptyHint: 'Nieuwe meldingen verschijnen hier.',
  failed: 'Je meldingen konden niet worden geladen',
  failedHint: 'Controleer je verbinding of probeer het zo nog eens.',
  tryAgain: 'Opnieuw proberen',
  offline: 'Je bent offline. Wat je markeert, blijft bewaard.',
  stale: 'Vernieuwen is niet gelukt. De lijst kan verouderd zijn.',
  anonymous: 'Nog niets te zien',
  anonymousHint: 'Log in om je meldingen te zien.',
  today: 'Vandaag',
  yesterday: 'Gisteren',
  thisWeek: 'Deze week',
  earlier: 'Eerder',
  pinned: 'Vastgezet',
};
export default nl;
