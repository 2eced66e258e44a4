import {readAvatar} from '../base/avatar.ts';
import type {Notification as InboxNotification} from '../../protocol/notification.ts';

/** What a notification of the operating system shows of a content: more is cut there anyway. */
const MAX_BODY = 200;

export interface DesktopOptions {
  /** Where the contact's "not now" is kept on this device; undefined: for this page only. */
  storageKey: string | undefined;
  /** The words of a content without its markup. */
  toText(content: string): string;
  /** The contact pressed one. */
  onOpen(notification: InboxNotification): void;
}

export interface DesktopWords {
  language: string;
  direction: 'ltr' | 'rtl';
  /** Stands in for a missing title. */
  notification: string;
}

/**
 * Notifications of the operating system. The browser's own question comes only after the contact has said yes to ours,
 * and ours comes once: browsers punish sites that ask out of the blue, and so do people.
 */
export class Desktop {
  #options: DesktopOptions;
  #hasDeclined = false;
  #shown = new Map<string, Notification>();

  constructor(options: DesktopOptions) {
    this.#options = options;
  }

  /** Whether there is something to ask the contact. */
  get canAsk(): boolean {
    if (globalThis.Notification?.permission !== 'default' || !isSecureContext) return false;
    return !this.#hasDeclined && this.#read() !== 'no';
  }

  get isAllowed(): boolean {
    return globalThis.Notification?.permission === 'granted';
  }

  /** Shows the browser's question: call it in the contact's click. */
  async ask(): Promise<boolean> {
    const answer = await Notification.requestPermission().catch(() => 'denied');
    return answer === 'granted';
  }

  /** The contact does not want any: they are not asked again on this device. */
  decline(): void {
    this.#hasDeclined = true;
    const {storageKey} = this.#options;
    try {
      if (storageKey) localStorage.setItem(storageKey, 'no');
    } catch {
      // A device that keeps nothing asks again.
    }
  }

  /** @returns whether it is shown */
  show(notification: InboxNotification, words: DesktopWords): boolean {
    if (!this.isAllowed) return false;
    const content = this.#options.toText(notification.content).slice(0, MAX_BODY);
    try {
      const shown = new Notification(notification.title.trim() || content || words.notification, {
        body: notification.title.trim() ? content : '',
        icon: notification.image ?? readAvatar(notification)?.image,
        // The same one from another tab replaces this.
        tag: notification.id,
        lang: words.language,
        dir: words.direction,
      });
      shown.onclick = () => {
        window.focus();
        shown.close();
        this.#options.onOpen(notification);
      };
      shown.onclose = () => this.#shown.delete(notification.id);
      this.#shown.set(notification.id, shown);
      return true;
    } catch {
      // Android's browsers want a service worker for it, which is the page's own business.
      return false;
    }
  }

  /** Takes back what has been read meanwhile: all but these. */
  keepOnly(isUnread: (id: string) => boolean): void {
    for (const [id, shown] of this.#shown) if (!isUnread(id)) shown.close();
  }

  clear(): void {
    this.keepOnly(() => false);
  }

  #read(): string | null {
    const {storageKey} = this.#options;
    try {
      return storageKey ? localStorage.getItem(storageKey) : null;
    } catch {
      return null;
    }
  }
}
