import type {ServerResponse} from 'node:http';
import type {Clock} from '../clock.ts';
import type {ContactRow} from '../contacts/contacts.ts';
import type {Db} from '../database/schema.ts';
import {contactTopic, type Fanout} from '../fanout/fanout.ts';
import type {Rendering} from '../messages/message.ts';
import {ProblemError} from '../problem.ts';
import {Connection, writeRetry, type ConnectionContext} from './connection.ts';
import {readHeads} from './log.ts';
import {endInParts, retryFor} from './returning.ts';

/** How long a silent stream stays silent: milliseconds. Proxies cut connections after 30 to 60 s. */
const HEARTBEAT = 15_000;
/** Streams beat in so many groups, one after the other: ten thousand at once would hold everything else up. */
export const GROUPS = 20;
/** Between the beats of two groups: milliseconds. */
export const BEAT = HEARTBEAT / GROUPS;
/** However news got lost between processes, a stream comes to know of it within so long: milliseconds. */
export const CATCH_UP = 60_000;
/** Streams of one contact in this process: a tab leads for its browser, so this is that many browsers. */
const MAX_STREAMS = 20;

/** What the response's head and the stream depend on. */
export interface StreamOptions {
  lastEventId: string | undefined;
  rendering: Rendering;
  headers: Record<string, string>;
}

/** The open streams of this process. */
export interface Streams {
  /**
   * Makes the response a stream, from its head to its end.
   *
   * @throws ProblemError `too-many-requests` when the contact has too many
   */
  open(response: ServerResponse, contact: ContactRow, options: StreamOptions): void;
  /** Ends all of them, in no order and not at once; those that still wait for their end go on. */
  drain(): Promise<void>;
  close(): void;
}

export function createStreams(db: Db, clock: Clock, fanout: Fanout): Streams {
  const connections = new Set<Connection>();
  const perContact = new Map<number, number>();
  const groups = Array.from({length: GROUPS}, () => new Set<Connection>());
  let turn = 0;
  /** These may have missed something. */
  let doubtful = new Set<Connection>();
  const context: ConnectionContext = {
    db,
    now: () => clock.now(),
    retry: () => retryFor(connections.size),
  };

  function count(contactId: number, change: number): void {
    const number = (perContact.get(contactId) ?? 0) + change;
    if (number) perContact.set(contactId, number);
    else perContact.delete(contactId);
  }

  /** Asks once for all of them where they should stand, and wakes those that stand somewhere else. */
  async function catchUp(): Promise<void> {
    const asking = doubtful;
    doubtful = new Set();
    try {
      const heads = await readHeads(db, [...new Set([...asking].map(({contactId}) => contactId))]);
      for (const connection of asking) connection.compare(heads.get(connection.contactId));
    } catch (error) {
      // The next time, a minute later at most.
      console.error('Streams could not be compared with the log:', error);
    }
  }

  function doubt(connection: Connection): void {
    if (!doubtful.size) setImmediate(() => void catchUp());
    doubtful.add(connection);
  }

  const stopBeating = clock.every(BEAT, () => {
    turn = (turn + 1) % GROUPS;
    const group = groups[turn]!;
    if (!group.size) return;
    const text = Buffer.from(`: still here\n${writeRetry(context.retry())}`);
    for (const connection of group) connection.beat(text);
  });
  const stopCatchingUp = clock.every(CATCH_UP, () => connections.forEach(doubt));

  return {
    open(response, contact, {headers, ...options}) {
      if ((perContact.get(contact.id) ?? 0) >= MAX_STREAMS) {
        throw new ProblemError('too-many-requests', 'Too many open streams', {
          headers: {'Retry-After': '30'},
        });
      }
      const {id: contactId, revocations} = contact;
      const connection = new Connection(context, {contactId, revocations, ...options}, response);
      const group = groups[turn]!;
      connections.add(connection);
      group.add(connection);
      count(contactId, 1);
      const leave = fanout.follow(contactTopic(contactId), (text) =>
        text === undefined ? doubt(connection) : connection.wake(),
      );
      response.on('drain', () => connection.drain());
      response.on('close', () => {
        connection.close();
        leave();
        connections.delete(connection);
        group.delete(connection);
        count(contactId, -1);
      });
      response.writeHead(200, headers);
      connection.wake();
    },
    async drain() {
      const last = writeRetry(context.retry());
      await endInParts(connections, (connection) => connection.end(last));
    },
    close() {
      stopBeating();
      stopCatchingUp();
      for (const connection of connections) connection.end();
    },
  };
}
