import {pluralize} from './plural.ts';
import type {Translation} from './translation.ts';

const plural = pluralize('ga');

const ga: Translation = {
  language: 'ga',
  direction: 'ltr',
  notifications: 'Fógraí',
  bell: (label, unread) =>
    unread ? `${label}, ${plural(unread, {one: '# gan léamh', other: '# gan léamh'})}` : label,
  notification: 'Fógra',
  unread: 'Gan léamh',
  important: 'Tábhachtach',
  markRead: 'Marcáil mar léite',
  markAllRead: 'Marcáil iad uile mar léite',
  archive: 'Cuir sa chartlann',
  close: 'Dún',
  more: 'Taispeáin níos mó',
  less: 'Taispeáin níos lú',
  opensInNewTab: 'osclaítear i gcluaisín nua é',
  loading: 'Fógraí á lódáil',
  loadMore: 'Taispeáin cinn níos sine',
  empty: 'Tá gach rud léite agat',
  emptyHint: 'Taispeánfar fógraí nua anseo.',
  failed: 'Níorbh fhéidir do chuid fógraí a lódáil',
  failedHint: 'Seiceáil do cheangal nó bain triail eile as ar ball.',
  tryAgain: 'Bain triail eile as',
  offline: 'Tá tú as líne. Coinneofar a marcálann tú.',
  stale: 'Níorbh fhéidir é a nuashonrú. D’fhéadfadh an liosta a bheith as dáta.',
  anonymous: 'Níl aon rud anseo fós',
  anonymousHint: 'Sínigh isteach chun do chuid fógraí a fheiceáil.',
  today: 'Inniu',
  yesterday: 'Inné',
  thisWeek: 'An tseachtain seo',
  earlier: 'Níos luaithe',
  pinned: 'Pionnáilte',
};
export default ga;
