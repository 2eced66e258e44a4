import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {closeSync, mkdtempSync, openSync, readFileSync, rmSync} from 'node:fs';
import {constants, tmpdir} from 'node:os';
import {join} from 'node:path';
import process from 'node:process';
import {clearTimeout, setTimeout} from 'node:timers';

const root = join(import.meta.dirname, '../..');
/** What a command gets to close its browsers in, which are beyond the reach of its process group: milliseconds. */
const GRACE = 5000;
/** What runs now, so that an interrupted run leaves nothing behind. */
const running = new Set();
let interruption;

/** Signals a command and everything in its process group, which on POSIX it leads. */
function signal(child, name) {
  try {
    if (process.platform === 'win32') child.kill(name);
    else process.kill(-child.pid, name);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

/** Asks a command to end, in the way that the browsers' drivers know from a terminal; then makes it. */
async function end(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  signal(child, 'SIGINT');
  const timer = setTimeout(() => signal(child, 'SIGKILL'), GRACE);
  await exit;
  clearTimeout(timer);
}

for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(name, () => {
    interruption ??= Promise.all([...running].map(end)).then(() =>
      process.exit(128 + constants.signals[name]),
    );
  });
}
// Even then, what holds a runner's totals goes.
const folders = new Set();
process.on('exit', () => {
  for (const folder of folders) rmSync(folder, {recursive: true, force: true});
});

/**
 * Runs a Node program below the project's root.
 *
 * @param {string[]} args what follows `node`
 * @param {{env?: Record<string, string | undefined>, timeout: number, isQuiet?: boolean}} options `timeout` in
 *   milliseconds; then it is ended with everything that it started. `isQuiet`: what it prints is returned when it has
 *   ended, for a caller that runs several at once; else it is printed as it comes
 * @returns {Promise<{exitCode: number | null, output: string,
 *   totals: {passed: number, failed: number, skipped: number} | undefined}>}
 *   the exit code, null after a signal; and the totals that its reporter left in `TEST_TOTALS`
 */
export async function runNode(args, {env, timeout, isQuiet = false}) {
  const folder = mkdtempSync(join(tmpdir(), 'app-inbox-totals-'));
  folders.add(folder);
  const file = join(folder, 'totals.json');
  // A file and no pipe: a browser that outlives the program for a moment would keep a pipe open.
  const log = join(folder, 'output.txt');
  const output = isQuiet ? openSync(log, 'a') : 'inherit';
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: {...process.env, ...env, TEST_TOTALS: file},
    stdio: ['ignore', output, output],
    detached: process.platform !== 'win32',
  });
  if (isQuiet) closeSync(output);
  running.add(child);
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    console.error(`Ended after ${timeout / 1000} s.`);
    void end(child);
  }, timeout);
  const [exitCode] = await once(child, 'exit');
  clearTimeout(timer);
  // What the program left running goes with it.
  signal(child, 'SIGKILL');
  running.delete(child);
  // The run is being ended: no further step may begin.
  if (interruption) await interruption;
  return {
    exitCode: isLate ? null : exitCode,
    output: isQuiet ? readFileSync(log, 'utf8') : '',
    totals: readTotals(file),
  };
}

/** Undefined where the runner ended before its reporter. */
function readTotals(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
