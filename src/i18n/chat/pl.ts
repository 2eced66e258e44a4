import {pluralize} from '../plural.ts';
import type {ChatTerms} from './chat-terms.ts';

const plural = pluralize('pl');

const pl: ChatTerms = {
  language: 'pl',
  direction: 'ltr',
  chat: 'Czat',
  unread: (count) =>
    plural(count, {
      one: '# nieprzeczytana',
      few: '# nieprzeczytane',
      many: '# nieprzeczytanych',
      other: '# nieprzeczytanej',
    }),
  heading: 'Porozmawiaj z nami',
  online: 'Zwykle odpowiadamy w ciągu kilku minut',
  away: 'Teraz nikogo tu nie ma. Zostaw wiadomość: odpowiedź będzie czekać tutaj.',
  greeting: 'Dzień dobry. W czym możemy pomóc?',
  log: 'Wiadomości',
  you: 'Ty',
  write: 'Napisz wiadomość',
  send: 'Wyślij',
  attach: 'Dołącz plik',
  remove: (name) => `Usuń ${name}`,
  close: 'Zamknij czat',
  older: 'Pokaż starsze wiadomości',
  typing: (name) => `${name} pisze`,
  sending: 'Wysyłanie',
  sent: 'Wysłano',
  seen: 'Wyświetlono',
  offline: 'Jesteś offline. To, co napiszesz, zostanie zachowane i wysłane później.',
  closed: 'Ten czat jest zamknięty. Napisz ponownie, kiedy chcesz.',
  rate: 'Jak nam poszło?',
  stars: (count) =>
    plural(count, {one: '# gwiazdka', few: '# gwiazdki', many: '# gwiazdek', other: '# gwiazdki'}),
  thanks: 'Dziękujemy za ocenę',
  today: 'Dzisiaj',
  yesterday: 'Wczoraj',
  download: (name, size) => `Pobierz ${name}, ${size}`,
  image: (name) => `Obraz: ${name}`,
  tooLarge: (name, size) => `${name} przekracza ${size}`,
  tooMany: (count) => `Plików w jednej wiadomości: najwyżej ${count}`,
  badFile: (name) => `Nie można wysłać ${name}: można wysyłać obrazy, PDF, dokumenty, ZIP i zwykły tekst`,
  noRoom: (size) => `Na wysłanie może czekać najwyżej ${size} plików`,
  downloadFailed: (name) => `Nie udało się pobrać ${name}. Spróbuj ponownie`,
};
export default pl;
