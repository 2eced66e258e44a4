import type {Environment} from './environment.ts';
import {meet} from './outbox.ts';
import type {Mutation} from './store.ts';

/** What the platform has said of a mark's rows since the mark was made. */
export interface Overtaken {
  /** The stream has told of them. */
  readonly byStream: boolean;
  /** They have come in a list, or it is not known whether they are there any more. */
  readonly byPage: boolean;
}

/** Whatever happens in between: these can only happen, and not be undone. */
const LASTING = new Set<Mutation['type']>(['delivered', 'seen', 'clicked', 'action']);

/** What lies elsewhere than in the inbox may have been deleted there, and nobody has asked. */
const RETURNING = new Set<Mutation['type']>(['unarchived', 'unsnoozed', 'restored']);

/** So much later than of its effect may be heard of another tab's mark, by a tab that stood still: milliseconds. */
const LATE = 5000;

/**
 * Remembers which marks were overtaken on their way. A confirmation says that a mark has taken effect, and not when: what
 * the platform has told of the same rows may be older or newer. The stream tells in order, so its word stands. A list does
 * not say when it was made: it has to be asked for again. So it has where a mark of another tab is heard of only after the
 * platform has told of its rows.
 */
export function createOvertaken({elapsed}: Pick<Environment, 'elapsed'>) {
  const told = new Set<string>();
  const listed = new Set<string>();
  /** When the platform last told of a row, the oldest first; under '' of all: `elapsed` time. */
  const toldAt = new Map<string, number>();

  function forgetOld(): void {
    for (const [id, at] of toldAt) {
      if (elapsed() - at <= LATE) return;
      toldAt.delete(id);
    }
  }

  /** @param ids without them: all */
  const note =
    (keys: Set<string>) =>
    (pending: readonly Mutation[], ids?: readonly string[]): void => {
      forgetOld();
      for (const id of ids ?? ['']) {
        toldAt.delete(id);
        toldAt.set(id, elapsed());
      }
      for (const {key, type, ids: marked} of pending)
        if (!LASTING.has(type) && meet(ids, marked)) keys.add(key);
    };

  return {
    tell: note(told),
    list: note(listed),
    /**
     * This mark was made elsewhere, and nothing was known of it here.
     *
     * @param isOld it may have been sent long ago
     */
    hear({key, type, ids}: Mutation, isOld: boolean): void {
      forgetOld();
      const isLate = ids && !toldAt.has('') ? ids.some((id) => toldAt.has(id)) : toldAt.size > 0;
      if ((isOld || isLate) && !LASTING.has(type)) listed.add(key);
    },
    of: ({key, type}: Mutation): Overtaken => ({
      byStream: told.has(key),
      byPage: listed.has(key) || RETURNING.has(type),
    }),
    /** Those that are not pending any more are done with. */
    forget(pending: readonly Mutation[]): void {
      const left = new Set(pending.map(({key}) => key));
      for (const keys of [told, listed]) for (const key of keys) if (!left.has(key)) keys.delete(key);
    },
  };
}
