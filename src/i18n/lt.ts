import {pluralize} from './plural.ts';
import type {Translation} from './translation.ts';

const plural = pluralize('lt');

const lt: Translation = {
  language: 'lt',
  direction: 'ltr',
  notifications: 'Pranešimai',
  bell: (label, unread) =>
    unread
      ? `${label}, ${plural(unread, {one: '# neskaitytas', few: '# neskaityti', many: '# neskaityto', other: '# neskaitytų'})}`
      : label,
  notification: 'Pranešimas',
  unread: 'Neskaitytas',
  important: 'Svarbu',
  markRead: 'Pažymėti kaip skaitytą',
  markAllRead: 'Pažymėti visus kaip skaitytus',
  archive: 'Archyvuoti',
  close: 'Uždaryti',
  more: 'Rodyti daugiau',
  less: 'Rodyti mažiau',
  opensInNewTab: 'atidaroma naujame skirtuke',
  loading: 'Įkeliami pranešimai',
  loadMore: 'Rodyti senesnius',
  empty: 'Viską perskaitėte',
  emptyHint: 'Nauji pranešimai bus rodomi čia.',
  failed: 'Pranešimų įkelti nepavyko',
  failedHint: 'Patikrinkite ryšį arba netrukus bandykite dar kartą.',
  tryAgain: 'Bandyti dar kartą',
  offline: 'Esate neprisijungę prie interneto. Jūsų žymos išsaugomos.',
  stale: 'Atnaujinti nepavyko. Sąrašas gali būti pasenęs.',
  anonymous: 'Kol kas nieko nėra',
  anonymousHint: 'Prisijunkite, kad matytumėte savo pranešimus.',
  today: 'Šiandien',
  yesterday: 'Vakar',
  thisWeek: 'Šią savaitę',
  earlier: 'Anksčiau',
  pinned: 'Prisegti',
};
export default lt;
