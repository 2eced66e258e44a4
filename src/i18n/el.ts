import {pluralize} from './plural.ts';
import type {Translation} from './translation.ts';

const plural = pluralize('el');

const el: Translation = {
  language: 'el',
  direction: 'ltr',
  notifications: 'Ειδοποιήσεις',
  bell: (label, unread) =>
    unread ? `${label}, ${plural(unread, {one: '# μη αναγνωσμένη', other: '# μη αναγνωσμένες'})}` : label,
  notification: 'Ειδοποίηση',
  unread: 'Μη αναγνωσμένη',
  important: 'Σημαντικό',
  markRead: 'Σήμανση ως αναγνωσμένης',
  markAllRead: 'Σήμανση όλων ως αναγνωσμένων',
  archive: 'Αρχειοθέτηση',
  close: 'Κλείσιμο',
  more: 'Περισσότερα',
  less: 'Λιγότερα',
  opensInNewTab: 'ανοίγει σε νέα καρτέλα',
  loading: 'Φόρτωση ειδοποιήσεων',
  loadMore: 'Παλαιότερες',
  empty: 'Τα έχετε δει όλα',
  emptyHint: 'Οι νέες ειδοποιήσεις θα εμφανίζονται εδώ.',
  failed: 'Δεν ήταν δυνατή η φόρτωση των ειδοποιήσεων',
  failedHint: 'Ελέγξτε τη σύνδεσή σας ή δοκιμάστε ξανά σε λίγο.',
  tryAgain: 'Δοκιμάστε ξανά',
  offline: 'Είστε εκτός σύνδεσης. Ό,τι επισημαίνετε αποθηκεύεται.',
  stale: 'Δεν έγινε ανανέωση. Η λίστα ίσως δεν είναι ενημερωμένη.',
  anonymous: 'Δεν υπάρχει κάτι ακόμη',
  anonymousHint: 'Συνδεθείτε για να δείτε τις ειδοποιήσεις σας.',
  today: 'Σήμερα',
  yesterday: 'Χθες',
  thisWeek: 'Αυτή την εβδομάδα',
  earlier: 'Παλαιότερα',
  pinned: 'Καρφιτσωμένες',
};
export default el;
