/**
 * The lists beside the inbox, where the platform pages by 'cursor'. Their rows lie in the one table of all rows, from
 * which each list is a selection: a row that is moved is in its new list at once.
 */
import type {Notification} from '../protocol/notification.ts';
import {applyElsewhere} from './apply.ts';
import {fetchSlice} from './api/messages.ts';
import type {Environment} from './environment.ts';
import type {List} from './live.ts';
import type {InboxState, OtherView, ViewState} from './state.ts';
import {isCurrent, pinnedFirst} from './store.ts';
import type {Transport} from './transport.ts';

/** What is known of a list's pages. */
interface Pages {
  list: ViewState['list'];
  next: string | null;
  loading?: Promise<void>;
}

export interface Views {
  load(view: OtherView): Promise<void>;
  loadMore(view: OtherView): Promise<void>;
  /** The lists that have been asked for, out of all rows. */
  present(all: readonly Notification[]): Partial<InboxState>;
}

/** Which rows each list holds. A row that is both archived and snoozed is archived, as the platform has it. */
const HOLDS: Record<OtherView, (row: Notification) => boolean> = {
  archived: ({archivedAt}) => archivedAt !== null,
  snoozed: ({archivedAt, snoozedUntil}) => archivedAt === null && snoozedUntil !== null,
};

export function createViews(list: List, transport: Transport, environment: Environment): Views {
  const pages = new Map<OtherView, Pages>();

  async function fetch(view: OtherView, known: Pages, cursor?: string): Promise<void> {
    try {
      const {notifications, next} = await fetchSlice(transport, environment.now(), cursor, view);
      Object.assign(known, {list: 'ready', next});
      // The first page says what is in the list now: what it held before may have gone, on another device.
      const {synced} = list;
      const rows = cursor ? synced.rows : synced.rows.filter((row) => !HOLDS[view](row));
      list.become(applyElsewhere({...synced, rows}, notifications));
      list.onPage?.(notifications);
    } catch (error) {
      if (known.list === 'loading') known.list = 'failed';
      list.fail(error);
      throw error;
    } finally {
      known.loading = undefined;
      list.show();
    }
  }

  return {
    load(view) {
      const known = pages.get(view) ?? {list: 'loading', next: null};
      if (known.list === 'failed') known.list = 'loading';
      pages.set(view, known);
      list.show();
      return (known.loading ??= fetch(view, known));
    },
    loadMore(view) {
      const known = pages.get(view);
      if (!known?.next) return Promise.resolve();
      return (known.loading ??= fetch(view, known, known.next));
    },
    present(all) {
      if (!pages.size) return {};
      const now = environment.now();
      const views: Partial<Record<OtherView, ViewState>> = {};
      for (const [view, {list: state, next}] of pages) {
        const notifications = pinnedFirst(all.filter((row) => HOLDS[view](row) && isCurrent(row, now)));
        views[view] = {list: state, notifications, hasMore: next !== null};
      }
      return {views};
    },
  };
}
