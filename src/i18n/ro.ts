import {pluralize} from './plural.ts';
import type {Translation} from './translation.ts';

const plural = pluralize('ro');

const ro: Translation = {
  language: 'ro',
  direction: 'ltr',
  notifications: 'Notificări',
  bell: (label, unread) =>
    unread
      ? `${label}, ${plural(unread, {one: '# necitită', few: '# necitite', other: '# de necitite'})}`
      : label,
  notification: 'Notificare',
  unread: 'Necitită',
  important: 'Important',
  markRead: 'Marchează ca citită',
  markAllRead: 'Marchează toate ca citite',
  archive: 'Arhivează',
  close: 'Închide',
  more: 'Arată mai mult',
  less: 'Arată mai puțin',
  opensInNewTab: 'se deschide într-o filă nouă',
  loading: 'Se încarcă notificările',
  loadMore: 'Arată mai vechi',
  empty: 'Ai citit tot',
  emptyHint: 'Notificările noi vor apărea aici.',
  failed: 'Notificările nu au putut fi încărcate',
  failedHint: 'Verifică conexiunea sau încearcă din nou peste puțin timp.',
  tryAgain: 'Încearcă din nou',
  offline: 'Ești offline. Ce marchezi se păstrează.',
  stale: 'Actualizarea nu a reușit. Lista poate fi veche.',
  anonymous: 'Încă nu e nimic aici',
  anonymousHint: 'Conectează-te ca să-ți vezi notificările.',
  today: 'Astăzi',
  yesterday: 'Ieri',
  thisWeek: 'Săptămâna aceasta',
  earlier: 'Mai devreme',
  pinned: 'Fixate',
};
export default ro;
