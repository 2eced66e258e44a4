/**
 * The number that the bell had last time, and whose it was: what a page shows before anybody has answered. In local
 * storage, because that answers at once and needs no code; the rows are in IndexedDB, with the code that shows them.
 */
export interface LastCount {
  /** `count` is undefined where it was not known yet when something of the contact was kept. */
  read(): {contact: string; count: number | undefined} | undefined;
  write(contact: string, count: number | undefined): void;
  clear(): void;
}

/**
 * @param name the key; nothing: nothing is kept
 */
export function createLastCount(name: string | undefined): LastCount {
  /** Storage may be switched off, full, or forbidden to this page: then merely touching it throws. */
  function attempt<T>(action: (storage: globalThis.Storage, key: string) => T): T | undefined {
    try {
      return name ? action(localStorage, name) : undefined;
    } catch {
      return undefined;
    }
  }
  return {
    read: () =>
      attempt((storage, key) => {
        const [contact, count] = storage.getItem(key)!.split(' ');
        return contact ? {contact, count: /^\d{1,15}$/.test(count!) ? Number(count) : undefined} : undefined;
      }),
    write: (contact, count) => attempt((storage, key) => storage.setItem(key, `${contact} ${count ?? ''}`)),
    clear: () => attempt((storage, key) => storage.removeItem(key)),
  };
}
