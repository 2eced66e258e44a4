import type {InboxState} from '../../core/state.ts';

/** What the panel shows of the inbox's state. */
export type Slice = Pick<
  InboxState,
  'session' | 'count' | 'list' | 'notifications' | 'hasMore' | 'isLoadingMore' | 'isOffline' | 'error'
>;

/** Leaves out what is not shown, marks on their way for one, so that it renders nothing. */
export function selectSlice({
  session,
  count,
  list,
  notifications,
  hasMore,
  isLoadingMore,
  isOffline,
  error,
}: InboxState): Slice {
  return {session, count, list, notifications, hasMore, isLoadingMore, isOffline, error};
}

export function isSameSlice(a: Slice, b: Slice): boolean {
  return (Object.keys(a) as (keyof Slice)[]).every((key) => Object.is(a[key], b[key]));
}
