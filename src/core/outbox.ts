import {backoff} from './backoff.ts';
import type {Environment} from './environment.ts';
import {InboxError, isTransient} from './errors.ts';
import type {Storage} from './storage.ts';
import type {Mutation} from './store.ts';

/** Marks made within this time go as one batch; short enough that another device sees them at once. */
const BATCH_DELAY = 100;

export interface Outbox {
  /** Not confirmed, oldest first. A new array after each change. */
  readonly pending: readonly Mutation[];
  /** Takes in what an earlier page has kept and not sent. */
  restore(): Promise<void>;
  /** Shows at once, resolves when it is kept on this device, and is sent after that. */
  add(mutation: Mutation): Promise<void>;
  /** Sends now what is there. */
  flush(options?: {keepalive?: boolean}): Promise<void>;
  dispose(): void;
}

export interface OutboxOptions {
  storage: Storage;
  /** The storage's key: one list for each contact. */
  key: string;
  environment: Environment;
  maxBatch: number;
  /** Sends a batch; resolves with the keys that are refused for good and why. */
  send(batch: readonly Mutation[], keepalive: boolean): Promise<ReadonlyMap<string, string>>;
  /** After a change of `pending`; `confirmed` are the ones that the platform has just taken. */
  onChange(confirmed: readonly Mutation[]): void;
  onError(error: InboxError): void;
}

/** The list as stored, with what is no mutation left out. */
function readList(value: unknown): Mutation[] {
  if (!Array.isArray(value)) return [];
  return (value as Partial<Mutation>[]).filter(
    (entry): entry is Mutation => typeof entry?.key === 'string' && typeof entry.type === 'string',
  );
}

/**
 * Keeps what the contact did until the platform has it: stored before it is sent, sent in order, removed when
 * confirmed. A page that dies in between sends again after the next load; the key makes that harmless.
 */
export function createOutbox(options: OutboxOptions): Outbox {
  const {storage, key, environment, maxBatch, send, onChange, onError} = options;
  let pending: readonly Mutation[] = [];
  /** Adding to storage: a mutation is not sent before. */
  let writing: Promise<unknown> = Promise.resolve();
  let sending: Promise<void> | undefined;
  let failures = 0;
  let batchSize = maxBatch;
  let cancelTimer: (() => void) | undefined;
  let isDisposed = false;

  function schedule(delay: number): void {
    if (isDisposed || cancelTimer) return;
    cancelTimer = environment.after(delay, () => {
      cancelTimer = undefined;
      void outbox.flush();
    });
  }

  async function settle(done: readonly Mutation[], confirmed: readonly Mutation[]): Promise<void> {
    const keys = new Set(done.map((mutation) => mutation.key));
    pending = pending.filter((mutation) => !keys.has(mutation.key));
    onChange(confirmed);
    await storage
      .update(key, (stored) => readList(stored).filter((mutation) => !keys.has(mutation.key)))
      .catch(() => {}); // sent again after the next load, and recognised by its key
  }

  async function sendBatch(keepalive: boolean): Promise<boolean> {
    // A page that goes away may not see its storage answer again; sent twice is harmless, never sent is not.
    if (!keepalive) for (let last; last !== writing;) await (last = writing);
    const batch = pending.slice(0, batchSize);
    if (!batch.length || isDisposed) return false;
    try {
      const rejected = await send(batch, keepalive);
      failures = 0;
      batchSize = maxBatch;
      if (isDisposed) return false;
      for (const reason of rejected.values())
        onError(new InboxError('refused', `A mark was refused: ${reason}`));
      await settle(
        batch,
        batch.filter((mutation) => !rejected.has(mutation.key)),
      );
      return true;
    } catch (error) {
      if (isDisposed) return false;
      if (isTransient(error)) {
        schedule(backoff(++failures, error, environment));
        return false;
      }
      if ((error as InboxError).code === 'ended') return false;
      // Refused as a whole: one by one shows which of them is at fault, and only that one is rolled back.
      if (batch.length > 1) batchSize = 1;
      else {
        batchSize = maxBatch;
        onError(error as InboxError);
        await settle(batch, []);
      }
      return true;
    }
  }

  const outbox: Outbox = {
    get pending() {
      return pending;
    },
    async restore() {
      const stored = readList(await storage.get(key).catch(() => undefined));
      const known = new Set(pending.map((mutation) => mutation.key));
      pending = [...stored.filter((mutation) => !known.has(mutation.key)), ...pending];
      if (!stored.length) return;
      onChange([]);
      schedule(0);
    },
    add(mutation) {
      pending = [...pending, mutation];
      onChange([]);
      const stored = storage.update(key, (list) => [...readList(list), mutation]);
      // Where nothing can be stored it is sent all the same; only the promise tells.
      writing = Promise.all([writing, stored.catch(() => {})]);
      void writing.then(() => schedule(BATCH_DELAY));
      return stored;
    },
    flush({keepalive = false} = {}) {
      cancelTimer?.();
      cancelTimer = undefined;
      return (sending ??= (async () => {
        while (await sendBatch(keepalive));
      })().finally(() => {
        sending = undefined;
      }));
    },
    dispose() {
      isDisposed = true;
      cancelTimer?.();
    },
  };
  return outbox;
}
