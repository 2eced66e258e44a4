import {pluralize} from '../plural.ts';
import type {ChatTerms} from './chat-terms.ts';

const plural = pluralize('en');

const en: ChatTerms = {
  language: 'en',
  direction: 'ltr',
  chat: 'Chat',
  unread: (count) => plural(count, {other: '# unread'}),
  heading: 'Chat with us',
  online: 'We usually answer in a few minutes',
  away: 'Nobody is here right now. Leave a message: the answer waits for you here.',
  greeting: 'Hello. How can we help?',
  log: 'Messages',
  you: 'You',
  write: 'Write a message',
  send: 'Send',
  attach: 'Attach a file',
  remove: (name) => `Remove ${name}`,
  close: 'Close the chat',
  older: 'Show older messages',
  typing: (name) => `${name} is writing`,
  sending: 'Sending',
  sent: 'Sent',
  seen: 'Seen',
  offline: 'You are offline. What you write is kept, and sent later.',
  closed: 'This chat is closed. Write again whenever you like.',
  rate: 'How did we do?',
  stars: (count) => plural(count, {one: '# star', other: '# stars'}),
  thanks: 'Thank you for your rating',
  today: 'Today',
  yesterday: 'Yesterday',
  download: (name, size) => `Download ${name}, ${size}`,
  image: (name) => `Image: ${name}`,
  tooLarge: (name, size) => `${name} is larger than ${size}`,
  tooMany: (count) => `Files in one message: ${count} at most`,
  badFile: (name) => `${name} cannot be sent: images, PDF, documents, ZIP and plain text can`,
  noRoom: (size) => `At most ${size} of files can wait to be sent`,
  downloadFailed: (name) => `${name} could not be downloaded. Try again`,
};
export default en;
