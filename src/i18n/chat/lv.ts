import {pluralize} from '../plural.ts';
import type {ChatTerms} from './chat-terms.ts';

const plural = pluralize('lv');

const lv: ChatTerms = {
  language: 'lv',
  direction: 'ltr',
  chat: 'Tērzēšana',
  unread: (count) => plural(count, {zero: '# nelasītu', one: '# nelasīta', other: '# nelasītas'}),
  heading: 'Rakstiet mums',
  online: 'Parasti atbildam dažu minūšu laikā',
  away: 'Pašlaik šeit neviena nav. Atstājiet ziņu: atbilde jūs gaidīs šeit.',
  greeting: 'Labdien. Kā varam palīdzēt?',
  log: 'Ziņas',
  you: 'Jūs',
  write: 'Rakstiet ziņu',
  send: 'Sūtīt',
  attach: 'Pievienot failu',
  remove: (name) => `Noņemt ${name}`,
  close: 'Aizvērt tērzēšanu',
  older: 'Rādīt vecākas ziņas',
  typing: (name) => `${name} raksta`,
  sending: 'Tiek sūtīts',
  sent: 'Nosūtīts',
  seen: 'Redzēts',
  offline: 'Jūs esat bezsaistē. Rakstītais tiek saglabāts un nosūtīts vēlāk.',
  closed: 'Šī tērzēšana ir slēgta. Rakstiet atkal, kad vēlaties.',
  rate: 'Kā mums veicās?',
  stars: (count) => plural(count, {zero: '# zvaigžņu', one: '# zvaigzne', other: '# zvaigznes'}),
  thanks: 'Paldies par vērtējumu',
  today: 'Šodien',
  yesterday: 'Vakar',
  download: (name, size) => `Lejupielādēt ${name}, ${size}`,
  image: (name) => `Attēls: ${name}`,
  tooLarge: (name, size) => `${name} ir lielāks par ${size}`,
  tooMany: (count) => `Faili vienā ziņā: ne vairāk kā ${count}`,
  badFile: (name) => `${name} nevar nosūtīt: var sūtīt attēlus, PDF, dokumentus, ZIP un vienkāršu tekstu`,
  noRoom: (size) => `Nosūtīšanu var gaidīt faili līdz ${size}`,
  downloadFailed: (name) => `${name} neizdevās lejupielādēt. Mēģiniet vēlreiz`,
};
export default lv;
