import {pluralize} from './plural.ts';
import type {Translation} from './translation.ts';

const plural = pluralize('ko');

const ko: Translation = {
  language: 'ko',
  direction: 'ltr',
  notifications: '알림',
  bell: (label, unread) => (unread ? `${label}, ${plural(unread, {other: '읽지 않음 #개'})}` : label),
  notification: '알림',
  unread: '읽지 않음',
  important: '중요',
  markRead: '읽음으로 표시',
  markAllRead: '모두 읽음으로 표시',
  archive: '보관',
  close: '닫기',
  more: '더 보기',
  less: '접기',
  opensInNewTab: '새 탭에서 열림',
  loading: '알림을 불러오는 중',
  loadMore: '이전 알림 보기',
  empty: '모두 확인했습니다',
  emptyHint: '새 알림이 여기에 표시됩니다.',
  failed: '알림을 불러오지 못했습니다',
  failedHint: '연결을 확인하거나 잠시 후 다시 시도하세요.',
  tryAgain: '다시 시도',
  offline: '오프라인 상태입니다. 표시한 내용은 저장됩니다.',
  stale: '업데이트하지 못했습니다. 최신 내용이 아닐 수 있습니다.',
  anonymous: '아직 표시할 내용이 없습니다',
  anonymousHint: '로그인하면 알림을 볼 수 있습니다.',
  today: '오늘',
  yesterday: '어제',
  thisWeek: '이번 주',
  earlier: '이전',
  pinned: '고정됨',
};
export default ko;
