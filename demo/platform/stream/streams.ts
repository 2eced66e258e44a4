import type {Clock} from '../clock.ts';
import type {Db} from '../database/schema.ts';
import type {ContactRow} from '../contacts/contacts.ts';
import type {Rendering} from '../messages/message.ts';
import {ProblemError} from '../problem.ts';
import type {Broadcaster} from './broadcaster.ts';
import {createConnection} from './connection.ts';

/** How long a silent stream stays silent: milliseconds. Proxies cut connections after 30 to 60 s. */
export const HEARTBEAT = 15_000;
/** Streams of one contact in this process: a tab leads for its browser, so this is that many browsers. */
const MAX_STREAMS = 20;

/** The open streams of this process. */
export interface Streams {
  /**
   * Opens one more.
   *
   * @throws ProblemError `too-many-requests` when the contact has too many
   */
  open(
    contact: ContactRow,
    lastEventId: string | undefined,
    rendering: Rendering,
  ): ReadableStream<Uint8Array>;
  /** Ends all of them. */
  close(): void;
}

export function createStreams(db: Db, clock: Clock, broadcaster: Broadcaster): Streams {
  const open = new Map<() => void, number>();
  const encoder = new TextEncoder();

  return {
    open(contact, lastEventId, rendering) {
      const sameContact = [...open.values()].filter((id) => id === contact.id).length;
      if (sameContact >= MAX_STREAMS) {
        throw new ProblemError('too-many-requests', 'Too many open streams', {
          headers: {'Retry-After': '30'},
        });
      }
      const connection = createConnection({
        db,
        contactId: contact.id,
        revocations: contact.revocations,
        lastEventId,
        rendering,
        now: () => clock.now(),
      });
      const end = () => {
        unsubscribe();
        stopBeating();
        open.delete(end);
        connection.close();
      };
      const unsubscribe = broadcaster.subscribe(contact.id, () => connection.wake());
      open.set(end, contact.id);
      let isCancelled = false;
      let fail = () => {};
      const stopBeating = clock.every(HEARTBEAT, () => {
        if (connection.beat()) return;
        end();
        fail();
      });
      return new ReadableStream<Uint8Array>(
        {
          start(controller) {
            fail = () => controller.error(new Error('The client does not read'));
          },
          async pull(controller) {
            try {
              const text = await connection.next();
              if (isCancelled) return;
              if (text !== undefined) return controller.enqueue(encoder.encode(text));
              end();
              controller.close();
            } catch (error) {
              end();
              throw error;
            }
          },
          cancel() {
            isCancelled = true;
            end();
          },
        },
        // Nothing is made ahead of what the client takes.
        {highWaterMark: 0},
      );
    },
    close() {
      for (const end of open.keys()) end();
    },
  };
}
