import type {Notification} from '../protocol/notification.ts';
import type {Storage} from './storage.ts';
import {EMPTY, isCurrent, type Mutation, type Synced} from './store.ts';

/** Bumped when the shape changes: what an older script has kept is then not read. */
const VERSION = 2;
/** What a contact scrolls through before the platform has answered. */
const MAX_ROWS = 100;

const keyOf = (contact: string) => `list:${contact}`;

/**
 * What this device knows of a contact's list from last time, without what has expired since; empty where it knows
 * nothing.
 *
 * @param now epoch, milliseconds
 */
export async function readList(storage: Storage, contact: string, now: number): Promise<Synced> {
  const value = await storage.get(keyOf(contact)).catch(() => undefined);
  const {version, rows, next} = (value ?? {}) as {
    version?: number;
    rows?: Notification[];
    next?: string | null;
  };
  if (version !== VERSION || !Array.isArray(rows)) return EMPTY;
  const current = rows.filter((row) => typeof row?.id === 'string' && isCurrent(row, now));
  return {rows: current, next: next ?? '', count: undefined};
}

/** Keeps the newest part of the list. Failing is fine: the platform has the truth. */
export async function writeList(storage: Storage, contact: string, {rows, next}: Synced): Promise<void> {
  const isCut = rows.length > MAX_ROWS;
  await storage
    .set(keyOf(contact), {
      version: VERSION,
      rows: isCut ? rows.slice(0, MAX_ROWS) : rows,
      next: isCut ? undefined : next,
    })
    .catch(() => {});
}

/** What is stored as marks, with what is none left out. */
export function toMutations(value: unknown): Mutation[] {
  if (!Array.isArray(value)) return [];
  return (value as Partial<Mutation>[]).filter(
    (entry): entry is Mutation =>
      typeof entry?.key === 'string' && typeof entry.type === 'string' && typeof entry.at === 'number',
  );
}

/** Where a contact's marks are kept until the platform has them. */
export const pendingKeyOf = (contact: string) => `outbox:${contact}`;

/** Everything that is kept of a contact stands under these. */
export const keysOf = (contact: string) => [keyOf(contact), pendingKeyOf(contact)];

/** The contact's marks that the platform has not confirmed. */
export async function readPending(storage: Storage, contact: string): Promise<Mutation[]> {
  return toMutations(await storage.get(pendingKeyOf(contact)).catch(() => undefined));
}
