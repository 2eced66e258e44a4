import {readdirSync} from 'node:fs';
import {join} from 'node:path';
import process from 'node:process';

const root = join(import.meta.dirname, '../..');

/** A program of an installed package, without the shell that a .bin shim needs on Windows. */
const tool = (program) => join(root, 'node_modules', program);

/** Test files below folders of test/, whose paths hold one of the patterns; folders that are not there hold none. */
function testFiles(folders, patterns, {isDeep = true} = {}) {
  return folders
    .flatMap((folder) => {
      const at = join(root, 'test', folder);
      try {
        return readdirSync(at, {recursive: isDeep}).map((name) => join('test', folder, String(name)));
      } catch (error) {
        if (error.code === 'ENOENT') return [];
        throw error;
      }
    })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.test.ts'))
    .filter((file) => patterns.length === 0 || patterns.some((pattern) => file.includes(pattern)))
    .sort();
}

const MINUTE = 60_000;

/** A compiler makes much that lives shortly: with more room for it collecting takes a tenth less of its time. */
const ROOMY = '--max-semi-space-size=128';

const REPORTER = ['--test-reporter=./test/runner/node-totals.js', '--test-reporter-destination=stdout'];

/**
 * Journeys whose outcome no browser's engine decides: how the inbox polls, what it says of a platform that fails, what a
 * page tells of its visitor, the operators' and the agents' pages. A run in several browsers walks them in its first, and
 * so what other files mark as alike; `npm run test:firefox` walks all.
 */
const ALIKE_IN_ALL =
  /\/(availability|base-contract|dashboard-apps(-\w+)?|desk|hostile-platform|imbox|studio)\.test\.ts$/;

/** Unit tests that look at no more of a browser than its JavaScript: run in the first of several, as such journeys are. */
const PURE =
  /\/(protocol\/\S+|core\/(late-confirmation|leadership|model-\w+|reconnect|sequence|settled-meanwhile|store))\.test\.ts$/;

/** The time-out is for a file: Node 20 holds a file to it as it does a test. */
const nodeTests = (files, concurrency, timeout = 7 * MINUTE) => [
  ...['--import', 'tsx', '--test', `--test-concurrency=${concurrency}`, `--test-timeout=${timeout}`],
  ...REPORTER,
  ...files,
];

/** For files that leave each other alone: one after the other, in one process. */
const togetherTests = (files) => ['--import', 'tsx', ...REPORTER, 'test/runner/together.js', ...files];

/**
 * What `npm test` does, the longest first: the journeys and unit tests wait for browsers as often as they work, the rest
 * fills the gaps. A step without `files` counts as one test.
 *
 * @param {{browsers: string[], patterns: string[], isBrowserRun: boolean, databaseUrl: string | undefined}} options
 *   `isBrowserRun`: only what differs from browser to browser
 * @returns {{name: string, group: string, args: string[], env?: Record<string, string | undefined>, files?: string[],
 *   browser?: string, needsBuild?: boolean, timeout: number, argsFor?: (files: string[]) => string[]}[]} `argsFor`: where
 *   a part of the files can be run again
 */
export function steps({browsers, patterns, isBrowserRun, databaseUrl}) {
  const check = (name, args, timeout = 6 * MINUTE) => ({name, group: name, args, timeout});
  const build = check('build', ['demo/build.js']);
  const types = check('types', [ROOMY, tool('typescript/bin/tsc'), '--noEmit', '-p', '.']);
  const lint = check('lint', [ROOMY, tool('eslint/bin/eslint.js'), '.', '--max-warnings=0']);
  const format = check('format', [tool('prettier/bin/prettier.cjs'), '--check', '--log-level=warn', '.']);

  const unitFiles = testFiles(['core', 'protocol', 'loader', 'elements', 'i18n', 'agent'], patterns);
  const impureFiles = unitFiles.filter((file) => !PURE.test(file));
  const unitArgs = (files) => [
    tool('@web/test-runner/dist/bin.js'),
    ...['--config', 'test/wtr.config.js'],
    ...(process.env.TEST_COVERAGE ? ['--coverage'] : []),
    ...['--files', ...files],
  ];
  const unit = (browser, files = unitFiles) => ({
    name: `unit (${browser})`,
    group: 'unit',
    browser,
    files,
    args: unitArgs(files),
    argsFor: unitArgs,
    env: {WTR_BROWSER: browser},
    timeout: 8 * MINUTE,
  });

  const node = (name, group, files, {concurrency = 1, isTogether = false, ...more} = {}) => ({
    name,
    group,
    files,
    args: isTogether ? togetherTests(files) : nodeTests(files, concurrency),
    timeout: 8 * MINUTE,
    ...more,
  });
  const platformFiles = testFiles(['platform'], patterns);
  const isProcess = (file) => /process|fleet/.test(file);
  const embedded = {env: {TEST_DATABASE_URL: undefined}};
  const platformOn = (database, more) => [
    // Each file has a platform on a port of its own; what they all load is loaded and warmed up once.
    node(
      `platform (${database})`,
      'platform',
      platformFiles.filter((file) => !isProcess(file)),
      {
        isTogether: true,
        ...more,
      },
    ),
    // Those start platforms as processes.
    node(`platform's processes (${database})`, 'platform', platformFiles.filter(isProcess), more),
  ];
  const platform = [
    ...platformOn('embedded', embedded),
    ...(databaseUrl ? platformOn('PostgreSQL') : []),
    // On the server where there is one: it takes half of the processor's time.
    node('faults', 'faults', testFiles(['faults'], patterns)),
    node('sites', 'sites', testFiles(['shop', 'console', 'desk'], patterns), {isTogether: true}),
    node('chat API client', 'chat-api', testFiles(['chat-api'], patterns)),
  ];
  const pictures = node('pictures', 'pictures', testFiles(['pictures'], patterns));
  const project = node('project', 'project', testFiles(['.'], patterns, {isDeep: false}), {
    needsBuild: true,
    isTogether: true,
  });
  const journeyFiles = testFiles(['journeys'], patterns);
  const journeys = (browser, files = journeyFiles, {what = 'journeys', ...env} = {}) =>
    node(`${what} (${browser})`, 'journeys', files, {
      browser,
      needsBuild: true,
      args: nodeTests(['test/journeys/together.ts'], 1, 14 * MINUTE),
      env: {TEST_BROWSER: browser, JOURNEYS: files.join(), ...env},
      timeout: 15 * MINUTE,
    });
  const ofTheEngine = journeyFiles.filter((file) => !ALIKE_IN_ALL.test(file));
  const alike = journeyFiles.filter((file) => ALIKE_IN_ALL.test(file));
  // Playwright drives only its own WebKit, which is no browser that anybody has installed.
  const journeyBrowsers = browsers.filter((browser) => browser !== 'webkit');

  if (isBrowserRun) {
    const isBuilding = journeyBrowsers.length > 0;
    return [
      ...browsers.map((browser) => unit(browser)),
      ...(isBuilding ? [build] : []),
      ...journeyBrowsers.map((browser) => journeys(browser)),
    ];
  }
  const [first, ...others] = journeyBrowsers;
  return [
    build,
    types,
    ...browsers.slice(0, 1).map((browser) => unit(browser)),
    ...(first ? [journeys(first, ofTheEngine), journeys(first, alike, {what: 'journeys alike in all'})] : []),
    lint,
    ...browsers.slice(1).map((browser) => unit(browser, impureFiles)),
    ...others.map((browser) => journeys(browser, ofTheEngine, {TEST_IS_ANOTHER: '1'})),
    project,
    pictures,
    ...platform,
    format,
  ];
}
