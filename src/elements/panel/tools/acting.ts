import type {Inbox} from '../../../core/inbox.ts';
import type {Act} from '../../../core/state.ts';
import type {MoreTerms} from '../../../i18n/more/more-terms.ts';
import {UNDO_TIME, type Undo} from './undo.ts';

/** Acts after which the row lies elsewhere: they can be taken back. */
type Moving = 'archived' | 'unarchived' | 'deleted' | 'snoozed' | 'unsnoozed' | 'pinned' | 'unpinned';
const SAID: Record<Moving, (words: MoreTerms, count: number) => string> = {
  archived: (words, count) => words.archived(count),
  unarchived: (words, count) => words.restored(count),
  deleted: (words, count) => words.deleted(count),
  snoozed: (words, count) => words.snoozed(count),
  unsnoozed: (words, count) => words.restored(count),
  pinned: (words) => words.pinned,
  unpinned: (words) => words.unpinned,
};
const isMoving = (type: Act['type']): type is Moving => type in SAID;

/** Only failures of which the inbox itself has already told. */
export const quietly = (promise: Promise<unknown>) => void promise.catch(() => {});

/**
 * Does it, and offers to take it back where that makes sense.
 *
 * @param count how many it is done to
 */
export function perform(
  inbox: Inbox,
  undo: Undo,
  {type, ids, until}: Pick<Act, 'type' | 'ids' | 'until'>,
  count: number,
  words: MoreTerms | undefined,
): void {
  const hold = isMoving(type) ? UNDO_TIME : undefined;
  const done = inbox.act({type, ...(ids && {ids}), ...(until && {until}), ...(hold && {hold})});
  quietly(
    done.then((take) => {
      if (isMoving(type) && words) undo.offer(SAID[type](words, count), take);
    }),
  );
}
