import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'app-inbox-runner-'));
after(() => rmSync(folder, {recursive: true}));

const {NODE_TEST_CONTEXT: _, ...environment} = process.env;

/** Runs a test file of node:test as `npm test` does. */
function runFile(lines: string[]) {
  const file = join(folder, 'sample.test.mjs');
  const totals = join(folder, 'totals.json');
  writeFileSync(file, ["import {describe, it, before} from 'node:test';", ...lines].join('\n'));
  const args = ['--test', `--test-reporter=${join(root, 'test/runner/node-totals.js')}`];
  const {stdout} = spawnSync(process.execPath, [...args, '--test-reporter-destination=stdout', file], {
    env: {...environment, TEST_TOTALS: totals},
    encoding: 'utf8',
  });
  return {stdout, totals: JSON.parse(readFileSync(totals, 'utf8')) as Record<string, number>};
}

/** Runs test files in one process. */
function runTogether(...files: string[][]) {
  const totals = join(folder, 'totals.json');
  const paths = files.map((lines, index) => {
    const file = join(folder, `sample-${index}.test.mjs`);
    writeFileSync(file, ["import {after, it} from 'node:test';", ...lines].join('\n'));
    return file;
  });
  rmSync(totals, {force: true});
  const args = [`--test-reporter=${join(root, 'test/runner/node-totals.js')}`];
  const together = join(root, 'test/runner/together.js');
  const {stdout} = spawnSync(
    process.execPath,
    [...args, '--test-reporter-destination=stdout', together, ...paths],
    {env: {...environment, TEST_TOTALS: totals}, encoding: 'utf8'},
  );
  return {stdout, totals: existsSync(totals) ? (JSON.parse(readFileSync(totals, 'utf8')) as unknown) : null};
}

function npmTest(...args: string[]) {
  const result = spawnSync(process.execPath, ['test/run.js', ...args], {
    cwd: root,
    env: {...environment, FIREFOX_PATH: '/nowhere/firefox', TEST_BROWSERS: undefined},
    encoding: 'utf8',
  });
  return {...result, lastLine: result.stdout.trimEnd().split('\n').at(-1)};
}

describe('the totals of npm test', () => {
  it('count each test once, and no suite', () => {
    const {totals} = runFile(["describe('a', () => { it('b', () => {}); it('c', () => {}); });"]);
    assert.deepEqual(totals, {passed: 2, failed: 0, skipped: 0});
  });

  it('count a failing test once, and show where and why', () => {
    const {totals, stdout} = runFile([
      "describe('a', () => it('breaks', () => { throw new Error('why') }));",
    ]);
    assert.deepEqual(totals, {passed: 0, failed: 1, skipped: 0});
    assert.match(stdout, /breaks \(.*sample\.test\.mjs:2\)[^]*Error: why/);
  });

  it('tell apart what was skipped', () => {
    const {totals} = runFile(["it('a', () => {}); it.skip('b'); it.todo('c', () => { throw 1 });"]);
    assert.deepEqual(totals, {passed: 1, failed: 0, skipped: 2});
  });

  it('count a broken hook as a failure', () => {
    const {totals} = runFile(["describe('a', () => { before(() => { throw 1 }); it('b', () => {}); });"]);
    assert.equal(totals.passed, 0);
    assert.notEqual(totals.failed, 0);
  });

  it('count a file that does not load as a failure', () => {
    assert.deepEqual(runFile(["import './nowhere.js';"]).totals, {passed: 0, failed: 1, skipped: 0});
  });

  it('count a file without a test, or that leaves before one has ended, as a failure', () => {
    assert.deepEqual(runFile([]).totals, {passed: 0, failed: 1, skipped: 0});
    assert.deepEqual(runFile(["it('a', () => process.exit(0));"]).totals, {passed: 0, failed: 1, skipped: 0});
  });
});

