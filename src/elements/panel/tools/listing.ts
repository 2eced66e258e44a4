import type {MoreTerms} from '../../../i18n/more/more-terms.ts';
import type {Translation} from '../../../i18n/translation.ts';
import type {ContentOptions} from '../../../protocol/configuration.ts';
import type {Notification} from '../../../protocol/notification.ts';
import type {Slice} from '../slice.ts';
import {categoriesOf, present, type Category, type Presentation, type View} from './presentation.ts';

/** What a list is made of beside its rows. */
export interface ListingSource {
  /** Another one has another list. */
  inbox: object | undefined;
  site: ContentOptions | undefined;
  translation: Translation;
  more: MoreTerms | undefined;
}

/** Which list is shown, and what of it: a view, a category, what is searched for, what is folded up. */
export class Listing {
  #view: View = 'inbox';
  #category?: string;
  #expanded = new Set<string>();
  #lingering = new Set<string>();
  #shown: Presentation = {rows: [], groups: new Map()};
  #all: readonly Notification[] = [];
  #categories: Category[] = [];
  /** What `#shown` was made of. */
  #source: unknown[] = [];

  #clearSearch: () => void;

  /** What is searched for; undefined: no search is open. */
  query?: string;

  /** @param clearSearch what is offered where nothing is found */
  constructor(clearSearch: () => void) {
    this.#clearSearch = clearSearch;
  }

  get view(): View {
    return this.#view;
  }
  set view(view: View) {
    this.#view = view;
    this.category = undefined;
  }

  /** Undefined: all. */
  get category(): string | undefined {
    return this.#category;
  }
  set category(category: string | undefined) {
    this.#category = category;
    this.#lingering.clear();
  }

  get categories(): readonly Category[] {
    return this.#categories;
  }

  /** The rows that are shown. */
  get rows(): readonly Notification[] {
    return this.#shown.rows;
  }

  get groups(): Presentation['groups'] {
    return this.#shown.groups;
  }

  /** All that the view holds, folded up or not. */
  get all(): readonly Notification[] {
    return this.#all;
  }

  /** The view beside the inbox that is shown. */
  get other(): 'archived' | 'snoozed' | undefined {
    return this.#view === 'archived' || this.#view === 'snoozed' ? this.#view : undefined;
  }

  /** Whether it is all of the inbox. */
  get isWhole(): boolean {
    return this.#view === 'inbox' && this.#category === undefined && !this.query;
  }

  isExpanded({entity = ''}: Notification): boolean {
    return this.#expanded.has(entity);
  }

  toggle({entity = ''}: Notification): void {
    if (!this.#expanded.delete(entity)) this.#expanded.add(entity);
    this.#source = [];
  }

  /** Those that a row stands for. */
  meant(notification: Notification): string[] {
    const group = this.isExpanded(notification) ? undefined : this.groups.get(notification.id);
    return (group ?? [notification]).map(({id}) => id);
  }

  /** Those that all rows stand for. */
  allMeant(): string[] {
    return this.rows.flatMap((row) => this.meant(row));
  }

  /** The next opening begins with the list as it is then. */
  begin(): void {
    this.#lingering.clear();
    this.#source = [];
    this.query = undefined;
  }

  /** What is shown in place of the whole inbox. */
  present(slice: Slice, source: ListingSource): Slice {
    const {other} = this;
    const from: Slice = other
      ? {...slice, hasMore: false, notifications: [], list: 'loading', ...slice.views[other]}
      : slice;
    this.#make(from.notifications, slice.notifications, source);
    const {rows} = this;
    return {...from, notifications: rows, none: this.#whyNone(source), all: from.notifications.length};
  }

  /** @param inbox out of which the categories are taken, whatever is shown */
  #make(
    rows: readonly Notification[],
    inbox: readonly Notification[],
    {inbox: owner, site, translation}: ListingSource,
  ): void {
    const query = this.query?.trim() ?? '';
    const source = [rows, this.#view, this.#category, query, owner, site, translation];
    if (source.every((value, index) => value === this.#source[index])) return;
    this.#source = source;
    this.#categories = categoriesOf(inbox, translation.language, site?.categories);
    if (this.#category !== undefined && !this.#categories.some(({id}) => id === this.#category))
      this.#category = undefined;
    this.#shown = present(rows, {
      view: this.#view,
      category: this.#category,
      query,
      expanded: this.#expanded,
      lingering: this.#lingering,
    });
    if (this.#view === 'unread') for (const {id} of this.rows) this.#lingering.add(id);
    this.#all = rows;
  }

  #whyNone({more, translation}: ListingSource): Slice['none'] {
    if (!more) return undefined;
    const query = this.query?.trim();
    if (query) {
      // Its own direction is not the sentence's (Unicode Bidirectional Algorithm: FSI, PDI).
      const title = more.notFound(`\u2068${query}\u2069`);
      const action = {label: more.clearSearch, onClick: this.#clearSearch};
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
}
