import {backoff} from './backoff.ts';
import {toMutations} from './cache.ts';
import type {Environment} from './environment.ts';
import {InboxError, isTransient} from './errors.ts';
import type {LastMarks} from './last-marks.ts';
import type {Storage} from './storage.ts';
import type {Mutation} from './store.ts';
import type {TabBus} from './tab-bus.ts';

/** Marks made within this time go as one batch; short enough that another device sees them at once. */
const BATCH_DELAY = 100;
/** Another tab's marks are that tab's to send; it may have died. */
const RESCUE_DELAY = 10_000;
/** Another tab may send for so long before this one sends as well. */
const LOCK_PATIENCE = 5000;
/** A hold that is longer than this is a clock that was set: what can be undone for so long is nothing of ours. */
const MAX_HOLD = 60_000;

/** Whether both may speak of the same notification; without ids: of all. */
export const meet = (ids?: readonly string[], others?: readonly string[]): boolean =>
  !ids || !others || ids.some((id) => others.includes(id));

/** A mutation as it is kept. */
interface Kept extends Mutation {
  /** It can still be taken back: not to be sent before then. Epoch, milliseconds: it outlives the page. */
  heldUntil?: number;
}

export interface Outbox {
  /** Not confirmed, oldest first. A new array after each change. */
  readonly pending: readonly Mutation[];
  /** Takes in what an earlier page or another tab has kept and not sent. */
  restore(): Promise<void>;
  /**
   * Shows at once, resolves when it is kept on this device, and is sent after that.
   *
   * @param options.hold milliseconds in which `withdraw` takes it back: it is not sent before
   */
  add(mutation: Mutation, options?: {hold?: number}): Promise<void>;
  /** Takes back what is held: as if it had never been. What has been sent stays. Resolves when this device has forgotten it. */
  withdraw(keys: readonly string[]): Promise<void>;
  /** Sends now what is there. */
  flush(): Promise<void>;
  /** The page may be gone after this: asks what it can at once, and waits for neither storage nor other tabs. */
  leave(): void;
  dispose(): void;
}

export interface OutboxOptions {
  storage: Storage;
  /** The storage's key: one list for each contact. */
  key: string;
  environment: Environment;
  /** Keeps what storage has not taken when the page goes. Undefined: nothing outlives the page. */
  lastMarks?: LastMarks;
  /** The other tabs, which keep in the same storage. */
  bus?: TabBus;
  /** What has been read from the storage before: shown by now, so whoever settles it has to be heard. @default nothing */
  shown?: readonly Mutation[];
  maxBatch: number;
  /** Sends a batch; resolves with the keys that are refused for good and why. */
  send(batch: readonly Mutation[]): Promise<ReadonlyMap<string, string>>;
  /** After a change of `pending`; `confirmed` are the ones that the platform has just taken. */
  onChange(confirmed: readonly Mutation[]): void;
  /**
   * Before such a change: this one was made by another tab, or an earlier page.
   *
   * @param isOld it may have been sent long ago; else it has just been made, unless this tab stood still meanwhile
   */
  onHeard?(mutation: Mutation, isOld: boolean): void;
  onError(error: InboxError): void;
}

/** What tabs tell each other. */
type Word = {type: 'added'; mutation: Kept} | {type: 'settled'; keys: string[]; confirmed: string[]};

/**
 * Keeps what the contact did until the platform has it: stored before it is sent, sent in order, removed when
 * confirmed. A page that dies in between sends again after the next load; the key makes that harmless.
 *
 * All tabs of the contact keep in one list, and a lock lets one of them send at a time. Without the lock two may send
 * the same: the key again.
 */