describe('test files in one process', () => {
  const passes = ["it('passes', () => {});"];

  it('run one after the other, each with its end before the next begins', () => {
    const first = ["globalThis.told = ['1 begins'];", "after(() => told.push('1 ends')); it('a', () => {});"];
    const second = [
      "it('b', () => { if (told.join() !== '1 begins,1 ends') throw new Error(told.join()); });",
    ];
    const {stdout, totals} = runTogether(first, second);
    assert.deepEqual(totals, {passed: 2, failed: 0, skipped: 0}, stdout);
  });

  it('count one that breaks, does not load or holds no test as a failure, and go on', () => {
    const breaks = ["it('breaks', () => { throw new Error('why') });"];
    assert.deepEqual(runTogether(breaks, passes).totals, {passed: 1, failed: 1, skipped: 0});
    assert.deepEqual(runTogether(["import './nowhere.js';"], passes).totals, {
      passed: 1,
      failed: 1,
      skipped: 0,
    });
    assert.deepEqual(runTogether(breaks, [], passes).totals, {passed: 1, failed: 2, skipped: 0});
  });

  it('leave no totals where one leaves the process', () => {
    assert.equal(runTogether(passes, ["it('a', () => process.exit(0));"], passes).totals, null);
  });
});

describe('unit tests of a browser that are run again', () => {
  type Totals = Record<'passed' | 'failed' | 'skipped', number>;
  interface Session {
    testFile: string;
    passed: boolean;
    testResults?: {suites: []; tests: {passed: boolean; skipped?: boolean}[]};
  }

  /** What the reporter leaves of a run. */
  async function report(...sessions: Session[]): Promise<Totals & {broken: Record<string, Totals>}> {
    const {totalsReporter} = (await import(new URL('./runner/wtr-totals.js', import.meta.url).href)) as {
      totalsReporter: (file: string) => {onTestRunFinished: (run: {sessions: Session[]}) => void};
    };
    const file = join(folder, 'wtr.json');
    totalsReporter(file).onTestRunFinished({sessions});
    return JSON.parse(readFileSync(file, 'utf8')) as Totals & {broken: Record<string, Totals>};
  }
  const session = (name: string, ...results: boolean[]): Session => ({
    testFile: join(process.cwd(), name),
    passed: !results.includes(false),
    testResults: {suites: [], tests: results.map((passed) => ({passed}))},
  });

  it('are those of the files that failed, or did not load', async () => {
    const lost = {testFile: join(process.cwd(), 'c.test.ts'), passed: false};
    const totals = await report(session('a.test.ts', true, true), session('b.test.ts', true, false), lost);
    assert.deepEqual(totals, {
      ...{passed: 3, failed: 2, skipped: 0},
      broken: {
        'b.test.ts': {passed: 1, failed: 1, skipped: 0},
        'c.test.ts': {passed: 0, failed: 1, skipped: 0},
      },
    });
  });

  it('are counted once, with the others', async () => {
    const {addTheOthers} = (await import(new URL('./runner/totals.js', import.meta.url).href)) as {
      addTheOthers: (again: Totals, first: Totals & {broken: Record<string, Totals>}) => void;
    };
    const first = await report(session('a.test.ts', true, true), session('b.test.ts', true, false));
    const {broken: _none, ...again} = await report(session('b.test.ts', true, true));
    addTheOthers(again, first);
    assert.deepEqual(again, {passed: 4, failed: 0, skipped: 0});
  });
});

describe('npm test', () => {
  it('says in words that a browser is missing, and fails', () => {
    const {status, stdout, lastLine} = npmTest('--browser', 'firefox', '--only', 'unit');
    assert.equal(status, 1);
    assert.match(stdout, /Firefox is not installed/);
    assert.equal(lastLine, '0 passed, 1 failed');
  });

  it('says what there is when asked for a browser, a step or a file that there is not', () => {
    for (const args of [['--browser', 'lynx'], ['--only', 'nothing'], ['no-such-file']]) {
      const {status, stderr} = npmTest(...args);
      assert.equal(status, 2);
      assert.match(stderr, /^(There is no (browser|step) .* There are: |No test file's path holds )/);
    }
  });
});
