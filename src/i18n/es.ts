import {pluralize} from './plural.ts';
import type {Translation} from './translation.ts';

const plural = pluralize('es');

const es: Translation = {
  language: 'es',
  direction: 'ltr',
  notifications: 'Notificaciones',
  bell: (label, unread) =>
    unread
      ? `${label}, ${plural(unread, {one: '# sin leer', many: '# sin leer', other: '# sin leer'})}`
      : label,
  notification: 'Notificación',
  unread: 'Sin leer',
  important: 'Importante',
  markRead: 'Marcar como leída',
  markAllRead: 'Marcar todas como leídas',
  archive: 'Archivar',
  close: 'Cerrar',
  more: 'Mostrar más',
  less: 'Mostrar menos',
  opensInNewTab: 'se abre en una pestaña nueva',
  loading: 'Cargando notificaciones',
  loadMore: 'Mostrar anteriores',
  empty: 'Estás al día',
  emptyHint: 'Las nuevas notificaciones aparecerán aquí.',
  failed: 'No se pudieron cargar tus notificaciones',
  failedHint: 'Comprueba tu conexión o vuelve a intentarlo en un momento.',
  tryAgain: 'Reintentar',
  offline: 'Estás sin conexión. Lo que marques se guarda.',
  stale: 'No se pudo actualizar. Puede que la lista no esté al día.',
  anonymous: 'Aún no hay nada que mostrar',
  anonymousHint: 'Inicia sesión para ver tus notificaciones.',
  today: 'Hoy',
  yesterday: 'Ayer',
  thisWeek: 'Esta semana',
  earlier: 'Anteriores',
  pinned: 'Fijadas',
};
export default es;
