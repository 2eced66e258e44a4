import {sql} from 'kysely';
import type {StreamEvents} from '../../../src/protocol/stream-event.ts';
import type {Db} from '../database/schema.ts';
import {countUnread} from '../messages/inbox.ts';
import {isCurrent, render, selectMessages, type Rendering} from '../messages/message.ts';
import {MAX_REPLAY, readHead, readLog, type LogEntry} from './log.ts';

/** The pause that a client leaves before it connects again, apart from its own jitter: milliseconds. */
const RETRY = 2000;
/** Events that are read, and held in memory, at once. */
const BATCH = 50;

export interface ConnectionOptions {
  db: Db;
  contactId: number;
  /** As it was when the token was spent: another number means revoked. */
  revocations: number;
  /** From the client: the last event it has. */
  lastEventId: string | undefined;
  rendering: Rendering;
  now: () => number;
}

/**
 * One open stream: turns the contact's log into the text of server-sent events, as fast as the client takes it. What
 * the client has not taken yet waits in the log and not in memory.
 */
export interface Connection {
  /** There may be something new in the log. */
  wake(): void;
  /** Time for a sign of life. False when the client has not even taken the one before: it is gone or far too slow. */
  beat(): boolean;
  /** The next text to send, once there is some; undefined at the end. */
  next(): Promise<string | undefined>;
  close(): void;
}

function write<Type extends keyof StreamEvents>(type: Type, data: StreamEvents[Type], id?: number): string {
  return `event: ${type}\ndata: ${JSON.stringify(data)}\n${id === undefined ? '' : `id: ${id}\n`}\n`;
}

/** Where to go on, if what the client has is a place that the log still reaches. */
function readPlace(lastEventId: string | undefined, head: number): number | undefined {
  if (lastEventId === undefined || !/^\d{1,15}$/.test(lastEventId)) return undefined;
  const place = Number(lastEventId);
  return place <= head && head - place <= MAX_REPLAY ? place : undefined;
}

export function createConnection(options: ConnectionOptions): Connection {
  const {db, contactId, revocations, lastEventId, rendering, now} = options;
  let place: number | undefined;
  let isNews = true;
  let isBeatDue = false;
  let isClosed = false;
  let isWaiting = false;
  let resume = () => {};

  const count = async (id?: number) => write('count', {count: await countUnread(db, contactId, now())}, id);

  /** Says where the stream begins, so that a client without a place has one, and the number to show meanwhile. */
  async function open(head: number): Promise<string> {
    place = readPlace(lastEventId, head);
    const begin = `retry: ${RETRY}\n\n`;
    if (place !== undefined) return begin + (await count());
    place = head;
    return begin + (lastEventId ? write('resync', {}, head) : '') + (await count(head));
  }

  async function writeEntries(entries: readonly (LogEntry & {sequence: number})[]): Promise<string> {
    const ids = entries.flatMap((entry) => (entry.type === 'message' ? [entry.data.id] : []));
    const messages = ids.length
      ? await selectMessages(db, contactId, sql`d.message_id = any(${ids}::text[]) and ${isCurrent(now())}`)
      : [];
    const byId = new Map(messages.map((message) => [message.id, message]));
    return entries
      .map((entry) => {
        if (entry.type === 'state') return write('state', entry.data, entry.sequence);
        if (entry.type === 'removed') return write('removed', entry.data, entry.sequence);
        const message = byId.get(entry.data.id);
        return message
          ? write('message', render(message, rendering), entry.sequence)
          : // It was withdrawn or deleted since: its number in the sequence is used all the same.
            write('removed', {ids: [entry.data.id]}, entry.sequence);
      })
      .join('');
  }

  /** What is new; undefined when that is nothing. */
  async function read(): Promise<string | undefined> {
    const head = await readHead(db, contactId);
    if (head.revocations !== revocations) {
      isClosed = true;
      return undefined;
    }
    if (place === undefined) return open(head.sequence);
    if (place === head.sequence) return undefined;
    const entries =
      head.sequence - place > MAX_REPLAY ? undefined : await readLog(db, contactId, place, BATCH);
    if (!entries?.length) {
      place = head.sequence;
      return write('resync', {}, place) + (await count());
    }
    const text = await writeEntries(entries);
    place = entries.at(-1)!.sequence;
    return text + (await count());
  }

  return {
    wake() {
      isNews = true;
      resume();
    },
    beat() {
      if (isBeatDue && !isWaiting) return false;
      isBeatDue = true;
      resume();
      return true;
    },
    async next() {
      while (!isClosed) {
        if (isNews) {
          isNews = false;
          const text = await read();
          if (text !== undefined) {
            // It was a part, maybe: whether there is more shows when the client asks for it.
            isNews = true;
            return text;
          }
        } else if (isBeatDue) {
          isBeatDue = false;
          return ': still here\n\n';
        } else {
          isWaiting = true;
          await new Promise<void>((resolve) => (resume = resolve));
          isWaiting = false;
        }
      }
      return undefined;
    },
    close() {
      isClosed = true;
      resume();
    },
  };
}
