import {pluralize} from './plural.ts';
import type {Translation} from './translation.ts';

const plural = pluralize('mt');

const mt: Translation = {
  language: 'mt',
  direction: 'ltr',
  notifications: 'Notifiki',
  bell: (label, unread) =>
    unread ? `${label}, ${plural(unread, {one: '# mhux moqrija', other: '# mhux moqrija'})}` : label,
  notification: 'Notifika',
  unread: 'Mhux moqrija',
  important: 'Importanti',
  markRead: 'Immarka bħala moqrija',
  markAllRead: 'Immarka kollox bħala moqri',
  archive: 'Arkivja',
  close: 'Agħlaq',
  more: 'Uri aktar',
  less: 'Uri inqas',
  opensInNewTab: 'tinfetaħ f’tab ġdid',
  loading: 'Qed jitgħabbew in-notifiki',
  loadMore: 'Uri dawk eqdem',
  empty: 'Qrajt kollox',
  emptyHint: 'In-notifiki l-ġodda jidhru hawn.',
  failed: 'In-notifiki ma setgħux jitgħabbew',
  failedHint: 'Iċċekkja l-konnessjoni jew erġa’ pprova ftit ieħor.',
  tryAgain: 'Erġa’ pprova',
  offline: 'M’intix onlajn. Dak li timmarka jinżamm.',
  stale: 'Ma setax jiġi aġġornat. Il-lista tista’ tkun antika.',
  anonymous: 'Għad m’hawn xejn',
  anonymousHint: 'Idħol fil-kont biex tara n-notifiki tiegħek.',
  today: 'Illum',
  yesterday: 'Ilbieraħ',
  thisWeek: 'Din il-ġimgħa',
  earlier: 'Qabel',
  pinned: 'Imwaħħla',
};
export default mt;
