import {pluralize} from '../plural.ts';
import type {ChatTerms} from './chat-terms.ts';

const plural = pluralize('mt');

const mt: ChatTerms = {
  language: 'mt',
  direction: 'ltr',
  chat: 'Taħdita',
  unread: (count) => plural(count, {other: '# mhux moqrija'}),
  heading: 'Kellimna',
  online: 'Is-soltu nwieġbu fi ftit minuti',
  away: 'Bħalissa m’hawn ħadd. Ħalli messaġġ: it-tweġiba tistenniek hawn.',
  greeting: 'Bonġu. Kif nistgħu ngħinu?',
  log: 'Messaġġi',
  you: 'Int',
  write: 'Ikteb messaġġ',
  send: 'Ibgħat',
  attach: 'Ehmeż fajl',
  remove: (name) => `Neħħi ${name}`,
  close: 'Agħlaq it-taħdita',
  older: 'Uri messaġġi eqdem',
  typing: (name) => `${name} qed jikteb`,
  sending: 'Qed jintbagħat',
  sent: 'Intbagħat',
  seen: 'Rawh',
  offline: 'M’intix onlajn. Dak li tikteb jinżamm u jintbagħat aktar tard.',
  closed: 'Din it-taħdita magħluqa. Erġa’ ikteb meta trid.',
  rate: 'Kif morna?',
  stars: (count) =>
    plural(count, {
      one: 'stilla waħda',
      two: '# stilel',
      few: '# stilel',
      many: '# stilla',
      other: '# stilla',
    }),
  thanks: 'Grazzi tal-valutazzjoni',
  today: 'Illum',
  yesterday: 'Ilbieraħ',
  download: (name, size) => `Niżżel ${name}, ${size}`,
  image: (name) => `Stampa: ${name}`,
  tooLarge: (name, size) => `${name} hu akbar minn ${size}`,
  tooMany: (count) => `Fajls f’messaġġ wieħed: l-aktar ${count}`,
  badFile: (name) => `${name} ma jistax jintbagħat: stampi, PDF, dokumenti, ZIP u test sempliċi jistgħu`,
  noRoom: (size) => `L-aktar ${size} ta’ fajls jistgħu jistennew li jintbagħtu`,
  downloadFailed: (name) => `${name} ma setax jitniżżel. Erġa’ pprova`,
};
export default mt;
