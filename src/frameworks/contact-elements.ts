/**
 * What a page sets on the contact's elements and hears from them: what the wrappers and the typings for frameworks are
 * made of. The types are the classes' own; the names are held against the manifest by test/frameworks.test.ts.
 */
// With the classes come the types that tags and events have in a page.
export type * from '../elements/bell/bell.ts';
export type * from '../elements/bell/events.ts';
export type * from '../elements/chat/chat.ts';
export type * from '../elements/notification/events.ts';
export type * from '../elements/notification/notification.ts';
export type * from '../elements/panel/events.ts';
export type * from '../elements/panel/panel.ts';
export type * from '../elements/toasts/toasts.ts';

export const contactElements = {
  'app-inbox-bell': {
    properties: ['inbox', 'max', 'open', 'label', 'language', 'theme'],
    events: ['app-inbox-toggle'],
  },
  'app-inbox-panel': {
    properties: [
      'inbox',
      'anchor',
      'open',
      'layout',
      'heading',
      'quiet',
      'site',
      'renderNotification',
      'language',
      'theme',
    ],
    events: ['app-inbox-open', 'app-inbox-close', 'app-inbox-click', 'app-inbox-read', 'app-inbox-action'],
  },
  'app-inbox-notification': {
    properties: ['notification', 'archivable', 'inactive', 'language', 'theme'],
    events: ['app-inbox-click', 'app-inbox-read', 'app-inbox-archive', 'app-inbox-action'],
  },
  'app-inbox-toasts': {
    properties: ['inbox', 'placement', 'max', 'duration', 'manual', 'offer', 'toText', 'language', 'theme'],
    events: ['app-inbox-click', 'app-inbox-action'],
  },
  'app-inbox-chat': {
    properties: ['conversation', 'open', 'launcher', 'embedded', 'language', 'theme'],
    events: ['app-inbox-chat-open', 'app-inbox-chat-close'],
  },
} as const;

type ContactElements = typeof contactElements;

export type ContactTag = keyof ContactElements;

export type ElementOf<T extends ContactTag> = HTMLElementTagNameMap[T];

/** Attributes that are no properties. */
interface OnlyAttributes {
  'app-inbox-bell': {
    /** What the badge counts. @default 'unread' */
    counts?: 'unread' | 'unseen';
  };
}

export type PropertiesOf<T extends ContactTag> = Partial<
  Pick<ElementOf<T>, ContactElements[T]['properties'][number] & keyof ElementOf<T>>
> &
  (T extends keyof OnlyAttributes ? OnlyAttributes[T] : unknown);

/** Events by their names in the DOM. */
export type EventsOf<T extends ContactTag> = Pick<
  HTMLElementEventMap,
  ContactElements[T]['events'][number] & keyof HTMLElementEventMap
>;
