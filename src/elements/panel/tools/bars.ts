/** What stands under the panel's header: the views, a search, or what can be done to the chosen ones. */
import {html, nothing, type TemplateResult} from 'lit/html.js';
import {live} from 'lit/directives/live.js';
import {formatCount} from '../../../i18n/format-count.ts';
import type {Act} from '../../../core/state.ts';
import type {Category, View} from './presentation.ts';
import {toolIcons, type ToolIcon} from './tool-icons.ts';
import type {ToolWords} from './tool-words.ts';

/** What a tab shows: a list, or the chat. */
export type Tab = View | 'chat';

export interface BarState {
  tabs: readonly Tab[];
  tab: Tab;
  /** There is nothing but the tabs. */
  isAlone: boolean;
  view: View;
  /** Of the chat. */
  unread: number;
  /** Undefined: no search is open. */
  query: string | undefined;
  found: number;
  /** Undefined: none can be chosen. */
  selected: ReadonlySet<string> | undefined;
  isAllSelected: boolean;
  /** All of the chosen ones are. */
  isRead: boolean;
  isPinned: boolean;
  canPin: boolean;
  /** Those that may be shown now. */
  categories: readonly Category[];
  category?: string;
}

export interface BarActs {
  showTab(tab: Tab): void;
  showCategory(category: string | undefined): void;
  search(query: string | undefined): void;
  selectAll(isAll: boolean): void;
  endSelection(): void;
  act(type: Act['type']): void;
  snooze(control: HTMLElement): void;
  openMenu(control: HTMLElement): void;
}

/** The tabs that there are. Nobody is signed in: there are no lists, and the chat is for everybody. */
export function tabsOf({
  isAnonymous,
  hasChat,
  hasOthers,
}: Record<'isAnonymous' | 'hasChat' | 'hasOthers', boolean>): Tab[] {
  if (isAnonymous) return hasChat ? ['inbox', 'chat'] : [];
  // The chat near the beginning, where it is seen on a narrow screen as well.
  return [
    'inbox',
    ...(hasChat ? ['chat' as const] : []),
    'unread',
    ...(hasOthers ? (['archived', 'snoozed'] as const) : []),
  ];
}

type Bar = (state: BarState, acts: BarActs, words: ToolWords) => TemplateResult;

function iconButton(
  icon: ToolIcon,
  label: string,
  onPress: (control: HTMLElement) => void,
  {name = '', isDisabled = false, opens = false} = {},
): TemplateResult {
  return html`<button
    class="icon-button"
    aria-label=${label}
    title=${label}
    data-tool=${name}
    ?disabled=${isDisabled}
    aria-haspopup=${opens ? 'menu' : nothing}
    @click=${(event: Event) => onPress(event.currentTarget as HTMLElement)}
  >
    <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">${toolIcons[icon]}</svg>
  </button>`;
}

/** On a small screen a tab may be cut off. */
const showWhole = (tab: Element) => tab.scrollIntoView({block: 'nearest', inline: 'nearest'});

/** Moves between the tabs (ARIA Authoring Practices, tabs): the arrows choose as they go. */
function onTabKey(event: KeyboardEvent, {tabs, tab: chosen}: BarState, acts: BarActs): void {
  const list = event.currentTarget as HTMLElement;
  const isRtl = getComputedStyle(list).direction === 'rtl';
  const index = tabs.indexOf(chosen);
  const step = {ArrowRight: isRtl ? -1 : 1, ArrowLeft: isRtl ? 1 : -1}[event.key];
  const ends = {Home: 0, End: tabs.length - 1}[event.key];
  const next = step === undefined ? ends : (index + step + tabs.length) % tabs.length;
  if (next === undefined) return;
  event.preventDefault();
  acts.showTab(tabs[next]!);
  const tab = list.children[next] as HTMLElement;
  tab.focus();
  showWhole(tab);
}

