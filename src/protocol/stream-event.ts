import type {ContactEventType} from './contact-event.ts';
import type {Message} from './message.ts';

/**
 * What `GET /appinbox/v1/stream` sends: the SSE event's name and its data.
 *
 * `message`, `state` and `removed` carry an SSE `id`: the contact's sequence number, one more with each of them. The
 * first `count` of a connection without `Last-Event-ID`, and `resync`, carry the number after which the stream goes on;
 * any other `count` carries none.
 */
export interface StreamEvents {
  /** A notification arrived or changed. */
  message: Message;
  /** Something happened to notifications, here or on another device. Without `ids`: all that were there at `at`. */
  state: {type: ContactEventType; ids?: string[]; at: number; until?: number};
  /** Withdrawn or expired. */
  removed: {ids: string[]};
  /** The number of unread ones, after the events before it. */
  count: {count: number};
  /** The gap since `Last-Event-ID` is too old to be filled: fetch everything again. */
  resync: Record<string, never>;
}
export type StreamEventType = keyof StreamEvents;
