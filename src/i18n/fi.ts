import {pluralize} from './plural.ts';
import type {Translation} from './translation.ts';

const plural = pluralize('fi');

const fi: Translation = {
  language: 'fi',
  direction: 'ltr',
  notifications: 'Ilmoitukset',
  bell: (label, unread) =>
    unread ? `${label}, ${plural(unread, {one: '# lukematon', other: '# lukematonta'})}` : label,
  notification: 'Ilmoitus',
  unread: 'Lukematon',
  important: 'Tärkeä',
  markRead: 'Merkitse luetuksi',
  markAllRead: 'Merkitse kaikki luetuiksi',
  archive: 'Arkistoi',
  close: 'Sulje',
  more: 'Näytä lisää',
  less: 'Näytä vähemmän',
  opensInNewTab: 'avautuu uuteen välilehteen',
  loading: 'Ladataan ilmoituksia',
  loadMore: 'Näytä vanhempia',
  empty: 'Kaikki on luettu',
  emptyHint: 'Uudet ilmoitukset näkyvät täällä.',
  failed: 'Ilmoituksia ei voitu ladata',
  failedHint: 'Tarkista yhteys tai yritä hetken kuluttua uudelleen.',
  tryAgain: 'Yritä uudelleen',
  offline: 'Olet offline-tilassa. Merkintäsi säilyvät.',
  stale: 'Päivitys ei onnistunut. Luettelo voi olla vanhentunut.',
  anonymous: 'Ei vielä mitään näytettävää',
  anonymousHint: 'Kirjaudu sisään, niin näet ilmoituksesi.',
  today: 'Tänään',
  yesterday: 'Eilen',
  thisWeek: 'Tällä viikolla',
  earlier: 'Aiemmin',
  pinned: 'Kiinnitetyt',
};
export default fi;
