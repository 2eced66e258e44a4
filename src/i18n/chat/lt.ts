import {pluralize} from '../plural.ts';
import type {ChatTerms} from './chat-terms.ts';

const plural = pluralize('lt');

const lt: ChatTerms = {
  language: 'lt',
  direction: 'ltr',
  chat: 'Pokalbis',
  unread: (count) =>
    plural(count, {one: '# neskaityta', few: '# neskaitytos', many: '# neskaitytos', other: '# neskaitytų'}),
  heading: 'Parašykite mums',
  online: 'Paprastai atsakome per kelias minutes',
  away: 'Šiuo metu čia nieko nėra. Palikite žinutę: atsakymas lauks jūsų čia.',
  greeting: 'Sveiki. Kuo galime padėti?',
  log: 'Žinutės',
  you: 'Jūs',
  write: 'Rašykite žinutę',
  send: 'Siųsti',
  attach: 'Pridėti failą',
  remove: (name) => `Pašalinti ${name}`,
  close: 'Uždaryti pokalbį',
  older: 'Rodyti senesnes žinutes',
  typing: (name) => `${name} rašo`,
  sending: 'Siunčiama',
  sent: 'Išsiųsta',
  seen: 'Matyta',
  offline: 'Esate neprisijungę prie interneto. Tai, ką rašote, išsaugoma ir bus išsiųsta vėliau.',
  closed: 'Šis pokalbis baigtas. Rašykite vėl, kai norėsite.',
  rate: 'Kaip mums sekėsi?',
  stars: (count) =>
    plural(count, {one: '# žvaigždutė', few: '# žvaigždutės', many: '# žvaigždutės', other: '# žvaigždučių'}),
  thanks: 'Ačiū už įvertinimą',
  today: 'Šiandien',
  yesterday: 'Vakar',
  download: (name, size) => `Atsisiųsti ${name}, ${size}`,
  image: (name) => `Paveikslėlis: ${name}`,
  tooLarge: (name, size) => `${name} yra didesnis nei ${size}`,
  tooMany: (count) => `Failų vienoje žinutėje: ne daugiau kaip ${count}`,
  badFile: (name) =>
    `${name} išsiųsti negalima: tinka paveikslėliai, PDF, dokumentai, ZIP ir paprastas tekstas`,
  noRoom: (size) => `Išsiuntimo gali laukti ne daugiau kaip ${size} failų`,
  downloadFailed: (name) => `${name} atsisiųsti nepavyko. Bandykite dar kartą`,
};
export default lt;
