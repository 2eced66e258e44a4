import {pluralize} from './plural.ts';
import type {Translation} from './translation.ts';

const plural = pluralize('da');

const da: Translation = {
  language: 'da',
  direction: 'ltr',
  notifications: 'Notifikationer',
  bell: (label, unread) =>
    unread ? `${label}, ${plural(unread, {one: '# ulæst', other: '# ulæste'})}` : label,
  notification: 'Notifikation',
  unread: 'Ulæst',
  important: 'Vigtigt',
  markRead: 'Markér som læst',
  markAllRead: 'Markér alle som læst',
  archive: 'Arkivér',
  close: 'Luk',
  more: 'Vis mere',
  less: 'Vis mindre',
  opensInNewTab: 'åbner i en ny fane',
  loading: 'Henter notifikationer',
  loadMore: 'Vis ældre',
  empty: 'Du har læst det hele',
  emptyHint: 'Nye notifikationer vises her.',
  failed: 'Dine notifikationer kunne ikke hentes',
  failedHint: 'Tjek forbindelsen, eller prøv igen om lidt.',
  tryAgain: 'Prøv igen',
  offline: 'Du er offline. Det, du markerer, gemmes.',
  stale: 'Kunne ikke opdatere. Listen kan være forældet.',
  anonymous: 'Intet at vise endnu',
  anonymousHint: 'Log ind for at se dine notifikationer.',
  today: 'I dag',
  yesterday: 'I går',
  thisWeek: 'Denne uge',
  earlier: 'Tidligere',
  pinned: 'Fastgjort',
};
export default da;
