import type {StreamEvent} from './event-stream.ts';

/** What to do with an event of the stream. */
export type Verdict =
  | 'new' // the next one, or one without a number
  | 'old' // it has been here before, or is of the past
  | 'gap'; // new, but some before it are missing, or may be; or the platform says that it has forgotten them

export interface Sequence {
  /** The number of the last event; '' before the first. Where a new connection goes on. */
  readonly lastId: string;
  judge(event: StreamEvent): Verdict;
  /** Somebody else has heard everything up to here, and this list was fetched after that. */
  startAt(id: string): void;
}

/**
 * The order of one contact's events: the platform numbers them 1, 2, 3, …. What comes twice, late or out of order
 * changes nothing; what is missing is seen.
 */
export function createSequence(): Sequence {
  let lastId = '';
  return {
    get lastId() {
      return lastId;
    },
    judge({id, type}) {
      // Its number may be below: a platform that was set up anew counts from the beginning.
      if (type === 'resync') {
        lastId = id;
        return 'gap';
      }
      // An event without a number of its own carries the one before it (HTML, "Server-sent events"): the count, say.
      if (!id || (id === lastId && type === 'count')) return 'new';
      const step = Number(id) - Number(lastId);
      if (lastId !== '' && !(step > 0)) return 'old';
      // Where nobody has said from where this list goes on, some may have come between it and this one.
      const isGap = lastId === '' ? type !== 'count' : step > 1;
      lastId = id;
      return isGap ? 'gap' : 'new';
    },
    startAt(id) {
      if (id && (lastId === '' || Number(id) > Number(lastId))) lastId = id;
    },
  };
}