const renderBar: Bar = (state, acts, {more, translation}) => {
  const {unread} = state;
  const names: Record<Tab, string> = {
    chat: more.chat,
    inbox: more.viewInbox,
    unread: more.viewUnread,
    archived: more.viewArchived,
    snoozed: more.viewSnoozed,
  };
  return html`<div class="bar">
    <div
      part="tabs"
      class="tabs"
      role="tablist"
      aria-label=${more.views}
      @keydown=${(event: KeyboardEvent) => onTabKey(event, state, acts)}
    >
      ${state.tabs.map(
        (tab) =>
          html`<button
            role="tab"
            id=${`tab-${tab}`}
            aria-selected=${tab === state.tab}
            aria-label=${tab === 'chat' && unread ? translation.bell(more.chat, unread) : nothing}
            tabindex=${tab === state.tab ? 0 : -1}
            @click=${({currentTarget}: Event) => {
              acts.showTab(tab);
              showWhole(currentTarget as Element);
            }}
          >
            ${names[tab]}
            ${
              tab === 'chat' && unread
                ? html`<span class="count">${formatCount(unread, translation.language)}</span>`
                : nothing
            }
          </button>`,
      )}
    </div>
    ${
      state.tab === 'chat'
        ? nothing
        : html`${iconButton('search', more.search, () => acts.search(''), {name: 'search'})}
          ${iconButton('more', more.actions, acts.openMenu, {name: 'menu', opens: true})}`
    }
  </div>`;
};

const renderSearch: Bar = ({query = '', found}, acts, {more}) =>
  html`<div class="bar search" role="search">
    <svg viewBox="0 0 24 24" width="18" height="18" aria-hidden="true">${toolIcons.search}</svg>
    <input
      type="search"
      autocomplete="off"
      spellcheck="false"
      enterkeyhint="search"
      maxlength="100"
      aria-label=${more.search}
      placeholder=${more.searchHint}
      .value=${live(query)}
      @input=${(event: Event) => acts.search((event.target as HTMLInputElement).value)}
    />
    <span class="found" role="status">${query.trim() ? more.found(found) : nothing}</span>
    ${iconButton('close', more.clearSearch, () => acts.search(undefined))}
  </div>`;

const renderSelection: Bar = (state, acts, {more, translation}) => {
  const {view, selected = new Set(), isAllSelected, isRead, isPinned, canPin} = state;
  const isDisabled = selected.size === 0;
  const tool = (type: Act['type'], icon: ToolIcon, label: string) =>
    iconButton(icon, label, () => acts.act(type), {isDisabled});
  return html`<div class="bar selection" role="toolbar" aria-label=${more.select}>
    <label>
      <input
        type="checkbox"
        data-tool="select-all"
        aria-label=${more.selectAll}
        .checked=${live(isAllSelected)}
        .indeterminate=${!isAllSelected && selected.size > 0}
        @change=${(event: Event) => acts.selectAll((event.target as HTMLInputElement).checked)}
      />
      <span role="status">${more.selected(selected.size)}</span>
      <b aria-hidden="true">${selected.size || nothing}</b>
    </label>
    ${
      isRead && !isDisabled
        ? tool('unread', 'unread', more.markUnread)
        : tool('read', 'read', translation.markRead)
    }
    ${
      !canPin
        ? nothing
        : isPinned && !isDisabled
          ? tool('unpinned', 'pin', more.unpin)
          : tool('pinned', 'pin', more.pin)
    }
    ${
      view === 'archived'
        ? tool('unarchived', 'inbox', more.unarchive)
        : tool('archived', 'archive', translation.archive)
    }
    ${view === 'archived' ? nothing : iconButton('clock', more.snooze, acts.snooze, {isDisabled, opens: true})}
    ${tool('deleted', 'trash', more.delete)} ${iconButton('close', more.cancel, () => acts.endSelection())}
  </div>`;
};

const renderCategories: Bar = ({categories, category}, acts, {more}) => {
  const chip = (value: string | undefined, label: string) =>
    html`<button class="chip" aria-pressed=${value === category} @click=${() => acts.showCategory(value)}>
      ${label}
    </button>`;
  return html`<div class="chips" role="group" aria-label=${more.categories}>
    ${chip(undefined, more.all)} ${categories.map(({id, name}) => chip(id, name))}
  </div>`;
};

/** The one that is wanted now, and the categories under it. */
export function renderBars(
  state: BarState,
  acts: BarActs,
  words: ToolWords,
  onKeyDown: (event: KeyboardEvent) => void,
): TemplateResult {
  const {tab, isAlone, selected, query, categories} = state;
  const isChat = tab === 'chat';
  const special = selected ? renderSelection : query === undefined ? renderBar : renderSearch;
  return html`<div class="bar-box" @keydown=${onKeyDown}>
    ${(isChat || isAlone ? renderBar : special)(state, acts, words)}
    ${!isChat && categories.length > 1 ? renderCategories(state, acts, words) : nothing}
  </div>`;
}
