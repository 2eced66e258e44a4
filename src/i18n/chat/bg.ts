import {pluralize} from '../plural.ts';
import type {ChatTerms} from './chat-terms.ts';

const plural = pluralize('bg');

const bg: ChatTerms = {
  language: 'bg',
  direction: 'ltr',
  chat: 'Чат',
  unread: (count) => plural(count, {one: '# непрочетено', other: '# непрочетени'}),
  heading: 'Пишете ни',
  online: 'Обикновено отговаряме до няколко минути',
  away: 'В момента няма никого. Оставете съобщение: отговорът ще ви чака тук.',
  greeting: 'Здравейте. С какво можем да помогнем?',
  log: 'Съобщения',
  you: 'Вие',
  write: 'Напишете съобщение',
  send: 'Изпращане',
  attach: 'Прикачване на файл',
  remove: (name) => `Премахване на ${name}`,
  close: 'Затваряне на чата',
  older: 'Показване на по-стари съобщения',
  typing: (name) => `${name} пише`,
  sending: 'Изпраща се',
  sent: 'Изпратено',
  seen: 'Видяно',
  offline: 'Няма връзка. Написаното от вас се запазва и ще бъде изпратено по-късно.',
  closed: 'Този чат е приключен. Пишете отново, когато пожелаете.',
  rate: 'Как се справихме?',
  stars: (count) => plural(count, {one: '# звезда', other: '# звезди'}),
  thanks: 'Благодарим за оценката',
  today: 'Днес',
  yesterday: 'Вчера',
  download: (name, size) => `Изтегляне на ${name}, ${size}`,
  image: (name) => `Изображение: ${name}`,
  tooLarge: (name, size) => `${name} е по-голям от ${size}`,
  tooMany: (count) => `Файлове в едно съобщение: най-много ${count}`,
  badFile: (name) =>
    `${name} не може да се изпрати: приемат се изображения, PDF, документи, ZIP и обикновен текст`,
  noRoom: (size) => `Най-много ${size} файлове могат да чакат изпращане`,
  downloadFailed: (name) => `${name} не можа да се изтегли. Опитайте отново`,
};
export default bg;
