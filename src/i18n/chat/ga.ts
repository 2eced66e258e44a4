import {pluralize} from '../plural.ts';
import type {ChatTerms} from './chat-terms.ts';

const plural = pluralize('ga');

const ga: ChatTerms = {
  language: 'ga',
  direction: 'ltr',
  chat: 'Comhrá',
  unread: (count) => plural(count, {other: '# gan léamh'}),
  heading: 'Labhair linn',
  online: 'Is gnách linn freagairt i gceann cúpla nóiméad',
  away: 'Níl aon duine anseo faoi láthair. Fág teachtaireacht: beidh an freagra ag fanacht leat anseo.',
  greeting: 'Dia duit. Conas is féidir linn cabhrú?',
  log: 'Teachtaireachtaí',
  you: 'Tusa',
  write: 'Scríobh teachtaireacht',
  send: 'Seol',
  attach: 'Ceangail comhad',
  remove: (name) => `Bain ${name}`,
  close: 'Dún an comhrá',
  older: 'Taispeáin teachtaireachtaí níos sine',
  typing: (name) => `Tá ${name} ag scríobh`,
  sending: 'Á seoladh',
  sent: 'Seolta',
  seen: 'Feicthe',
  offline: 'Tá tú as líne. Coinneofar a scríobhann tú agus seolfar níos déanaí é.',
  closed: 'Tá an comhrá seo dúnta. Scríobh arís am ar bith.',
  rate: 'Conas a d’éirigh linn?',
  stars: (count) =>
    plural(count, {one: '# réalta', two: '# réalta', few: '# réalta', many: '# réalta', other: '# réalta'}),
  thanks: 'Go raibh maith agat as do mheasúnú',
  today: 'Inniu',
  yesterday: 'Inné',
  download: (name, size) => `Íoslódáil ${name}, ${size}`,
  image: (name) => `Íomhá: ${name}`,
  tooLarge: (name, size) => `Tá ${name} níos mó ná ${size}`,
  tooMany: (count) => `Comhaid in aon teachtaireacht: ${count} ar a mhéad`,
  badFile: (name) =>
    `Ní féidir ${name} a sheoladh: is féidir íomhánna, PDF, cáipéisí, ZIP agus gnáth-théacs a sheoladh`,
  noRoom: (size) => `Is féidir le ${size} de chomhaid ar a mhéad fanacht le seoladh`,
  downloadFailed: (name) => `Níorbh fhéidir ${name} a íoslódáil. Bain triail eile as`,
};
export default ga;
