/** What a browser keeps for a page, and Node 20 does not: IndexedDB, and a local storage. */
import 'fake-indexeddb/auto';

const values = new Map<string, string>();
const localStorage = {
  getItem: (key: string) => values.get(key) ?? null,
  setItem: (key: string, value: string) => void values.set(key, String(value)),
  removeItem: (key: string) => void values.delete(key),
};
Object.defineProperty(globalThis, 'localStorage', {value: localStorage, configurable: true});
