// Finds a browser on this machine, or gets one out of npm.
import {spawnSync} from 'node:child_process';
import {accessSync, constants, existsSync, mkdtempSync, readFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {delimiter, join} from 'node:path';
import {brotliDecompressSync} from 'node:zlib';

/**
 * Chromium as root needs no sandbox; the rest keeps it from calling its makers' hosts, which a closed network refuses.
 */
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

const CHROME_NAMES = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
  'chrome',
];
const CHROME_PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ...[process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
    .filter(Boolean)
    .flatMap((folder) => [
      join(folder, 'Google/Chrome/Application/chrome.exe'),
      join(folder, 'Microsoft/Edge/Application/msedge.exe'),
    ]),
];

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const inPath = (names) =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find(isExecutable);

/**
 * The path of a Chromium-like browser: `CHROME_PATH`, an installed one, or the one that comes with the development
 * dependencies (Linux on x64). `NPM_BROWSER=1` skips the installed ones.
 */
export async function findChromium() {
  const {CHROME_PATH, NPM_BROWSER} = process.env;
  if (CHROME_PATH) {
    if (!existsSync(CHROME_PATH)) throw new Error(`CHROME_PATH: there is no ${CHROME_PATH}`);
    return CHROME_PATH;
  }
  const installed = NPM_BROWSER ? undefined : (inPath(CHROME_NAMES) ?? CHROME_PLACES.find(isExecutable));
  return installed ?? (await chromiumOfNpm());
}

/** Unpacks the browser of `@sparticuz/chromium`, and its libraries where the machine lacks them. */
async function chromiumOfNpm() {
  const {default: chromium} = await import('@sparticuz/chromium');
  const path = await chromium.executablePath();
  const isComplete = () => spawnSync(path, ['--version']).status === 0;
  if (isComplete()) return path;
  const archive = join(import.meta.dirname, '../../node_modules/@sparticuz/chromium/bin/al2023.tar.br');
  const folder = mkdtempSync(join(tmpdir(), 'app-inbox-browser-'));
  spawnSync('tar', ['-x', '-C', folder], {input: brotliDecompressSync(readFileSync(archive))});
  process.env.LD_LIBRARY_PATH = [join(folder, 'al2023/lib'), join(folder, 'lib'), process.env.LD_LIBRARY_PATH]
    .filter(Boolean)
    .join(delimiter);
  if (isComplete()) return path;
  throw new Error('No browser was found, and the one out of npm does not start here. Set CHROME_PATH.');
}

/** The path of Firefox: `FIREFOX_PATH` or an installed one; undefined where there is none. */
export function findFirefox() {
  const place = '/Applications/Firefox.app/Contents/MacOS/firefox';
  return (
    process.env.FIREFOX_PATH ??
    inPath(['firefox-esr', 'firefox']) ??
    (isExecutable(place) ? place : undefined)
  );
}

/** What drives WebKitGTK; undefined where it is not installed. */
export function findWebKit() {
  const driver = inPath(['WebKitWebDriver']);
  const browser = ['x86_64-linux-gnu', 'aarch64-linux-gnu']
    .flatMap((arch) =>
      ['webkit2gtk-4.1', 'webkit2gtk-4.0'].map((name) => `/usr/lib/${arch}/${name}/MiniBrowser`),
    )
    .find(isExecutable);
  return driver && browser ? {driver, browser} : undefined;
}
