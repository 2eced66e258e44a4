import {pluralize} from '../plural.ts';
import type {ChatTerms} from './chat-terms.ts';

const plural = pluralize('sl');

const sl: ChatTerms = {
  language: 'sl',
  direction: 'ltr',
  chat: 'Klepet',
  unread: (count) =>
    plural(count, {one: '# neprebrano', two: '# neprebrani', few: '# neprebrana', other: '# neprebranih'}),
  heading: 'Pišite nam',
  online: 'Običajno odgovorimo v nekaj minutah',
  away: 'Trenutno ni nikogo. Pustite sporočilo: odgovor vas bo počakal tukaj.',
  greeting: 'Pozdravljeni. Kako lahko pomagamo?',
  log: 'Sporočila',
  you: 'Vi',
  write: 'Napišite sporočilo',
  send: 'Pošlji',
  attach: 'Priloži datoteko',
  remove: (name) => `Odstrani ${name}`,
  close: 'Zapri klepet',
  older: 'Pokaži starejša sporočila',
  typing: (name) => `${name} piše`,
  sending: 'Pošiljanje',
  sent: 'Poslano',
  seen: 'Videno',
  offline: 'Niste povezani. Kar napišete, ostane shranjeno in bo poslano pozneje.',
  closed: 'Ta klepet je zaključen. Pišite znova, kadar želite.',
  rate: 'Kako smo se odrezali?',
  stars: (count) =>
    plural(count, {one: '# zvezdica', two: '# zvezdici', few: '# zvezdice', other: '# zvezdic'}),
  thanks: 'Hvala za oceno',
  today: 'Danes',
  yesterday: 'Včeraj',
  download: (name, size) => `Prenesi ${name}, ${size}`,
  image: (name) => `Slika: ${name}`,
  tooLarge: (name, size) => `${name} presega ${size}`,
  tooMany: (count) => `Datotek v enem sporočilu: največ ${count}`,
  badFile: (name) => `${name} ni mogoče poslati: pošljete lahko slike, PDF, dokumente, ZIP in golo besedilo`,
  noRoom: (size) => `Na pošiljanje lahko čaka največ ${size} datotek`,
  downloadFailed: (name) => `${name} ni bilo mogoče prenesti. Poskusite znova`,
};
export default sl;
