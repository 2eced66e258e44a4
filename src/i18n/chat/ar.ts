import {pluralize} from '../plural.ts';
import type {ChatTerms} from './chat-terms.ts';

const plural = pluralize('ar');

const ar: ChatTerms = {
  language: 'ar',
  direction: 'rtl',
  chat: 'الدردشة',
  unread: (count) =>
    plural(count, {
      zero: '# غير مقروءة',
      one: 'رسالة واحدة غير مقروءة',
      two: 'رسالتان غير مقروءتين',
      few: '# رسائل غير مقروءة',
      many: '# رسالة غير مقروءة',
      other: '# رسالة غير مقروءة',
    }),
  heading: 'تحدّث معنا',
  online: 'نجيب عادةً خلال دقائق قليلة',
  away: 'لا يوجد أحد هنا الآن. اترك رسالة، وستجد الرد بانتظارك هنا.',
  greeting: 'مرحبًا. كيف يمكننا المساعدة؟',
  log: 'الرسائل',
  you: 'أنت',
  write: 'اكتب رسالة',
  send: 'إرسال',
  attach: 'إرفاق ملف',
  remove: (name) => `إزالة ${name}`,
  close: 'إغلاق الدردشة',
  older: 'عرض الرسائل الأقدم',
  typing: (name) => `يكتب الآن: ${name}`,
  sending: 'جارٍ الإرسال',
  sent: 'أُرسلت',
  seen: 'شوهدت',
  offline: 'أنت غير متصل. سيُحفظ ما تكتبه ويُرسل لاحقًا.',
  closed: 'انتهت هذه الدردشة. اكتب من جديد متى شئت.',
  rate: 'كيف كانت خدمتنا؟',
  stars: (count) =>
    plural(count, {
      zero: '# نجوم',
      one: 'نجمة واحدة',
      two: 'نجمتان',
      few: '# نجوم',
      many: '# نجمة',
      other: '# نجمة',
    }),
  thanks: 'شكرًا على تقييمك',
  today: 'اليوم',
  yesterday: 'أمس',
  download: (name, size) => `تنزيل ${name}، ${size}`,
  image: (name) => `صورة: ${name}`,
  tooLarge: (name, size) => `حجم ${name} أكبر من ${size}`,
  tooMany: (count) => `الملفات في الرسالة الواحدة: ${count} على الأكثر`,
  badFile: (name) => `لا يمكن إرسال ${name}: تُقبل الصور وPDF والمستندات وZIP والنصوص العادية`,
  noRoom: (size) => `يمكن أن تنتظر الإرسال ملفات حتى ${size} على الأكثر`,
  downloadFailed: (name) => `تعذّر تنزيل ${name}. حاول مرة أخرى`,
};
export default ar;
