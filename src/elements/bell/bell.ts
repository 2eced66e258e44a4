import type {Inbox} from '../../core/inbox.ts';
import {enBell} from '../../i18n/en-bell.ts';
import {formatCount} from '../../i18n/format-count.ts';
import {loadedTranslation, loadTranslation} from '../../i18n/translations.ts';
import {adoptStyles} from '../base/adopt-styles.ts';
import {HostElement} from '../base/host-element.ts';
import {languageOf} from '../base/language.ts';
import {styles} from './bell.styles.ts';
import {AppInboxToggleEvent} from './events.ts';

/** Degrees: a struck bell that comes to rest. */
const SWING = [0, 16, -13, 9, -6, 3, 0];
const DRAWING = 'M6 9a6 6 0 1 1 12 0c0 5 1.5 6.5 2.5 7.5h-17C4.5 15.5 6 14 6 9Zm4 11a2.3 2.3 0 0 0 4 0';
const SVG = 'http://www.w3.org/2000/svg';

/** Properties that a page may have set before the element was defined. */
const PROPERTIES = ['inbox', 'max', 'open', 'label', 'language', 'theme'] as const;

/** An element that is a part of the bell. */
function part(tag: string, name: string, parent: ParentNode): HTMLElement {
  const element = document.createElement(tag);
  element.setAttribute('part', name);
  parent.append(element);
  return element;
}

/**
 * The bell: says how many notifications are unread, and asks for the inbox.
 *
 * Its accessible name is the word for notifications with that number ("Notifications, 3 unread").
 *
 * Written without Lit, as the only element: it has to be there before everything else, and Lit would be nearly half of
 * what a page then has to fetch.
 *
 * @customElement app-inbox-bell
 * @slot icon - Replaces the bell's drawing: 24 by 24 pixels, in `currentColor`.
 * @fires {AppInboxToggleEvent} app-inbox-toggle - The contact pressed it.
 * @attr {number} max - The highest number that the badge shows as it is.
 * @attr {boolean} open - Whether the inbox is open.
 * @attr {string} label - Replaces the word for notifications in the accessible name.
 * @attr {'unread' | 'unseen'} counts - With `app-inbox/define`: what the badge counts. The name always says how many are unread.
 * @attr {string} language - ISO 639-1 or BCP 47.
 * @attr {'light' | 'dark' | 'auto'} theme - Of a floating bell; one in the page has the page's colours.
 * @csspart button - The button.
 * @csspart icon - The drawing.
 * @csspart badge - The number; hidden while nothing is unread.
 * @cssproperty [--app-inbox-bell-color=inherit] - The drawing's colour; the page's own without it.
 * @cssproperty [--app-inbox-bell-size=40px] - Width and height of the button; 56px where it floats.
 * @cssproperty [--app-inbox-badge=#d3271d] - The badge's background.
 * @cssproperty [--app-inbox-badge-text=#fff] - The number on the badge.
 */
export class AppInboxBell extends HostElement {
  static readonly observedAttributes = ['max', 'open', 'label', 'language', 'theme'];

  #button: HTMLElement;
  #icon: HTMLElement;
  #badge: HTMLElement;
  #inbox?: Inbox;
  #unsubscribe?: () => void;
  /** The number that was shown; undefined until one is known, so that the first never swings the bell. */
  #shown?: number;
  /** The language whose words are on their way. */
  #wordsFor?: string;

  constructor() {
    super();
    const root = this.attachShadow({mode: 'open', delegatesFocus: true});
    adoptStyles(root, [styles]);
    this.#button = part('button', 'button', root);
    this.#button.setAttribute('aria-haspopup', 'dialog');
    this.#button.setAttribute('aria-expanded', 'false');
    this.#button.addEventListener('click', () => this.dispatchEvent(new AppInboxToggleEvent(!this.open)));
    this.#icon = part('span', 'icon', this.#button);
    const slot = document.createElement('slot');
    slot.name = 'icon';
    const drawing = document.createElementNS(SVG, 'svg');
    drawing.setAttribute('viewBox', '0 0 24 24');
    drawing.setAttribute('aria-hidden', 'true');
    const path = document.createElementNS(SVG, 'path');
    path.setAttribute('d', DRAWING);
    drawing.append(path);
    slot.append(drawing);
    this.#icon.append(slot);
    this.#badge = part('span', 'badge', this.#button);
    this.#badge.setAttribute('aria-hidden', 'true');
  }

