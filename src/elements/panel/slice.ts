import type {InboxState} from '../../core/state.ts';

/** What the panel shows of the inbox's state. */
export type Slice = Pick<
  InboxState,
  | 'session'
  | 'count'
  | 'list'
  | 'notifications'
  | 'views'
  | 'hasMore'
  | 'isLoadingMore'
  | 'isOffline'
  | 'error'
> & {
  /** Why there is none in this list, where it is not simply empty. */
  none?: {title: string; hint: string};
  /** How many are there of which the list shows some. */
  all?: number;
};

/** Leaves out what is not shown, marks on their way for one, so that it renders nothing. */
export function selectSlice({
  session,
  count,
  list,
  notifications,
  views,
  hasMore,
  isLoadingMore,
  isOffline,
  error,
}: InboxState): Slice {
  return {session, count, list, notifications, views, hasMore, isLoadingMore, isOffline, error};
}

export function isSameSlice(a: Slice, b: Slice): boolean {
  return (Object.keys(a) as (keyof Slice)[]).every((key) => Object.is(a[key], b[key]));
}
