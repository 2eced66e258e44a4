import type {Inbox} from '../../core/inbox.ts';
import type {MoreTerms} from '../../i18n/more/more-terms.ts';
import {loadedTranslation, loadTranslation} from '../../i18n/translations.ts';
import type {Translation} from '../../i18n/translation.ts';
import type {Corner} from '../../protocol/configuration.ts';
import type {Notification} from '../../protocol/notification.ts';
import {controls} from '../../themes/controls.ts';
import {reset, tokens} from '../../themes/tokens.ts';
import {adoptStyles} from '../base/adopt-styles.ts';
import {HostElement} from '../base/host-element.ts';
import {languageOf} from '../base/language.ts';
import {AppInboxActionEvent, AppInboxClickEvent} from '../notification/events.ts';
import {PausableTimer} from './pausable-timer.ts';
import {Speech} from './speech.ts';
import {makeOffer, makeToast, sayToast, type Offer} from './toast.ts';
import {styles} from './toasts.styles.ts';

/** Milliseconds that a toast stays after somebody has looked at it. */
const GRACE = 2000;
/** Kept behind those that are shown. */
const MAX_WAITING = 50;
const MAX_SHOWN = 3;
const DURATION = 6;

interface Toast {
  notification: Notification;
  element: HTMLElement;
  timer: PausableTimer;
}

interface Words {
  words: Translation;
  more: MoreTerms;
}

/** Whether a click is for this tab: one that asks for another is the visitor's, and cannot be cancelled. */
const staysHere = ({button, ctrlKey, metaKey, shiftKey}: MouseEvent) =>
  button === 0 && !ctrlKey && !metaKey && !shiftKey;

/** Without its tags: for where nobody has given a better way. */
const withoutTags = (content: string) => content.replace(/<[^>]*>/g, ' ').trim();

/**
 * What arrives, over the page for a moment: a stack in a corner, the newest nearest to the edge. A toast waits while the
 * pointer is over the stack, while the focus is in it and while the page is hidden. An urgent one stays until it is
 * dismissed. Escape dismisses the one with the focus.
 *
 * It shows what `inbox` hears of, or with `manual` only what `show()` is given. Screen readers are told of the first at
 * once and of a burst in one sentence.
 *
 * Written without Lit, as the bell: it may be wanted on a page that never opens its inbox.
 *
 * @customElement app-inbox-toasts
 * @fires {AppInboxClickEvent} app-inbox-click - The contact opened a notification. Cancel to stay on the page.
 * @fires {AppInboxActionEvent} app-inbox-action - The contact pressed a notification's button. Cancel to stay.
 * @attr {'bottom-right' | 'bottom-left' | 'top-right' | 'top-left'} placement - The corner; sides swap on right-to-left pages.
 * @attr {number} max - How many are shown at a time. 3 without it.
 * @attr {number} duration - Seconds that one stays. 6 without it.
 * @attr {boolean} manual - Does not listen to the inbox.
 * @attr {string} language - ISO 639-1 or BCP 47.
 * @attr {'light' | 'dark' | 'auto'} theme - Without it, the visitor's preference.
 * @csspart toast - One of them.
 * @csspart more - Says how many wait behind.
 * @cssproperty [--app-inbox-toast-width=360px] - The width of the stack.
 * @cssproperty [--app-inbox-toast-radius=14px] - The corners of a toast.
 * @cssproperty [--app-inbox-toast-padding=12px] - Inside of a toast.
 * @cssproperty [--app-inbox-toast-gap=8px] - Between two toasts.
 * @cssproperty [--app-inbox-toast-offset=16px] - From the edges of the page.
 * @cssproperty [--app-inbox-toast-surface] - The background; that of the panel without it.
 * @cssproperty [--app-inbox-toast-shadow] - Under a toast.
 * @cssproperty [--app-inbox-toast-title-weight=600] - How bold a title is.
 * @cssproperty [--app-inbox-toast-motion=200ms] - How long one takes to come up.
 */
export class AppInboxToasts extends HostElement {
  static readonly observedAttributes = ['language', 'manual'];

  /** Oldest first. */
  #toasts: Toast[] = [];
  #offer?: {given: Offer; element: HTMLElement};
  #inbox?: Inbox;
  #stopHearing?: () => void;
  #stack = document.createElement('div');
  #more = document.createElement('div');
  #speech: Speech;
  #isLookedAt = false;
  /** What had the focus before the stack took it. */
  #focusBefore?: HTMLElement;

  /** The words of a content without its markup. @default without its tags */
  toText = withoutTags;

