import {pluralize} from './plural.ts';
import type {Translation} from './translation.ts';

const plural = pluralize('hu');

const hu: Translation = {
  language: 'hu',
  direction: 'ltr',
  notifications: 'Értesítések',
  bell: (label, unread) =>
    unread ? `${label}, ${plural(unread, {one: '# olvasatlan', other: '# olvasatlan'})}` : label,
  notification: 'Értesítés',
  unread: 'Olvasatlan',
  important: 'Fontos',
  markRead: 'Megjelölés olvasottként',
  markAllRead: 'Összes megjelölése olvasottként',
  archive: 'Archiválás',
  close: 'Bezárás',
  more: 'Több megjelenítése',
  less: 'Kevesebb megjelenítése',
  opensInNewTab: 'új lapon nyílik meg',
  loading: 'Értesítések betöltése',
  loadMore: 'Régebbiek megjelenítése',
  empty: 'Mindent elolvasott',
  emptyHint: 'Az új értesítések itt jelennek meg.',
  failed: 'Az értesítéseket nem sikerült betölteni',
  failedHint: 'Ellenőrizze a kapcsolatot, vagy próbálja újra kicsit később.',
  tryAgain: 'Újrapróbálás',
  offline: 'Nincs kapcsolat. Amit megjelöl, megmarad.',
  stale: 'Nem sikerült frissíteni. A lista elavult lehet.',
  anonymous: 'Még nincs itt semmi',
  anonymousHint: 'Jelentkezzen be az értesítései megtekintéséhez.',
  today: 'Ma',
  yesterday: 'Tegnap',
  thisWeek: 'Ezen a héten',
  earlier: 'Korábban',
  pinned: 'Kitűzve',
};
export default hu;
