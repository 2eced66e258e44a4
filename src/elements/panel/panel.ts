import {html, nothing, type TemplateResult} from 'lit/html.js';
import type {PropertyValues} from 'lit';
import type {Inbox} from '../../core/inbox.ts';
import type {Translation} from '../../i18n/translation.ts';
import type {ContentOptions, Layout} from '../../protocol/configuration.ts';
import type {Notification} from '../../protocol/notification.ts';
import {restingControls} from '../../themes/resting-controls.ts';
import {reset, tokens} from '../../themes/tokens.ts';
import {adoptStyles} from '../base/adopt-styles.ts';
import {BaseElement} from '../base/base-element.ts';
import type {PropertyDeclarations} from '../base/reactive-element.ts';
import {InboxController} from '../base/inbox-controller.ts';
import {languageOf} from '../base/language.ts';
import type {AppInboxActionEvent, AppInboxClickEvent} from '../notification/events.ts';
import {AppInboxCloseEvent, AppInboxOpenEvent} from './events.ts';
import type {ListBehaviour} from './list-behaviour.ts';
import {listStyles} from './list.styles.ts';
import {renderMissing, renderSkeleton} from './list-views.ts';
import {styles} from './panel.styles.ts';
import {renderHeader} from './panel-views.ts';
import type {Preparable} from './prepare.ts';
import {Rows} from './rows.ts';
import {isSameSlice, selectSlice, type Slice} from './slice.ts';
import {Surface} from './surface.ts';
import type {PanelTools} from './tools/panel-tools.ts';

/** Rows that are rendered at first, and added each time the contact comes near the end. */
const ROWS = 30;

/** Failures are in the state, where the panel shows them; here they would be reported twice. */
const quietly = (promise: Promise<unknown>) => void promise.catch(() => {});

/**
 * The inbox: hangs from the bell as a popover (on a small screen it is a sheet that fills it), slides in as a drawer, or
 * is part of the page. It loads the list when it opens.
 *
 * A `dialog` as popover and drawer, a `region` in the page. The list is a `feed` of `article`s.
 *
 * `app-inbox-notification` must be registered as well.
 *
 * @customElement app-inbox-panel
 * Children `<template data-notification>` (all) and `<template data-notification="orders">` (of that category) are designs
 * for notifications: an element with `data-field="title"` in them gets that field.
 *
 * @slot footer - Under the list.
 * @slot chat - `<app-inbox-chat embedded>`: a tab of its own.
 * @fires {AppInboxOpenEvent} app-inbox-open - It has opened.
 * @fires {AppInboxCloseEvent} app-inbox-close - It has closed.
 * @fires {AppInboxClickEvent} app-inbox-click - The contact opened a notification. Cancel to stay on the page.
 * @fires {AppInboxReadEvent} app-inbox-read - The contact marked one as read.
 * @fires {AppInboxActionEvent} app-inbox-action - The contact pressed a notification's button. Cancel to stay.
 * @csspart panel - All of it.
 * @csspart header - The heading with its buttons.
 * @csspart tabs - The views.
 * @csspart list - The feed.
 * @csspart footer - Under the list.
 * @cssproperty [--app-inbox-panel-width=400px] - Width of popover and drawer.
 * @cssproperty [--app-inbox-panel-height=640px] - The popover's greatest height.
 * @cssproperty [--app-inbox-page-width=960px] - The greatest width as a part of the page.
 * @cssproperty [--app-inbox-heading-size=15px] - The heading's letters.
 * @cssproperty [--app-inbox-menu-radius=12px] - The corners of menus.
 * @cssproperty [--app-inbox-z-index=2147483000] - For browsers without popovers.
 */
export class AppInboxPanel extends BaseElement {
  static override properties: PropertyDeclarations = {
    inbox: {attribute: false},
    anchor: {attribute: false},
    open: {type: Boolean, reflect: true},
    layout: {reflect: true},
    heading: {},
    renderNotification: {attribute: false},
    rowLimit: {state: true},
    isRendered: {state: true},
  };
  static override styles = [tokens, reset, restingControls, styles, listStyles];

