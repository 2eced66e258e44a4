/**
 * `npm run soak`: 1,000 schedules of faults by seed, as a table. `npm run soak -- 7` runs the schedule of seed 7, `-- 7 20`
 * those of 7 to 26. A seed decides who does what and what goes wrong; how long the machine takes for it, it does not.
 */
import {table} from '../bench/report.ts';
import type {Report} from './support/schedule.ts';
import {runSchedules} from './support/waves.ts';

const [first = 1, count = process.argv[2] ? 1 : 1000] = process.argv.slice(2).map(Number);
const seeds = Array.from({length: count}, (_, index) => first + index);
const reports: Report[] = [];
const start = performance.now();

const {kills} = await runSchedules(seeds, (report) => {
  reports.push(report);
  for (const fault of report.faults) console.error(`seed ${report.seed}: ${fault}`);
  if (reports.length % 40 === 0) console.error(`${reports.length} of ${count}`);
});

const sum = (of: (report: Report) => number) => reports.reduce((total, report) => total + of(report), 0);
const times = reports.map(({converged}) => converged).sort((a, b) => a - b);
const network = new Map<string, number>();
for (const report of reports) {
  for (const [name, times] of report.network) network.set(name, (network.get(name) ?? 0) + times);
}
const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`;
const failed = reports.filter(({faults}) => faults.length);
console.log(
  table(
    ['what', 'count'],
    [
      ['schedules', String(count)],
      ['marks kept', String(sum(({kept}) => kept))],
      ['lost', String(sum(({lost}) => lost))],
      ['doubled', String(sum(({doubled}) => doubled))],
      ['out of order', String(sum(({disordered}) => disordered))],
      ['schedules with a fault', String(failed.length)],
      ['until everybody agreed, in the devices’ time, median', seconds(times[times.length >> 1]!)],
      ['... the longest', seconds(times.at(-1)!)],
      ['SIGKILL of the platform', String(kills)],
      ...[...network].sort().map(([name, times]) => [name, String(times)]),
    ],
  ),
);
const {user, system} = process.cpuUsage();
const took = seconds(performance.now() - start);
console.log(`${took}; ${((user + system) / 1e6).toFixed(0)} s of a processor for the devices and the proxy`);
if (failed.length) {
  console.log(`Again: ${failed.map(({seed}) => `npm run soak -- ${seed}`).join(', ')}`);
  process.exit(1);
}
