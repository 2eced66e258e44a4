/**
 * What can be done in an inbox beyond reading it: other views, categories and a search; acts on one, several or all, and
 * taking them back. Loaded after the first rows have been painted; the panel asks it what to show and where.
 */
import type {ReactiveControllerHost} from 'lit';
import {html, nothing, type TemplateResult} from 'lit/html.js';
import type {Inbox} from '../../../core/inbox.ts';
import type {Act} from '../../../core/state.ts';
import {loadedMoreTerms, loadMoreTerms} from '../../../i18n/more/more.ts';
import type {MoreTerms} from '../../../i18n/more/more-terms.ts';
import type {Translation} from '../../../i18n/translation.ts';
import type {ContentOptions} from '../../../protocol/configuration.ts';
import type {Notification} from '../../../protocol/notification.ts';
import {languageOf} from '../../base/language.ts';
import type {AppInboxReadEvent} from '../../notification/events.ts';
import type {AppInboxNotification} from '../../notification/notification.ts';
import type {Slice} from '../slice.ts';
import {renderBar, renderCategories, renderSearch, renderSelection, type BarState, type Tab} from './bars.ts';
import {ChatTab} from './chat-tab.ts';
import {Decorations} from './decorations.ts';
import {design, type DesignHost} from './designs.ts';
import {Menu} from './menu.ts';
import {listMenu, rowMenu, snoozeMenu, type MenuActs} from './menus.ts';
import {categoriesOf, present, type Category, type Presentation, type View} from './presentation.ts';
import {renderShortcuts, Shortcuts} from './shortcuts.ts';
import {watchSwipes} from './swipe.ts';
import {Undo, UNDO_TIME} from './undo.ts';

export {styles} from './tools.styles.ts';

export interface ToolsHost extends ReactiveControllerHost, DesignHost {
  readonly renderRoot: HTMLElement | DocumentFragment;
  readonly feed: HTMLElement;
  inbox?: Inbox;
  site?: ContentOptions;
  theme?: 'light' | 'dark' | 'auto';
  anchor?: HTMLElement | null;
}

/** Acts after which the row lies elsewhere: they can be taken back. */
type Moving = 'archived' | 'unarchived' | 'deleted' | 'snoozed' | 'unsnoozed' | 'pinned' | 'unpinned';
const SAID: Record<Moving, (words: MoreTerms, count: number) => string> = {
  archived: (words, count) => words.archived(count),
  unarchived: (words, count) => words.restored(count),
  deleted: (words, count) => words.deleted(count),
  snoozed: (words, count) => words.snoozed(count),
  unsnoozed: (words, count) => words.restored(count),
  pinned: (words) => words.pinned,
  unpinned: (words) => words.unpinned,
};
const isMoving = (type: Act['type']): type is Moving => type in SAID;

