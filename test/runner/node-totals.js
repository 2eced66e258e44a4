import {writeFileSync} from 'node:fs';
import {isAbsolute, relative, resolve} from 'node:path';
import process from 'node:process';
import {inspect} from 'node:util';

/** Node reports a test file itself only where it has no test of it to report; its name is its path then. */
const isFile = ({name, file}) => name !== undefined && file !== undefined && resolve(name) === resolve(file);

/** together.js makes a suite of each file, whose name is the file's path. */
const isFileSuite = ({name, nesting, details}) =>
  nesting === 0 && details?.type === 'suite' && /\.test\.\w+$/.test(name);

/** What failed and why, with the source's place. */
function describe({name, file, line}, reason) {
  const place = file && isAbsolute(file) ? relative(process.cwd(), file) : file;
  return `\n✖ ${name} (${place ?? '?'}:${line ?? '?'})\n${reason}\n`.replace(/\n(?=.)/g, '\n  ');
}

function reasonOf({details}) {
  const error = details?.error?.cause ?? details?.error;
  if (!(error instanceof Error)) return inspect(error);
  return `${error.stack ?? error.message}${error.cause ? `\ncause: ${inspect(error.cause)}` : ''}`;
}

/**
 * A reporter for node:test: shows what failed and what the tests wrote to stderr, and leaves the totals, as JSON, in
 * the file that `TEST_TOTALS` names. Suites are not counted, only what is in them; a file without a test has failed.
 */
export default async function* report(events) {
  const totals = {passed: 0, failed: 0, skipped: 0};
  const count = () => totals.passed + totals.failed + totals.skipped;
  let countBefore = 0;
  for await (const {type, data} of events) {
    if (type === 'test:stderr') yield data.message;
    else if (type === 'test:pass' && (isFileSuite(data) ? count() === countBefore : isFile(data))) {
      totals.failed++;
      yield describe(
        data,
        'The file ended without a test: it holds none, or left the process before the first result.',
      );
    } else if (type === 'test:pass' && data.details?.type !== 'suite') {
      if (data.skip !== undefined || data.todo !== undefined) totals.skipped++;
      else totals.passed++;
    } else if (type === 'test:fail' && data.details?.error?.failureType !== 'subtestsFailed') {
      // What only echoes a failure inside of it is not counted again.
      if (data.todo !== undefined) totals.skipped++;
      else {
        totals.failed++;
        yield describe(data, reasonOf(data));
      }
    }
    if (/^test:(pass|fail)$/.test(type) && isFileSuite(data)) countBefore = count();
  }
  if (process.env.TEST_TOTALS) writeFileSync(process.env.TEST_TOTALS, JSON.stringify(totals));
}
