import {pluralize} from '../plural.ts';
import type {ChatTerms} from './chat-terms.ts';

const plural = pluralize('hr');

const hr: ChatTerms = {
  language: 'hr',
  direction: 'ltr',
  chat: 'Razgovor',
  unread: (count) => plural(count, {one: '# nepročitana', few: '# nepročitane', other: '# nepročitanih'}),
  heading: 'Pišite nam',
  online: 'Obično odgovaramo za nekoliko minuta',
  away: 'Trenutačno nema nikoga. Ostavite poruku: odgovor će vas čekati ovdje.',
  greeting: 'Pozdrav. Kako možemo pomoći?',
  log: 'Poruke',
  you: 'Vi',
  write: 'Napišite poruku',
  send: 'Pošalji',
  attach: 'Priloži datoteku',
  remove: (name) => `Ukloni ${name}`,
  close: 'Zatvori razgovor',
  older: 'Prikaži starije poruke',
  typing: (name) => `${name} piše`,
  sending: 'Šalje se',
  sent: 'Poslano',
  seen: 'Viđeno',
  offline: 'Niste na mreži. Što napišete, ostaje spremljeno i bit će poslano kasnije.',
  closed: 'Ovaj je razgovor zatvoren. Pišite ponovno kad god želite.',
  rate: 'Kako smo se snašli?',
  stars: (count) => plural(count, {one: '# zvjezdica', few: '# zvjezdice', other: '# zvjezdica'}),
  thanks: 'Hvala na ocjeni',
  today: 'Danas',
  yesterday: 'Jučer',
  download: (name, size) => `Preuzmi ${name}, ${size}`,
  image: (name) => `Slika: ${name}`,
  tooLarge: (name, size) => `${name} prelazi ${size}`,
  tooMany: (count) => `Datoteka u jednoj poruci: najviše ${count}`,
  badFile: (name) => `${name} se ne može poslati: mogu se slati slike, PDF, dokumenti, ZIP i običan tekst`,
  noRoom: (size) => `Na slanje može čekati najviše ${size} datoteka`,
  downloadFailed: (name) => `${name} se ne može preuzeti. Pokušajte ponovno`,
};
export default hr;
