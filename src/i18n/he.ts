import {pluralize} from './plural.ts';
import type {Translation} from './translation.ts';

const plural = pluralize('he');

const he: Translation = {
  language: 'he',
  direction: 'rtl',
  notifications: 'התראות',
  bell: (label, unread) =>
    unread
      ? `${label}, ${plural(unread, {one: 'אחת שלא נקראה', two: 'שתיים שלא נקראו', other: '# שלא נקראו'})}`
      : label,
  notification: 'התראה',
  unread: 'לא נקראה',
  important: 'חשוב',
  markRead: 'סימון כנקראה',
  markAllRead: 'סימון הכול כנקרא',
  archive: 'העברה לארכיון',
  close: 'סגירה',
  more: 'הצגת עוד',
  less: 'הצגת פחות',
  opensInNewTab: 'נפתח בכרטיסייה חדשה',
  loading: 'ההתראות נטענות',
  loadMore: 'הצגת ישנות יותר',
  empty: 'אין משהו שלא קראת',
  emptyHint: 'התראות חדשות יופיעו כאן.',
  failed: 'לא הצלחנו לטעון את ההתראות',
  failedHint: 'כדאי לבדוק את החיבור או לנסות שוב בעוד רגע.',
  tryAgain: 'ניסיון נוסף',
  offline: 'אין חיבור לאינטרנט. מה שסומן יישמר.',
  stale: 'לא הצלחנו לרענן. ייתכן שהרשימה לא עדכנית.',
  anonymous: 'עדיין אין כאן כלום',
  anonymousHint: 'יש להתחבר כדי לראות את ההתראות.',
  today: 'היום',
  yesterday: 'אתמול',
  thisWeek: 'השבוע',
  earlier: 'מוקדם יותר',
  pinned: 'מוצמדות',
};
export default he;
