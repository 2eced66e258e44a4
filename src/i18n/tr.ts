import {pluralize} from './plural.ts';
import type {Translation} from './translation.ts';

const plural = pluralize('tr');

const tr: Translation = {
  language: 'tr',
  direction: 'ltr',
  notifications: 'Bildirimler',
  bell: (label, unread) =>
    unread ? `${label}, ${plural(unread, {one: '# okunmamış', other: '# okunmamış'})}` : label,
  notification: 'Bildirim',
  unread: 'Okunmadı',
  important: 'Önemli',
  markRead: 'Okundu olarak işaretle',
  markAllRead: 'Tümünü okundu olarak işaretle',
  archive: 'Arşivle',
  close: 'Kapat',
  more: 'Daha fazla göster',
  less: 'Daha az göster',
  opensInNewTab: 'yeni sekmede açılır',
  loading: 'Bildirimler yükleniyor',
  loadMore: 'Daha eskileri göster',
  empty: 'Hepsini okudunuz',
  emptyHint: 'Yeni bildirimler burada görünecek.',
  failed: 'Bildirimler yüklenemedi',
  failedHint: 'Bağlantınızı kontrol edin veya biraz sonra yeniden deneyin.',
  tryAgain: 'Yeniden dene',
  offline: 'Çevrimdışısınız. İşaretledikleriniz saklanır.',
  stale: 'Yenilenemedi. Liste güncel olmayabilir.',
  anonymous: 'Henüz bir şey yok',
  anonymousHint: 'Bildirimlerinizi görmek için oturum açın.',
  today: 'Bugün',
  yesterday: 'Dün',
  thisWeek: 'Bu hafta',
  earlier: 'Daha önce',
  pinned: 'Sabitlenenler',
};
export default tr;
