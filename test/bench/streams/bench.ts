/**
 * `npm run bench -- platform`: what one platform process holds. A number after it is how many streams (10,000).
 *
 * Platform, clients, database and browser share this machine, and the clients are the bundle's own code. On PostgreSQL
 * where TEST_DATABASE_URL is set, else on the embedded database.
 *
 * - Memory: of the platform's process after a collection, with the streams idle and with none (a few hundred had been
 *   open and closed before), divided by the streams. The kernel's part of the sockets is not in it.
 * - Restart: SIGTERM, and the same port again as soon as the process has ended. All clients have the pauses that the
 *   bundle has. The peak is over every window of a second, of what they tried and of what was opened. Clients spread
 *   themselves over ten seconds at least: of few streams a tenth a second is then the average and no fault, so the aim is
 *   one for all ten thousand, whose platform asks for more.
 * - Send to painted: see `painted.ts`.
 */
import {execFileSync} from 'node:child_process';
import {cpus, loadavg} from 'node:os';
import {setTimeout as pause} from 'node:timers/promises';
import {table, verdict} from '../report.ts';
import {startBenchPlatform, startClients} from './fleet.ts';
import {measurePainted} from './painted.ts';
import {peakPerSecond, percentile} from './windows.ts';

const AIM = 10_000;
/** Open before anything is measured, so that what is made once is there. */
const WARM_UP = 300;
const SMALL = 1000;
const MAX_MEMORY = 20_000;
const MAX_LATENCY = 250;
const MAX_PEAK = 0.1;
/** How long the clients may take to come back: milliseconds. */
const PATIENCE = 150_000;

const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`;
const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;

/** As many as this machine lets one process hold, with some files to spare. */
function fitting(wanted: number): number {
  // Node has raised its own limit to this one.
  const limit = execFileSync('/bin/sh', ['-c', 'ulimit -Hn'], {encoding: 'utf8'}).trim();
  const most = limit === 'unlimited' ? Infinity : Number(limit) - 500;
  if (most >= wanted) return wanted;
  console.log(`A process may hold ${limit} files here (ulimit -Hn): ${most} streams are measured.`);
  return most;
}

export async function benchPlatform(wanted = AIM): Promise<void> {
  const count = fitting(wanted);
  const platform = await startBenchPlatform(count + WARM_UP + SMALL);
  const rows: string[][] = [];
  const row = (what: string, measured: string, aim = '', isMet?: boolean) =>
    rows.push([what, measured, aim, isMet === undefined ? '' : verdict(isMet)]);
  const report = (heading: string) => {
    console.log(`\n### ${heading} (load ${loadavg()[0]!.toFixed(1)})\n`);
    console.log(table(['what', 'measured', 'aim', ''], rows.splice(0)));
  };
  const number = (value: number) => value.toLocaleString('en');
  try {
    const [cpu] = cpus();
    console.log(
      `Node ${process.version}, ${cpus().length} × ${cpu?.model}, ${platform.database}, load ${loadavg()[0]!.toFixed(1)} before`,
    );
    const warm = await startClients(platform.url, count, WARM_UP);
    await warm.stop();
    await pause(500);
    const before = await platform.memory();

    const start = performance.now();
    const clients = await startClients(platform.url, 0, count);
    const opening = performance.now() - start;
    const {open} = await clients.times();
    row('streams held by one process', number(open), number(AIM), open >= AIM);
    row('opened, fifty at a time', `${number(Math.round((count / opening) * 1000))} a second`);
    const after = await platform.memory();
    const rss = (after.rss - before.rss) / count;
    row('memory of an idle stream, of the process', kB(rss), `≤ ${kB(MAX_MEMORY)}`, rss <= MAX_MEMORY);
    row('… of the heap and its buffers', kB((after.heap - before.heap) / count));
    await pause(15_000);
    const later = await platform.memory();
    const used = later.cpu.user + later.cpu.system - after.cpu.user - after.cpu.system;
    row('processor while all are idle, with heartbeats', `${(used / 150_000).toFixed(1)} % of one`);

    const endedAt = Date.now();
    const upAt = await platform.restart();
    const tried: number[] = [];
    const opened: number[] = [];
    let back = 0;
    while (back < count * 0.99 && Date.now() - endedAt < PATIENCE) {
      await pause(1000);
      const times = await clients.times();
      tried.push(...times.tried);
      opened.push(...times.opened);
      back = times.open;
    }
    // Each comes back once; who came back when.
    opened.sort((a, b) => a - b);
    const enough = opened[Math.ceil(count * 0.99) - 1];
    row('restart: the process was away for', seconds(upAt - endedAt));
    row(
      'restart: 99 % are back after',
      enough === undefined
        ? `${number(back)} were back after ${seconds(PATIENCE)}`
        : seconds(enough - endedAt),
    );
    const attempts = peakPerSecond(tried) / count;
    const peak = peakPerSecond(opened) / count;
    const share = (value: number) => `${(value * 100).toFixed(1)} %`;
    const peakRow = (what: string, value: number) =>
      count < AIM
        ? row(what, share(value))
        : row(what, share(value), `≤ ${share(MAX_PEAK)}`, value <= MAX_PEAK);
    peakRow('restart: most opened in a second', peak);
    peakRow('restart: most attempts in a second', attempts);
    row('restart: attempts of a client', (tried.length / count).toFixed(2));
    await clients.stop();
    report('One platform process');
    await pause(1000);

    const painted = await measurePainted(platform.url, count + WARM_UP, SMALL);
    for (const [what, values] of painted) {
      const p99 = percentile(values, 0.99);
      row(`send to painted, ${what}: median`, `${percentile(values, 0.5).toFixed(0)} ms`);
      row(
        `send to painted, ${what}: p99 of ${values.length}`,
        `${p99.toFixed(0)} ms`,
        `≤ ${MAX_LATENCY} ms`,
        p99 <= MAX_LATENCY,
      );
    }
    report(`A tab beside ${number(SMALL - 1)} other streams`);
  } finally {
    await platform.stop();
  }
}
