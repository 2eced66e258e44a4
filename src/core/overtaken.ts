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

/**
 * Remembers which marks were overtaken on their way. A confirmation says that a mark has taken effect, and not when: what
 * the platform has told of the same rows may be older or newer. The stream tells in order, so its word stands. A list does
 * not say when it was made: it has to be asked for again.
 */
export function createOvertaken() {
  const told = new Set<string>();
  const listed = new Set<string>();

  /** @param ids without them: all */
  const note =
    (keys: Set<string>) =>
    (pending: readonly Mutation[], ids?: readonly string[]): void => {
      for (const {key, type, ids: marked} of pending)
        if (!LASTING.has(type) && meet(ids, marked)) keys.add(key);
    };

  return {
    tell: note(told),
    list: note(listed),
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