export function createOutbox(options: OutboxOptions): Outbox {
  const {storage, key, environment, lastMarks, bus, shown = [], maxBatch} = options;
  const {send, onChange, onHeard, onError} = options;
  let pending: readonly Kept[] = shown;
  /** Those that were read before this outbox could hear what other tabs do with them: not sent before storage is asked. */
  const unsure = new Set(shown);
  /** Those that storage has not taken yet, or could not take: they are sent all the same. */
  const unkept = new Set<string>();
  /** Those that are done with, here or in another tab, until storage has forgotten them. */
  const leaving = new Set<string>();
  /** Adding to storage: a mutation is not sent before. */
  let writing: Promise<unknown> = Promise.resolve();
  let sending: Promise<void> | undefined;
  let isAskedAgain = false;
  /** What the platform has been sent and has not answered. */
  let inFlight: readonly Kept[] = [];
  let failures = 0;
  let batchSize = maxBatch;
  let timer: {at: number; cancel: () => void} | undefined;
  let isDisposed = false;

  function schedule(delay: number): void {
    const at = environment.elapsed() + delay;
    if (isDisposed || (timer && timer.at <= at)) return;
    timer?.cancel();
    timer = {
      at,
      cancel: environment.after(delay, () => {
        timer = undefined;
        void outbox.flush();
      }),
    };
  }

  /** How long it can still be taken back: milliseconds, 0 for what is free to go. */
  function heldFor({heldUntil = 0}: Kept): number {
    const rest = heldUntil - environment.now();
    return rest > 0 && rest <= MAX_HOLD ? rest : 0;
  }

  function drop(keys: ReadonlySet<string>, isConfirmed: (key: string) => boolean): void {
    const gone = pending.filter((mutation) => keys.has(mutation.key));
    if (!gone.length) return;
    pending = pending.filter((mutation) => !keys.has(mutation.key));
    onChange(gone.filter((mutation) => isConfirmed(mutation.key)));
  }

  async function settle(done: readonly Kept[], confirmed: readonly string[]): Promise<void> {
    const keys = new Set(done.map((mutation) => mutation.key));
    drop(keys, (one) => confirmed.includes(one));
    bus?.post({type: 'settled', keys: [...keys], confirmed: [...confirmed]} satisfies Word);
    lastMarks?.remove([...keys]);
    for (const one of keys) leaving.add(one);
    await forget();
  }

  /** Where storage refuses, the next attempt does it; after a crash they are sent again, and recognised by their keys. */
  async function forget(): Promise<void> {
    const gone = [...leaving];
    const isLeft = ({key: one}: Mutation) => !gone.includes(one);
    try {
      await storage.update(key, (stored) => toMutations(stored).filter(isLeft));
      for (const one of gone) leaving.delete(one);
      lastMarks?.forget(gone);
    } catch {
      // Of no harm before the page's end.
    }
  }

  /** What another tab has sent meanwhile is not sent again, and what another one has kept is taken along. */
  async function compare(): Promise<void> {
    const asked = pending.filter((mutation) => !unkept.has(mutation.key));
    const value = await storage.get(key).catch(() => undefined);
    if (value === undefined || isDisposed) return;
    unsure.clear();
    const stored = new Map<string, Kept>(toMutations(value).map((mutation) => [mutation.key, mutation]));
    // What was kept only after the storage was asked is missing in its answer.
    const kept = pending.filter((mutation) => stored.has(mutation.key) || !asked.includes(mutation));
    const merged = [...kept];
    // What is new here goes behind all that the storage has before it: each tab keeps in its order.
    let place = 0;
    for (const mutation of stored.values()) {
      const known = merged.findIndex((one) => one.key === mutation.key);
      if (known >= 0) place = Math.max(place, known + 1);
      else if (!leaving.has(mutation.key)) {
        merged.splice(place++, 0, mutation);
        onHeard?.(mutation, true);
      }
    }
    if ([...stored.keys()].some((one) => leaving.has(one))) void forget();
    else {
      lastMarks?.forget([...leaving]);
      leaving.clear();
    }
    if (kept.length === pending.length && merged.length === kept.length) return;
    pending = merged;
    onChange([]);
  }

  async function sendBatch(): Promise<boolean> {
    // Marks that come meanwhile are kept first as well.
    for (let last; last !== writing;) {
      await (last = writing);
      await compare();
    }
    const batch = nextBatch();
    return batch.length > 0 && !isDisposed && post(batch);
  }

  /** What is free to go and is not on its way. What follows on something held waits with it: its order would be lost. */
  function nextBatch(): readonly Kept[] {
    const waiting: Kept[] = [];
    const free = pending.filter((mutation) => {
      const waits =
        heldFor(mutation) || unsure.has(mutation) || waiting.some(({ids}) => meet(ids, mutation.ids));
      if (waits) waiting.push(mutation);
      return !waits && !inFlight.includes(mutation);
    });
    return free.slice(0, batchSize);
  }

  /** Resolves with whether there is a reason to go on. */
  async function post(batch: readonly Kept[]): Promise<boolean> {
    inFlight = [...inFlight, ...batch];
    try {
      const rejected = await send(batch.map(({heldUntil: _, ...mutation}) => mutation));
      failures = 0;
      batchSize = maxBatch;
      if (isDisposed) return false;
      for (const reason of rejected.values())
        onError(new InboxError('refused', `A mark was refused: ${reason}`));
      await settle(
        batch,
        batch.flatMap((mutation) => (rejected.has(mutation.key) ? [] : [mutation.key])),
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
    } finally {
      inFlight = inFlight.filter((mutation) => !batch.includes(mutation));
    }
  }

  async function sendAll(): Promise<void> {
    const turn = new AbortController();
    // A tab that is frozen holds its lock as well, and sending twice is harmless.
    const cancel = environment.after(LOCK_PATIENCE, () => turn.abort());
    await bus?.hold('outbox', turn.signal);
    cancel();
    try {
      while (await sendBatch());
    } finally {
      turn.abort();
    }
    const holds = pending.map(heldFor).filter(Boolean);
    if (holds.length) schedule(Math.min(...holds));
  }

  const stopListening = bus?.listen((message) => {
    const word = message as Partial<Word> | null;
    if (word?.type === 'added') {
      const [mutation] = toMutations([word.mutation]);
      if (!mutation || pending.some((one) => one.key === mutation.key)) return;
      onHeard?.(mutation, false);
      pending = [...pending, mutation];
      onChange([]);
      schedule(RESCUE_DELAY + heldFor(mutation));
    } else if (word?.type === 'settled' && Array.isArray(word.keys)) {
      const confirmed = Array.isArray(word.confirmed) ? word.confirmed : [];
      // That tab may not get storage to forget them: sent once more they would come after what followed on them.
      for (const one of word.keys) leaving.add(one);
      drop(new Set(word.keys), (one) => confirmed.includes(one));
    }
  });

  function keep(entry: Kept): Promise<void> {
    pending = [...pending, entry];
    unkept.add(entry.key);
    onChange([]);
    const stored = storage
      .update(key, (list) => [...toMutations(list).filter((one) => one.key !== entry.key), entry])
      .then(() => {
        unkept.delete(entry.key);
        lastMarks?.remove([entry.key]);
        // It may have been sent already, by a page that was about to go.
        if (pending.includes(entry)) bus?.post({type: 'added', mutation: entry} satisfies Word);
      });
    // Where nothing can be stored it is sent all the same; only the promise tells.
    writing = Promise.all([writing, stored.catch(() => {})]);
    void writing.then(() => schedule(BATCH_DELAY + heldFor(entry)));
    return stored;
  }

  for (const mutation of shown) onHeard?.(mutation, true);

  const outbox: Outbox = {
    get pending() {
      return pending;
    },
    async restore() {
      const withdrawn = lastMarks?.withdrawn ?? [];
      for (const one of withdrawn) leaving.add(one);
      drop(new Set(withdrawn), () => false);
      for (const mutation of lastMarks?.read() ?? []) {
        if (leaving.has(mutation.key) || pending.some((one) => one.key === mutation.key)) continue;
        onHeard?.(mutation, true);
        keep(mutation).catch(() => {}); // it stays where it is
      }
      await writing;
      await compare();
      if (pending.length) schedule(0);
    },
    add(mutation, {hold} = {}) {
      return keep(hold ? {...mutation, heldUntil: environment.now() + hold} : mutation);
    },
    async withdraw(keys) {
      const held = pending.filter((mutation) => keys.includes(mutation.key) && heldFor(mutation));
      for (const mutation of held) unkept.delete(mutation.key);
      // At once: the page may go before its storage has forgotten them.
      if (held.length) lastMarks?.withdraw(held.map((mutation) => mutation.key));
      await writing;
      await settle(held, []);
    },
    flush() {
      if (sending) {
        // It may be about to end, and not see what this is for.
        isAskedAgain = true;
        return sending;
      }
      timer?.cancel();
      timer = undefined;
      return (sending = sendAll().finally(() => {
        sending = undefined;
        if (isAskedAgain && !timer) schedule(0);
        isAskedAgain = false;
      }));
    },
    leave() {
      if (isDisposed) return;
      const alone = pending.filter((mutation) => !lastMarks || unkept.has(mutation.key));
      // Nothing else knows of them. A page that goes while it is looked at is not hidden but left: nobody takes back.
      if (alone.length && !lastMarks?.add(alone) && environment.isVisible())
        for (const mutation of alone) delete mutation.heldUntil;
      const batch = nextBatch();
      if (batch.length) void post(batch);
    },
    dispose() {
      isDisposed = true;
      timer?.cancel();
      stopListening?.();
    },
  };
  return outbox;
}
