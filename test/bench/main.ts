/**
 * `npm run bench`: sizes and times of the script tag's bundle in a real browser, as tables. Needs `npm run build`.
 * `npm run bench -- scale`: one part alone; parts are `bytes`, `times`, `opening`, `warm`, `scale`, `templates`, `conversations`.
 * `npm run bench -- platform`: one process and ten thousand streams; see `streams/bench.ts`.
 *
 * Everything runs on this machine: the platform in its own process on its own port, a customer's site on another origin
 * with a page that holds nothing but the official snippet, and a Chromium that has never been there. What it prints is
 * compared within one run only; no time makes it fail.
 *
 * - Bytes: each file compressed alone as the platform sends it (brotli, quality 11), by the build's manifest; and beside
 *   it what had arrived in a visit on slow 4G (bodies without headers, the script with the site's configuration in it).
 * - Time until the bell shows its number: from the start of the navigation to the frame after which the number is on the
 *   screen, on slow 4G (150 ms, 1.6 Mbit/s down, 750 kbit/s up) with a processor that is slowed down four times, both by
 *   the browser. Beside it, in turns, the floor: the same page with `<script async>` and a script of twenty lines, from
 *   the same server with the same compression, that asks the site's backend for a token, the platform for the count, and
 *   puts that into a plain button. The ratio is the median of the pairs' ratios. The floor asks for its token when its
 *   script is there, one thing after the other, as whoever writes it by hand would.
 * - Long tasks: what the browser's PerformanceObserver calls so (50 ms and more), with the slow processor and a fast
 *   network, which leaves the least time between the tasks; from the navigation until the inbox is open.
 * - Click to 20 rows: from the click event's own time to the frame after which twenty rows are laid out in the open
 *   panel, with the slow processor. The page has settled before: the panel and its first page of the list are there. The
 *   pointer is over the bell for 100 ms before the button goes down, and that for 80 ms, as a quick hand does.
 * - Scale: see `scale.ts`.
 * - Display templates: see `templates/`.
 * - Conversations: see `conversations/`.
 * - Warm start: the second visit, slow 4G and slow processor, while the site's token endpoint holds back every answer and
 *   so no request to the platform can be made.
 */
import {cpus} from 'node:os';
import {existsSync} from 'node:fs';
import {BUDGETS} from '../size/compare.ts';
import {measure} from '../size/measure.ts';
import {measureTraffic} from './bytes.ts';
import {reportConversations} from './conversations/print.ts';
import type {Seen} from './probe.ts';
import {heading, median, ms, table, verdict} from './report.ts';
import {reportScale} from './scale-report.ts';
import {measurePainting} from './templates/paint.ts';
import {compareWithLiquid} from './templates/liquid.ts';
import {SECTIONS} from './templates/sample.ts';
import {measureFloor, measureOpening, measurePairs, measureWarmStart} from './times.ts';
import {BUNDLE, startWorld, type World} from './world.ts';

/** At least nine: the median then stands still in spite of what else the machine does. */
const PAIRS = 11;
const VISITS = 9;
/** What README promises. */
const MAX_RATIO = 1.15;
const MAX_CLICK = 45;

const bytes = (count: number) => `${count.toLocaleString('en')} B`;
const range = (values: readonly number[]) => `${ms(Math.min(...values))} to ${ms(Math.max(...values))}`;

async function reportBytes(world: World): Promise<void> {
  const sizes = measure(BUNDLE);
  const traffic = await measureTraffic(world);
  const row = (name: string, key: 'loader' | 'bell' | 'inbox', wire: number | undefined) => {
    const [size, budget] = [sizes[key]!, BUDGETS[key]!];
    return [
      name,
      bytes(size),
      wire ? bytes(wire) : '',
      bytes(budget),
      verdict(Math.max(size, wire ?? 0) <= budget),
    ];
  };
  heading('Bytes of script (brotli)');
  console.log(
    table(
      ['until', 'files', 'over the wire', 'budget', ''],
      [
        row('the loader runs', 'loader', traffic.scripts[0]?.bytes),
        row('the bell shows its number', 'bell', traffic.bell),
        row('the open inbox shows its list', 'inbox', traffic.inbox),
      ],
    ),
  );
  console.log();
  console.log(
    table(
      ['file', 'over the wire', 'arrived before'],
      traffic.scripts.map(({name, bytes: size, phase}) => [
        name,
        bytes(size),
        {bell: 'the number', inbox: 'the list', later: 'nothing: it came later'}[phase],
      ]),
    ),
  );
}

async function reportTimes(world: World): Promise<void> {
  const pairs = await measurePairs(world, PAIRS);
  const ratio = median(pairs.map(({floor, widget}) => widget / floor));
  heading(`Until the bell shows its number (slow 4G, 4 × CPU, ${PAIRS} pairs)`);
  const row = (name: string, values: number[], more: string[]) => [
    name,
    ms(median(values)),
    range(values),
    ...more,
  ];
  console.log(
    table(
      ['page', 'median', 'range', '× floor', `≤ ${MAX_RATIO}`],
      [
        row(
          'floor, written by hand',
          pairs.map(({floor}) => floor),
          ['1.00', ''],
        ),
        row(
          'App Inbox',
          pairs.map(({widget}) => widget),
          [ratio.toFixed(2), verdict(ratio <= MAX_RATIO)],
        ),
      ],
    ),
  );
}

