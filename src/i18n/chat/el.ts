import {pluralize} from '../plural.ts';
import type {ChatTerms} from './chat-terms.ts';

const plural = pluralize('el');

const el: ChatTerms = {
  language: 'el',
  direction: 'ltr',
  chat: 'Συνομιλία',
  unread: (count) => plural(count, {one: '# μη αναγνωσμένο', other: '# μη αναγνωσμένα'}),
  heading: 'Μιλήστε μαζί μας',
  online: 'Συνήθως απαντάμε σε λίγα λεπτά',
  away: 'Δεν είναι κανείς εδώ αυτή τη στιγμή. Αφήστε ένα μήνυμα: η απάντηση θα σας περιμένει εδώ.',
  greeting: 'Γεια σας. Πώς μπορούμε να βοηθήσουμε;',
  log: 'Μηνύματα',
  you: 'Εσείς',
  write: 'Γράψτε ένα μήνυμα',
  send: 'Αποστολή',
  attach: 'Επισύναψη αρχείου',
  remove: (name) => `Αφαίρεση: ${name}`,
  close: 'Κλείσιμο της συνομιλίας',
  older: 'Εμφάνιση παλαιότερων μηνυμάτων',
  typing: (name) => `Γράφει: ${name}`,
  sending: 'Αποστέλλεται',
  sent: 'Στάλθηκε',
  seen: 'Προβλήθηκε',
  offline: 'Είστε εκτός σύνδεσης. Ό,τι γράφετε αποθηκεύεται και θα σταλεί αργότερα.',
  closed: 'Αυτή η συνομιλία έκλεισε. Γράψτε ξανά όποτε θέλετε.',
  rate: 'Πώς τα πήγαμε;',
  stars: (count) => plural(count, {one: '# αστέρι', other: '# αστέρια'}),
  thanks: 'Ευχαριστούμε για την αξιολόγηση',
  today: 'Σήμερα',
  yesterday: 'Χθες',
  download: (name, size) => `Λήψη: ${name}, ${size}`,
  image: (name) => `Εικόνα: ${name}`,
  tooLarge: (name, size) => `${name}: μεγαλύτερο από ${size}`,
  tooMany: (count) => `Αρχεία ανά μήνυμα: έως ${count}`,
  badFile: (name) => `${name}: δεν μπορεί να σταλεί. Δεκτά είναι εικόνες, PDF, έγγραφα, ZIP και απλό κείμενο`,
  noRoom: (size) => `Έως ${size} αρχείων μπορούν να περιμένουν αποστολή`,
  downloadFailed: (name) => `${name}: η λήψη απέτυχε. Δοκιμάστε ξανά`,
};
export default el;
