import {pluralize} from '../plural.ts';
import type {ChatTerms} from './chat-terms.ts';

const plural = pluralize('cs');

const cs: ChatTerms = {
  language: 'cs',
  direction: 'ltr',
  chat: 'Konverzace',
  unread: (count) =>
    plural(count, {one: '# nepřečtená', few: '# nepřečtené', many: '# nepřečtené', other: '# nepřečtených'}),
  heading: 'Napište nám',
  online: 'Obvykle odpovídáme během několika minut',
  away: 'Právě tu nikdo není. Nechte nám zprávu: odpověď na vás počká tady.',
  greeting: 'Dobrý den. Jak můžeme pomoci?',
  log: 'Zprávy',
  you: 'Vy',
  write: 'Napište zprávu',
  send: 'Odeslat',
  attach: 'Přiložit soubor',
  remove: (name) => `Odebrat ${name}`,
  close: 'Zavřít konverzaci',
  older: 'Zobrazit starší zprávy',
  typing: (name) => `${name} píše`,
  sending: 'Odesílá se',
  sent: 'Odesláno',
  seen: 'Zobrazeno',
  offline: 'Jste offline. Co napíšete, zůstane uloženo a odešle se později.',
  closed: 'Tato konverzace je uzavřená. Napište znovu, kdykoli budete chtít.',
  rate: 'Jak jsme si vedli?',
  stars: (count) =>
    plural(count, {one: '# hvězdička', few: '# hvězdičky', many: '# hvězdičky', other: '# hvězdiček'}),
  thanks: 'Děkujeme za hodnocení',
  today: 'Dnes',
  yesterday: 'Včera',
  download: (name, size) => `Stáhnout ${name}, ${size}`,
  image: (name) => `Obrázek: ${name}`,
  tooLarge: (name, size) => `${name} je větší než ${size}`,
  tooMany: (count) => `Souborů v jedné zprávě: nejvýše ${count}`,
  badFile: (name) => `${name} nelze odeslat: lze posílat obrázky, PDF, dokumenty, ZIP a prostý text`,
  noRoom: (size) => `Na odeslání může čekat nejvýše ${size} souborů`,
  downloadFailed: (name) => `${name} se nepodařilo stáhnout. Zkuste to znovu`,
};
export default cs;
