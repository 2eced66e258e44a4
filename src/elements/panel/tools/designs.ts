/** Designs of a site's own: a function, or templates in the panel. Both go into a row's slot; the row stays what it is. */
import type {Notification} from '../../../protocol/notification.ts';
import {safeUrl} from '../../../protocol/url.ts';
import {toPlainText} from '../../base/plain-text.ts';

/** What shows a notification in the site's own way; nothing: as it is. */
export type RenderNotification = (notification: Notification) => Node | undefined;

export interface DesignHost extends Element {
  renderNotification?: RenderNotification;
}

const TEMPLATES = ':scope > template[data-notification]';

/** A field by its name, as `data-field` has it: `title`, or `customData.price`. Only what is text or a number. */
function read(notification: Notification, name: string): string {
  let value: unknown = notification;
  for (const key of name.split('.'))
    value =
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? (value as Record<string, unknown>)[key]
        : undefined;
  if (name === 'content') return toPlainText(String(value));
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** A copy of the template with the notification's fields in it: text, the address of an image, the target of a link. */
function fill(template: HTMLTemplateElement, notification: Notification): DocumentFragment {
  const copy = document.importNode(template.content, true);
  for (const element of copy.querySelectorAll<HTMLElement>('[data-field]')) {
    const text = read(notification, element.dataset.field!);
    if (!text) element.remove();
    else if (element instanceof HTMLImageElement) {
      const address = safeUrl(text, ['http:', 'https:']);
      if (address) element.src = address;
      else element.remove();
    } else if (element instanceof HTMLAnchorElement) {
      const target = safeUrl(text);
      if (target) element.href = target;
    } else element.textContent = text;
  }
  return copy;
}

/** The site's design of a notification; undefined where it has none for it, or where its function fails. */
export function design(host: DesignHost, notification: Notification): Node | undefined {
  try {
    const own = host.renderNotification?.(notification);
    if (own) return own;
  } catch (error) {
    console.warn('App Inbox: renderNotification failed, the notification is shown as it is.', error);
  }
  const templates = [...host.querySelectorAll<HTMLTemplateElement>(TEMPLATES)];
  const {category = ''} = notification;
  const template = ['', category]
    .map((wanted) => templates.find(({dataset}) => dataset.notification === wanted))
    .findLast(Boolean);
  return template && fill(template, notification);
}
