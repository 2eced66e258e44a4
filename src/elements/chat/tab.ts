import type {AppInboxPanel} from '../panel/panel.ts';
import type {AppInboxChat} from './chat.ts';

/** The chat as a tab of the page's inbox. */
export interface ChatTab {
  /** In no inbox yet; and without its code, before somebody has looked at it. */
  readonly element: AppInboxChat;
  /** Shows it, where there is an inbox. Returns whether there is. */
  open(): boolean;
}

/** The page's own commands for the inbox. */
const say = (...call: unknown[]) => (window as {eS?: (...call: unknown[]) => void}).eS?.(...call);

/**
 * Puts a place for the chat into the inbox, as soon as there is one, and again where a page has replaced it. The chat
 * itself is loaded when its tab is first chosen.
 *
 * @param load brings the element's class
 */
export function createChatTab(load: () => Promise<unknown>): ChatTab {
  const element = document.createElement('app-inbox-chat');
  element.slot = 'chat';
  element.toggleAttribute('embedded', true);
  element.addEventListener('app-inbox-chat-open', () => {
    element.removeAttribute('data-failed');
    load().catch((error: unknown) => {
      // The tab says so, and tries again when it is asked to.
      element.toggleAttribute('data-failed', true);
      console.warn(`App Inbox: the chat could not be loaded: ${String(error)}`);
    });
  });

  function putInto(panel: AppInboxPanel): void {
    if (element.parentElement === panel) return;
    panel.append(element);
    panel.requestUpdate();
  }
  // One that is a part of the page never opens.
  void customElements.whenDefined('app-inbox-panel').then(() => {
    const panel = document.querySelector('app-inbox-panel');
    if (panel) putInto(panel);
  });
  document.addEventListener('app-inbox-open', (event) => putInto(event.composedPath()[0] as AppInboxPanel), {
    capture: true,
  });

  return {
    element,
    open() {
      if (!document.querySelector('app-inbox-bell, app-inbox-panel')) return false;
      element.toggleAttribute('open', true);
      element.dispatchEvent(new Event('app-inbox-chat-open', {bubbles: true, composed: true}));
      say('open');
      return true;
    },
  };
}
