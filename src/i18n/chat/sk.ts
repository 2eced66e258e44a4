import {pluralize} from '../plural.ts';
import type {ChatTerms} from './chat-terms.ts';

const plural = pluralize('sk');

const sk: ChatTerms = {
  language: 'sk',
  direction: 'ltr',
  chat: 'Konverzácia',
  unread: (count) =>
    plural(count, {
      one: '# neprečítaná',
      few: '# neprečítané',
      many: '# neprečítanej',
      other: '# neprečítaných',
    }),
  heading: 'Napíšte nám',
  online: 'Zvyčajne odpovedáme do niekoľkých minút',
  away: 'Práve tu nikto nie je. Nechajte nám správu: odpoveď vás počká tu.',
  greeting: 'Dobrý deň. Ako môžeme pomôcť?',
  log: 'Správy',
  you: 'Vy',
  write: 'Napíšte správu',
  send: 'Odoslať',
  attach: 'Priložiť súbor',
  remove: (name) => `Odstrániť ${name}`,
  close: 'Zavrieť konverzáciu',
  older: 'Zobraziť staršie správy',
  typing: (name) => `${name} píše`,
  sending: 'Odosiela sa',
  sent: 'Odoslané',
  seen: 'Zobrazené',
  offline: 'Ste offline. Čo napíšete, zostane uložené a odošle sa neskôr.',
  closed: 'Táto konverzácia je uzavretá. Napíšte znova, kedykoľvek chcete.',
  rate: 'Ako sme si viedli?',
  stars: (count) =>
    plural(count, {one: '# hviezdička', few: '# hviezdičky', many: '# hviezdičky', other: '# hviezdičiek'}),
  thanks: 'Ďakujeme za hodnotenie',
  today: 'Dnes',
  yesterday: 'Včera',
  download: (name, size) => `Stiahnuť ${name}, ${size}`,
  image: (name) => `Obrázok: ${name}`,
  tooLarge: (name, size) => `${name} je väčší ako ${size}`,
  tooMany: (count) => `Súborov v jednej správe: najviac ${count}`,
  badFile: (name) => `${name} sa nedá odoslať: dajú sa posielať obrázky, PDF, dokumenty, ZIP a čistý text`,
  noRoom: (size) => `Na odoslanie môže čakať najviac ${size} súborov`,
  downloadFailed: (name) => `${name} sa nepodarilo stiahnuť. Skúste to znova`,
};
export default sk;
