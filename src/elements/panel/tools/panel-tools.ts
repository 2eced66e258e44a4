/**
 * What can be done in an inbox beyond reading it: other views, categories and a search; acts on one, several or all, and
 * taking them back. Loaded after the first rows have been painted; the panel asks it what to show and where.
 */
import type {ReactiveControllerHost} from 'lit';
import {html, nothing, type TemplateResult} from 'lit/html.js';
import type {Inbox} from '../../../core/inbox.ts';
import type {Act} from '../../../core/state.ts';
import {loadMoreTerms} from '../../../i18n/more/more.ts';
import type {Translation} from '../../../i18n/translation.ts';
import type {ContentOptions} from '../../../protocol/configuration.ts';
import type {Notification} from '../../../protocol/notification.ts';
import {languageOf} from '../../base/language.ts';
import type {AppInboxReadEvent} from '../../notification/events.ts';
import type {AppInboxNotification} from '../../notification/notification.ts';
import type {Slice} from '../slice.ts';
import {perform, quietly} from './acting.ts';
import * as bars from './bars.ts';
import {ChatTab} from './chat-tab.ts';
import {Decorations} from './decorations.ts';
import {design, type DesignHost} from './designs.ts';
import {Listing} from './listing.ts';
import {Menu} from './menu.ts';
import {listMenu, rowMenu, snoozeMenu, type MenuActs} from './menus.ts';
import type {Presentation, View} from './presentation.ts';
import {Selection} from './selection.ts';
import {renderShortcuts, Shortcuts} from './shortcuts.ts';
import {watchSwipes} from './swipe.ts';
import {WordsLoader, type ToolWords} from './tool-words.ts';
import {Undo} from './undo.ts';

export {styles} from './tools.styles.ts';

export interface ToolsHost extends ReactiveControllerHost, DesignHost {
  readonly renderRoot: HTMLElement | DocumentFragment;
  readonly feed: HTMLElement;
  inbox?: Inbox;
  site?: ContentOptions;
  theme?: 'light' | 'dark' | 'auto';
  anchor?: HTMLElement | null;
}

/** Loads the words, so that nothing has to be shown without them, and the site's designs where it has any. */
export async function prepare(host: ToolsHost & HTMLElement): Promise<void> {
  const {designs} = host.site ?? {};
  // One without the other is as good as before.
  const words = loadMoreTerms(languageOf(host)).catch(() => {});
  const module = designs && (await import('./site-designs.ts').catch(() => undefined));
  module?.addDesigns(host, designs!);
  await words;
}

export class PanelTools implements MenuActs {
  #host: ToolsHost;
  #menu: Menu;
  #undo: Undo;
  #shortcuts: Shortcuts;
  #decorations: Decorations;
  #chat: ChatTab;
  #listing = new Listing(() => this.search(undefined));
  #selection = new Selection();
  #loader = new WordsLoader(() => this.#host.requestUpdate());
  #words?: ToolWords;
  #isAnonymous = false;
  /** Whether the line of categories is there: it never comes while somebody reads, because that would move the rows. */
  #hasCategories: boolean;

