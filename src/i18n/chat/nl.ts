import {pluralize} from '../plural.ts';
import type {ChatTerms} from './chat-terms.ts';

const plural = pluralize('nl');

const nl: ChatTerms = {
  language: 'nl',
  direction: 'ltr',
  chat: 'Chat',
  unread: (count) => plural(count, {other: '# ongelezen'}),
  heading: 'Chat met ons',
  online: 'We antwoorden meestal binnen een paar minuten',
  away: 'Er is nu niemand. Laat een bericht achter: het antwoord wacht hier op je.',
  greeting: 'Hallo. Hoe kunnen we helpen?',
  log: 'Berichten',
  you: 'Jij',
  write: 'Schrijf een bericht',
  send: 'Versturen',
  attach: 'Bestand toevoegen',
  remove: (name) => `${name} verwijderen`,
  close: 'Chat sluiten',
  older: 'Oudere berichten tonen',
  typing: (name) => `${name} is aan het schrijven`,
  sending: 'Wordt verstuurd',
  sent: 'Verstuurd',
  seen: 'Gezien',
  offline: 'Je bent offline. Wat je schrijft, blijft bewaard en wordt later verstuurd.',
  closed: 'Deze chat is gesloten. Schrijf gerust opnieuw.',
  rate: 'Hoe hebben we het gedaan?',
  stars: (count) => plural(count, {one: '# ster', other: '# sterren'}),
  thanks: 'Bedankt voor je beoordeling',
  today: 'Vandaag',
  yesterday: 'Gisteren',
  download: (name, size) => `${name} downloaden, ${size}`,
  image: (name) => `Afbeelding: ${name}`,
  tooLarge: (name, size) => `${name} is groter dan ${size}`,
  tooMany: (count) => `Bestanden per bericht: hoogstens ${count}`,
  badFile: (name) =>
    `${name} kan niet worden verstuurd: afbeeldingen, pdf, documenten, zip en platte tekst wel`,
  noRoom: (size) => `Hoogstens ${size} aan bestanden kan op verzending wachten`,
  downloadFailed: (name) => `${name} kon niet worden gedownload. Probeer het opnieuw`,
};
export default nl;
