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

  async function look(): Promise<void> {
    const {rows} = list.synced;
    await list.restore();
    if (list.synced.next !== undefined)
      list.become({...list.synced, rows: applyElsewhere(list.synced, rows).rows});
  }

  return {
    /** These marks wait. */
    mind(pending: readonly Mutation[]): void {
      if (list.synced.next !== undefined || pending.every(isKnown)) return;
      cancel?.();
      cancel = environment.after(PATIENCE, () => void look());
      void look();
    },
    dispose: () => cancel?.(),
  };
}
