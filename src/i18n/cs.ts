import {pluralize} from './plural.ts';
import type {Translation} from './translation.ts';

const plural = pluralize('cs');

const cs: Translation = {
  language: 'cs',
  direction: 'ltr',
  notifications: 'Oznámení',
  bell: (label, unread) =>
    unread
      ? `${label}, ${plural(unread, {one: '# nepřečtené', few: '# nepřečtená', many: '# nepřečteného', other: '# nepřečtených'})}`
      : label,
  notification: 'Oznámení',
  unread: 'Nepřečtené',
  important: 'Důležité',
  markRead: 'Označit jako přečtené',
  markAllRead: 'Označit vše jako přečtené',
  archive: 'Archivovat',
  close: 'Zavřít',
  more: 'Zobrazit více',
  less: 'Zobrazit méně',
  opensInNewTab: 'otevře se na nové kartě',
  loading: 'Načítání oznámení',
  loadMore: 'Zobrazit starší',
  empty: 'Máte přečteno',
  emptyHint: 'Nová oznámení se objeví tady.',
  failed: 'Oznámení se nepodařilo načíst',
  failedHint: 'Zkontrolujte připojení nebo to za chvíli zkuste znovu.',
  tryAgain: 'Zkusit znovu',
  offline: 'Jste offline. Co označíte, zůstane uloženo.',
  stale: 'Nepodařilo se načíst novinky. Seznam nemusí být aktuální.',
  anonymous: 'Zatím tu nic není',
  anonymousHint: 'Přihlaste se a uvidíte svá oznámení.',
  today: 'Dnes',
  yesterday: 'Včera',
  thisWeek: 'Tento týden',
  earlier: 'Dříve',
  pinned: 'Připnuté',
};
export default cs;
