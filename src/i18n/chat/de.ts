import {pluralize} from '../plural.ts';
import type {ChatTerms} from './chat-terms.ts';

const plural = pluralize('de');

const de: ChatTerms = {
  language: 'de',
  direction: 'ltr',
  chat: 'Chat',
  unread: (count) => plural(count, {other: '# ungelesen'}),
  heading: 'Schreiben Sie uns',
  online: 'Wir antworten meist in wenigen Minuten',
  away: 'Gerade ist niemand da. Hinterlassen Sie eine Nachricht: Die Antwort wartet hier auf Sie.',
  greeting: 'Hallo. Wie können wir helfen?',
  log: 'Nachrichten',
  you: 'Sie',
  write: 'Nachricht schreiben',
  send: 'Senden',
  attach: 'Datei anhängen',
  remove: (name) => `${name} entfernen`,
  close: 'Chat schließen',
  older: 'Ältere Nachrichten anzeigen',
  typing: (name) => `${name} schreibt`,
  sending: 'Wird gesendet',
  sent: 'Gesendet',
  seen: 'Gesehen',
  offline: 'Sie sind offline. Was Sie schreiben, bleibt gespeichert und wird später gesendet.',
  closed: 'Dieser Chat ist beendet. Schreiben Sie jederzeit wieder.',
  rate: 'Wie zufrieden waren Sie?',
  stars: (count) => plural(count, {one: '# Stern', other: '# Sterne'}),
  thanks: 'Danke für Ihre Bewertung',
  today: 'Heute',
  yesterday: 'Gestern',
  download: (name, size) => `${name} herunterladen, ${size}`,
  image: (name) => `Bild: ${name}`,
  tooLarge: (name, size) => `${name} ist größer als ${size}`,
  tooMany: (count) => `Dateien in einer Nachricht: höchstens ${count}`,
  badFile: (name) =>
    `${name} kann nicht gesendet werden: möglich sind Bilder, PDF, Dokumente, ZIP und reiner Text`,
  noRoom: (size) => `Höchstens ${size} an Dateien können auf das Senden warten`,
  downloadFailed: (name) => `${name} konnte nicht heruntergeladen werden. Versuchen Sie es noch einmal`,
};
export default de;
