import {pluralize} from '../plural.ts';
import type {ChatTerms} from './chat-terms.ts';

const plural = pluralize('et');

const et: ChatTerms = {
  language: 'et',
  direction: 'ltr',
  chat: 'Vestlus',
  unread: (count) => plural(count, {other: '# lugemata'}),
  heading: 'Vestle meiega',
  online: 'Vastame tavaliselt mõne minutiga',
  away: 'Praegu pole siin kedagi. Jäta sõnum: vastus ootab sind siin.',
  greeting: 'Tere. Kuidas saame aidata?',
  log: 'Sõnumid',
  you: 'Sina',
  write: 'Kirjuta sõnum',
  send: 'Saada',
  attach: 'Lisa fail',
  remove: (name) => `Eemalda ${name}`,
  close: 'Sulge vestlus',
  older: 'Näita vanemaid sõnumeid',
  typing: (name) => `${name} kirjutab`,
  sending: 'Saatmisel',
  sent: 'Saadetud',
  seen: 'Nähtud',
  offline: 'Sa ei ole võrgus. Kirjutatu jääb alles ja saadetakse hiljem.',
  closed: 'See vestlus on lõppenud. Kirjuta uuesti, millal soovid.',
  rate: 'Kuidas meil läks?',
  stars: (count) => plural(count, {one: '# täht', other: '# tähte'}),
  thanks: 'Aitäh hinnangu eest',
  today: 'Täna',
  yesterday: 'Eile',
  download: (name, size) => `Laadi alla ${name}, ${size}`,
  image: (name) => `Pilt: ${name}`,
  tooLarge: (name, size) => `${name} on suurem kui ${size}`,
  tooMany: (count) => `Faile ühes sõnumis: kuni ${count}`,
  badFile: (name) => `${name}: faili ei saa saata. Sobivad pildid, PDF, dokumendid, ZIP ja lihttekst`,
  noRoom: (size) => `Saatmist võib oodata kuni ${size} faile`,
  downloadFailed: (name) => `${name}: allalaadimine ebaõnnestus. Proovi uuesti`,
};
export default et;
