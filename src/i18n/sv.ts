import {pluralize} from './plural.ts';
import type {Translation} from './translation.ts';

const plural = pluralize('sv');

const sv: Translation = {
  language: 'sv',
  direction: 'ltr',
  notifications: 'Aviseringar',
  bell: (label, unread) =>
    unread ? `${label}, ${plural(unread, {one: '# oläst', other: '# olästa'})}` : label,
  notification: 'Avisering',
  unread: 'Oläst',
  important: 'Viktigt',
  markRead: 'Markera som läst',
  markAllRead: 'Markera alla som lästa',
  archive: 'Arkivera',
  close: 'Stäng',
  more: 'Visa mer',
  less: 'Visa mindre',
  opensInNewTab: 'öppnas i en ny flik',
  loading: 'Hämtar aviseringar',
  loadMore: 'Visa äldre',
  empty: 'Du har läst allt',
  emptyHint: 'Nya aviseringar visas här.',
  failed: 'Aviseringarna kunde inte hämtas',
  failedHint: 'Kontrollera anslutningen eller försök igen om en stund.',
  tryAgain: 'Försök igen',
  offline: 'Du är offline. Det du markerar sparas.',
  stale: 'Kunde inte uppdatera. Listan kan vara inaktuell.',
  anonymous: 'Inget att visa än',
  anonymousHint: 'Logga in för att se dina aviseringar.',
  today: 'I dag',
  yesterday: 'I går',
  thisWeek: 'Den här veckan',
  earlier: 'Tidigare',
  pinned: 'Fäst',
};
export default sv;
