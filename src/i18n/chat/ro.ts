import {pluralize} from '../plural.ts';
import type {ChatTerms} from './chat-terms.ts';

const plural = pluralize('ro');

const ro: ChatTerms = {
  language: 'ro',
  direction: 'ltr',
  chat: 'Discuție',
  unread: (count) => plural(count, {one: '# necitit', few: '# necitite', other: '# de necitite'}),
  heading: 'Scrie-ne',
  online: 'De obicei răspundem în câteva minute',
  away: 'Acum nu este nimeni aici. Lasă un mesaj: răspunsul te așteaptă aici.',
  greeting: 'Bună. Cu ce te putem ajuta?',
  log: 'Mesaje',
  you: 'Tu',
  write: 'Scrie un mesaj',
  send: 'Trimite',
  attach: 'Atașează un fișier',
  remove: (name) => `Elimină ${name}`,
  close: 'Închide discuția',
  older: 'Arată mesajele mai vechi',
  typing: (name) => `${name} scrie`,
  sending: 'Se trimite',
  sent: 'Trimis',
  seen: 'Văzut',
  offline: 'Ești offline. Ce scrii se păstrează și se trimite mai târziu.',
  closed: 'Această discuție s-a încheiat. Scrie din nou când vrei.',
  rate: 'Cum ne-am descurcat?',
  stars: (count) => plural(count, {one: '# stea', few: '# stele', other: '# de stele'}),
  thanks: 'Mulțumim pentru evaluare',
  today: 'Azi',
  yesterday: 'Ieri',
  download: (name, size) => `Descarcă ${name}, ${size}`,
  image: (name) => `Imagine: ${name}`,
  tooLarge: (name, size) => `${name} depășește ${size}`,
  tooMany: (count) => `Fișiere într-un mesaj: cel mult ${count}`,
  badFile: (name) => `${name} nu se poate trimite: se acceptă imagini, PDF, documente, ZIP și text simplu`,
  noRoom: (size) => `Cel mult ${size} de fișiere pot aștepta trimiterea`,
  downloadFailed: (name) => `${name} nu s-a putut descărca. Încearcă din nou`,
};
export default ro;
