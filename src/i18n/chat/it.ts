import {pluralize} from '../plural.ts';
import type {ChatTerms} from './chat-terms.ts';

const plural = pluralize('it');

const it: ChatTerms = {
  language: 'it',
  direction: 'ltr',
  chat: 'Chat',
  unread: (count) => plural(count, {one: '# non letto', many: '# di non letti', other: '# non letti'}),
  heading: 'Scrivici in chat',
  online: 'Di solito rispondiamo in pochi minuti',
  away: 'Ora non c’è nessuno. Lascia un messaggio: troverai qui la risposta.',
  greeting: 'Ciao. Come possiamo aiutarti?',
  log: 'Messaggi',
  you: 'Tu',
  write: 'Scrivi un messaggio',
  send: 'Invia',
  attach: 'Allega un file',
  remove: (name) => `Rimuovi ${name}`,
  close: 'Chiudi la chat',
  older: 'Mostra i messaggi precedenti',
  typing: (name) => `${name} sta scrivendo`,
  sending: 'Invio in corso',
  sent: 'Inviato',
  seen: 'Visto',
  offline: 'Sei offline. Quello che scrivi resta salvato e sarà inviato più tardi.',
  closed: 'Questa chat è chiusa. Scrivi di nuovo quando vuoi.',
  rate: 'Come siamo andati?',
  stars: (count) => plural(count, {one: '# stella', many: '# di stelle', other: '# stelle'}),
  thanks: 'Grazie per la valutazione',
  today: 'Oggi',
  yesterday: 'Ieri',
  download: (name, size) => `Scarica ${name}, ${size}`,
  image: (name) => `Immagine: ${name}`,
  tooLarge: (name, size) => `${name} supera ${size}`,
  tooMany: (count) => `File per messaggio: al massimo ${count}`,
  badFile: (name) =>
    `${name} non si può inviare: sono ammessi immagini, PDF, documenti, ZIP e testo semplice`,
  noRoom: (size) => `Al massimo ${size} di file possono attendere l’invio`,
  downloadFailed: (name) => `Non è stato possibile scaricare ${name}. Riprova`,
};
export default it;
