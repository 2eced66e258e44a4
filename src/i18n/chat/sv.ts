import {pluralize} from '../plural.ts';
import type {ChatTerms} from './chat-terms.ts';

const plural = pluralize('sv');

const sv: ChatTerms = {
  language: 'sv',
  direction: 'ltr',
  chat: 'Chatt',
  unread: (count) => plural(count, {one: '# oläst', other: '# olästa'}),
  heading: 'Chatta med oss',
  online: 'Vi svarar oftast inom några minuter',
  away: 'Ingen är här just nu. Lämna ett meddelande: svaret väntar på dig här.',
  greeting: 'Hej. Hur kan vi hjälpa till?',
  log: 'Meddelanden',
  you: 'Du',
  write: 'Skriv ett meddelande',
  send: 'Skicka',
  attach: 'Bifoga en fil',
  remove: (name) => `Ta bort ${name}`,
  close: 'Stäng chatten',
  older: 'Visa äldre meddelanden',
  typing: (name) => `${name} skriver`,
  sending: 'Skickas',
  sent: 'Skickat',
  seen: 'Sett',
  offline: 'Du är offline. Det du skriver sparas och skickas senare.',
  closed: 'Den här chatten är avslutad. Skriv igen när du vill.',
  rate: 'Hur gick det?',
  stars: (count) => plural(count, {one: '# stjärna', other: '# stjärnor'}),
  thanks: 'Tack för ditt betyg',
  today: 'I dag',
  yesterday: 'I går',
  download: (name, size) => `Ladda ner ${name}, ${size}`,
  image: (name) => `Bild: ${name}`,
  tooLarge: (name, size) => `${name} är större än ${size}`,
  tooMany: (count) => `Filer per meddelande: högst ${count}`,
  badFile: (name) => `${name} kan inte skickas: bilder, PDF, dokument, ZIP och ren text går bra`,
  noRoom: (size) => `Högst ${size} filer kan vänta på att skickas`,
  downloadFailed: (name) => `${name} kunde inte laddas ner. Försök igen`,
};
export default sv;
