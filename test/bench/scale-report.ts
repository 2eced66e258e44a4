import type {Browser} from 'playwright-core';
import {heading, ms, table, verdict} from './report.ts';
import {measureScale, type Scale} from './scale.ts';

type Promised = Partial<Pick<Scale, 'open' | 'nodes' | 'heap' | 'frame' | 'arrive' | 'markAll'>>;
type Row = Promised & {count: number; rate: number; isPrepared?: boolean};

/** How many, how much slower the processor is, and what is promised there. */
const SCALES: readonly Row[] = [
  {count: 20, rate: 1, isPrepared: true, open: 50},
  {count: 1000, rate: 1, open: 100, nodes: 1500, heap: 4},
  {count: 10_000, rate: 1, nodes: 1500, heap: 25, frame: 16.7, arrive: 8, markAll: 50},
  {count: 10_000, rate: 4, nodes: 1500, heap: 25, frame: 66.8, arrive: 32, markAll: 200},
];
/** A frame of a display is a little more or less than its sixtieth of a second. */
const JITTER = 0.5;

/** How the inbox does with many notifications, beside what is promised. */
export async function reportScale(browser: Browser): Promise<void> {
  heading('With many notifications');
  const rows: string[][] = [];
  for (const {count, rate, isPrepared, ...promised} of SCALES) {
    const measured = await measureScale(browser, {count, rate, isPrepared});
    const values = {...measured, heap: measured.heap / 1e6};
    const missed = (Object.keys(promised) as (keyof Promised)[]).filter(
      (key) => values[key] > promised[key]! + (key === 'frame' ? JITTER : 0),
    );
    const exact = (value: number) => `${value.toFixed(1)} ms`;
    rows.push([
      `${count.toLocaleString('en')}, ${rate} × CPU${isPrepared ? ', rendered ahead' : ''}`,
      `${ms(values.open)} (${ms(values.openWork)})`,
      String(values.nodes),
      `${values.heap.toFixed(1)} MB`,
      `${exact(values.frame)} (${exact(values.frameWork)})`,
      `${exact(values.arrive)} (${exact(values.arriveWork)})`,
      exact(values.markAll),
      [verdict(missed.length === 0), ...missed].join(' '),
    ]);
  }
  const heads = ['loaded', 'opened in (work)', 'DOM nodes', 'heap', 'frame, p95 (mean work)'];
  console.log(table([...heads, 'one arriving, script (work)', 'marking all, work', ''], rows));
}
