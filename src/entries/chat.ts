/** What the visitor's bundle loads with the first look at the chat. */
import {define} from '../elements/base/define.ts';
import {AppInboxChat} from '../elements/chat/chat.ts';
import type {SiteConfiguration} from '../protocol/configuration.ts';

/** Registers the chat, where one waits for it already. */
export function defineChat(): void {
  define('app-inbox-chat', AppInboxChat);
}

/** Gives the chat the site's own colours. */
export function dress(chat: AppInboxChat, {theme}: Partial<SiteConfiguration>): void {
  if (typeof theme === 'string') chat.theme = theme;
  else for (const name in theme) chat.style.setProperty(`--app-inbox-${name}`, theme[name]!);
}

/** Makes the chat, and puts it at the end of the page. */
export function createChat(): AppInboxChat {
  defineChat();
  const chat = document.createElement('app-inbox-chat');
  // Where the bell floats in the same corner, the chat's button stands above it.
  chat.toggleAttribute(
    'data-beside-bell',
    !!document.querySelector('app-inbox-bell[data-corner="bottom-right"]'),
  );
  // A router that keeps copies of its pages (Turbo) must not keep one of the chat, which would be nobody's.
  chat.dataset.turboTemporary = '';
  document.body.append(chat);
  return chat;
}
