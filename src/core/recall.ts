import {applyElsewhere} from './apply.ts';
import type {Environment} from './environment.ts';
import type {List} from './live.ts';
import type {Mutation} from './store.ts';

/** By then a tab that has the list has kept it: milliseconds. */
const PATIENCE = 1000;

/**
 * A tab that has heard the number alone cannot tell what a mark of another tab makes of it. That one has the list, and
 * keeps it where this one can see it.
 */
export function createRecall(list: List, environment: Environment) {
  let cancel: (() => void) | undefined;

  const isKnown = ({ids = []}: Mutation) =>
    ids.every((one) => list.synced.rows.some((row) => row.id === one));

  /** Storage may take its time: what has come meanwhile is newer than what was kept. */
  const look = () => void list.restore((kept) => applyElsewhere(kept, list.synced.rows));

  return {
    /** These marks wait. */
    mind(pending: readonly Mutation[]): void {
      if (list.synced.next !== undefined || pending.every(isKnown)) return;
      cancel?.();
      cancel = environment.after(PATIENCE, look);
      look();
    },
    dispose: () => cancel?.(),
  };
}
