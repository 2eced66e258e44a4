import {pluralize} from './plural.ts';
import type {Translation} from './translation.ts';

const plural = pluralize('fr');

const fr: Translation = {
  language: 'fr',
  direction: 'ltr',
  notifications: 'Notifications',
  bell: (label, unread) =>
    unread
      ? `${label}, ${plural(unread, {one: '# non lue', many: '# de non lues', other: '# non lues'})}`
      : label,
  notification: 'Notification',
  unread: 'Non lue',
  important: 'Important',
  markRead: 'Marquer comme lue',
  markAllRead: 'Tout marquer comme lu',
  archive: 'Archiver',
  close: 'Fermer',
  more: 'Afficher plus',
  less: 'Afficher moins',
  opensInNewTab: 's’ouvre dans un nouvel onglet',
  loading: 'Chargement des notifications',
  loadMore: 'Afficher les plus anciennes',
  empty: 'Vous êtes à jour',
  emptyHint: 'Les nouvelles notifications s’afficheront ici.',
  failed: 'Impossible de charger vos notifications',
  failedHint: 'Vérifiez votre connexion ou réessayez dans un instant.',
  tryAgain: 'Réessayer',
  offline: 'Vous êtes hors ligne. Ce que vous marquez est conservé.',
  stale: 'Actualisation impossible. La liste n’est peut-être pas à jour.',
  anonymous: 'Rien à afficher pour le moment',
  anonymousHint: 'Connectez-vous pour voir vos notifications.',
  today: 'Aujourd’hui',
  yesterday: 'Hier',
  thisWeek: 'Cette semaine',
  earlier: 'Plus tôt',
  pinned: 'Épinglées',
};
export default fr;
