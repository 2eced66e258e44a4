import {MAX_WAITING, type ChatAttachment} from '../../protocol/visitor.ts';
import type {Environment} from '../environment.ts';
import {InboxError} from '../errors.ts';
import {makeKey} from '../key.ts';
import type {Storage} from '../storage.ts';
import {toBytes, toFile, type FileBytes} from './file-bytes.ts';

/** A file as this device keeps it. */
interface KeptFile {
  id: string;
  file: File | FileBytes;
  /** Epoch, milliseconds. */
  at: number;
  /** What the platform has made of it for this visitor: a message that is sent again brings no file twice. */
  sent?: {attachment: ChatAttachment; owner: string | undefined; at: number};
}

export interface OutgoingFiles {
  /**
   * Keeps files until their message has been sent.
   *
   * @returns how a message names them; the ids are this device's own
   * @throws InboxError 'refused', problem 'too-large', when all that wait would be more than `MAX_WAITING`
   */
  keep(files: readonly File[]): Promise<ChatAttachment[]>;
  /** Uploads one, once. Undefined: this device has lost it. */
  upload(id: string): Promise<ChatAttachment | undefined>;
  /** The file itself, by this device's id or the platform's. */
  read(id: string): Promise<Blob | undefined>;
  /** Their message has been sent, or never will be. */
  forget(ids: readonly string[]): Promise<void>;
  /** Forgets what an earlier page has kept for a message that it then did not keep. */
  tidy(wanted: readonly string[]): Promise<void>;
}

const KEY = 'files';
/** The platform keeps a file without a message for a day; it is brought again well before: milliseconds. */
const SENT_LIFETIME = 43_200_000;
/** Another tab may be about to keep the message: milliseconds. */
const ORPHANED_AFTER = 86_400_000;

/** As they lie there: a browser that keeps bytes alone could not take the files of others back. */
function toEntries(value: unknown): KeptFile[] {
  if (!Array.isArray(value)) return [];
  return (value as Partial<KeptFile>[]).filter(
    (entry): entry is KeptFile => typeof entry?.id === 'string' && !!toFile(entry.file),
  );
}

/** The files that wait for their message to be sent: on this device, and while the page lives in it as well. */
export function createOutgoingFiles(options: {
  storage: Storage;
  environment: Environment;
  /** Whose files they are, as far as the platform has told. */
  getOwner: () => string | undefined;
  send: (file: File) => Promise<ChatAttachment>;
}): OutgoingFiles {
  const {storage, environment, getOwner, send} = options;
  /** Of this page; storage may not take them. */
  const here = new Map<string, KeptFile & {file: File}>();
  /** What the platform has: it is not fetched to be shown. */
  const uploaded = new Map<string, Blob>();
  const stored = async () =>
    toEntries(await storage.get(KEY).catch(() => undefined)).map((entry) => ({
      ...entry,
      file: toFile(entry.file)!,
    }));
  const find = async (id: string) => here.get(id) ?? (await stored()).find((entry) => entry.id === id);
  const change = (how: (entries: KeptFile[]) => KeptFile[]) =>
    storage.update(KEY, (value) => how(toEntries(value)));
  /** Where it fails, the page has them. */
  const tryToChange = (how: (entries: KeptFile[]) => KeptFile[]) => change(how).catch(() => {});

  return {
    async keep(files) {
      if (!files.length) return [];
      const known = new Map([...(await stored()), ...here.values()].map((entry) => [entry.id, entry.file]));
      const waiting = [...known.values(), ...files].reduce((sum, {size}) => sum + size, 0);
      if (waiting > MAX_WAITING)
        throw new InboxError('refused', 'Too much waits to be sent', {problem: 'too-large'});
      const entries = files.map((file) => ({id: makeKey(environment), file, at: environment.now()}));
      for (const entry of entries) here.set(entry.id, entry);
      await change((before) => [...before, ...entries]).catch(async () => {
        const inBytes = await Promise.all(
          entries.map(async (entry) => ({...entry, file: await toBytes(entry.file)})),
        );
        await tryToChange((before) => [...before, ...inBytes]);
      });
      return entries.map(({id, file: {name, type, size}}) => ({id, name, type, size}));
    },

    async upload(id) {
      const entry = await find(id);
      if (!entry) return undefined;
      const {sent} = entry;
      if (sent && sent.owner === getOwner() && environment.now() - sent.at < SENT_LIFETIME)
        return sent.attachment;
      const attachment = await send(entry.file);
      uploaded.set(attachment.id, entry.file);
      const now = {attachment, owner: getOwner(), at: environment.now()};
      here.set(id, {...entry, sent: now});
      await tryToChange((entries) => entries.map((one) => (one.id === id ? {...one, sent: now} : one)));
      return attachment;
    },

    read: async (id) => uploaded.get(id) ?? (await find(id))?.file,

    async forget(ids) {
      if (!ids.length) return;
      for (const id of ids) here.delete(id);
      await tryToChange((entries) => entries.filter(({id}) => !ids.includes(id)));
    },

    async tidy(wanted) {
      const limit = environment.now() - ORPHANED_AFTER;
      const isOrphan = ({id, at}: KeptFile) => at < limit && !wanted.includes(id);
      if ((await stored()).some(isOrphan))
        await tryToChange((entries) => entries.filter((one) => !isOrphan(one)));
    },
  };
}
