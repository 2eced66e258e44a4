import {randomUUID} from 'node:crypto';
import {link, readFile, rename, rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';

const LOCK_FILE = 'platform.lock';

/** Another process has the data folder open. */
export class FolderInUseError extends Error {
  override readonly name = 'FolderInUseError';

  constructor(folder: string, pid: number) {
    super(
      `The data folder ${folder} is in use by process ${pid}. ` +
        'Stop that process, or give this one a folder of its own with DATA_DIR.',
    );
  }
}

interface Owner {
  pid: number;
  /** Tells the process from a later one with the same number; empty where the system does not say. */
  birth: string;
}

/** When a process began, as Linux counts it: field 22 of proc_pid_stat(5), in this boot. */
async function birthOf(pid: number): Promise<string> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8');
    // The second field, the command's name, may hold spaces and brackets.
    const startTime = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
    return `${boot.trim()} ${startTime}`;
  } catch {
    return '';
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it is there, and belongs to somebody else.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function isAlive(owner: Owner): Promise<boolean> {
  return isRunning(owner.pid) && owner.birth === (await birthOf(owner.pid));
}

/** The lock's owner; undefined when there is no lock, or nothing readable in it. */
async function readOwner(path: string): Promise<Owner | undefined> {
  try {
    const owner = JSON.parse(await readFile(path, 'utf8')) as Partial<Owner> | null;
    return typeof owner?.pid === 'number' ? {pid: owner.pid, birth: String(owner.birth ?? '')} : undefined;
  } catch {
    return undefined;
  }
}

/** Puts `from` at `to` unless something is there: a link is made with its contents or not at all. */
async function place(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Takes the folder for this process. The lock of a process that is no more is taken over.
 *
 * @returns what gives the folder back
 * @throws FolderInUseError
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const path = join(folder, LOCK_FILE);
  // Not by the process's number: in two containers it may be the same.
  const mine = join(folder, `${LOCK_FILE}.${randomUUID()}`);
  const stale = `${mine}.stale`;
  const me: Owner = {pid: process.pid, birth: await birthOf(process.pid)};
  await writeFile(mine, JSON.stringify(me));
  try {
    while (!(await place(mine, path))) {
      const owner = await readOwner(path);
      if (owner && (await isAlive(owner))) throw new FolderInUseError(folder, owner.pid);
      // Of several that found it stale only one moves it away; who moved a fresh one by then puts it back.
      await rename(path, stale).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'ENOENT') throw error;
      });
      const moved = await readOwner(stale);
      if (moved && (await isAlive(moved))) await place(stale, path);
      await rm(stale, {force: true});
    }
  } finally {
    await rm(mine, {force: true});
  }
  return () => rm(path, {force: true});
}
