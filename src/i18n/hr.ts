import {pluralize} from './plural.ts';
import type {Translation} from './translation.ts';

const plural = pluralize('hr');

const hr: Translation = {
  language: 'hr',
  direction: 'ltr',
  notifications: 'Obavijesti',
  bell: (label, unread) =>
    unread
      ? `${label}, ${plural(unread, {one: '# nepročitana', few: '# nepročitane', other: '# nepročitanih'})}`
      : label,
  notification: 'Obavijest',
  unread: 'Nepročitano',
  important: 'Važno',
  markRead: 'Označi kao pročitano',
  markAllRead: 'Označi sve kao pročitano',
  archive: 'Arhiviraj',
  close: 'Zatvori',
  more: 'Prikaži više',
  less: 'Prikaži manje',
  opensInNewTab: 'otvara se u novoj kartici',
  loading: 'Učitavanje obavijesti',
  loadMore: 'Prikaži starije',
  empty: 'Sve ste pročitali',
  emptyHint: 'Nove obavijesti pojavit će se ovdje.',
  failed: 'Obavijesti se nisu učitale',
  failedHint: 'Provjerite vezu ili pokušajte ponovno za koji trenutak.',
  tryAgain: 'Pokušaj ponovno',
  offline: 'Niste na mreži. Što označite, ostaje spremljeno.',
  stale: 'Osvježavanje nije uspjelo. Popis je možda zastario.',
  anonymous: 'Ovdje još nema ničega',
  anonymousHint: 'Prijavite se da biste vidjeli svoje obavijesti.',
  today: 'Danas',
  yesterday: 'Jučer',
  thisWeek: 'Ovaj tjedan',
  earlier: 'Ranije',
  pinned: 'Prikvačeno',
};
export default hr;
