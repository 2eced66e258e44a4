import {pluralize} from '../plural.ts';
import type {ChatTerms} from './chat-terms.ts';

const plural = pluralize('uk');

const uk: ChatTerms = {
  language: 'uk',
  direction: 'ltr',
  chat: 'Чат',
  unread: (count) =>
    plural(count, {
      one: '# непрочитане',
      few: '# непрочитані',
      many: '# непрочитаних',
      other: '# непрочитаного',
    }),
  heading: 'Напишіть нам',
  online: 'Зазвичай відповідаємо за кілька хвилин',
  away: 'Зараз тут нікого немає. Залиште повідомлення: відповідь чекатиме на вас тут.',
  greeting: 'Вітаємо. Чим можемо допомогти?',
  log: 'Повідомлення',
  you: 'Ви',
  write: 'Напишіть повідомлення',
  send: 'Надіслати',
  attach: 'Прикріпити файл',
  remove: (name) => `Прибрати ${name}`,
  close: 'Закрити чат',
  older: 'Показати давніші повідомлення',
  typing: (name) => `${name} пише`,
  sending: 'Надсилається',
  sent: 'Надіслано',
  seen: 'Переглянуто',
  offline: 'Ви не в мережі. Написане збережено й буде надіслано пізніше.',
  closed: 'Цей чат завершено. Пишіть знову, коли захочете.',
  rate: 'Як ми впоралися?',
  stars: (count) => plural(count, {one: '# зірка', few: '# зірки', many: '# зірок', other: '# зірки'}),
  thanks: 'Дякуємо за оцінку',
  today: 'Сьогодні',
  yesterday: 'Вчора',
  download: (name, size) => `Завантажити ${name}, ${size}`,
  image: (name) => `Зображення: ${name}`,
  tooLarge: (name, size) => `${name} більший за ${size}`,
  tooMany: (count) => `Файлів в одному повідомленні: щонайбільше ${count}`,
  badFile: (name) =>
    `${name} не можна надіслати: приймаються зображення, PDF, документи, ZIP і звичайний текст`,
  noRoom: (size) => `Чекати на надсилання може щонайбільше ${size} файлів`,
  downloadFailed: (name) => `${name} не вдалося завантажити. Спробуйте ще раз`,
};
export default uk;
