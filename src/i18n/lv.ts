import {pluralize} from './plural.ts';
import type {Translation} from './translation.ts';

const plural = pluralize('lv');

const lv: Translation = {
  language: 'lv',
  direction: 'ltr',
  notifications: 'Paziņojumi',
  bell: (label, unread) =>
    unread
      ? `${label}, ${plural(unread, {zero: '# nelasītu', one: '# nelasīts', other: '# nelasīti'})}`
      : label,
  notification: 'Paziņojums',
  unread: 'Nelasīts',
  important: 'Svarīgi',
  markRead: 'Atzīmēt kā lasītu',
  markAllRead: 'Atzīmēt visus kā lasītus',
  archive: 'Arhivēt',
  close: 'Aizvērt',
  more: 'Rādīt vairāk',
  less: 'Rādīt mazāk',
  opensInNewTab: 'atveras jaunā cilnē',
  loading: 'Notiek paziņojumu ielāde',
  loadMore: 'Rādīt vecākus',
  empty: 'Viss ir izlasīts',
  emptyHint: 'Jauni paziņojumi parādīsies šeit.',
  failed: 'Neizdevās ielādēt paziņojumus',
  failedHint: 'Pārbaudiet savienojumu vai pēc brīža mēģiniet vēlreiz.',
  tryAgain: 'Mēģināt vēlreiz',
  offline: 'Jūs esat bezsaistē. Jūsu atzīmes tiek saglabātas.',
  stale: 'Neizdevās atjaunināt. Saraksts var būt novecojis.',
  anonymous: 'Šeit vēl nekā nav',
  anonymousHint: 'Pierakstieties, lai redzētu savus paziņojumus.',
  today: 'Šodien',
  yesterday: 'Vakar',
  thisWeek: 'Šonedēļ',
  earlier: 'Agrāk',
  pinned: 'Piesprausti',
};
export default lv;
