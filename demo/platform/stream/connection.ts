import {sql} from 'kysely';
import type {StreamEvents} from '../../../src/protocol/stream-event.ts';
import type {Db} from '../database/schema.ts';
import {countUnread} from '../messages/inbox.ts';
import {isCurrent, render, selectMessages, type Rendering} from '../messages/message.ts';
import {MAX_REPLAY, readHead, readLog, type Head, type LogEntry} from './log.ts';

/** Events that are read, and held in memory, at once. */
const BATCH = 50;

/** What all connections of a process have in common. */
export interface ConnectionContext {
  readonly db: Db;
  readonly now: () => number;
  /** The pause that clients are to leave before they connect again, apart from their own jitter: milliseconds. */
  readonly retry: () => number;
}

export interface ConnectionOptions {
  contactId: number;
  /** As it was when the token was spent: another number means revoked. */
  revocations: number;
  /** From the client: the last event it has. */
  lastEventId: string | undefined;
  rendering: Rendering;
}

/** Where the text of a stream goes: a part of Node's response. */
export interface Sink {
  /** False when there is more than the client takes now: `drain` follows. */
  write(text: string | Buffer): boolean;
  /** What has been written and not been taken yet. */
  readonly writableLength: number;
  end(): void;
  destroy(): void;
}

function write<Type extends keyof StreamEvents>(type: Type, data: StreamEvents[Type], id?: number): string {
  return `event: ${type}\ndata: ${JSON.stringify(data)}\n${id === undefined ? '' : `id: ${id}\n`}\n`;
}

export const writeRetry = (milliseconds: number) => `retry: ${milliseconds}\n\n`;

/** Where to go on, if what the client has is a place that the log still reaches. */
function readPlace(lastEventId: string | undefined, head: number): number | undefined {
  if (lastEventId === undefined || !/^\d{1,15}$/.test(lastEventId)) return undefined;
  const place = Number(lastEventId);
  return place <= head && head - place <= MAX_REPLAY ? place : undefined;
}

/**
 * One open stream: turns the contact's log into the text of server-sent events, as fast as the client takes it. What
 * the client has not taken yet waits in the log and not in memory. A class, and nothing that waits while nothing
 * happens: there are ten thousand of them.
 */
export class Connection {
  readonly contactId: number;
  readonly #context: ConnectionContext;
  readonly #sink: Sink;
  readonly #rendering: Rendering;
  readonly #revocations: number;
  #lastEventId: string | undefined;
  #place: number | undefined;
  #isNews = false;
  #isReading = false;
  #isFull = false;
  #isStuck = false;
  #isClosed = false;

  constructor(context: ConnectionContext, options: ConnectionOptions, sink: Sink) {
    this.#context = context;
    this.#sink = sink;
    this.contactId = options.contactId;
    this.#revocations = options.revocations;
    this.#lastEventId = options.lastEventId;
    this.#rendering = options.rendering;
  }

  /** There may be something new in the log. */
  wake(): void {
    this.#isNews = true;
    void this.#send();
  }

  /** The client takes more again. */
  drain(): void {
    this.#isFull = false;
    void this.#send();
  }

  /** Wakes it unless this is where it stands. */
  compare(head: Head | undefined): void {
    if (head?.sequence !== this.#place || head?.revocations !== this.#revocations) this.wake();
  }

  /** A sign of life. A client that has not even taken what was there one before is cut off: it is gone, or too slow. */
  beat(text: Buffer): void {
    const wasStuck = this.#isStuck;
    this.#isStuck = this.#sink.writableLength > 0;
    if (!this.#isStuck) this.#sink.write(text);
    else if (wasStuck) this.#sink.destroy();
  }

  /** @param last what the client is to know before the end */
  end(last?: string): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    if (last) this.#sink.write(last);
    this.#sink.end();
  }

  /** The client is gone. */
  close(): void {
    this.#isClosed = true;
  }

  async #send(): Promise<void> {
    if (this.#isReading) return;
    this.#isReading = true;
    try {
      while (this.#isNews && !this.#isFull && !this.#isClosed) {
        this.#isNews = false;
        const text = await this.#read();
        if (text === undefined || this.#isClosed) continue;
        // It was a part, maybe: whether there is more shows when the client has taken it.
        this.#isNews = true;
        this.#isFull = !this.#sink.write(text);
      }
    } catch (error) {
      console.error('A stream could not be read:', error);
      this.#sink.destroy();
    } finally {
      this.#isReading = false;
    }
  }

  /** What is new; undefined when that is nothing. */
  async #read(): Promise<string | undefined> {
    const {db} = this.#context;
    const head = await readHead(db, this.contactId);
    if (head.revocations !== this.#revocations) {
      this.end();
      return undefined;
    }
    const place = this.#place;
    if (place === undefined) return this.#open(head.sequence);
    if (place === head.sequence) return undefined;
    const entries =
      head.sequence - place > MAX_REPLAY ? undefined : await readLog(db, this.contactId, place, BATCH);
    if (!entries?.length) {
      this.#place = head.sequence;
      return write('resync', {}, head.sequence) + (await this.#count());
    }
    const text = await this.#writeEntries(entries);
    this.#place = entries.at(-1)!.sequence;
    return text + (await this.#count());
  }

  /** Says where the stream begins, so that a client without a place has one, and the number to show meanwhile. */
  async #open(head: number): Promise<string> {
    const lastEventId = this.#lastEventId;
    const begin = writeRetry(this.#context.retry());
    const place = readPlace(lastEventId, head);
    this.#lastEventId = undefined;
    this.#place = place ?? head;
    if (place !== undefined) return begin + (await this.#count());
    return begin + (lastEventId ? write('resync', {}, head) : '') + (await this.#count(head));
  }

  async #count(id?: number): Promise<string> {
    return write(
      'count',
      {count: await countUnread(this.#context.db, this.contactId, this.#context.now())},
      id,
    );
  }

  async #writeEntries(entries: readonly (LogEntry & {sequence: number})[]): Promise<string> {
    const {db, now} = this.#context;
    const ids = entries.flatMap((entry) => (entry.type === 'message' ? [entry.data.id] : []));
    const messages = ids.length
      ? await selectMessages(
          db,
          this.contactId,
          sql`d.message_id = any(${ids}::text[]) and ${isCurrent(now())}`,
        )
      : [];
    const byId = new Map(messages.map((message) => [message.id, message]));
    return entries
      .map((entry) => {
        if (entry.type === 'state') return write('state', entry.data, entry.sequence);
        if (entry.type === 'removed') return write('removed', entry.data, entry.sequence);
        const message = byId.get(entry.data.id);
        return message
          ? write('message', render(message, this.#rendering), entry.sequence)
          : // It was withdrawn or deleted since: its number in the sequence is used all the same.
            write('removed', {ids: [entry.data.id]}, entry.sequence);
      })
      .join('');
  }
}
