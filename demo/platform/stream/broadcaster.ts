import {sql} from 'kysely';
import type {Database} from '../database/open.ts';
import type {Db} from '../database/schema.ts';

const CHANNEL = 'app_inbox_contacts';
/** PostgreSQL takes payloads under 8000 bytes; an id has at most 19 digits. */
const IDS_PER_PAYLOAD = 350;

/**
 * Wakes whoever waits for these contacts, in every process, when and if the transaction commits. What happened
 * stands in the stream log: a notification says only that there is something to read.
 */
export async function notifyContacts(db: Db, contactIds: readonly number[]): Promise<void> {
  for (let start = 0; start < contactIds.length; start += IDS_PER_PAYLOAD) {
    const payload = contactIds.slice(start, start + IDS_PER_PAYLOAD).join(',');
    await sql`select pg_notify(${CHANNEL}, ${payload})`.execute(db);
  }
}

/** Tells the streams of this process about changes that any process made. */
export interface Broadcaster {
  /** Calls `wake` when there may be news for the contact. Returns what ends it. */
  subscribe(contactId: number, wake: () => void): () => void;
  close(): Promise<void>;
}

export async function createBroadcaster(database: Database): Promise<Broadcaster> {
  const listeners = new Map<number, Set<() => void>>();

  const stop = await database.listen(CHANNEL, (payload) => {
    const ids = payload === undefined ? [...listeners.keys()] : payload.split(',').map(Number);
    for (const id of ids) listeners.get(id)?.forEach((wake) => wake());
  });

  return {
    subscribe(contactId, wake) {
      const set = listeners.get(contactId) ?? new Set();
      listeners.set(contactId, set.add(wake));
      return () => {
        set.delete(wake);
        if (!set.size && listeners.get(contactId) === set) listeners.delete(contactId);
      };
    },
    close: stop,
  };
}
