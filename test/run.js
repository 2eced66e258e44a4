// `npm test`: every check there is, or with `--browser firefox,webkit` those that differ from browser to browser.
//   --only unit,journeys   these steps alone          TEST_BROWSERS=chrome,firefox   everything, in several browsers
//   panel store            test files whose path holds one of the words
//   TEST_DATABASE_URL      a PostgreSQL to run the platform's tests on as well
//   TEST_LANES=1           one step after the other, printed as they go; else three at a time, printed when they have ended
//   TEST_COVERAGE=1        line coverage of src by the unit tests, as a table
import {performance} from 'node:perf_hooks';
import process from 'node:process';
import {parseArgs} from 'node:util';
import {BROWSERS, whyMissing} from './browsers.js';
import {runNode} from './runner/command.js';
import {steps} from './runner/steps.js';
import {add, addTheOthers, sentence} from './runner/totals.js';

/** Steps at a time. */
const MAX_LANES = Number(process.env.TEST_LANES) || 3;
/**
 * How often tests are run that fail: CI's machine may stand still for seconds, and what waits for a server or a browser
 * fails then. What is wrong fails each time. What was run again is printed, and wants looking at.
 */
const TRIES = process.env.CI ? 2 : 1;

const list = (text) => (text ?? '').split(',').filter(Boolean);

/** The steps that the command line and the environment ask for; exits with words where they ask for nothing. */
function plan() {
  const {values, positionals: patterns} = parseArgs({
    options: {browser: {type: 'string'}, only: {type: 'string'}},
    allowPositionals: true,
  });
  const browsers = list(values.browser ?? process.env.TEST_BROWSERS ?? 'chrome');
  const unknown = browsers.find((browser) => !BROWSERS.includes(browser));
  if (unknown) fail(`There is no browser "${unknown}". There are: ${BROWSERS.join(', ')}.`);
  const databaseUrl = process.env.TEST_DATABASE_URL;
  const all = steps({browsers, patterns, databaseUrl, isBrowserRun: values.browser !== undefined});
  const only = list(values.only);
  const groups = [...new Set(all.map(({group}) => group))];
  const stray = only.find((group) => !groups.includes(group));
  if (stray) fail(`There is no step "${stray}". There are: ${groups.join(', ')}.`);
  const wanted = all
    .filter(({group}) => only.length === 0 || only.includes(group))
    .filter(({files}) => patterns.length === 0 || files?.length);
  if (wanted.length === 0) fail(`No test file's path holds ${patterns.join(' or ')}.`);
  return wanted;
}

function fail(sentence) {
  console.error(sentence);
  process.exit(2);
}

const failed = (output) => ({totals: {passed: 0, failed: 1, skipped: 0}, output});

/** Runs a step once. A runner that crashed, or executed nothing, has failed, whatever it counted. */
async function tryOnce({args, env, timeout, files}, isQuiet) {
  const {
    exitCode,
    output,
    totals = {passed: 0, failed: 0, skipped: 0},
  } = await runNode(args, {
    env,
    timeout,
    isQuiet,
  });
  if (!files) return exitCode === 0 ? {totals: {passed: 1, failed: 0, skipped: 0}, output} : failed(output);
  const isEmpty = totals.passed + totals.failed + totals.skipped === 0;
  if (totals.failed > 0 || (exitCode === 0 && !isEmpty)) return {totals, output};
  const why = isEmpty ? 'The runner executed no test.' : `The runner ended with ${exitCode}.`;
  return {totals: {...totals, failed: 1}, output: `${output}${why}`};
}

/**
 * Runs a step.
 *
 * @returns the totals, and what there is to print before them
 */
async function perform(step, isQuiet) {
  const missing = step.browser && (await whyMissing(step.browser));
  if (missing) return failed(missing);
  if (step.files?.length === 0) return failed('There is no test to run.');
  let result = await tryOnce(step, isQuiet);
  for (let tries = 1; result.totals.failed && step.files && tries < TRIES; tries++) {
    const {output, totals} = result;
    const broken = step.argsFor && totals.broken ? Object.keys(totals.broken) : [];
    const part = broken.length ? {...step, args: step.argsFor(broken)} : step;
    const again = await tryOnce(part, isQuiet);
    const before = `${output.trimEnd()}\n${step.name} ran again: ${sentence(totals)}; ${broken.join(', ') || 'all of it'}\n`;
    if (broken.length) addTheOthers(again.totals, totals);
    result = {totals: again.totals, output: before + again.output};
  }
  return result;
}

const sum = {passed: 0, failed: 0, skipped: 0};
const waiting = plan();
/** A browser waits as often as it works: three steps at a time leave neither of two cores idle. */
const lanes = Math.min(waiting.length, MAX_LANES);

/** Resolves with whether the bundle is there. */
let build = Promise.resolve(true);

async function run(step) {
  const start = performance.now();
  console.log(`▸ ${step.name}`);
  const isUseless = step.needsBuild && !(await build);
  const {totals, output} = isUseless
    ? {totals: {passed: 0, failed: 0, skipped: 1}, output: 'Not run: the build failed.'}
    : await perform(step, lanes > 1);
  add(sum, totals);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const mark = totals.failed ? '✖' : isUseless ? '–' : '✔';
  if (output.trim()) console.log(output.trimEnd());
  console.log(`${mark} ${step.name}: ${sentence(totals)} (${seconds} s)`);
  return totals.failed === 0;
}

async function runLane() {
  for (let step; (step = waiting.shift());) {
    const running = run(step);
    if (step.name === 'build') build = running;
    await running;
  }
}

await Promise.all(Array.from({length: lanes}, runLane));
console.log(sentence(sum));
process.exit(sum.failed ? 1 : 0);
