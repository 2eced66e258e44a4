// `npm test`: every check of the project, and one line at the end that counts them all.
//
//   npm test                                everything, in Chromium
//   npm test -- --only unit,journeys        some steps
//   npm test -- --only unit store.test      of a step, the files whose path holds a word
//   npm run test:firefox, test:webkit       what depends on the browser, there
//
// TEST_BROWSERS=chrome,firefox adds browsers; TEST_DATABASE_URL adds a PostgreSQL server to the platform's tests.
import {spawn} from 'node:child_process';
import {existsSync, mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {parseArgs} from 'node:util';
import {findFirefox, findWebKit} from './runner/browsers.js';

const root = join(import.meta.dirname, '..');
const scratch = mkdtempSync(join(tmpdir(), 'app-inbox-test-'));
const {values: options, positionals: words} = parseArgs({
  options: {only: {type: 'string'}, browser: {type: 'string'}},
  allowPositionals: true,
});

/** Runs a Node program; its output goes through where it fails, or at once with `isLoud`. */
function node(args, {env = {}, isLoud = false} = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: {...process.env, ...env},
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (data) => (isLoud ? process.stdout.write(data) : (output += data)));
    }
    child.on('close', (code) => resolve({isFine: code === 0, output}));
  });
}

const bin = (name) => {
  const [, scope, rest] = /^(@[^/]+\/)?([^:]+)/.exec(name);
  const packageJson = JSON.parse(
    readFileSync(join(root, 'node_modules', scope ?? '', rest, 'package.json'), 'utf8'),
  );
  const entry =
    typeof packageJson.bin === 'string' ? packageJson.bin : packageJson.bin[name.split(':')[1] ?? rest];
  return join(root, 'node_modules', scope ?? '', rest, entry);
};

/** A check that passes or fails as a whole. */
async function check(args) {
  const {isFine, output} = await node(args);
  return {passed: Number(isFine), failed: Number(!isFine), skipped: 0, output: isFine ? '' : output};
}

const isWanted = (file) =>
  file.endsWith('.test.ts') && (!words.length || words.some((word) => file.includes(word)));

/** Test files below `test/`, one folder down or more; with '.', those directly in it. */
function testFiles(...folders) {
  return folders.flatMap((folder) => {
    const path = join(root, 'test', folder);
    if (!existsSync(path)) return [];
    const names = readdirSync(path, {recursive: folder !== '.'})
      .map(String)
      .sort();
    return names.map((name) => join('test', folder, name)).filter(isWanted);
  });
}

async function unit(browser) {
  const counts = join(scratch, `unit-${browser}.json`);
  const args = [bin('@web/test-runner:wtr'), '--config', 'test/runner/wtr.config.js'];
  const files = testFiles('core', 'protocol', 'loader', 'elements', 'i18n');
  if (words.length) args.push('--files', ...files);
  const {isFine, output} = await node(args, {env: {COUNTS_FILE: counts, BROWSER: browser}});
  const count = existsSync(counts)
    ? JSON.parse(readFileSync(counts, 'utf8'))
    : {passed: 0, failed: 1, skipped: 0};
  if (!isFine && !count.failed) count.failed++;
  return {...count, output: isFine ? '' : output};
}

/** Files of node's own runner. */
async function nodeTests(files, env = {}) {
  const tap = join(scratch, `${Math.random()}.tap`);
  const {isFine, output} = await node(
    [
      '--import',
      'tsx',
      '--test',
      '--test-concurrency=1',
      '--test-reporter=spec',
      '--test-reporter-destination=stdout',
      '--test-reporter=tap',
      `--test-reporter-destination=${tap}`,
      ...files,
    ],
    {env},
  );
  const summary = existsSync(tap) ? readFileSync(tap, 'utf8') : '';
  const number = (name) => Number(new RegExp(`^# ${name} (\\d+)$`, 'm').exec(summary)?.[1] ?? 0);
  const count = {
    passed: number('pass'),
    failed: number('fail') + number('cancelled'),
    skipped: number('skipped') + number('todo'),
  };
  if (!isFine && !count.failed) count.failed++;
  return {...count, output: isFine ? '' : output};
}

const browsers = (options.browser ?? process.env.TEST_BROWSERS ?? 'chrome').split(',');
const isExtra = (browser) => browser !== 'chrome';
const platformFiles = testFiles('platform', 'shop', 'console');

/** What runs, in an order that fails early. */
const steps = [
  ...(options.browser
    ? []
    : [
        ['types', () => check([bin('typescript:tsc'), '--noEmit', '-p', '.'])],
        ['lint', () => check([bin('eslint'), '.'])],
        ['format', () => check([bin('prettier'), '--check', '.', '--log-level', 'warn'])],
      ]),
  ['build', () => check(['demo/build.js'])],
  ...browsers.map((browser) => [isExtra(browser) ? `unit:${browser}` : 'unit', () => unit(browser)]),
  ...(options.browser
    ? []
    : [
        ['platform', () => nodeTests(platformFiles, {TEST_DATABASE_URL: ''})],
        ...(process.env.TEST_DATABASE_URL ? [['platform:postgres', () => nodeTests(platformFiles)]] : []),
        ['project', () => nodeTests(testFiles('.'))],
      ]),
  ...browsers
    .filter((browser) => browser !== 'webkit') // Playwright cannot drive WebKitGTK
    .map((browser) => [
      isExtra(browser) ? `journeys:${browser}` : 'journeys',
      () => nodeTests(testFiles('journeys'), {BROWSER: browser}),
    ]),
].filter(
  ([name]) =>
    !options.only || options.only.split(',').some((only) => name.split(':')[0] === only || name === only),
);

for (const browser of browsers) {
  const isThere = {chrome: () => true, firefox: findFirefox, webkit: findWebKit}[browser];
  if (!isThere) throw new Error(`There is no browser called ${browser}: chrome, firefox or webkit.`);
  if (!isThere()) {
    console.error(`${browser} is not installed here (README, "Tests", says how to get it).`);
    process.exit(1);
  }
}

const total = {passed: 0, failed: 0, skipped: 0};
for (const [name, run] of steps) {
  const started = performance.now();
  const result = await run().catch((error) => ({
    passed: 0,
    failed: 1,
    skipped: 0,
    output: String(error.stack),
  }));
  // A step that ran nothing has checked nothing.
  if (!words.length && result.passed + result.failed === 0)
    Object.assign(result, {failed: 1, output: 'no test ran'});
  for (const key of Object.keys(total)) total[key] += result[key];
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(
    `${result.failed ? '✗' : '✓'} ${name}: ${result.passed} passed, ${result.failed} failed (${seconds} s)`,
  );
  if (result.output) console.log(result.output.replace(/^/gm, '  '));
}
rmSync(scratch, {recursive: true, force: true});
console.log(
  `${total.passed} passed, ${total.failed} failed${total.skipped ? `, ${total.skipped} skipped` : ''}`,
);
process.exit(total.failed || !total.passed ? 1 : 0);