  constructor() {
    super();
    const root = this.attachShadow({mode: 'open'});
    adoptStyles(root, [tokens, reset, controls, styles]);
    this.#stack.className = 'panel stack';
    this.#stack.setAttribute('popover', 'manual');
    this.#more.className = 'more-toasts';
    this.#more.setAttribute('part', 'more');
    const status = document.createElement('div');
    status.className = 'visually-hidden';
    status.setAttribute('role', 'status');
    this.#speech = new Speech(status);
    root.append(this.#stack, status);
    // Not of the pointer: Firefox tells of those before `:hover` is true.
    for (const type of ['mouseenter', 'mouseleave', 'focusin', 'focusout', 'keydown'] as const)
      this.#stack.addEventListener(type, this);
  }

  connectedCallback(): void {
    if (!this.hasAttribute('role')) this.setAttribute('role', 'region');
    document.addEventListener('visibilitychange', this.#keepTime);
    this.#hear();
  }

  disconnectedCallback(): void {
    document.removeEventListener('visibilitychange', this.#keepTime);
    this.#stopHearing?.();
    this.#speech.stop();
    for (const {notification} of this.#toasts) this.#drop(notification.id);
    this.offer = undefined;
  }

  attributeChangedCallback(): void {
    this.#hear();
    if (this.#toasts.length) void this.#render();
  }

  /** Whose notifications it shows. */
  get inbox(): Inbox | undefined {
    return this.#inbox;
  }
  set inbox(inbox: Inbox | undefined) {
    this.#inbox = inbox;
    this.#hear();
  }

  /** A question that stands with the toasts until it is answered. */
  get offer(): Offer | undefined {
    return this.#offer?.given;
  }
  set offer(offer: Offer | undefined) {
    this.#offer?.element.remove();
    this.#offer = offer && {
      given: offer,
      element: makeOffer({
        ...offer,
        onAnswer: (isWanted) => {
          this.offer = undefined;
          offer.onAnswer(isWanted);
          this.#moveFocus();
        },
      }),
    };
    void this.#render();
  }

  get placement(): Corner {
    return (this.getAttribute('placement') as Corner | null) ?? 'bottom-right';
  }
  set placement(placement: Corner) {
    this.setAttribute('placement', placement);
  }

  get max(): number {
    return Math.max(1, Number(this.getAttribute('max')) || MAX_SHOWN);
  }
  set max(max: number) {
    this.setAttribute('max', String(max));
  }

  get duration(): number {
    return Number(this.getAttribute('duration')) || DURATION;
  }
  set duration(duration: number) {
    this.setAttribute('duration', String(duration));
  }

  get manual(): boolean {
    return this.hasAttribute('manual');
  }
  set manual(isManual: boolean) {
    this.toggleAttribute('manual', isManual);
  }

  get language(): string | undefined {
    return this.getAttribute('language') ?? undefined;
  }
  set language(language: string | undefined) {
    if (language !== this.language) this.setAttribute('language', language ?? '');
  }

  get theme(): 'light' | 'dark' | 'auto' {
    return (this.getAttribute('theme') as 'light' | 'dark' | null) ?? 'auto';
  }
  set theme(theme: 'light' | 'dark' | 'auto' | undefined) {
    this.setAttribute('theme', theme ?? 'auto');
  }

  /** Shows a notification; the same one again in place of itself. Resolves when it is there. */
  async show(notification: Notification): Promise<void> {
    const {words, more} = await this.#loadWords();
    const {id} = notification;
    this.#drop(id);
    if (!this.isConnected) return;
    const element = makeToast(notification, words, more, this.toText, {
      onOpen: (event) => this.#onOpen(notification, event),
      onAction: (index, event) => this.#onAction(notification, index, event),
      onDismiss: () => this.dismiss(id),
    });
    element.dataset.id = id;
    const timer = new PausableTimer(this.duration * 1000, () => this.dismiss(id));
    this.#toasts.push({notification, element, timer});
    // Those that come together may get here in any order.
    this.#toasts.sort((a, b) => a.notification.createdAt - b.notification.createdAt);
    for (const {notification: oldest} of this.#toasts.slice(0, -MAX_WAITING)) this.#drop(oldest.id);
    this.#speech.say(sayToast(notification, words, this.toText), more.arrived);
    await this.#render();
  }

  /** Takes one away, or all. */
  dismiss(id?: string): void {
    for (const {notification} of this.#toasts)
      if (id === undefined || notification.id === id) this.#drop(notification.id);
    void this.#render();
  }

  /** Takes away what has been read elsewhere: all but these. */
  keepOnly(isUnread: (id: string) => boolean): void {
    for (const {notification} of this.#toasts) if (!isUnread(notification.id)) this.dismiss(notification.id);
  }

  /** The element listens as an object, so that it has one listener for all. */
  handleEvent(event: Event): void {
    if (event instanceof KeyboardEvent) {
      const id = (event.target as HTMLElement).closest<HTMLElement>('[data-id]')?.dataset.id;
      if (event.key !== 'Escape' || event.defaultPrevented || id === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      this.dismiss(id);
    } else if (event.type === 'focusin') {
      const from = (event as FocusEvent).relatedTarget;
      if (from instanceof HTMLElement && !this.#stack.contains(from)) this.#focusBefore = from;
    }
    this.#keepTime();
  }

  #hear(): void {
    this.#stopHearing?.();
    this.#stopHearing =
      this.#inbox && this.isConnected && !this.manual
        ? this.#inbox.on('notification', ({notification}) => void this.show(notification).catch(() => {}))
        : undefined;
  }

  async #loadWords(): Promise<Words> {
    const language = languageOf(this);
    const {loadMoreTerms} = await import('../../i18n/more/more.ts');
    const [words, more] = await Promise.all([
      loadedTranslation(language) ?? loadTranslation(language),
      loadMoreTerms(language),
    ]);
    return {words, more};
  }

  async #render(): Promise<void> {
    const shown = this.#shown.map(({element}) => element).reverse();
    const waiting = this.#toasts.length - shown.length;
    const wanted = [
      ...(this.#offer ? [this.#offer.element] : []),
      ...shown,
      ...(waiting ? [this.#more] : []),
    ];
    for (const child of [...this.#stack.children]) if (!wanted.includes(child as HTMLElement)) child.remove();
    // Only what is not in its place is moved: moving would take the focus and begin the motion anew.
    wanted.forEach((element, index) => {
      const there = this.#stack.children[index] ?? null;
      if (there !== element) this.#stack.insertBefore(element, there);
    });
    this.#lift(wanted.length > 0);
    this.#keepTime();
    if (!wanted.length) return;
    const {words, more} = await this.#loadWords();
    this.#stack.lang = words.language;
    this.#stack.dir = words.direction;
    this.#more.textContent = more.moreToasts(this.#toasts.length - this.#shown.length);
    this.setAttribute('aria-label', more.toasts);
  }

  /** In the top layer it is over whatever the page puts before its own contents. */
  #lift(isShown: boolean): void {
    if (!this.#stack.showPopover || !this.isConnected) return;
    if (isShown !== this.#stack.matches(':popover-open')) this.#stack.togglePopover(isShown);
  }

  /** Lets the time of those that can be seen run, and that of the others rest. */
  #keepTime = (): void => {
    const isLookedAt = this.#stack.matches(':hover, :focus-within') || document.hidden;
    const shown = new Set(this.#shown);
    for (const toast of this.#toasts) {
      const runs = !isLookedAt && shown.has(toast) && toast.notification.severity !== 'high';
      if (runs) toast.timer.run();
      else toast.timer.rest(this.#isLookedAt ? 0 : GRACE);
    }
    this.#isLookedAt = isLookedAt;
  };

  get #shown(): Toast[] {
    return this.#toasts.slice(-this.max);
  }

  #drop(id: string): void {
    const toast = this.#toasts.find(({notification}) => notification.id === id);
    if (!toast) return;
    // Not by `:focus-within`, which WebKit says only while its window is the one in use.
    const hadFocus = toast.element.contains(this.shadowRoot!.activeElement);
    toast.timer.rest();
    toast.element.remove();
    this.#toasts = this.#toasts.filter((entry) => entry !== toast);
    if (hadFocus) this.#moveFocus();
  }

  /** What had the focus has gone: the next toast gets it, else what had it before the stack. */
  #moveFocus(): void {
    const next = this.#stack.querySelector<HTMLElement>('.close, .primary');
    (next ?? this.#focusBefore)?.focus({preventScroll: true});
  }

  #onOpen(notification: Notification, event: MouseEvent): void {
    const isAllowed = this.dispatchEvent(new AppInboxClickEvent(notification, staysHere(event)));
    this.#act(notification, isAllowed, event);
  }

  #onAction(notification: Notification, index: number, event: MouseEvent): void {
    const action = notification.actions[index]!;
    const isAllowed = this.dispatchEvent(new AppInboxActionEvent(notification, action, staysHere(event)));
    this.#act(notification, isAllowed, event);
  }

  #act({id}: Notification, isAllowed: boolean, event: MouseEvent): void {
    if (!isAllowed) event.preventDefault();
    // Failures are in the inbox's state.
    this.#inbox?.click(id).catch(() => {});
    this.dismiss(id);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'app-inbox-toasts': AppInboxToasts;
  }
}
