import {pluralize} from '../plural.ts';
import type {ChatTerms} from './chat-terms.ts';

const plural = pluralize('fr');

const fr: ChatTerms = {
  language: 'fr',
  direction: 'ltr',
  chat: 'Discussion',
  unread: (count) => plural(count, {one: '# non lu', many: '# de non lus', other: '# non lus'}),
  heading: 'Discutez avec nous',
  online: 'Nous répondons en général en quelques minutes',
  away: 'Personne n’est là pour le moment. Laissez un message : la réponse vous attendra ici.',
  greeting: 'Bonjour. Comment pouvons-nous vous aider ?',
  log: 'Fil des messages',
  you: 'Vous',
  write: 'Écrire un message',
  send: 'Envoyer',
  attach: 'Joindre un fichier',
  remove: (name) => `Retirer ${name}`,
  close: 'Fermer la discussion',
  older: 'Afficher les messages plus anciens',
  typing: (name) => `${name} est en train d’écrire`,
  sending: 'Envoi en cours',
  sent: 'Envoyé',
  seen: 'Vu',
  offline: 'Vous êtes hors ligne. Ce que vous écrivez est conservé et sera envoyé plus tard.',
  closed: 'Cette discussion est terminée. Écrivez-nous à nouveau quand vous voulez.',
  rate: 'Êtes-vous satisfait de notre aide ?',
  stars: (count) => plural(count, {one: '# étoile', many: '# d’étoiles', other: '# étoiles'}),
  thanks: 'Merci pour votre évaluation',
  today: 'Aujourd’hui',
  yesterday: 'Hier',
  download: (name, size) => `Télécharger ${name}, ${size}`,
  image: (name) => `Image jointe : ${name}`,
  tooLarge: (name, size) => `${name} dépasse ${size}`,
  tooMany: (count) => `Fichiers par message : ${count} au plus`,
  badFile: (name) =>
    `${name} ne peut pas être envoyé : images, PDF, documents, ZIP et texte brut sont acceptés`,
  noRoom: (size) => `Au plus ${size} de fichiers peuvent attendre l’envoi`,
  downloadFailed: (name) => `${name} n’a pas pu être téléchargé. Réessayez`,
};
export default fr;
