import {writeFileSync} from 'node:fs';
import {relative} from 'node:path';
import process from 'node:process';
import {add} from './totals.js';

/** Counts the tests of one page. A page that failed without a failing test (it did not load), or that held no test, has failed itself. */
function countSession({passed: isPassed, testResults}) {
  const totals = {passed: 0, failed: 0, skipped: 0};
  const count = ({suites, tests}) => {
    for (const {passed, skipped} of tests) totals[skipped ? 'skipped' : passed ? 'passed' : 'failed']++;
    for (const suite of suites) count(suite);
  };
  if (testResults) count(testResults);
  const isEmpty = totals.passed + totals.skipped === 0;
  if ((isEmpty || !isPassed) && totals.failed === 0) totals.failed++;
  return totals;
}

/**
 * A web-test-runner reporter that leaves the run's totals in a file, as JSON, and with `broken` those of each test file
 * that has failed, by its path. Without a file it does nothing.
 */
export function totalsReporter(file) {
  return {
    onTestRunFinished({sessions}) {
      if (!file) return;
      const totals = {passed: 0, failed: 0, skipped: 0};
      const broken = {};
      for (const session of sessions) {
        const counted = countSession(session);
        add(totals, counted);
        if (counted.failed) broken[relative(process.cwd(), session.testFile)] = counted;
      }
      writeFileSync(file, JSON.stringify({...totals, broken}));
    },
  };
}
