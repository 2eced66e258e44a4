// Unit tests in a real browser: `WTR_BROWSER` says which (chrome, firefox or webkit).
import {readFileSync} from 'node:fs';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import {esbuildPlugin} from '@web/dev-server-esbuild';
import {defaultReporter} from '@web/test-runner';
import {chromeLauncher} from '@web/test-runner-chrome';
import {findChrome, findFirefox, findWebKit} from './browsers.js';
import {totalsReporter} from './runner/wtr-totals.js';
import {webKitLauncher} from './webkit-launcher.js';

const root = fileURLToPath(new URL('..', import.meta.url));

/** For the tests that intercept requests below the page: the worker must come from the page's own origin. */
const mswWorker = {
  name: 'msw-worker',
  serve: ({path}) =>
    path === '/mockServiceWorker.js'
      ? {
          body: readFileSync(fileURLToPath(import.meta.resolve('msw/mockServiceWorker.js')), 'utf8'),
          type: 'js',
        }
      : undefined,
};

/** How often a model is tried, and which run of it again: `MODEL_RUNS`, `MODEL_SEED`, `MODEL_PATH` and `FOCUS_STEPS`. */
const modelSettings = {
  name: 'model-settings',
  serve({path}) {
    const {MODEL_RUNS: runs, MODEL_SEED: seed, MODEL_PATH, FOCUS_STEPS: focusSteps} = process.env;
    const settings = {
      ...(runs && {numRuns: Number(runs)}),
      ...(seed && {seed: Number(seed)}),
      ...(focusSteps && {focusSteps: Number(focusSteps)}),
      path: MODEL_PATH,
    };
    return path === '/model-settings.json' ? {body: JSON.stringify(settings), type: 'json'} : undefined;
  },
};

/** `executeServerCommand('force-colours', true)`; answers false in browsers that cannot be told to. */
const forcedColours = {
  name: 'forced-colours',
  async executeCommand({command, payload, session}) {
    if (command !== 'force-colours') return undefined;
    if (!session.browser.name.startsWith('Chrom')) return false;
    // The wish lives as long as its connection, which ends with the page.
    const devTools = await session.browser.getPage(session.id).createCDPSession();
    const features = [{name: 'forced-colors', value: payload ? 'active' : 'none'}];
    await devTools.send('Emulation.setEmulatedMedia', {features});
    return true;
  },
};

/**
 * `executeServerCommand('dom-counters')`: what the page holds after a collection of garbage, `{nodes, jsEventListeners}`;
 * false in browsers that do not tell.
 */
const domCounters = {
  name: 'dom-counters',
  async executeCommand({command, session}) {
    if (command !== 'dom-counters') return undefined;
    if (!session.browser.name.startsWith('Chrom')) return false;
    const devTools = await session.browser.getPage(session.id).createCDPSession();
    await devTools.send('HeapProfiler.enable');
    await devTools.send('HeapProfiler.collectGarbage');
    const counters = await devTools.send('Memory.getDOMCounters');
    await devTools.detach();
    return counters;
  },
};

/** Each page in its own context: its own service worker, IndexedDB, locks and localStorage. */
const createPage = async ({browser}) => (await browser.createBrowserContext()).newPage();

const launchers = {
  async chrome() {
    return chromeLauncher({createPage, launchOptions: await findChrome()});
  },
  firefox() {
    const launchOptions = {browser: 'firefox', executablePath: findFirefox()};
    return Object.assign(chromeLauncher({createPage, concurrency: 1, launchOptions}), {name: 'Firefox'});
  },
  webkit() {
    return webKitLauncher(findWebKit());
  },
};

export default {
  rootDir: root,
  files: ['core', 'protocol', 'loader', 'elements', 'i18n', 'agent'].map(
    (folder) => `test/${folder}/**/*.test.ts`,
  ),
  nodeResolve: {browser: true, exportConditions: ['browser', 'production']},
  plugins: [
    mswWorker,
    modelSettings,
    forcedColours,
    domCounters,
    esbuildPlugin({ts: true, target: 'es2022', tsconfig: `${root}tsconfig.json`}),
  ],
  browsers: [await launchers[process.env.WTR_BROWSER ?? 'chrome']()],
  concurrency: 1,
  reporters: [defaultReporter({reportTestProgress: false}), totalsReporter(process.env.TEST_TOTALS)],
  // For one file: a page that hangs must not use up the whole run's time.
  testsFinishTimeout: process.env.FOCUS_STEPS ? 3_600_000 : 180_000,
  // A forgotten `.only` would hide every other test.
  testFramework: {
    config: {
      timeout: 20_000,
      forbidOnly: process.env.CI !== undefined,
      // A browser that gets no processor for a while must not hold up what is right.
      retries: process.env.CI ? 1 : 0,
    },
  },
  coverageConfig: {include: ['src/**/*.ts'], reporters: ['text', 'lcovonly']},
};