/** Long tasks by what the visitor waits for meanwhile. */
function describeTasks(visits: readonly Seen[]): string[] {
  const phases = {number: 0, idle: 0, opening: 0};
  let longest = 0;
  for (const {longTasks, numberAt = Infinity, clickAt = Infinity} of visits) {
    for (const {at, duration} of longTasks) {
      phases[at < numberAt ? 'number' : at + duration < clickAt ? 'idle' : 'opening']++;
      longest = Math.max(longest, duration);
    }
  }
  return [...Object.values(phases).map(String), longest ? ms(longest) : ''];
}

async function reportOpening(world: World): Promise<void> {
  const visits = await measureOpening(world, VISITS);
  const floor = await measureFloor(world, VISITS);
  const clicks = visits.map(({rowsAt, clickAt}) => rowsAt - clickAt);
  const click = median(clicks);
  const hasLong = visits.some(({longTasks}) => longTasks.length > 0);
  heading(`From the click to 20 painted rows (4 × CPU, ${VISITS} visits)`);
  console.log(
    table(
      ['median', 'range', `≤ ${MAX_CLICK} ms`],
      [[ms(click), range(clicks), verdict(click <= MAX_CLICK)]],
    ),
  );
  heading(`Tasks of 50 ms and more (4 × CPU, ${VISITS} visits together)`);
  console.log(
    table(
      ['page', 'until the number', 'then', 'at the click', 'longest', 'none'],
      [
        ['floor, written by hand', ...describeTasks(floor), ''],
        ['App Inbox', ...describeTasks(visits), verdict(!hasLong)],
      ],
    ),
  );
}

async function reportWarmStart(world: World): Promise<void> {
  const visits = [];
  for (let index = 0; index < VISITS; index++) visits.push(await measureWarmStart(world));
  const times = visits.flatMap(({numberAt}) => numberAt ?? []);
  const answered = visits.reduce((total, visit) => total + visit.answered, 0);
  const isMet = times.length === visits.length && answered === 0;
  heading(`Second visit, nothing answered (slow 4G, 4 × CPU, ${VISITS} visits)`);
  console.log(
    table(
      ['number painted from the cache', 'after (median)', 'range', 'answers meanwhile', ''],
      [
        [
          `${times.length} of ${visits.length}`,
          times.length ? ms(median(times)) : '',
          times.length ? range(times) : '',
          String(answered),
          verdict(isMet),
        ],
      ],
    ),
  );
}

/** What README promises of display templates. */
const MIN_LIQUID = 10;
const MAX_PAINT = 50;

/** Display templates: `templates/`. */
async function reportTemplates({browser}: World): Promise<void> {
  const {nodes, text, fresh, parsedOnce, parsedEachTime, ...ratio} = compareWithLiquid();
  const exact = (value: number) => `${value.toFixed(2)} ms`;
  const times = (value: number) => value.toFixed(1);
  heading(`A display template of ${SECTIONS} sections over 1 MB, beside LiquidJS writing the same text`);
  console.log(
    table(
      ['both begin with', 'App Inbox', 'LiquidJS', '× as fast', `≥ ${MIN_LIQUID}`],
      [
        [
          'a template that was read before; to nodes',
          exact(nodes),
          exact(parsedOnce),
          times(ratio.ratioOfNodes),
          verdict(ratio.ratioOfNodes >= MIN_LIQUID),
        ],
        [
          'the same; nodes to text as well',
          exact(text),
          exact(parsedOnce),
          times(ratio.ratioOfText),
          verdict(ratio.ratioOfText >= MIN_LIQUID),
        ],
        [
          'its text',
          exact(fresh),
          exact(parsedEachTime),
          times(ratio.ratioOfFresh),
          // Nothing is promised of it: a template is read once, and not for each answer.
          '',
        ],
      ],
    ),
  );
  const {first, firstWork, next, nextWork} = await measurePainting(browser);
  heading('The same template, resolved and painted');
  console.log(
    table(
      ['', 'until the frame ends', 'work of the main thread', `≤ ${MAX_PAINT} ms`],
      [
        ['into an empty card', exact(first), exact(firstWork), verdict(first <= MAX_PAINT)],
        ['over another answer', exact(next), exact(nextWork), verdict(next <= MAX_PAINT)],
      ],
    ),
  );
}

const PARTS: Readonly<Record<string, (world: World) => Promise<void>>> = {
  bytes: reportBytes,
  times: reportTimes,
  opening: reportOpening,
  warm: reportWarmStart,
  scale: ({browser}) => reportScale(browser),
  templates: reportTemplates,
  conversations: ({browser}) => reportConversations(browser),
};

const [name, streams] = process.argv.slice(2);
const part = name === undefined ? undefined : PARTS[name];
if (name !== undefined && !part && name !== 'platform') {
  console.error(`There is no part "${name}". There are: ${Object.keys(PARTS).join(', ')}, platform.`);
  process.exit(1);
}
if (!existsSync(BUNDLE)) {
  console.error('There is no bundle to measure: npm run build');
  process.exit(1);
}
// In processes of its own, and for minutes: only where it is asked for.
if (name === 'platform') {
  const {benchPlatform} = await import('./streams/bench.ts');
  await benchPlatform(Number(streams) || undefined);
  process.exit();
}
const world = await startWorld();
try {
  const [cpu] = cpus();
  console.log(
    `Chromium ${world.browser.version()}, Node ${process.version}, ${cpus().length} × ${cpu?.model}`,
  );
  for (const report of part ? [part] : Object.values(PARTS)) await report(world);
} finally {
  await world.stop();
}
