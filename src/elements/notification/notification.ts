import {html, nothing, type TemplateResult} from 'lit/html.js';
import type {PropertyValues} from 'lit';
import type {Translation} from '../../i18n/translation.ts';
import type {Notification} from '../../protocol/notification.ts';
import {restingControls} from '../../themes/resting-controls.ts';
import {reset, tokens} from '../../themes/tokens.ts';
import {adoptStyles} from '../base/adopt-styles.ts';
import {BaseElement} from '../base/base-element.ts';
import type {PropertyDeclarations} from '../base/reactive-element.ts';
import {iconFor, icons} from '../base/icons.ts';
import {formatRelativeTime} from '../base/relative-time.ts';
import {hasMarkup, toPlainText} from '../base/plain-text.ts';
import {AppInboxActionEvent, AppInboxClickEvent} from './events.ts';
import {styles} from './notification.styles.ts';
import {renderActions} from './notification-views.ts';

/** The same for all rows; undefined until the first of them has loaded it. */
let tools: typeof import('./row-tools.ts') | undefined;

/** Characters of the content that stand in for a missing title. */
const TITLE_FROM_CONTENT = 120;

/** Markup is shown as text until what checks it is there, and for good where that cannot be had. */
async function readRichText(content: string): Promise<{checked: string | DocumentFragment; styles: string}> {
  try {
    const {readRichText: read, styles: richStyles} = await import('../base/rich-text.ts');
    return {checked: await read(content), styles: richStyles};
  } catch {
    return {checked: toPlainText(content), styles: ''};
  }
}

/**
 * One notification in the list. Shows what it is given; asks, by events, for what it wants done.
 *
 * The whole of it is one target: its title is a link where the notification has one, else a button. It is an `article`
 * whose accessible name says whether it is unread.
 *
 * @customElement app-inbox-notification
 * @fires {AppInboxClickEvent} app-inbox-click - The contact opened it. Cancel to stay on the page.
 * @fires {AppInboxReadEvent} app-inbox-read - The contact marked it as read.
 * @fires {AppInboxArchiveEvent} app-inbox-archive - The contact archived it.
 * @fires {AppInboxActionEvent} app-inbox-action - The contact pressed one of its buttons. Cancel to stay on the page.
 * @slot - Replaces what it shows of itself; white space does so, too.
 * @slot start - Before the image.
 * @slot tools - Beside what can be done to it.
 * @slot end - Under its buttons.
 * @csspart base - The row.
 * @csspart image - The image, or the drawing that stands in for it.
 * @csspart avatar - Who it comes from: their picture, or their initials.
 * @csspart title - The title.
 * @csspart content - The content.
 * @csspart time - When it was sent.
 * @csspart unread-dot - The mark of an unread notification.
 * @csspart actions - Its buttons.
 * @cssproperty [--app-inbox-notification-padding=12px 16px] - Space around the content.
 * @cssproperty [--app-inbox-image-size=44px] - Width and height of the image.
 * @cssproperty [--app-inbox-image-radius=10px] - Its corners; 50% makes it round.
 * @cssproperty [--app-inbox-dot] - The mark of an unread notification; the colour of links without it.
 */
export class AppInboxNotification extends BaseElement {
  static override properties: PropertyDeclarations = {
    notification: {attribute: false},
    archivable: {type: Boolean},
    inactive: {type: Boolean},
    brokenImage: {state: true},
    isClamped: {state: true},
    isExpanded: {state: true},
  };
  static override styles = [restingControls, styles];

  #time = '';
  #stopTicking?: () => void;
  #content: string | DocumentFragment = '';
  #richStyles = '';

  /** The image that could not be loaded. */
  private brokenImage?: string;
  /** Whether the content has more than its two lines. */
  private isClamped = false;
  private isExpanded = false;

  notification?: Notification;

  /** Whether it offers to archive. @default false: not every platform can */
  archivable = false;

  /** Takes what is inside out of the order of the tab key: a list does that for all but the current one. */
  inactive = false;

