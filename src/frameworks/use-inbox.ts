import {useCallback, useSyncExternalStore} from 'react';
import type {Inbox} from '../core/inbox.ts';
import {INITIAL_STATE, type InboxState} from '../core/state.ts';

/**
 * The inbox's state, and a rendering for each change of it. While a component that uses it is there, the inbox keeps its
 * connection.
 */
export function useInbox(inbox: Inbox): InboxState {
  const subscribe = useCallback((onChange: () => void) => inbox.subscribe(onChange), [inbox]);
  // A server knows nothing yet, and hydration begins with what the server has rendered.
  return useSyncExternalStore(
    subscribe,
    () => inbox.state,
    () => INITIAL_STATE,
  );
}
