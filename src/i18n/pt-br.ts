import {pluralize} from './plural.ts';
import type {Translation} from './translation.ts';

const plural = pluralize('pt-BR');

const ptBr: Translation = {
  language: 'pt-BR',
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
  opensInNewTab: 'abre em uma nova guia',
  loading: 'Carregando notificações',
  loadMore: 'Mostrar mais antigas',
  empty: 'Você está em dia',
  emptyHint: 'As novas notificações aparecerão aqui.',
  failed: 'Não foi possível carregar suas notificações',
  failedHint: 'Verifique sua conexão ou tente novamente em instantes.',
  tryAgain: 'Tentar novamente',
  offline: 'Você está offline. O que você marcar fica salvo.',
  stale: 'Não foi possível atualizar. A lista pode estar desatualizada.',
  anonymous: 'Nada por aqui ainda',
  anonymousHint: 'Entre na sua conta para ver suas notificações.',
  today: 'Hoje',
  yesterday: 'Ontem',
  thisWeek: 'Esta semana',
  earlier: 'Anteriores',
  pinned: 'Fixadas',
};
export default ptBr;