  protected override createRenderRoot(): ShadowRoot {
    const root = super.createRenderRoot();
    // Here and not in the template: what can be pressed are the buttons and links inside, not the row.
    root.addEventListener('click', (event) => this.#onClick(event as MouseEvent));
    root.addEventListener('auxclick', (event) => this.#onAuxClick(event as MouseEvent));
    return root;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (!this.hasAttribute('role')) this.setAttribute('role', 'article');
    if (tools) return this.#equip();
    this.#adopt();
    // Without it the row can be read and opened; the next one tries again.
    import('./row-tools.ts').then(
      (module) => {
        tools = module;
        this.#equip();
      },
      () => {},
    );
  }

  #equip(): void {
    if (!this.isConnected) return;
    this.#stopTicking ??= tools!.ticker.listen(() => this.#onTick());
    this.#adopt();
    this.requestUpdate();
  }

  #adopt(): void {
    // Inside an element of ours nothing of the page's is to be kept out, and the colours are there.
    const isInside = (this.getRootNode() as Partial<ShadowRoot>).host instanceof BaseElement;
    adoptStyles(this.renderRoot, [
      ...(isInside ? [] : [tokens, reset]),
      ...AppInboxNotification.styles,
      tools?.styles ?? '',
      this.#richStyles,
    ]);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopTicking?.();
    this.#stopTicking = undefined;
  }

  #onTick(): void {
    const {words} = this;
    if (this.notification && words && this.#formatTime(words) !== this.#time) this.requestUpdate();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('notification')) return;
    const before = changed.get('notification');
    const content = this.notification?.content ?? '';
    if (before?.id !== this.notification?.id) this.isExpanded = false;
    if (before && before.content === content) return;
    this.isClamped = false;
    this.#content = toPlainText(content);
    if (!hasMarkup(content)) return;
    void readRichText(content).then(({checked, styles: richStyles}) => {
      if (this.notification?.content !== content) return;
      this.#richStyles = richStyles;
      this.#adopt();
      this.#content = checked;
      this.requestUpdate();
    });
  }

  override updated(): void {
    const {notification, words} = this;
    if (!notification || !words) return;
    const name = [
      notification.readAt === null && words.unread,
      notification.severity === 'high' && words.important,
      this.#title(notification, words),
    ];
    this.setAttribute('aria-label', name.filter(Boolean).join(', '));
  }

