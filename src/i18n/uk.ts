import {pluralize} from './plural.ts';
import type {Translation} from './translation.ts';

const plural = pluralize('uk');

const uk: Translation = {
  language: 'uk',
  direction: 'ltr',
  notifications: 'Сповіщення',
  bell: (label, unread) =>
    unread
      ? `${label}, ${plural(unread, {one: '# непрочитане', few: '# непрочитані', many: '# непрочитаних', other: '# непрочитаного'})}`
      : label,
  notification: 'Сповіщення',
  unread: 'Непрочитане',
  important: 'Важливо',
  markRead: 'Позначити прочитаним',
  markAllRead: 'Прочитати всі',
  archive: 'До архіву',
  close: 'Закрити',
  more: 'Показати більше',
  less: 'Згорнути',
  opensInNewTab: 'відкриється в новій вкладці',
  loading: 'Завантаження сповіщень',
  loadMore: 'Показати давніші',
  empty: 'Усе переглянуто',
  emptyHint: 'Нові сповіщення з’являться тут.',
  failed: 'Не вдалося завантажити сповіщення',
  failedHint: 'Перевірте з’єднання або спробуйте трохи згодом.',
  tryAgain: 'Спробувати ще раз',
  offline: 'Ви не в мережі. Ваші позначки збережено.',
  stale: 'Не вдалося оновити. Дані можуть бути застарілими.',
  anonymous: 'Тут поки порожньо',
  anonymousHint: 'Увійдіть, щоб побачити свої сповіщення.',
  today: 'Сьогодні',
  yesterday: 'Вчора',
  thisWeek: 'Цього тижня',
  earlier: 'Раніше',
  pinned: 'Закріплені',
};
export default uk;
