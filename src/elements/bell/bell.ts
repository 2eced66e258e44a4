import {html, LitElement, nothing, type PropertyValues, type TemplateResult} from 'lit';
import type {Inbox} from '../../core/inbox.ts';
import {enBell} from '../../i18n/en-bell.ts';
import {BaseElement} from '../base/base-element.ts';
import {InboxController} from '../base/inbox-controller.ts';
import {styles} from './bell.styles.ts';
import {AppInboxToggleEvent} from './events.ts';

/** Degrees: a struck bell that comes to rest. */
const SWING = [0, 16, -13, 9, -6, 3, 0];

/**
 * The bell: says how many notifications are unread, and asks for the inbox.
 *
 * Its accessible name is the word for notifications with that number ("Notifications, 3 unread").
 *
 * @slot icon - Replaces the bell's drawing: 24 by 24 pixels, in `currentColor`.
 * @fires {AppInboxToggleEvent} app-inbox-toggle - The contact pressed it.
 * @csspart button - The button.
 * @csspart icon - The drawing.
 * @csspart badge - The number; not there while nothing is unread.
 * @cssproperty [--app-inbox-bell-color=inherit] - The drawing's colour; the page's own without it.
 * @cssproperty [--app-inbox-badge=#d3271d] - The badge's background; its text is white.
 */
export class AppInboxBell extends BaseElement {
  static override properties: PropertyDeclarations = {
    inbox: {attribute: false},
    max: {type: Number},
    open: {type: Boolean, reflect: true},
    label: {},
  };
  static override styles = styles;
  static override shadowRootOptions: ShadowRootInit = {...LitElement.shadowRootOptions, delegatesFocus: true};

  #count = new InboxController(this, {select: (state) => state.count});
  /** The number that was shown; undefined until one is known, so that the first never swings the bell. */
  #shown?: number;

  /** Whose notifications it counts. */
  inbox?: Inbox;

  /** The highest number that the badge shows as it is; beyond it, "99+". */
  max = 99;

  /** Whether the inbox is open. The bell only tells: it is set by who opens the inbox, the panel for one. */
  open = false;

  /** Replaces the word for notifications in the accessible name. */
  label?: string;

  override updated(changed: PropertyValues<this>): void {
    const count = this.#count.value;
    // Another contact's number is no news.
    if (changed.has('inbox')) this.#shown = undefined;
    const hasGrown = this.#shown !== undefined && count !== undefined && count > this.#shown;
    if (hasGrown && !matchMedia('(prefers-reduced-motion: reduce)').matches) {
      this.renderRoot
        .querySelector('[part=icon]')
        ?.animate({rotate: SWING.map((degrees) => `${degrees}deg`)}, {duration: 700, easing: 'ease-out'});
    }
    this.#shown = count;
  }

  #onClick(): void {
    this.dispatchEvent(new AppInboxToggleEvent(!this.open));
  }

  /** Unread notifications, 0 while unknown. */
  get count(): number {
    return this.#count.value ?? 0;
  }

  override render(): TemplateResult {
    const {count, max} = this;
    const language = this.resolvedLanguage;
    // English needs no loading here; for the others it stands in until they have arrived.
    const words = language === 'en' ? enBell : (this.words ?? enBell);
    return html`<button
      part="button"
      aria-haspopup="dialog"
      aria-expanded=${this.open}
      aria-label=${words.bell(this.label ?? words.notifications, count)}
      @click=${this.#onClick}
    >
      <span part="icon" class=${count ? 'ringed' : nothing}
        ><slot name="icon"
          ><svg viewBox="0 0 24 24" aria-hidden="true">
            <path
              d="M6 9a6 6 0 1 1 12 0c0 5 1.5 6.5 2.5 7.5h-17C4.5 15.5 6 14 6 9Zm4 11a2.3 2.3 0 0 0 4 0"
            /></svg></slot
      ></span>
      ${
        count
          ? html`<span part="badge" aria-hidden="true"
              >${Math.min(count, max).toLocaleString(language)}${count > max ? '+' : nothing}</span
            >`
          : nothing
      }
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'app-inbox-bell': AppInboxBell;
  }
}
