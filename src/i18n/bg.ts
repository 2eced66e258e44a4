import {pluralize} from './plural.ts';
import type {Translation} from './translation.ts';

const plural = pluralize('bg');

const bg: Translation = {
  language: 'bg',
  direction: 'ltr',
  notifications: 'Известия',
  bell: (label, unread) =>
    unread ? `${label}, ${plural(unread, {one: '# непрочетено', other: '# непрочетени'})}` : label,
  notification: 'Известие',
  unread: 'Непрочетено',
  important: 'Важно',
  markRead: 'Отбелязване като прочетено',
  markAllRead: 'Отбелязване на всички като прочетени',
  archive: 'Архивиране',
  close: 'Затваряне',
  more: 'Показване на още',
  less: 'Показване на по-малко',
  opensInNewTab: 'отваря се в нов раздел',
  loading: 'Зареждане на известията',
  loadMore: 'По-стари',
  empty: 'Прочетохте всичко',
  emptyHint: 'Новите известия ще се появяват тук.',
  failed: 'Известията не се заредиха',
  failedHint: 'Проверете връзката си или опитайте отново след малко.',
  tryAgain: 'Опитайте отново',
  offline: 'Няма връзка. Отбелязаното от вас се запазва.',
  stale: 'Обновяването не успя. Списъкът може да е остарял.',
  anonymous: 'Все още няма нищо',
  anonymousHint: 'Влезте в профила си, за да видите известията си.',
  today: 'Днес',
  yesterday: 'Вчера',
  thisWeek: 'Тази седмица',
  earlier: 'По-рано',
  pinned: 'Закачени',
};
export default bg;
