import {pluralize} from './plural.ts';
import type {Translation} from './translation.ts';

const plural = pluralize('ja');

const ja: Translation = {
  language: 'ja',
  direction: 'ltr',
  notifications: 'お知らせ',
  bell: (label, unread) => (unread ? `${label}、${plural(unread, {other: '未読#件'})}` : label),
  notification: 'お知らせ',
  unread: '未読',
  important: '重要',
  markRead: '既読にする',
  markAllRead: 'すべて既読にする',
  archive: 'アーカイブ',
  close: '閉じる',
  more: 'もっと見る',
  less: '折りたたむ',
  opensInNewTab: '新しいタブで開きます',
  loading: 'お知らせを読み込んでいます',
  loadMore: '以前のお知らせを表示',
  empty: '未読のお知らせはありません',
  emptyHint: '新しいお知らせはここに表示されます。',
  failed: 'お知らせを読み込めませんでした',
  failedHint: '接続を確認するか、しばらくしてからもう一度お試しください。',
  tryAgain: '再試行',
  offline: 'オフラインです。操作した内容は保存されます。',
  stale: '更新できませんでした。内容が古い可能性があります。',
  anonymous: 'まだ何もありません',
  anonymousHint: 'ログインするとお知らせが表示されます。',
  today: '今日',
  yesterday: '昨日',
  thisWeek: '今週',
  earlier: 'それ以前',
  pinned: '固定表示',
};
export default ja;
