import {writeFileSync} from 'node:fs';
import {isAbsolute, relative, resolve} from 'node:path';
import process from 'node:process';
import {inspect} from 'node:util';

/** Node reports a test file too, where it holds no test or did not load; its name is its path. */
const isFile = ({name, file}) => name !== undefined && file !== undefined && resolve(name) === resolve(file);

/** What failed and why, with the source's place. */
function describe({name, file, line, details}) {
  const place = file && isAbsolute(file) ? relative(process.cwd(), file) : file;
  const error = details?.error?.cause ?? details?.error;
  const text = error instanceof Error ? (error.stack ?? error.message) : inspect(error);
  const more = error instanceof Error && error.cause ? `\ncause: ${inspect(error.cause)}` : '';
  return `\n✖ ${name} (${place ?? '?'}:${line ?? '?'})\n${text}${more}\n`.replace(/\n(?=.)/g, '\n  ');
}

/**
 * A reporter for node:test: shows what failed and what the tests wrote to stderr, and leaves the totals, as JSON, in
 * the file that `TEST_TOTALS` names.
 */
export default async function* report(events) {
  const totals = {passed: 0, failed: 0, skipped: 0};
  for await (const {type, data} of events) {
    if (type === 'test:stderr') yield data.message;
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    const isSuite = data.details?.type === 'suite';
    if (type === 'test:fail') {
      // A suite fails with its tests, which are told apart; on its own it fails by a hook.
      const isEcho = data.details?.error?.failureType === 'subtestsFailed';
      if (isEcho) continue;
      totals.failed++;
      yield describe(data);
    } else if (isSuite || isFile(data)) continue;
    else if (data.skip !== undefined || data.todo !== undefined) totals.skipped++;
    else totals.passed++;
  }
  if (process.env.TEST_TOTALS) writeFileSync(process.env.TEST_TOTALS, JSON.stringify(totals));
}
