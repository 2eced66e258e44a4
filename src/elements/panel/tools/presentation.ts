/** Which of the rows that are there a list shows, and how. Pure. */
import type {CategoryOptions} from '../../../protocol/configuration.ts';
import type {Notification} from '../../../protocol/notification.ts';
import {toPlainText} from '../../base/plain-text.ts';

export const VIEWS = ['inbox', 'unread', 'archived', 'snoozed'] as const;
export type View = (typeof VIEWS)[number];

export interface Wish {
  view: View;
  /** Undefined: all. */
  category?: string;
  /** What is searched for; empty: nothing. */
  query: string;
  /** The entities whose notifications are all shown. */
  expanded: ReadonlySet<string>;
  /** Those that stay in "unread" although they have been read since: the row that one reads must not go. */
  lingering: ReadonlySet<string>;
}

export interface Presentation {
  rows: readonly Notification[];
  /** By the id of the newest of several that speak of one thing: all of them, that one included. */
  groups: ReadonlyMap<string, readonly Notification[]>;
}

const fold = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Whether each word of the query is somewhere in the title or the text: case and accents do not count. */
export function matches({title, content}: Notification, query: string): boolean {
  const text = fold(`${title} ${toPlainText(content)}`);
  return fold(query)
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** A category that the list can be narrowed to. */
export interface Category {
  id: string;
  name: string;
}

/**
 * The categories that the site has named, in its order, then the others that there are, in an order that does not change
 * with what arrives.
 */
export function categoriesOf(
  rows: readonly Notification[],
  language: string,
  configured: readonly CategoryOptions[] = [],
): Category[] {
  const known = new Set(configured.map(({id}) => id));
  const others = new Set<string>();
  for (const {category} of rows) if (category && !known.has(category)) others.add(category);
  return [
    ...configured
      .filter(({hidden}) => !hidden)
      .map(({id, names = {}}) => ({
        id,
        name: names[language] ?? names[language.split('-')[0]!] ?? names.en ?? id,
      })),
    ...[...others].sort((a, b) => a.localeCompare(b)).map((id) => ({id, name: id})),
  ];
}

/** Puts those that speak of one thing under the newest of them. Pinned ones stay by themselves. */
function group(rows: readonly Notification[], expanded: ReadonlySet<string>): Presentation {
  const byEntity = new Map<string, Notification[]>();
  for (const row of rows) {
    if (!row.entity || row.pinned) continue;
    const members = byEntity.get(row.entity);
    if (members) members.push(row);
    else byEntity.set(row.entity, [row]);
  }
  const groups = new Map<string, readonly Notification[]>();
  const shown: Notification[] = [];
  for (const row of rows) {
    const members = row.pinned || !row.entity ? undefined : byEntity.get(row.entity);
    if (!members || members.length === 1) shown.push(row);
    else if (members[0] === row) {
      groups.set(row.id, members);
      shown.push(...(expanded.has(row.entity!) ? members : [row]));
    }
  }
  return {rows: groups.size ? shown : rows, groups};
}

/** @param rows of the view's list; for "unread", those of the inbox */
export function present(rows: readonly Notification[], wish: Wish): Presentation {
  const {view, category, query, lingering} = wish;
  const isShown = (row: Notification) =>
    (view !== 'unread' || row.readAt === null || lingering.has(row.id)) &&
    (category === undefined || row.category === category) &&
    (!query || matches(row, query));
  const chosen = view === 'unread' || category !== undefined || query ? rows.filter(isShown) : rows;
  // What is searched for is shown itself, and not the newest of its kind.
  return query ? {rows: chosen, groups: new Map()} : group(chosen, wish.expanded);
}
