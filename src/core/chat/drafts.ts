import type {Environment} from '../environment.ts';
import type {Storage} from '../storage.ts';
import {toBytes, toFile} from './file-bytes.ts';

/** What has been typed and chosen, and not sent. */
export interface Draft {
  text: string;
  files: readonly File[];
}

export interface Drafts {
  /** Undefined: there is none of this visitor's. */
  read(): Promise<Draft | undefined>;
  /** Keeps it soon, the last one of several. */
  keep(draft: Draft): void;
  end(): void;
}

const KEY = 'draft';
/** By themselves: they do not change with each key. */
const FILES_KEY = 'draft-files';
/** A pause in typing: milliseconds. */
const PAUSE = 400;

/** Keeps on this device what a visitor is about to say. `getOwner` tells whose it is. */
export function createDrafts(options: {
  storage: Storage;
  environment: Environment;
  getOwner: () => string | undefined;
}): Drafts {
  const {storage, environment, getOwner} = options;
  let waiting: Draft | undefined;
  let keptFiles: readonly File[] | undefined;
  let cancel: (() => void) | undefined;

  function write(): void {
    cancel?.();
    cancel = undefined;
    if (!waiting) return;
    const {text, files} = waiting;
    waiting = undefined;
    const owner = getOwner();
    // Where it fails, the page has it still.
    storage.set(KEY, text || files.length ? {text, owner} : undefined).catch(() => {});
    if (files === keptFiles) return;
    keptFiles = files;
    storage
      .set(FILES_KEY, files.length ? files : undefined)
      .catch(async () => {
        const inBytes = await Promise.all(files.map(toBytes));
        if (files === keptFiles) await storage.set(FILES_KEY, inBytes);
      })
      .catch(() => {});
  }

  const stopWatching = environment.watch((signal) => signal === 'hide' && write());
  return {
    async read() {
      const get = (key: string) => storage.get(key).catch(() => undefined);
      const value = (await get(KEY)) as {text?: unknown; owner?: unknown} | undefined;
      if (typeof value?.text !== 'string' || value.owner !== getOwner()) return undefined;
      const found = await get(FILES_KEY);
      return {
        text: value.text,
        files: Array.isArray(found) ? found.flatMap((file) => toFile(file) ?? []) : [],
      };
    },
    keep(draft) {
      waiting = draft;
      cancel ??= environment.after(PAUSE, write);
    },
    end() {
      write();
      stopWatching();
    },
  };
}
