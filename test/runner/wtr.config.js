// Unit tests, in a real browser. `BROWSER` says in which: chrome, firefox or webkit.
import {join} from 'node:path';
import {writeFileSync} from 'node:fs';
import {esbuildPlugin} from '@web/dev-server-esbuild';
import {defaultReporter} from '@web/test-runner';
import {chromeLauncher} from '@web/test-runner-chrome';
import {CHROMIUM_FLAGS, findChromium, findFirefox} from './browsers.js';
import {webkitLauncher} from './webkit-launcher.js';

const root = join(import.meta.dirname, '../..');

/** Each page in a context of its own: IndexedDB and storage are then its own as well. */
const createPage = async ({browser}) => (await browser.createBrowserContext()).newPage();

const launchers = {
  chrome: async () =>
    chromeLauncher({createPage, launchOptions: {executablePath: await findChromium(), args: CHROMIUM_FLAGS}}),
  firefox: () =>
    Object.assign(
      chromeLauncher({
        createPage,
        concurrency: 1,
        launchOptions: {browser: 'firefox', executablePath: findFirefox()},
      }),
      {name: 'Firefox'},
    ),
  webkit: () => webkitLauncher(),
};

/** Counts for the runner, which reads them when this process has ended. */
const countingReporter = {
  stop({sessions}) {
    const count = {passed: 0, failed: 0, skipped: 0};
    const walk = (suite) => {
      for (const test of suite.tests) count[test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed']++;
      suite.suites.forEach(walk);
    };
    for (const session of sessions) {
      if (session.testResults) walk(session.testResults);
      // A file that could not be loaded has no tests to count.
      else if (!session.passed) count.failed++;
    }
    if (process.env.COUNTS_FILE) writeFileSync(process.env.COUNTS_FILE, JSON.stringify(count));
  },
};

export default {
  rootDir: root,
  files: join(root, 'test/{core,protocol,loader,elements,i18n}/**/*.test.ts'),
  nodeResolve: {browser: true, exportConditions: ['browser', 'production']},
  plugins: [esbuildPlugin({ts: true, target: 'es2022', tsconfig: join(root, 'tsconfig.json')})],
  browsers: [await launchers[process.env.BROWSER ?? 'chrome']()],
  reporters: [defaultReporter({reportTestProgress: false}), countingReporter],
  testFramework: {config: {timeout: 10_000}},
  coverageConfig: {include: ['src/**/*.ts'], reporters: ['text']},
};
