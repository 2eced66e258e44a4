import {spawn} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {constants, tmpdir} from 'node:os';
import {join} from 'node:path';
import process from 'node:process';
import {clearTimeout, setTimeout} from 'node:timers';

const root = join(import.meta.dirname, '../..');
/** What runs now, so that an interrupted run leaves nothing behind. */
const running = new Set();

/** Ends a command and everything that it started: on POSIX it leads a process group of its own. */
function kill(child) {
  try {
    if (process.platform === 'win32') child.kill('SIGKILL');
    else process.kill(-child.pid, 'SIGKILL');
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    for (const child of running) kill(child);
    process.exit(128 + constants.signals[signal]);
  });
}

/**
 * Runs a Node program below the project's root. Its output is the caller's.
 *
 * @param {string[]} args what follows `node`
 * @param {{env?: Record<string, string | undefined>, timeout: number}} options `timeout` in milliseconds; then it is
 *   ended with everything that it started
 * @returns {Promise<{exitCode: number | null, totals: {passed: number, failed: number, skipped: number} | undefined}>}
 *   the exit code, null after the timeout or a signal; and the totals that its reporter left in `TEST_TOTALS`
 */
export async function runNode(args, {env, timeout}) {
  const folder = mkdtempSync(join(tmpdir(), 'app-inbox-test-'));
  const file = join(folder, 'totals.json');
  try {
    const exitCode = await new Promise((resolve, reject) => {
      const child = spawn(process.execPath, args, {
        cwd: root,
        env: {...process.env, ...env, TEST_TOTALS: file},
        stdio: ['ignore', 'inherit', 'inherit'],
        detached: process.platform !== 'win32',
      });
      running.add(child);
      const timer = setTimeout(() => {
        console.error(`Ended after ${timeout / 1000} s: node ${args.slice(0, 3).join(' ')} …`);
        kill(child);
      }, timeout);
      child.on('error', reject);
      child.on('exit', (code) => {
        clearTimeout(timer);
        // What the program left running goes with it.
        kill(child);
        running.delete(child);
        resolve(code);
      });
    });
    return {exitCode, totals: readTotals(file)};
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

/** Undefined where the runner ended before its reporter. */
function readTotals(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