  connectedCallback(): void {
    for (const name of PROPERTIES) {
      if (!Object.hasOwn(this, name)) continue;
      const value: unknown = this[name];
      delete this[name];
      Object.assign(this, {[name]: value});
    }
    this.#follow();
  }

  disconnectedCallback(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
  }

  attributeChangedCallback(name: string): void {
    // The opening is no time for more than this.
    if (name === 'open') this.#button.setAttribute('aria-expanded', String(this.open));
    else this.#render();
  }

  #follow(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = this.#inbox?.subscribe(() => {
      if (this.#inbox?.state.count !== this.#shown) this.#render();
    });
    this.#render();
  }

  #reflect(name: string, value: string | number | boolean | undefined): void {
    // Frameworks hand over null for nothing, whatever the types say.
    if (value === undefined || value === null || value === false) this.removeAttribute(name);
    else this.setAttribute(name, value === true ? '' : String(value));
  }

  #render(): void {
    if (!this.isConnected) return;
    const known = this.#inbox?.state.count;
    const {count, max} = this;
    const language = languageOf(this);
    // English needs no loading here; for the others it stands in until they have arrived.
    const words = language === 'en' ? enBell : (loadedTranslation(language) ?? enBell);
    if (words === enBell && language !== 'en' && this.#wordsFor !== language) {
      this.#wordsFor = language;
      loadTranslation(language).then(
        () => this.#render(),
        () => (this.#wordsFor = undefined),
      );
    }
    this.#button.setAttribute('aria-label', words.bell(this.label ?? words.notifications, known ?? 0));
    this.#icon.classList.toggle('ringed', count > 0);
    this.#badge.hidden = !count;
    this.#badge.textContent = formatCount(Math.min(count, max), language) + (count > max ? '+' : '');
    const hasGrown = this.#shown !== undefined && known !== undefined && known > this.#shown;
    this.#shown = known;
    if (hasGrown && !matchMedia('(prefers-reduced-motion: reduce)').matches) {
      this.#icon.animate(
        {rotate: SWING.map((degrees) => `${degrees}deg`)},
        {duration: 700, easing: 'ease-out'},
      );
    }
  }

  /** Whose notifications it counts. */
  get inbox(): Inbox | undefined {
    return this.#inbox;
  }
  set inbox(inbox: Inbox | undefined) {
    if (inbox === this.#inbox) return;
    this.#inbox = inbox;
    // Another contact's number is no news.
    this.#shown = undefined;
    if (this.isConnected) this.#follow();
  }

  /** Unread notifications, 0 while unknown. */
  get count(): number {
    return this.#inbox?.state.count ?? 0;
  }

  /** The highest number that the badge shows as it is; beyond it, "99+". */
  get max(): number {
    return Number(this.getAttribute('max') ?? 99) || 99;
  }
  set max(max: number) {
    this.#reflect('max', max);
  }

  /** Whether the inbox is open. The bell only tells: it is set by who opens the inbox. */
  get open(): boolean {
    return this.hasAttribute('open');
  }
  set open(isOpen: boolean) {
    this.#reflect('open', isOpen);
  }

  /** Replaces the word for notifications in the accessible name. */
  get label(): string | undefined {
    return this.getAttribute('label') ?? undefined;
  }
  set label(label: string | undefined) {
    this.#reflect('label', label);
  }

  /** ISO 639-1 or BCP 47. @default the nearest `lang` around the element, then the visitor's first language */
  get language(): string | undefined {
    return this.getAttribute('language') ?? undefined;
  }
  set language(language: string | undefined) {
    this.#reflect('language', language);
  }

  /** @default 'auto', the visitor's preference */
  get theme(): 'light' | 'dark' | 'auto' | undefined {
    return (this.getAttribute('theme') as 'light' | 'dark' | 'auto' | null) ?? undefined;
  }
  set theme(theme: 'light' | 'dark' | 'auto' | undefined) {
    this.#reflect('theme', theme);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'app-inbox-bell': AppInboxBell;
  }
}
