import {randomUUID} from 'node:crypto';
import {link, readFile, rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {setTimeout} from 'node:timers/promises';

const LOCK_FILE = 'platform.lock';
/** Until somebody else has removed an old lock: milliseconds. */
const PATIENCE = 5;

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

/** What stands in a lock file: undefined where there is none, `isDead` where it is nobody's any more. */
async function readLock(path: string): Promise<{pid: number; isDead: boolean} | undefined> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  try {
    const {pid, birth} = JSON.parse(text) as Owner;
    return {pid, isDead: !isRunning(pid) || birth !== (await birthOf(pid))};
  } catch {
    // Not ours: a lock comes with its contents or not at all.
    return {pid: 0, isDead: true};
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
 * Removes a lock that is nobody's any more, unless somebody else does so now. One at a time, because a second one that has
 * seen the old lock would remove the first one's new one.
 */
async function removeDead(path: string, mine: string): Promise<void> {
  const guard = `${path}.guard`;
  if (!(await place(mine, guard))) {
    // Whoever removes it is through in a moment, or has died in that moment.
    if ((await readLock(guard))?.isDead) await rm(guard, {force: true});
    else await setTimeout(PATIENCE);
    return;
  }
  try {
    if ((await readLock(path))?.isDead) await rm(path, {force: true});
  } finally {
    await rm(guard, {force: true});
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
  const me: Owner = {pid: process.pid, birth: await birthOf(process.pid)};
  await writeFile(mine, JSON.stringify(me));
  try {
    while (!(await place(mine, path))) {
      const lock = await readLock(path);
      if (lock?.isDead === false) throw new FolderInUseError(folder, lock.pid);
      if (lock) await removeDead(path, mine);
    }
  } finally {
    await rm(mine, {force: true});
  }
  return () => rm(path, {force: true});
}
