import type {Browser} from 'playwright-core';
import {heading, ms, table, verdict} from './report.ts';
import {measureScale} from './scale.ts';

/** How many, how much slower the processor is, and what is promised there. */
const SCALES = [
  {count: 20, rate: 1, open: 50, nodes: 1500, heap: 4, frame: 16.7, arrive: 8, markAll: 50},
  {count: 1000, rate: 1, open: 100, nodes: 1500, heap: 4, frame: 16.7, arrive: 8, markAll: 50},
  {count: 10_000, rate: 1, open: 100, nodes: 1500, heap: 25, frame: 16.7, arrive: 8, markAll: 50},
  {count: 10_000, rate: 4, open: 400, nodes: 1500, heap: 25, frame: 66.8, arrive: 32, markAll: 200},
];
/** A frame of a display is a little more or less than its sixtieth of a second. */
const JITTER = 0.5;

/** How the inbox does with many notifications, beside what is promised. */
export async function reportScale(browser: Browser): Promise<void> {
  heading('With many notifications');
  const rows: string[][] = [];
  for (const {count, rate, ...promised} of SCALES) {
    const measured = await measureScale(browser, count, rate);
    const values = {...measured, heap: measured.heap / 1e6};
    const missed = (Object.keys(promised) as (keyof typeof promised)[]).filter(
      (key) => values[key] > promised[key] + (key === 'frame' ? JITTER : 0),
    );
    const exact = (value: number) => `${value.toFixed(1)} ms`;
    rows.push([
      `${count.toLocaleString('en')}, ${rate} × CPU`,
      `${ms(values.open)} (${ms(values.openWork)})`,
      String(values.nodes),
      `${values.heap.toFixed(1)} MB`,
      `${exact(values.frame)} (${exact(values.frameWork)})`,
      exact(values.arrive),
      exact(values.markAll),
      [verdict(missed.length === 0), ...missed].join(' '),
    ]);
  }
  const heads = ['loaded', 'opened in (work)', 'DOM nodes', 'heap', 'frame, p95 (mean work)'];
  console.log(table([...heads, 'work of one arriving', 'of marking all', ''], rows));
}
