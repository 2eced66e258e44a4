import {pluralize} from './plural.ts';
import type {Translation} from './translation.ts';

const plural = pluralize('zh');

const zh: Translation = {
  language: 'zh',
  direction: 'ltr',
  notifications: '通知',
  bell: (label, unread) => (unread ? `${label}，${plural(unread, {other: '# 条未读'})}` : label),
  notification: '通知',
  unread: '未读',
  important: '重要',
  markRead: '标记为已读',
  markAllRead: '全部标记为已读',
  archive: '归档',
  close: '关闭',
  more: '展开',
  less: '收起',
  opensInNewTab: '在新标签页中打开',
  loading: '正在加载通知',
  loadMore: '显示更早的通知',
  empty: '已全部读完',
  emptyHint: '新通知会显示在这里。',
  failed: '无法加载通知',
  failedHint: '请检查网络连接，或稍后重试。',
  tryAgain: '重试',
  offline: '您已离线。所做的标记会保留。',
  stale: '无法更新，内容可能不是最新的。',
  anonymous: '暂无内容',
  anonymousHint: '登录后即可查看通知。',
  today: '今天',
  yesterday: '昨天',
  thisWeek: '本周',
  earlier: '更早',
  pinned: '已置顶',
};
export default zh;
