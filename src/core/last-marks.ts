import {toJson} from './api/to-json.ts';
import {toMutations} from './cache.ts';
import type {Mutation} from './store.ts';

/**
 * The marks that IndexedDB has not taken when their page goes: its answer takes turns of the event loop, and a page that
 * goes has none left. Local storage takes them at once; whichever page comes next hands them on.
 */
export interface LastMarks {
  /** Oldest first. */
  read(): readonly Mutation[];
  /** @returns whether they are kept */
  add(marks: readonly Mutation[]): boolean;
  remove(keys: readonly string[]): void;
  /** Those that were taken back, and that IndexedDB may still have. */
  readonly withdrawn: readonly string[];
  withdraw(keys: readonly string[]): void;
  /** IndexedDB has them no more. */
  forget(keys: readonly string[]): void;
  clear(): void;
}

/**
 * Where local storage is switched off, full or forbidden nothing is kept.
 *
 * @param name the key
 */
export function createLastMarks(name: string): LastMarks {
  function attempt(action: (storage: globalThis.Storage) => void): boolean {
    try {
      action(localStorage);
      return true;
    } catch {
      return false;
    }
  }

  function read(): readonly Mutation[] {
    let marks: readonly Mutation[] = [];
    attempt((storage) => (marks = toMutations(JSON.parse(storage.getItem(name) ?? '[]'))));
    return marks;
  }

  /** Beside the marks: keys alone. */
  const nameOfWithdrawn = `${name}:withdrawn`;

  function readWithdrawn(): readonly string[] {
    let keys: unknown[] = [];
    attempt((storage) => {
      const kept: unknown = JSON.parse(storage.getItem(nameOfWithdrawn) ?? '[]');
      if (Array.isArray(kept)) keys = kept;
    });
    return keys.filter((key) => typeof key === 'string');
  }

  function writeWithdrawn(keys: readonly string[]): void {
    attempt((storage) => {
      if (keys.length) storage.setItem(nameOfWithdrawn, JSON.stringify(keys));
      else storage.removeItem(nameOfWithdrawn);
    });
  }

  const clear = () => void attempt((storage) => storage.removeItem(name));
  const write = (marks: readonly Mutation[]) => attempt((storage) => storage.setItem(name, toJson(marks)));
  const without = (marks: readonly Mutation[], keys: readonly string[]) =>
    marks.filter(({key}) => !keys.includes(key));
  return {
    read,
    add(marks) {
      const keys = marks.map(({key}) => key);
      return write([...without(read(), keys), ...marks]);
    },
    remove(keys) {
      const all = read();
      const rest = without(all, keys);
      if (rest.length === all.length) return;
      if (rest.length) write(rest);
      else clear();
    },
    get withdrawn() {
      return readWithdrawn();
    },
    withdraw: (keys) => writeWithdrawn([...readWithdrawn(), ...keys]),
    forget(keys) {
      const all = readWithdrawn();
      if (all.length) writeWithdrawn(all.filter((key) => !keys.includes(key)));
    },
    clear() {
      clear();
      writeWithdrawn([]);
    },
  };
}
