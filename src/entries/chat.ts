/** What the visitor's bundle loads with the first look at the chat. */
import {define} from '../elements/base/define.ts';
import {AppInboxChat} from '../elements/chat/chat.ts';
import type {SiteConfiguration} from '../protocol/configuration.ts';

/** Makes the chat in the site's own colours, and puts it at the end of the page. */
export function createChat({language, theme}: Partial<SiteConfiguration>): AppInboxChat {
  define('app-inbox-chat', AppInboxChat);
  const chat = document.createElement('app-inbox-chat');
  chat.language = language;
  if (typeof theme === 'string') chat.theme = theme;
  else for (const name in theme) chat.style.setProperty(`--app-inbox-${name}`, theme[name]!);
  // Where the bell floats in the same corner, the chat's button stands above it.
  chat.toggleAttribute(
    'data-beside-bell',
    !!document.querySelector('app-inbox-bell[data-corner="bottom-right"]'),
  );
  document.body.append(chat);
  return chat;
}
