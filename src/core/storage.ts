import {createStore, get, promisifyRequest, set, update, type UseStore} from 'idb-keyval';
import type {Environment} from './environment.ts';
import {InboxError} from './errors.ts';

/** What this device keeps: a few named values. Values are plain data (structured clone). */
export interface Storage {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  /** Replaces a value by what `change` makes of it, with nobody in between, other tabs included. */
  update(key: string, change: (value: unknown) => unknown): Promise<void>;
  /** @param except keys that stay */
  clear(except?: readonly string[]): Promise<void>;
}

/** Values that live as long as the page. */
export function createMemoryStorage(): Storage {
  const values = new Map<string, unknown>();
  return {
    get: (key) => Promise.resolve(values.get(key)),
    set: (key, value) => Promise.resolve(void values.set(key, value)),
    update: (key, change) => Promise.resolve(void values.set(key, change(values.get(key)))),
    clear(except = []) {
      for (const key of values.keys()) if (!except.includes(key)) values.delete(key);
      return Promise.resolve();
    },
  };
}

/** Whether there is an IndexedDB. A page that may keep nothing can throw at the mere look at it. */
export function hasIndexedDb(): boolean {
  try {
    return typeof indexedDB === 'object';
  } catch {
    return false;
  }
}

/** IndexedDB can hang for ever (a blocked upgrade, a broken profile): then it counts as failed. */
const TIMEOUT = 3000;

/** Values in IndexedDB. Everything rejects with 'storage-failed' where the browser throws, refuses, is full or hangs. */
export function createIndexedDbStorage(name: string, environment: Environment): Storage {
  let store: UseStore | undefined;

  function guarded<T>(action: (store: UseStore) => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const fail = (cause?: unknown) => {
        // The next attempt opens the database anew: Safari loses connections and never gets them back.
        store = undefined;
        reject(new InboxError('storage-failed', 'This device keeps nothing', {cause}));
      };
      const cancel = environment.after(TIMEOUT, fail);
      void new Promise<T>((done) => done(action((store ??= createStore(name, 'values')))))
        .then(resolve, fail)
        .then(cancel);
    });
  }

  return {
    get: (key) => guarded((values) => get(key, values)),
    set: (key, value) => guarded((values) => set(key, value, values)),
    update: (key, change) => guarded((values) => update(key, change, values)),
    clear: (except = []) =>
      guarded((values) =>
        values('readwrite', async (all) => {
          for (const key of await promisifyRequest(all.getAllKeys()))
            if (!except.includes(key as string)) all.delete(key);
          return promisifyRequest(all.transaction);
        }),
      ),
  };
}
