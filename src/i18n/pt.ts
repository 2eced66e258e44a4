import {pluralize} from './plural.ts';
import type {Translation} from './translation.ts';

const plural = pluralize('pt');

const pt: Translation = {
  language: 'pt',
  direction: 'ltr',
  notifications: 'Notificações',
  bell: (label, unread) =>
    unread
      ? `${label}, ${plural(unread, {one: '# não lida', many: '# de não lidas', other: '# não lidas'})}`
      : label,
  notification: 'Notificação',
  unread: 'Não lida',
  important: 'Importante',
  markRead: 'Marcar como lida',
  markAllRead: 'Marcar todas como lidas',
  archive: 'Arquivar',
  close: 'Fechar',
  more: 'Mostrar mais',
  less: 'Mostrar menos',
  opensInNewTab: 'abre num novo separador',
  loading: 'A carregar notificações',
  loadMore: 'Mostrar mais antigas',
  empty: 'Está tudo lido',
  emptyHint: 'As novas notificações aparecem aqui.',
  failed: 'Não foi possível carregar as notificações',
  failedHint: 'Verifique a ligação ou tente novamente daqui a pouco.',
  tryAgain: 'Tentar novamente',
  offline: 'Está offline. O que marcar fica guardado.',
  stale: 'Não foi possível atualizar. A lista pode estar desatualizada.',
  anonymous: 'Ainda não há nada para mostrar',
  anonymousHint: 'Inicie sessão para ver as suas notificações.',
  today: 'Hoje',
  yesterday: 'Ontem',
  thisWeek: 'Esta semana',
  earlier: 'Anteriores',
  pinned: 'Afixadas',
};
export default pt;