  #title({title, content}: Notification, words: Translation): string {
    return title.trim() || toPlainText(content).slice(0, TITLE_FROM_CONTENT) || words.notification;
  }

  /** The tabindex of what is inside. */
  get #order(): string {
    return this.inactive ? '-1' : '0';
  }

  #formatTime(words: Translation): string {
    return formatRelativeTime(this.notification!.createdAt, Date.now(), words.language);
  }

  /** One listener for the whole row: what was pressed names what it does. */
  #onClick(event: MouseEvent): void {
    const control = (event.target as Element).closest<HTMLElement>('[data-do]');
    const notification = this.notification;
    if (!control || !notification) return;
    // Another tab or window is asked for: the browser's own business, which the page cannot cancel.
    const isElsewhere = event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey;
    const follow = (isAllowed: boolean) => isAllowed || event.preventDefault();
    switch (control.dataset.do) {
      case 'open':
        if (!control.matches('a')) this.isExpanded = this.isClamped;
        follow(this.dispatchEvent(new AppInboxClickEvent(notification, !isElsewhere)));
        break;
      case 'action': {
        const action = notification.actions[Number(control.dataset.index)];
        if (action && !action.done)
          follow(this.dispatchEvent(new AppInboxActionEvent(notification, action, !isElsewhere)));
        break;
      }
      case 'forward':
        this.open();
        break;
      case 'more':
        this.isExpanded = !this.isExpanded;
        break;
      default:
        tools?.press(control.dataset.do, this, notification);
    }
  }

  #onAuxClick(event: MouseEvent): void {
    // Of the other buttons only the middle one opens links.
    if (event.button === 1) this.#onClick(event);
  }

  #onImageError(): void {
    this.brokenImage = this.notification?.image;
  }

  /** Opens it as a click does. */
  open(): void {
    this.renderRoot.querySelector<HTMLElement>('.title')?.click();
  }

  /**
   * Finds out whether the content needs its "Show more". It reads the layout, so a list asks when the row has come into
   * view, for many rows at once.
   */
  measure(): void {
    const box = this.renderRoot.querySelector('.content');
    if (box && !this.isExpanded) this.isClamped = box.scrollHeight > box.clientHeight + 1;
  }

  #renderMedia(notification: Notification): TemplateResult {
    const {image, category, severity} = notification;
    const avatar = tools?.renderAvatar(notification);
    return image && image !== this.brokenImage
      ? html`<div part="image" class="media">
          <img src=${image} alt="" loading="lazy" decoding="async" @error=${this.#onImageError} />${avatar}
        </div>`
      : html`<div part="image" class="media icon">
          ${
            avatar ??
            html`<svg viewBox="0 0 24 24" aria-hidden="true">
              ${icons[iconFor(category, severity === 'high')]}
            </svg>`
          }
        </div>`;
  }

  #renderTitle(notification: Notification, words: Translation): TemplateResult {
    // Within, because a button cannot be clamped itself (WebKit).
    const title = html`<span class="clamp">${this.#title(notification, words)}</span>`;
    const {link, openInNewTab} = notification;
    const order = this.#order;
    if (!link) {
      return html`<button part="title" class="title" data-do="open" tabindex=${order}>${title}</button>`;
    }
    return html`<a
      part="title"
      class="title"
      data-do="open"
      href=${link}
      target=${openInNewTab ? '_blank' : nothing}
      rel="noopener"
      tabindex=${order}
      >${title}${
        openInNewTab ? html`<span class="visually-hidden"> (${words.opensInNewTab})</span>` : nothing
      }</a
    >`;
  }

  #renderContent(words: Translation): TemplateResult | typeof nothing {
    const content = this.#content;
    // Without a title the content is the title already; it is said again only where there is more of it.
    const isTitle =
      !this.notification!.title.trim() && typeof content === 'string' && content.length <= TITLE_FROM_CONTENT;
    if (content === '' || isTitle) return nothing;
    const kind = typeof content === 'string' ? '' : 'rich';
    return html`<div part="content" class="content ${kind} ${this.isExpanded ? '' : 'clamp'}">${content}</div>
      ${this.isClamped ? tools?.renderMore(words, this.isExpanded, this.#order) : nothing}`;
  }

  override render(): TemplateResult | typeof nothing {
    const {notification, words} = this;
    if (!notification || !words) return nothing;
    const isUnread = notification.readAt === null;
    const isUrgent = notification.severity === 'high';
    this.#time = this.#formatTime(words);
    const created = notification.createdAt;
    return html`<div part="base" class="base ${isUnread ? 'unread' : ''} ${isUrgent ? 'urgent' : ''}">
      <slot name="start"></slot>
      <slot
        >${this.#renderMedia(notification)}
        <div class="body">
          ${isUrgent ? html`<div class="urgency">${words.important}</div>` : nothing}
          <div class="head">
            ${this.#renderTitle(notification, words)}
            <div class="meta">
              <time
                part="time"
                data-do="forward"
                datetime=${new Date(created).toISOString()}
                title=${tools?.formatFullTime(created, words.language) ?? nothing}
                >${this.#time}</time
              >
              ${isUnread ? html`<span part="unread-dot" class="dot"></span>` : nothing}
              <div class="tools">
                ${tools?.renderTools(words, {isReadable: isUnread, isArchivable: this.archivable, order: this.#order})}
                <slot name="tools"></slot>
              </div>
            </div>
          </div>
          ${this.#renderContent(words)} ${renderActions(notification, this.#order, tools?.doneMark)}
          <slot name="end"></slot></div
      ></slot>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'app-inbox-notification': AppInboxNotification;
  }
}
