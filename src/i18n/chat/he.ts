import {pluralize} from '../plural.ts';
import type {ChatTerms} from './chat-terms.ts';

const plural = pluralize('he');

const he: ChatTerms = {
  language: 'he',
  direction: 'rtl',
  chat: 'צ׳אט',
  unread: (count) => plural(count, {one: 'אחת שלא נקראה', two: 'שתיים שלא נקראו', other: '# שלא נקראו'}),
  heading: 'דברו איתנו',
  online: 'בדרך כלל התשובה מגיעה תוך כמה דקות',
  away: 'אין כאן אף אחד כרגע. אפשר להשאיר הודעה: התשובה תחכה כאן.',
  greeting: 'שלום. איך אפשר לעזור?',
  log: 'הודעות',
  you: 'ההודעה שלך',
  write: 'כתיבת הודעה',
  send: 'שליחה',
  attach: 'צירוף קובץ',
  remove: (name) => `הסרת ${name}`,
  close: 'סגירת הצ׳אט',
  older: 'הצגת הודעות ישנות יותר',
  typing: (name) => `${name} בכתיבה`,
  sending: 'בשליחה',
  sent: 'נשלח',
  seen: 'נצפה',
  offline: 'אין חיבור לאינטרנט. מה שנכתב יישמר ויישלח מאוחר יותר.',
  closed: 'הצ׳אט הזה נסגר. אפשר לכתוב שוב בכל עת.',
  rate: 'איך היה השירות?',
  stars: (count) => plural(count, {one: 'כוכב אחד', two: 'שני כוכבים', other: '# כוכבים'}),
  thanks: 'תודה על הדירוג',
  today: 'היום',
  yesterday: 'אתמול',
  download: (name, size) => `הורדת ${name}, ${size}`,
  image: (name) => `תמונה: ${name}`,
  tooLarge: (name, size) => `הקובץ ${name} גדול מ־${size}`,
  tooMany: (count) => `קבצים בהודעה אחת: ${count} לכל היותר`,
  badFile: (name) => `אי אפשר לשלוח את ${name}: אפשר לשלוח תמונות, PDF, מסמכים, ZIP וטקסט פשוט`,
  noRoom: (size) => `קבצים עד ${size} יכולים להמתין לשליחה`,
  downloadFailed: (name) => `לא ניתן היה להוריד את ${name}. כדאי לנסות שוב`,
};
export default he;
