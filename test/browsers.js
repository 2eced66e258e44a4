// Finds the browsers that the tests run in.
import {spawnSync} from 'node:child_process';
import {accessSync, constants, statSync} from 'node:fs';
import {delimiter, join} from 'node:path';
import process from 'node:process';
import {unpackChrome} from './runner/npm-chrome.js';

/** The browsers by the names that `--browser` and `TEST_BROWSERS` take. */
export const BROWSERS = ['chrome', 'firefox', 'webkit'];

/**
 * For every Chromium that the tests start. The sandbox cannot be had by root nor in most containers, and the tests
 * open nothing but their own pages; the rest keeps the browser from talking to its maker while times are measured.
 */
export const CHROME_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // A container's /dev/shm is often too small for a renderer.
  '--disable-dev-shm-usage',
];

const CHROME_COMMANDS = [
  // Chromium without the windows that nobody looks at: the tests take half the processor's time.
  'chromium-headless-shell',
  'chrome-headless-shell',
  'google-chrome',
  'google-chrome-stable',
  'chromium',
  'chromium-browser',
  'microsoft-edge',
];
const CHROME_PATHS = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  linux: ['/opt/google/chrome/chrome', '/opt/microsoft/msedge/msedge', '/snap/bin/chromium'],
  win32: [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
    .filter((folder) => folder !== undefined)
    .flatMap((folder) => [
      join(folder, 'Google/Chrome/Application/chrome.exe'),
      join(folder, 'Microsoft/Edge/Application/msedge.exe'),
    ]),
};
const FIREFOX_PATHS = {
  darwin: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
  linux: [],
  win32: ['C:/Program Files/Mozilla Firefox/firefox.exe'],
};

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** The path of the first program that is there: commands of the PATH, then places outside of it. */
function findProgram(commands, places = []) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const onPath = commands.flatMap((command) => folders.map((folder) => join(folder, command)));
  return [...onPath, ...places].find(isProgram);
}

/**
 * The Chromium to start, in the words of Puppeteer's and Playwright's launch options: `CHROME_PATH`, else an installed
 * Chrome, Chromium or Edge, else the one that comes out of npm.
 *
 * @returns {Promise<{executablePath: string, args: string[], env: Record<string, string | undefined>}>}
 * @throws Error that says what to install
 */
export async function findChrome() {
  const {CHROME_PATH: named, ...env} = process.env;
  if (named && !isProgram(named)) throw new Error(`CHROME_PATH names no program: ${named}`);
  const executablePath = named || findProgram(CHROME_COMMANDS, CHROME_PATHS[process.platform]);
  if (executablePath) return {executablePath, args: CHROME_FLAGS, env};
  const fromNpm = await unpackChrome();
  return {...fromNpm, args: CHROME_FLAGS, env: {...env, ...fromNpm.env}};
}

/** The path of Firefox: `FIREFOX_PATH`, else an installed one, else undefined. */
export function findFirefox() {
  const named = process.env.FIREFOX_PATH;
  if (named) return isProgram(named) ? named : undefined;
  return findProgram(['firefox', 'firefox-esr'], FIREFOX_PATHS[process.platform]);
}

/**
 * WebKitGTK's driver, the browser that it drives, and the X server without a screen that shows it. Debian and Ubuntu:
 * packages `webkit2gtk-driver` and `xvfb`.
 *
 * @returns {{driver: string, browser: string, xServer: string} | undefined}
 */
export function findWebKit() {
  const driver = findProgram(['WebKitWebDriver']);
  const xServer = findProgram(['Xvfb']);
  const browser = ['webkit2gtk-4.1', 'webkitgtk-6.0', 'webkit2gtk-4.0']
    .flatMap((name) =>
      ['/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu', '/usr/libexec'].map((at) => join(at, name)),
    )
    .map((folder) => join(folder, 'MiniBrowser'))
    .find(isProgram);
  return driver && xServer && browser ? {driver, browser, xServer} : undefined;
}

/** The first Firefox that understands all that the tests' drivers say to it (WebDriver BiDi, `emulation` commands). */
const OLDEST_FIREFOX = 144;

function whyNotFirefox() {
  const path = findFirefox();
  if (!path) return 'Firefox is not installed. Install it, or name it in FIREFOX_PATH.';
  const {stdout} = spawnSync(path, ['--version'], {encoding: 'utf8'});
  const version = Number(/Firefox (\d+)/.exec(stdout)?.[1]);
  // One that does not say its version may be new enough: the tests will tell.
  return version < OLDEST_FIREFOX
    ? `Firefox ${version} is too old: ${OLDEST_FIREFOX} or newer is needed. Name one in FIREFOX_PATH.`
    : undefined;
}

/** Why the tests cannot run in a browser, as a sentence; undefined where they can. */
export async function whyMissing(name) {
  if (name === 'firefox') return whyNotFirefox();
  if (name === 'webkit') {
    return findWebKit()
      ? undefined
      : 'WebKit is not installed. On Debian or Ubuntu: apt-get install webkit2gtk-driver xvfb.';
  }
  return findChrome().then(
    () => undefined,
    (error) => error.message,
  );
}
