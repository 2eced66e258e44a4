import {pluralize} from '../plural.ts';
import type {ChatTerms} from './chat-terms.ts';

const plural = pluralize('fi');

const fi: ChatTerms = {
  language: 'fi',
  direction: 'ltr',
  chat: 'Keskustelu',
  unread: (count) => plural(count, {one: '# lukematon', other: '# lukematonta'}),
  heading: 'Keskustele kanssamme',
  online: 'Vastaamme yleensä muutamassa minuutissa',
  away: 'Paikalla ei ole nyt ketään. Jätä viesti: vastaus odottaa sinua täällä.',
  greeting: 'Hei. Miten voimme auttaa?',
  log: 'Viestit',
  you: 'Sinä',
  write: 'Kirjoita viesti',
  send: 'Lähetä',
  attach: 'Liitä tiedosto',
  remove: (name) => `Poista ${name}`,
  close: 'Sulje keskustelu',
  older: 'Näytä vanhemmat viestit',
  typing: (name) => `${name} kirjoittaa`,
  sending: 'Lähetetään',
  sent: 'Lähetetty',
  seen: 'Nähty',
  offline: 'Olet offline-tilassa. Kirjoittamasi säilyy ja lähetetään myöhemmin.',
  closed: 'Tämä keskustelu on päättynyt. Kirjoita uudelleen milloin vain.',
  rate: 'Miten onnistuimme?',
  stars: (count) => plural(count, {one: '# tähti', other: '# tähteä'}),
  thanks: 'Kiitos arviostasi',
  today: 'Tänään',
  yesterday: 'Eilen',
  download: (name, size) => `Lataa ${name}, ${size}`,
  image: (name) => `Kuva: ${name}`,
  tooLarge: (name, size) => `${name} on suurempi kuin ${size}`,
  tooMany: (count) => `Tiedostoja viestissä: enintään ${count}`,
  badFile: (name) =>
    `${name}: tiedostoa ei voi lähettää. Kuvat, PDF, asiakirjat, ZIP ja pelkkä teksti käyvät`,
  noRoom: (size) => `Lähetystä voi odottaa enintään ${size} tiedostoja`,
  downloadFailed: (name) => `${name}: lataaminen ei onnistunut. Yritä uudelleen`,
};
export default fi;
