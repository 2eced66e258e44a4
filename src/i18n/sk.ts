import {pluralize} from './plural.ts';
import type {Translation} from './translation.ts';

const plural = pluralize('sk');

const sk: Translation = {
  language: 'sk',
  direction: 'ltr',
  notifications: 'Oznámenia',
  bell: (label, unread) =>
    unread
      ? `${label}, ${plural(unread, {one: '# neprečítané', few: '# neprečítané', many: '# neprečítaného', other: '# neprečítaných'})}`
      : label,
  notification: 'Oznámenie',
  unread: 'Neprečítané',
  important: 'Dôležité',
  markRead: 'Označiť ako prečítané',
  markAllRead: 'Označiť všetko ako prečítané',
  archive: 'Archivovať',
  close: 'Zavrieť',
  more: 'Zobraziť viac',
  less: 'Zobraziť menej',
  opensInNewTab: 'otvorí sa na novej karte',
  loading: 'Načítavajú sa oznámenia',
  loadMore: 'Zobraziť staršie',
  empty: 'Všetko máte prečítané',
  emptyHint: 'Nové oznámenia sa zobrazia tu.',
  failed: 'Oznámenia sa nepodarilo načítať',
  failedHint: 'Skontrolujte pripojenie alebo to o chvíľu skúste znova.',
  tryAgain: 'Skúsiť znova',
  offline: 'Ste offline. Čo označíte, zostane uložené.',
  stale: 'Nepodarilo sa načítať novinky. Zoznam nemusí byť aktuálny.',
  anonymous: 'Zatiaľ tu nič nie je',
  anonymousHint: 'Prihláste sa a uvidíte svoje oznámenia.',
  today: 'Dnes',
  yesterday: 'Včera',
  thisWeek: 'Tento týždeň',
  earlier: 'Skôr',
  pinned: 'Pripnuté',
};
export default sk;