/** Only failures of which the inbox itself has already told. */
const quietly = (promise: Promise<unknown>) => void promise.catch(() => {});

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
  #words?: {translation: Translation; more: MoreTerms};
  /** The language whose words have been asked for. */
  #wordsFor?: string;
  #view: View = 'inbox';
  #category?: string;
  #isAnonymous = false;
  /** Undefined: no search is open. */
  #query?: string;
  #expanded = new Set<string>();
  #lingering = new Set<string>();
  /** The chosen rows; undefined while none can be chosen. */
  #selected?: Set<string>;
  #categories: Category[] = [];
  #shown: Presentation = {rows: [], groups: new Map()};
  /** All that the view holds, folded up or not. */
  #inView: readonly Notification[] = [];
  /** What `#shown` was made of. */
  #source: unknown[] = [];

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
    return this.#view;
  }

  get selected(): ReadonlySet<string> | undefined {
    return this.#selected;
  }

  get groups(): Presentation['groups'] {
    return this.#shown.groups;
  }

  isExpanded = ({entity}: Notification): boolean => this.#expanded.has(entity ?? '');

  get words(): {translation: Translation; more: MoreTerms} | undefined {
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

  get #tabs(): Tab[] {
    // Nobody is signed in: there are no lists, and the chat is for everybody.
    if (this.#isAnonymous) return this.#chat.isThere ? ['inbox', 'chat'] : [];
    const [first, ...others] = this.#views;
    // Near the beginning, where it is seen on a narrow screen as well.
    return [first!, ...(this.#chat.isThere ? ['chat' as const] : []), ...others];
  }

  get #views(): View[] {
    const hasOthers = this.canAct && this.#host.inbox?.capabilities.includes('cursor');
    return hasOthers ? ['inbox', 'unread', 'archived', 'snoozed'] : ['inbox', 'unread'];
  }

  /** What the list shows in place of the whole inbox. Call before each rendering. */
  present(slice: Slice, translation: Translation): Slice {
    this.#isAnonymous = slice.session === 'anonymous';
    const more = loadedMoreTerms(translation.language);
    if (!more) this.#loadWords(translation.language);
    if (more) this.#words = {translation, more};
    const view = this.#view;
    const other = view === 'archived' || view === 'snoozed' ? view : undefined;
    const from: Slice = other
      ? {...slice, hasMore: false, notifications: [], list: 'loading', ...slice.views[other]}
      : slice;
    const query = this.#query?.trim() ?? '';
    const {notifications} = from;
    const {inbox, site} = this.#host;
    const source = [
      notifications,
      view,
      this.#category,
      query,
      this.#expanded.size,
      inbox,
      site,
      translation,
    ];
    if (source.some((value, index) => value !== this.#source[index])) {
      this.#source = source;
      const {language} = translation;
      this.#categories = categoriesOf(slice.notifications, language, this.#host.site?.categories);
      if (this.#category !== undefined && !this.#categories.some(({id}) => id === this.#category))
        this.#category = undefined;
      this.#shown = present(notifications, {
        view,
        category: this.#category,
        query,
        expanded: this.#expanded,
        lingering: this.#lingering,
      });
      if (view === 'unread') for (const {id} of this.#shown.rows) this.#lingering.add(id);
      this.#inView = notifications;
      if (this.#selected?.size) {
        const there = new Set(notifications.map(({id}) => id));
        for (const id of this.#selected) if (!there.has(id)) this.#selected.delete(id);
      }
    }
    const {rows} = this.#shown;
    return {...from, notifications: rows, none: this.#whyNone(query), all: notifications.length};
  }

  /** One at a time; what fails is tried again with the next rendering. */
  #loadWords(language: string): void {
    if (language === this.#wordsFor) return;
    this.#wordsFor = language;
    loadMoreTerms(language).then(
      () => this.#host.requestUpdate(),
      () => (this.#wordsFor = undefined),
    );
  }

  #whyNone(query: string): Slice['none'] {
    if (!this.#words) return undefined;
    const {more, translation} = this.#words;
    if (query) {
      // Its own direction is not the sentence's (Unicode Bidirectional Algorithm: FSI, PDI).
      const title = more.notFound(`\u2068${query}\u2069`);
      const action = {label: more.clearSearch, onClick: () => this.search(undefined)};
      return {drawing: 'notFound', title, hint: '', action};
    }
    switch (this.#view) {
      case 'unread':
        return {drawing: 'empty', title: translation.empty, hint: more.emptyUnread};
      case 'archived':
        return {drawing: 'archived', title: more.emptyArchived, hint: ''};
      case 'snoozed':
        return {drawing: 'snoozed', title: more.emptySnoozed, hint: ''};
      default:
        return undefined;
    }
  }

  design = (notification: Notification): Node | undefined => design(this.#host, notification);

  decorate = (row: AppInboxNotification, notification: Notification): void =>
    this.#decorations.apply(row, notification);

  // What can be done

  /** Those that are meant by a row: with it all that it stands for. */
  #meant(notification: Notification): string[] {
    const group = this.isExpanded(notification) ? undefined : this.groups.get(notification.id);
    return (group ?? [notification]).map(({id}) => id);
  }

  act(type: Act['type'], target: Notification | readonly string[] | 'all', until?: number): void {
    const ids = target === 'all' ? undefined : 'id' in target ? this.#meant(target) : target;
    const count = ids?.length ?? this.#shown.rows.length;
    const {inbox} = this.#host;
    if (!inbox || !count) return;
    const hold = isMoving(type) ? UNDO_TIME : undefined;
    const done = inbox.act({type, ...(ids && {ids}), ...(until && {until}), ...(hold && {hold})});
    if (target !== 'all' && !('id' in target)) this.endSelection();
    quietly(
      done.then((take) => {
        if (isMoving(type) && this.#words) this.#undo.offer(SAID[type](this.#words.more, count), take);
      }),
    );
  }

  /** On all that the list shows: all there are where that is the whole inbox, else the ones that are loaded. */
  actOnAll(type: Act['type']): void {
    const isWhole = this.#view === 'inbox' && this.#category === undefined && !this.#query;
    this.act(
      type,
      isWhole && type !== 'deleted' ? 'all' : this.#shown.rows.flatMap((row) => this.#meant(row)),
    );
  }

  undo(): void {
    quietly(this.#undo.take());
  }

  toggleGroup({entity}: Notification): void {
    const expanded = new Set(this.#expanded);
    if (!expanded.delete(entity!)) expanded.add(entity!);
    this.#expanded = expanded;
    this.#source = [];
    this.#host.requestUpdate();
  }

  #showTab = (tab: Tab): void => {
    this.#chat.show(tab === 'chat');
    if (tab !== 'chat') this.#showView(tab);
    this.#host.requestUpdate();
  };

  #showView(view: View): void {
    if (view === this.#view) return;
    this.#view = view;
    this.#category = undefined;
    this.#lingering.clear();
    this.#begin();
    const {inbox} = this.#host;
    if (inbox && (view === 'archived' || view === 'snoozed')) quietly(inbox.loadView(view));
  }

  /** More of the list that is shown. */
  loadMore(): Promise<void> | undefined {
    const view = this.#view;
    return this.#host.inbox?.loadMore(...(view === 'archived' || view === 'snoozed' ? [view] : []));
  }

  #showCategory = (category: string | undefined): void => {
    this.#lingering.clear();
    this.#category = category;
    this.#begin();
  };

  /** Another list, from its beginning. */
  #begin(): void {
    this.#selected = undefined;
    const scroller = this.#host.renderRoot.querySelector('.scroller');
    if (scroller) scroller.scrollTop = 0;
    this.#host.requestUpdate();
  }

  search = (query: string | undefined): void => {
    const opens = this.#query === undefined && query !== undefined;
    const closes = this.#query !== undefined && query === undefined;
    this.#query = query;
    this.#host.requestUpdate();
    if (opens || closes) void this.#focus(opens ? '[type=search]' : '[data-tool=search]');
  };

  // Choosing several

  select = (id?: string): void => {
    const selected = new Set(this.#selected);
    if (id !== undefined && !selected.delete(id)) selected.add(id);
    const begins = !this.#selected;
    this.#selected = selected;
    this.#host.requestUpdate();
    if (begins && id === undefined) void this.#focus('[data-tool=select-all]');
  };

  #selectAll = (isAll: boolean): void => {
    this.#selected = new Set(isAll ? this.#shown.rows.flatMap((row) => this.#meant(row)) : []);
    this.#host.requestUpdate();
  };

  endSelection = (): void => {
    if (!this.#selected) return;
    this.#selected = undefined;
    this.#host.requestUpdate();
  };

  async #focus(selector: string): Promise<void> {
    await this.#host.updateComplete;
    this.#host.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  // Listeners

  #onRead({notification}: AppInboxReadEvent): void {
    const ids = this.#meant(notification);
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
    if (!this.#selected) return;
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
    this.#lingering.clear();
    this.#source = [];
    this.#selected = this.#query = undefined;
    this.#menu.close(false);
    // What has the focus goes: as everywhere in the panel, it goes back to what has opened it.
    if (this.#chat.hasFocus) this.#host.anchor?.focus({preventScroll: true});
    this.#chat.show(false);
    this.#host.requestUpdate();
  }

  #onEscape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented || (!this.#selected && this.#query === undefined))
      return;
    event.preventDefault();
    if (this.#selected) this.endSelection();
    else this.search(undefined);
  };

  // What is shown

  /** Whether it is true of each of the chosen ones. */
  #isEach(test: (row: Notification) => boolean): boolean {
    return this.#inView.filter(({id}) => this.#selected?.has(id)).every(test);
  }

  get #state(): BarState {
    return {
      tabs: this.#tabs,
      tab: this.#chat.isShown ? 'chat' : this.#view,
      view: this.#view,
      unread: this.#chat.unread,
      query: this.#query ?? '',
      found: this.#shown.rows.length,
      selected: this.#selected ?? new Set(),
      isRead: this.#isEach((row) => row.readAt !== null),
      isPinned: this.#isEach((row) => row.pinned),
      canPin: this.canPin,
      isAllSelected: this.#selected?.size === this.#shown.rows.flatMap((row) => this.#meant(row)).length,
      categories: this.#categories,
      category: this.#category,
    };
  }

  /** Under the header. */
  renderBar(): TemplateResult | typeof nothing {
    if (!this.#words || !this.#tabs.length)
      return html`<div class="bar ${this.#isAnonymous ? 'anonymous' : nothing}"></div>`;
    const isChat = this.#chat.isShown;
    const acts = {
      showTab: this.#showTab,
      showCategory: this.#showCategory,
      search: this.search,
      selectAll: this.#selectAll,
      endSelection: this.endSelection,
      act: (type: Act['type']) => this.act(type, [...(this.#selected ?? [])]),
      snooze: (control: HTMLElement) => this.openSnooze(control, [...(this.#selected ?? [])]),
      openMenu: (control: HTMLElement) => this.#menu.open(control, this.#words!.more.actions, listMenu(this)),
    };
    const isAlone = isChat || this.#isAnonymous;
    const render = isAlone
      ? renderBar
      : this.#selected
        ? renderSelection
        : this.#query !== undefined
          ? renderSearch
          : renderBar;
    return html`<div class="bar-box" @keydown=${this.#onEscape}>
      ${render(this.#state, acts, this.#words)}
      ${
        !isChat &&
        this.#hasCategories &&
        this.#categories.length > 1 &&
        this.#view !== 'archived' &&
        this.#view !== 'snoozed'
          ? renderCategories(this.#state, acts, this.#words)
          : nothing
      }
    </div>`;
  }

  /** Over everything, and at the foot. */
  renderFoot(): TemplateResult | typeof nothing {
    if (!this.#words) return nothing;
    const {more} = this.#words;
    const {text} = this.#undo;
    return html`${this.#chat.render(this.#words.translation)}
      <div class="undo" role="status">
        ${
          text
            ? html`<div>
                <span>${text}</span>
                <button class="text-button" @click=${() => this.undo()}>${more.undo}</button>
              </div>`
            : nothing
        }
      </div>
      ${this.#menu.render()}`;
  }
}
