/** A few schedules of faults; `npm run soak` runs a thousand. What is promised stands in `support/schedule.ts`. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {runSchedules} from './support/waves.ts';

/** A second of processor each, the platform included: more would be no part of a quick check. */
const SCHEDULES = 50;

test('whatever fails on the way, nothing is lost, nothing happens twice, and all devices agree', async () => {
  const seeds = Array.from({length: SCHEDULES}, (_, index) => index + 1);
  const faults: string[] = [];
  let kept = 0;
  let troubles = 0;
  const {kills} = await runSchedules(seeds, (report) => {
    faults.push(
      ...report.faults.map((fault) => `seed ${report.seed} (npm run soak -- ${report.seed}): ${fault}`),
    );
    kept += report.kept;
    for (const times of report.network.values()) troubles += times;
  });
  assert.equal(faults.join('\n'), '');
  assert.ok(kills > 0, 'the platform was killed');
  assert.ok(kept > SCHEDULES, `contacts marked a lot: ${kept}`);
  assert.ok(troubles > SCHEDULES, `networks failed a lot: ${troubles}`);
});
