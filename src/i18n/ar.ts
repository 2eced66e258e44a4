import {pluralize} from './plural.ts';
import type {Translation} from './translation.ts';

const plural = pluralize('ar');

const ar: Translation = {
  language: 'ar',
  direction: 'rtl',
  notifications: 'الإشعارات',
  bell: (label, unread) =>
    unread
      ? `${label}، ${plural(unread, {
          one: 'إشعار واحد غير مقروء',
          two: 'إشعاران غير مقروءين',
          few: '# إشعارات غير مقروءة',
          many: '# إشعارًا غير مقروء',
          other: '# إشعار غير مقروء',
        })}`
      : label,
  notification: 'إشعار',
  unread: 'غير مقروء',
  important: 'مهم',
  markRead: 'تحديد كمقروء',
  markAllRead: 'تحديد الكل كمقروء',
  archive: 'أرشفة',
  close: 'إغلاق',
  more: 'عرض المزيد',
  less: 'عرض أقل',
  opensInNewTab: 'يُفتح في علامة تبويب جديدة',
  loading: 'جارٍ تحميل الإشعارات',
  loadMore: 'عرض الأقدم',
  empty: 'لقد اطّلعت على كل شيء',
  emptyHint: 'ستظهر الإشعارات الجديدة هنا.',
  failed: 'تعذّر تحميل إشعاراتك',
  failedHint: 'تحقّق من اتصالك أو حاول مرة أخرى بعد قليل.',
  tryAgain: 'إعادة المحاولة',
  offline: 'أنت غير متصل. سيُحفظ ما تضع عليه علامة.',
  stale: 'تعذّر التحديث. قد تكون القائمة قديمة.',
  anonymous: 'لا شيء هنا بعد',
  anonymousHint: 'سجّل الدخول لرؤية إشعاراتك.',
  today: 'اليوم',
  yesterday: 'أمس',
  thisWeek: 'هذا الأسبوع',
  earlier: 'سابقًا',
  pinned: 'مثبّتة',
};
export default ar;
