import {pluralize} from '../plural.ts';
import type {ChatTerms} from './chat-terms.ts';

const plural = pluralize('hu');

const hu: ChatTerms = {
  language: 'hu',
  direction: 'ltr',
  chat: 'Csevegés',
  unread: (count) => plural(count, {other: '# olvasatlan'}),
  heading: 'Írjon nekünk',
  online: 'Általában néhány percen belül válaszolunk',
  away: 'Most nincs itt senki. Hagyjon üzenetet: a válasz itt várja majd.',
  greeting: 'Üdvözöljük. Miben segíthetünk?',
  log: 'Üzenetek',
  you: 'Ön',
  write: 'Írjon üzenetet',
  send: 'Küldés',
  attach: 'Fájl csatolása',
  remove: (name) => `Eltávolítás: ${name}`,
  close: 'Csevegés bezárása',
  older: 'Régebbi üzenetek megjelenítése',
  typing: (name) => `${name} éppen ír`,
  sending: 'Küldés folyamatban',
  sent: 'Elküldve',
  seen: 'Látta',
  offline: 'Nincs kapcsolat. Amit ír, megmarad, és később elküldjük.',
  closed: 'Ez a csevegés lezárult. Írjon újra, amikor szeretne.',
  rate: 'Hogyan segítettünk?',
  stars: (count) => plural(count, {other: '# csillag'}),
  thanks: 'Köszönjük az értékelést',
  today: 'Ma',
  yesterday: 'Tegnap',
  download: (name, size) => `Letöltés: ${name}, ${size}`,
  image: (name) => `Kép: ${name}`,
  tooLarge: (name, size) => `${name} nagyobb, mint ${size}`,
  tooMany: (count) => `Fájlok egy üzenetben: legfeljebb ${count}`,
  badFile: (name) => `${name} nem küldhető el: kép, PDF, dokumentum, ZIP és egyszerű szöveg küldhető`,
  noRoom: (size) => `Legfeljebb ${size} fájl várhat küldésre`,
  downloadFailed: (name) => `${name} letöltése nem sikerült. Próbálja újra`,
};
export default hu;
