import {pluralize} from '../plural.ts';
import type {ChatTerms} from './chat-terms.ts';

const plural = pluralize('da');

const da: ChatTerms = {
  language: 'da',
  direction: 'ltr',
  chat: 'Chatsamtale',
  unread: (count) => plural(count, {one: '# ulæst', other: '# ulæste'}),
  heading: 'Chat med os',
  online: 'Vi svarer som regel inden for få minutter',
  away: 'Der er ingen lige nu. Læg en besked: Svaret venter på dig her.',
  greeting: 'Hej. Hvad kan vi hjælpe med?',
  log: 'Beskeder',
  you: 'Dig',
  write: 'Skriv en besked',
  send: 'Send beskeden',
  attach: 'Vedhæft en fil',
  remove: (name) => `Fjern ${name}`,
  close: 'Luk chatten',
  older: 'Vis ældre beskeder',
  typing: (name) => `${name} skriver`,
  sending: 'Sender',
  sent: 'Sendt',
  seen: 'Set',
  offline: 'Du er offline. Det, du skriver, gemmes og sendes senere.',
  closed: 'Denne chat er afsluttet. Skriv igen, når du har lyst.',
  rate: 'Hvordan klarede vi det?',
  stars: (count) => plural(count, {one: '# stjerne', other: '# stjerner'}),
  thanks: 'Tak for din bedømmelse',
  today: 'I dag',
  yesterday: 'I går',
  download: (name, size) => `Hent ${name}, ${size}`,
  image: (name) => `Billede: ${name}`,
  tooLarge: (name, size) => `${name} er større end ${size}`,
  tooMany: (count) => `Filer i en besked: højst ${count}`,
  badFile: (name) => `${name} kan ikke sendes: billeder, PDF, dokumenter, ZIP og ren tekst kan`,
  noRoom: (size) => `Højst ${size} filer kan vente på at blive sendt`,
  downloadFailed: (name) => `${name} kunne ikke hentes. Prøv igen`,
};
export default da;
