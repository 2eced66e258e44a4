import type {MoreTerms} from '../../i18n/more/more-terms.ts';
import type {Translation} from '../../i18n/translation.ts';
import type {Notification} from '../../protocol/notification.ts';
import {onPicture, PERSON, readAvatar} from '../base/avatar.ts';

const SVG = 'http://www.w3.org/2000/svg';
/** On a grid of 24, as all drawings of the inbox. */
const DRAWINGS = {
  bell: 'M6 9a6 6 0 1 1 12 0c0 5 1.5 6.5 2.5 7.5h-17C4.5 15.5 6 14 6 9Zm4 11a2.3 2.3 0 0 0 4 0',
  alert: 'M12 4l9 15.5H3zM12 10v4M12 16.8v.01',
  close: 'M6 6l12 12M18 6L6 18',
};
/** A title that has to be made of the content is no longer than this. */
const TITLE_FROM_CONTENT = 80;
/** The mouse button that opens a menu. */
const RIGHT = 2;

export interface ToastActs {
  onOpen(event: MouseEvent): void;
  onAction(index: number, event: MouseEvent): void;
  onDismiss(): void;
}

/** A question to the contact among the toasts. */
export interface Offer {
  text: string;
  yes: string;
  no: string;
  /** @param isWanted what the contact has pressed */
  onAnswer(isWanted: boolean): void;
}

/** An element with a class, and what is in it. Texts become text and never markup. */
function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  element.className = className;
  element.append(...children);
  return element;
}

function drawing(name: keyof typeof DRAWINGS): SVGElement {
  return draw(DRAWINGS[name]);
}

function draw(d: string): SVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', d);
  svg.append(path);
  return svg;
}

/** A link where there is an address, else a button. */
function control(
  link: string | undefined,
  className: string,
  onPress: (event: MouseEvent) => void,
  ...children: (Node | string)[]
): HTMLElement {
  const element = make(link ? 'a' : 'button', className, ...children);
  if (element instanceof HTMLAnchorElement) element.href = link!;
  const press = (event: MouseEvent) => event.button !== RIGHT && onPress(event);
  element.addEventListener('click', press as EventListener);
  // The middle button opens links.
  if (link) element.addEventListener('auxclick', press as EventListener);
  return element;
}

function parts({title, content}: Notification, words: Translation, toText: (content: string) => string) {
  const text = toText(content);
  const heading = title.trim() || text.slice(0, TITLE_FROM_CONTENT) || words.notification;
  return {heading, text: title.trim() ? text : ''};
}

/** The whole toast in one sentence, for screen readers. */
export function sayToast(
  notification: Notification,
  words: Translation,
  toText: (content: string) => string,
): string {
  const {heading, text} = parts(notification, words, toText);
  const urgency = notification.severity === 'high' ? words.important : '';
  return [urgency, heading, text].filter(Boolean).join('. ');
}

/** @param toText the words of a content without its markup */
export function makeToast(
  notification: Notification,
  words: Translation,
  more: MoreTerms,
  toText: (content: string) => string,
  acts: ToastActs,
): HTMLElement {
  const {heading, text} = parts(notification, words, toText);
  const {link, openInNewTab, actions} = notification;
  const isUrgent = notification.severity === 'high';
  const body = make('div', 'body');
  if (isUrgent) body.append(make('div', 'urgency', words.important));
  const title = control(link, 'title', (event) => acts.onOpen(event), make('span', 'clamp', heading));
  if (title instanceof HTMLAnchorElement && openInNewTab) {
    Object.assign(title, {target: '_blank', rel: 'noopener'});
    title.append(make('span', 'visually-hidden', ` (${words.opensInNewTab})`));
  }
  body.append(title);
  if (text) body.append(make('div', 'text', text));
  if (actions.length) {
    const buttons = actions.map(({label, link: address, style}, index) =>
      control(address, `button ${style}`, (event) => acts.onAction(index, event), label),
    );
    body.append(make('div', 'actions', ...buttons));
  }
  const close = control(undefined, 'icon-button close', () => acts.onDismiss(), drawing('close'));
  close.ariaLabel = close.title = more.dismiss;
  const toast = make('article', `toast ${isUrgent ? 'urgent' : ''}`, makeMedia(notification), body, close);
  toast.setAttribute('part', 'toast');
  toast.ariaLabel = heading;
  return toast;
}

export function makeOffer({text, yes, no, onAnswer}: Offer): HTMLElement {
  const actions = make(
    'div',
    'actions',
    control(undefined, 'button primary', () => onAnswer(true), yes),
    control(undefined, 'button', () => onAnswer(false), no),
  );
  const media = make('div', 'media icon', drawing('bell'));
  const toast = make('div', 'toast offer', media, make('div', 'body', make('div', 'text', text), actions));
  toast.setAttribute('part', 'toast');
  return toast;
}

function makeMedia(notification: Notification): HTMLElement {
  const {image, severity} = notification;
  const avatar = makeAvatar(notification);
  const icon = () => make('div', 'media icon', avatar ?? drawing(severity === 'high' ? 'alert' : 'bell'));
  if (!image) return icon();
  const picture = makePicture(image);
  const media = make('div', 'media', picture, ...(avatar ? [avatar] : []));
  // What could not be loaded leaves no broken picture behind.
  picture.addEventListener('error', () => media.replaceWith(icon()));
  return media;
}

function makePicture(src: string): HTMLImageElement {
  return Object.assign(make('img', ''), {src, alt: ''});
}

/** Who it comes from. */
function makeAvatar(notification: Notification): HTMLElement | undefined {
  const avatar = readAvatar(notification);
  if (!avatar) return undefined;
  const box = make('span', 'avatar', avatar.initials || draw(PERSON));
  box.ariaHidden = 'true';
  if (avatar.image) {
    const picture = makePicture(avatar.image);
    picture.addEventListener('error', onPicture);
    box.append(picture);
  }
  return box;
}