  /** @param isShown whether the list is on screen already */
  constructor(host: ToolsHost, isShown: boolean) {
    this.#host = host;
    this.#hasCategories = !isShown;
    host.addEventListener('app-inbox-close', () => this.#onClose());
    this.#menu = new Menu(host);
    this.#undo = new Undo(host);
    this.#shortcuts = new Shortcuts(this);
    this.#decorations = new Decorations(this);
    this.#chat = new ChatTab(host);
    const {feed} = host;
    feed.addEventListener('app-inbox-archive', ({notification}) => this.act('archived', notification));
    feed.addEventListener('app-inbox-read', (event) => this.#onRead(event));
    feed.addEventListener('keydown', (event) => {
      this.#onEscape(event);
      this.#shortcuts.onKeyDown(event);
    });
    feed.addEventListener('click', (event) => this.#onClick(event), {capture: true});
    watchSwipes(feed, this);
  }

  get view(): View {
    return this.#listing.view;
  }

  get selected(): ReadonlySet<string> | undefined {
    return this.#selection.ids;
  }

  get groups(): Presentation['groups'] {
    return this.#listing.groups;
  }

  isExpanded = (notification: Notification): boolean => this.#listing.isExpanded(notification);

  get words(): ToolWords | undefined {
    return this.#words;
  }

  /** Whether the platform takes more than "read". */
  get canAct(): boolean {
    return !!this.#host.inbox?.capabilities.includes('events');
  }

  /** Whether the contact may pin. */
  get canPin(): boolean {
    return this.canAct && !!this.#host.inbox?.capabilities.includes('pin');
  }

  get #tabs(): bars.Tab[] {
    const hasOthers = this.canAct && !!this.#host.inbox?.capabilities.includes('cursor');
    return bars.tabsOf({isAnonymous: this.#isAnonymous, hasChat: this.#chat.isThere, hasOthers});
  }

  /** What the list shows in place of the whole inbox. Call before each rendering. */
  present(slice: Slice, translation: Translation): Slice {
    this.#isAnonymous = slice.session === 'anonymous';
    this.#words = this.#loader.get(translation);
    const {inbox, site} = this.#host;
    const before = this.#listing.all;
    const shown = this.#listing.present(slice, {inbox, site, translation, more: this.#words?.more});
    if (this.#listing.all !== before) this.#selection.keep(this.#listing.all);
    return shown;
  }

  design = (notification: Notification): Node | undefined => design(this.#host, notification);

  decorate = (row: AppInboxNotification, notification: Notification): void =>
    this.#decorations.apply(row, notification);

  // What can be done

  act(type: Act['type'], target: Notification | readonly string[] | 'all', until?: number): void {
    const ids = target === 'all' ? undefined : 'id' in target ? this.#listing.meant(target) : target;
    const count = ids?.length ?? this.#listing.rows.length;
    const {inbox} = this.#host;
    if (!inbox || !count) return;
    perform(inbox, this.#undo, {type, ids, until}, count, this.#words?.more);
    if (target !== 'all' && !('id' in target)) this.endSelection();
  }

  /** On all that the list shows: all there are where that is the whole inbox, else the ones that are loaded. */
  actOnAll(type: Act['type']): void {
    this.act(type, this.#listing.isWhole && type !== 'deleted' ? 'all' : this.#listing.allMeant());
  }

  undo(): void {
    quietly(this.#undo.take());
  }

  toggleGroup(notification: Notification): void {
    this.#listing.toggle(notification);
    this.#host.requestUpdate();
  }

  #showTab = (tab: bars.Tab): void => {
    this.#chat.show(tab === 'chat');
    if (tab !== 'chat' && tab !== this.view) {
      this.#listing.view = tab;
      this.#begin();
      const {other} = this.#listing;
      if (other && this.#host.inbox) quietly(this.#host.inbox.loadView(other));
    }
    this.#host.requestUpdate();
  };

  /** More of the list that is shown. */
  loadMore(): Promise<void> | undefined {
    const {other} = this.#listing;
    return this.#host.inbox?.loadMore(...(other ? [other] : []));
  }

  #showCategory = (category: string | undefined): void => {
    this.#listing.category = category;
    this.#begin();
  };

  /** Another list, from its beginning. */
  #begin(): void {
    this.#selection.end();
    const scroller = this.#host.renderRoot.querySelector('.scroller');
    if (scroller) scroller.scrollTop = 0;
    this.#host.requestUpdate();
  }

  search = (query: string | undefined): void => {
    const was = this.#listing.query;
    this.#listing.query = query;
    this.#host.requestUpdate();
    if ((was === undefined) === (query === undefined)) return;
    this.#holdHeight(query !== undefined);
    void this.#focus(query === undefined ? '[data-tool=search]' : '[type=search]');
  };

  /** As high as the panel is when a search begins, so that it does not jump with each letter. */
  #holdHeight(isHeld: boolean): void {
    const panel = this.#host.renderRoot.querySelector<HTMLElement>('.panel[popover]');
    panel?.style.setProperty('min-height', isHeld ? `min(${panel.offsetHeight}px, 80vh)` : '');
  }

  // Choosing several

  select = (id?: string): void => {
    const begins = !this.selected;
    this.#selection.toggle(id);
    this.#host.requestUpdate();
    if (begins && id === undefined) void this.#focus('[data-tool=select-all]');
  };

  #selectAll = (isAll: boolean): void => {
    this.#selection.choose(isAll ? this.#listing.allMeant() : []);
    this.#host.requestUpdate();
  };

  endSelection = (): void => {
    if (!this.selected) return;
    this.#selection.end();
    this.#host.requestUpdate();
  };

  async #focus(selector: string): Promise<void> {
    await this.#host.updateComplete;
    this.#host.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  // Listeners

  #onRead({notification}: AppInboxReadEvent): void {
    const ids = this.#listing.meant(notification);
    if (ids.length > 1) this.act('read', ids);
  }

  openRowMenu(notification: Notification, control: HTMLElement): void {
    if (this.#words) this.#menu.open(control, this.#words.more.actions, rowMenu(this, notification));
  }

  openSnooze = (control: HTMLElement, target: Notification | readonly string[]): void => {
    if (this.#words) this.#menu.open(control, this.#words.more.snooze, snoozeMenu(this, target));
  };

  openHelp = (control: HTMLElement): void => {
    if (this.#words) this.#menu.open(control, this.#words.more.shortcuts, this.helpContents());
  };

  helpContents = (): TemplateResult =>
    renderShortcuts(this.#shortcuts, {...this.#words!, canPin: this.canPin});

  closeMenu = (): void => this.#menu.close();

  /** While several are being chosen, a press on a row chooses it. */
  #onClick(event: MouseEvent): void {
    if (!this.selected) return;
    const target = event.target as Element;
    const row = target.closest<AppInboxNotification>('app-inbox-notification');
    if (!row?.notification || target !== row) return;
    event.preventDefault();
    event.stopPropagation();
    this.select(row.notification.id);
  }

  /** The next opening begins with the inbox as it is. */
  #onClose(): void {
    this.#hasCategories = true;
    this.#listing.begin();
    this.#holdHeight(false);
    this.#selection.end();
    this.#menu.close(false);
    // What has the focus goes: as everywhere in the panel, it goes back to what has opened it.
    if (this.#chat.hasFocus) this.#host.anchor?.focus({preventScroll: true});
    this.#chat.show(false);
    this.#host.requestUpdate();
  }

  #onEscape = (event: KeyboardEvent): void => {
    const isChoosing = !!this.selected;
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    if (!isChoosing && this.#listing.query === undefined) return;
    event.preventDefault();
    if (isChoosing) this.endSelection();
    else this.search(undefined);
  };

  // What is shown

  get #state(): bars.BarState {
    const {view, query, rows, all, categories, category, other} = this.#listing;
    const {selected} = this;
    return {
      tabs: this.#tabs,
      isAlone: this.#isAnonymous,
      tab: this.#chat.isShown ? 'chat' : view,
      view,
      unread: this.#chat.unread,
      query,
      found: rows.length,
      selected,
      isRead: this.#selection.isEach(all, (row) => row.readAt !== null),
      isPinned: this.#selection.isEach(all, (row) => row.pinned),
      canPin: this.canPin,
      isAllSelected: selected?.size === this.#listing.allMeant().length,
      categories: this.#hasCategories && !other ? categories : [],
      category,
    };
  }

  /** Under the header. */
  renderBar(): TemplateResult | typeof nothing {
    const words = this.#words;
    if (!words || !this.#tabs.length)
      return html`<div class="bar ${this.#isAnonymous ? 'anonymous' : nothing}"></div>`;
    const acts: bars.BarActs = {
      showTab: this.#showTab,
      showCategory: this.#showCategory,
      search: this.search,
      selectAll: this.#selectAll,
      endSelection: this.endSelection,
      act: (type) => this.act(type, [...(this.selected ?? [])]),
      snooze: (control) => this.openSnooze(control, [...(this.selected ?? [])]),
      openMenu: (control) => this.#menu.open(control, words.more.actions, listMenu(this)),
    };
    return bars.renderBars(this.#state, acts, words, this.#onEscape);
  }

  /** Over everything, and at the foot. */
  renderFoot(): TemplateResult | typeof nothing {
    if (!this.#words) return nothing;
    const {more, translation} = this.#words;
    return html`${this.#chat.render(translation)} ${this.#undo.render(more.undo)} ${this.#menu.render()}`;
  }
}
