// `npm test`: every check there is, or with `--browser firefox,webkit` those that differ from browser to browser.
//   --only unit,journeys   these steps alone          TEST_BROWSERS=chrome,firefox   everything, in several browsers
//   panel store            test files whose path holds one of the words
//   TEST_DATABASE_URL      a PostgreSQL to run the platform's tests on as well
//   TEST_COVERAGE=1        line coverage of src by the unit tests, as a table
import {performance} from 'node:perf_hooks';
import process from 'node:process';
import {parseArgs} from 'node:util';
import {BROWSERS, whyMissing} from './browsers.js';
import {runNode} from './runner/command.js';
import {steps} from './runner/steps.js';

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

/** Runs a step. A runner that crashed, or executed nothing, has failed, whatever it counted. */
async function perform({args, env, timeout, files, browser}) {
  const missing = browser && (await whyMissing(browser));
  if (missing) {
    console.error(missing);
    return {passed: 0, failed: 1, skipped: 0};
  }
  if (files?.length === 0) {
    console.error('There is no test to run.');
    return {passed: 0, failed: 1, skipped: 0};
  }
  const {exitCode, totals = {passed: 0, failed: 0, skipped: 0}} = await runNode(args, {env, timeout});
  if (!files) return exitCode === 0 ? {passed: 1, failed: 0, skipped: 0} : {passed: 0, failed: 1, skipped: 0};
  const isEmpty = totals.passed + totals.failed + totals.skipped === 0;
  if (totals.failed > 0 || (exitCode === 0 && !isEmpty)) return totals;
  console.error(isEmpty ? 'The runner executed no test.' : `The runner ended with ${exitCode}.`);
  return {...totals, failed: 1};
}

/** `3 passed, 1 failed`; what was skipped is only told where something was. */
const sentence = ({passed, failed, skipped}) =>
  `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`;

const sum = {passed: 0, failed: 0, skipped: 0};
let isBuildBroken = false;
for (const step of plan()) {
  const start = performance.now();
  console.log(`▸ ${step.name}`);
  const isUseless = step.needsBuild && isBuildBroken;
  if (isUseless) console.error('Not run: the build failed.');
  const totals = isUseless ? {passed: 0, failed: 0, skipped: 1} : await perform(step);
  if (step.name === 'build') isBuildBroken = totals.failed > 0;
  for (const key of Object.keys(sum)) sum[key] += totals[key];
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const mark = totals.failed ? '✖' : isUseless ? '–' : '✔';
  console.log(`${mark} ${step.name}: ${sentence(totals)} (${seconds} s)`);
}
console.log(sentence(sum));
process.exit(sum.failed ? 1 : 0);