  #slice = new InboxController<Slice>(this, {select: selectSlice, isSame: isSameSlice});
  #surface = new Surface(this, {
    getPanel: () => this.#find('.panel') ?? undefined,
    onDismiss: () => (this.open = false),
    onSheetChange: () => this.requestUpdate(),
  });
  #rows = new Rows();
  /** What the list does beyond showing rows: it comes after the first rows have been painted. */
  #behaviour?: ListBehaviour;
  /** What draws an inbox without rows; null: it could not be loaded. */
  #noRows?: typeof import('./no-rows.ts') | null;
  /** Views, a search, and what can be done: after the behaviour. */
  #tools?: PanelTools;
  #sheets: readonly {toString(): string}[] = AppInboxPanel.styles;
  /** What is shown: the slice, or what the tools make of it. */
  #shown?: Slice;
  #stopHearing?: () => void;
  /** Whether the focus was inside before this update. */
  #hadFocus = false;

  /** How many rows are rendered of those that are there. */
  private rowLimit = ROWS;
  /** Nothing is rendered before it opens or is prepared, so that a page that does neither pays nothing. */
  private isRendered = false;

  /** Whose notifications it shows. */
  inbox?: Inbox;

  /** What it hangs from and gives the focus back to: the bell. Its `open`, where it has one, is kept in step. */
  anchor?: (HTMLElement & {open?: boolean}) | null;

  /** As a page it is always there. */
  open = false;

  layout: Layout = 'popover';

  /** Replaces the word for notifications in the heading. */
  heading?: string;

  /** Says nothing of arrivals while it is closed: set it where something else does, as toasts do. */
  declare quiet?: boolean;

  /** What the site's configuration says of categories and designs; set it before the panel is opened. */
  declare site?: ContentOptions;

  /** Shows a notification in the site's own way; where it gives nothing, it is shown as it is. */
  renderNotification?: (notification: Notification) => Node | undefined;

  constructor() {
    super();
    const {feed} = this.#rows;
    feed.addEventListener('app-inbox-click', (event) => this.#onRowClick(event));
    feed.addEventListener('app-inbox-action', (event) => this.#onRowAction(event));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#hear();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopHearing?.();
    this.#stopHearing = undefined;
  }

  override willUpdate(changed: PropertyValues<this>): void {
    this.#hadFocus = !!this.shadowRoot?.activeElement;
    if (changed.has('inbox')) {
      this.rowLimit = ROWS;
      this.#hear();
    }
    // Closed, it keeps what fills it; opened, it has at least that.
    if (changed.has('open')) this.rowLimit = this.open ? Math.max(this.rowLimit, ROWS) : ROWS;
    this.isRendered ||= this.isShown;
    if (
      this.isShown &&
      this.inbox &&
      (changed.has('open') || changed.has('inbox') || changed.has('layout'))
    ) {
      quietly(this.inbox.load());
    }
  }

  override updated(changed: PropertyValues<this>): void {
    const wasOpen = this.#surface.isShown;
    const isReady = !!this.#find('.panel');
    if (isReady) this.#surface.update(this.isShown, this.layout, this.anchor);
    if (changed.has('open') && this.anchor && 'open' in this.anchor) this.anchor.open = this.open;
    if (isReady && this.open && !wasOpen) {
      if (this.layout !== 'page') this.#focusHeading();
      this.dispatchEvent(new AppInboxOpenEvent());
      if (document.querySelector('dialog:modal'))
        void import('./inside-dialog.ts').then(({moveInside}) => moveInside(this)).catch(() => {});
    } else if (changed.get('open') && !this.open) {
      this.dispatchEvent(new AppInboxCloseEvent());
    } else if (this.#hadFocus && this.isShown && !this.shadowRoot?.activeElement) {
      // What had the focus is gone (a button that has done its work): it must not fall out of the inbox.
      this.#focusHeading();
    }
    if (isReady) this.#behave();
  }

  #focusHeading(): void {
    if (this.isShown && !this.shadowRoot?.activeElement) this.#find('#heading')?.focus({preventScroll: true});
  }

  /** Keeps the list's behaviour in step with what is shown. */
  #behave(): void {
    const slice = this.#slice.value;
    if (this.#behaviour) this.#behaviour.update(this.isShown);
    // With something of the page's in it, a chat for one, it has more to show than a list.
    else if (this.isShown && (slice?.list === 'ready' || slice?.isOffline || this.firstElementChild))
      void this.loadBehaviour();
  }

  /** @internal */
  async loadBehaviour(): Promise<void> {
    const module = await import('./list-behaviour.ts').catch(() => undefined);
    // Without it the list can be read and clicked; the next update tries again.
    if (!module || this.#behaviour) return;
    this.#adopt(module.styles);
    this.#behaviour = new module.ListBehaviour(this, {
      getSlice: () => this.#shown,
      onEnd: () => this.#loadMore(),
    });
    this.requestUpdate();
    const tools = await import('./tools/panel-tools.ts').catch(() => undefined);
    await tools?.prepare(this);
    if (!tools || this.#tools) return;
    this.#adopt(tools.styles);
    this.#tools = new tools.PanelTools(this, this.isShown);
    this.requestUpdate();
  }

  #adopt(styles: string): void {
    adoptStyles(this.renderRoot, (this.#sheets = [...this.#sheets, styles]));
  }

  /** Where the rows are. */
  get feed(): HTMLElement {
    return this.#rows.feed;
  }

  /** Listens for arrivals, to tell screen readers. */
  #hear(): void {
    this.#stopHearing?.();
    this.#stopHearing =
      this.isConnected && this.inbox
        ? this.inbox.on(
            'notification',
            () => void this.loadBehaviour().then(() => this.#behaviour?.announce(languageOf(this))),
          )
        : undefined;
  }

  #find(selector: string): HTMLElement | null {
    return this.renderRoot.querySelector(selector);
  }

  /** @internal */
  get isShown(): boolean {
    return this.open || this.layout === 'page';
  }

  #loadMore(): void {
    this.rowLimit += ROWS;
    if (this.inbox && this.#shown?.hasMore) quietly(this.#tools?.loadMore() ?? this.inbox.loadMore());
  }

  #onRowClick(event: AppInboxClickEvent): void {
    const {notification, cancelable} = event;
    if (this.inbox) quietly(this.inbox.click(notification.id));
    if (!notification.link || notification.openInNewTab || !cancelable) return;
    // The page goes where the link leads, perhaps without a reload: the inbox must not lie over what is there.
    queueMicrotask(() => {
      if (!event.defaultPrevented) this.open = false;
    });
  }

  #onRowAction({notification, action}: AppInboxActionEvent): void {
    const ids = [notification.id];
    if (this.inbox)
      quietly(
        Promise.all([this.inbox.act({type: 'action', ids, action: action.id}), this.inbox.markRead(...ids)]),
      );
  }

  #onMarkAll = (): void => {
    if (this.inbox) quietly(this.inbox.markAllRead());
  };

  #onRefresh = (): void => {
    if (this.inbox) quietly(this.inbox.refresh());
  };

  /**
   * Renders the list before it is opened, so that the opening finds it there.
   *
   * @param whenIdle calls back when the page has nothing better to do
   */
  async prepare(whenIdle: (callback: () => void) => void): Promise<void> {
    // Part of the panel, in a file that comes later: it may see what others may not.
    await (await import('./list-behaviour.ts')).prepare(this as unknown as Preparable, whenIdle);
  }

  #renderRows({notifications, hasMore, isLoadingMore}: Slice, words: Translation): TemplateResult {
    const plan = this.#behaviour?.plan(notifications) ?? {start: 0, end: this.rowLimit};
    if (this.rowLimit < ROWS) plan.end = Math.min(plan.end, this.rowLimit);
    const rows = notifications.slice(plan.start, plan.end);
    const feed = this.#rows.update(words, {
      ...plan,
      notifications: rows,
      offset: plan.start,
      size: hasMore ? -1 : notifications.length,
      isBusy: isLoadingMore,
      theme: this.theme,
      now: Date.now(),
      decorate: this.#tools?.decorate,
    });
    return html`${feed}
    ${this.#renderEnd(isLoadingMore, hasMore || (!this.#behaviour && rows.length < notifications.length), words)}`;
  }

  #renderNoRows(slice: Slice | undefined, words: Translation): TemplateResult {
    // While rows may still come.
    if (!slice || (slice.session !== 'anonymous' && slice.list !== 'ready' && slice.list !== 'failed'))
      return renderSkeleton(words);
    if (this.#noRows) return this.#noRows.renderNoRows(words, slice, this.#onRefresh);
    if (this.#noRows === null) return renderMissing(words, this.#onRefresh);
    import('./no-rows.ts')
      .then((module) => {
        this.#noRows = module;
        this.#adopt(module.styles);
      })
      .catch(() => (this.#noRows = null))
      .finally(() => this.requestUpdate());
    return renderSkeleton(words);
  }

  #renderEnd(isLoading: boolean, isMore: boolean, words: Translation): TemplateResult | typeof nothing {
    if (isLoading) return renderSkeleton(words, 2);
    if (!isMore) return nothing;
    return html`<div class="sentinel">
      <button class="text-button" @click=${this.#loadMore}>${words.loadMore}</button>
    </div>`;
  }

  override render(): TemplateResult {
    const words = this.words;
    const slice = this.#slice.value;
    return html`${words && this.isRendered ? this.#renderPanel(words, slice) : nothing}
      <div role="status" class="visually-hidden">${this.#behaviour?.announcement}</div>`;
  }

  #renderPanel(words: Translation, slice: Slice | undefined): TemplateResult {
    const shown = (this.#shown = slice && (this.#tools?.present(slice, words) ?? slice));
    const isPage = this.layout === 'page';
    const {isSheet} = this.#surface;
    const guard = isSheet && !isPage ? this.#behaviour?.renderGuard() : nothing;
    return html`<div
      part="panel"
      class="panel"
      popover=${isPage ? nothing : 'manual'}
      role=${isPage ? 'region' : 'dialog'}
      aria-labelledby="heading"
      aria-modal=${isSheet && !isPage ? 'true' : nothing}
      lang=${words.language}
      dir=${words.direction}
    >
      ${guard}
      ${renderHeader(words, {
        heading: this.heading ?? words.notifications,
        count: slice?.count ?? 0,
        onMarkAll: this.#onMarkAll,
        drawing: this.#behaviour?.markAllDrawing,
        onClose: isPage ? undefined : this.#surface.dismiss,
      })}
      ${this.#tools?.renderBar() ?? html`<div class="bar ${slice?.session}"></div>`}
      ${this.#behaviour?.renderOver(words, slice, this.#onRefresh)}
      <div class="scroller">
        ${shown?.notifications.length ? this.#renderRows(shown, words) : this.#renderNoRows(shown, words)}
      </div>
      ${this.#tools?.renderFoot()}
      <div part="footer"><slot name="footer"></slot></div>
      ${guard}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'app-inbox-panel': AppInboxPanel;
  }
}
