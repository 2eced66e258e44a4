import {pluralize} from './plural.ts';
import type {Translation} from './translation.ts';

const plural = pluralize('et');

const et: Translation = {
  language: 'et',
  direction: 'ltr',
  notifications: 'Teavitused',
  bell: (label, unread) =>
    unread ? `${label}, ${plural(unread, {one: '# lugemata', other: '# lugemata'})}` : label,
  notification: 'Teavitus',
  unread: 'Lugemata',
  important: 'Tähtis',
  markRead: 'Märgi loetuks',
  markAllRead: 'Märgi kõik loetuks',
  archive: 'Arhiivi',
  close: 'Sule',
  more: 'Näita rohkem',
  less: 'Näita vähem',
  opensInNewTab: 'avaneb uuel vahelehel',
  loading: 'Teavituste laadimine',
  loadMore: 'Näita vanemaid',
  empty: 'Kõik on loetud',
  emptyHint: 'Uued teavitused ilmuvad siia.',
  failed: 'Teavitusi ei õnnestunud laadida',
  failedHint: 'Kontrolli ühendust või proovi mõne hetke pärast uuesti.',
  tryAgain: 'Proovi uuesti',
  offline: 'Sa ei ole võrgus. Sinu märked on salvestatud.',
  stale: 'Värskendamine ei õnnestunud. Loend võib olla vananenud.',
  anonymous: 'Siin pole veel midagi',
  anonymousHint: 'Teavituste nägemiseks logi sisse.',
  today: 'Täna',
  yesterday: 'Eile',
  thisWeek: 'Sel nädalal',
  earlier: 'Varem',
  pinned: 'Kinnitatud',
};
export default et;
