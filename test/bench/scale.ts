/**
 * How the inbox does with a thousand and with ten thousand notifications, in a page of its own with the real core and the
 * real panel. The heap is what is left after a collection, beside the same page before anything was loaded.
 */
import type {Browser, CDPSession} from 'playwright-core';
import {bundle} from '../journeys/support/bundle.ts';
import {median} from './report.ts';
import {scriptOf} from './script.ts';
import {countWork, workDone} from './work.ts';

export interface Scale {
  count: number;
  /** Of the processor: 1 or 4 times slower. */
  rate: number;
  /** Milliseconds until the rows are painted, and of work in that. */
  open: number;
  openWork: number;
  nodes: number;
  /** Bytes. */
  heap: number;
  /** The 95th of a hundred frames while scrolling: milliseconds; and the work of an average one. */
  frame: number;
  frameWork: number;
  /** Of one arrival (medians), milliseconds: script alone, and all work. */
  arrive: number;
  arriveWork: number;
  /** Work of marking all as read, milliseconds. */
  markAll: number;
}

const ARRIVALS = 9;

async function heapOf(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  return (await session.send('Runtime.getHeapUsage')).usedSize;
}

async function workOf(session: CDPSession, what: () => Promise<unknown>): Promise<number> {
  const before = await workDone(session);
  await what();
  return (await workDone(session)) - before;
}

const percentile = (values: readonly number[], part: number) =>
  [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) * part)]!;

export async function measureScale(
  browser: Browser,
  {count, rate, isPrepared = false}: {count: number; rate: number; isPrepared?: boolean},
): Promise<Scale> {
  const context = await browser.newContext({viewport: {width: 1280, height: 800}});
  try {
    const page = await context.newPage();
    await page.route('https://page.test/', (route) =>
      route.fulfill({contentType: 'text/html', body: '<!doctype html><html lang="en"><title>Scale</title>'}),
    );
    await page.goto('https://page.test/');
    await page.addScriptTag({
      content: await bundle('test/bench/scale-page.ts', {minify: true}),
      type: 'module',
    });
    const session = await context.newCDPSession(page);
    await session.send('HeapProfiler.enable');
    await countWork(session);
    const before = await heapOf(session);
    await page.evaluate((size) => window.bench.load(size), count);
    if (isPrepared) {
      await page.evaluate(() => window.bench.prepare());
      await page.waitForTimeout(1000);
    }
    await session.send('Emulation.setCPUThrottlingRate', {rate});
    let open = 0;
    const openWork = await workOf(session, async () => {
      open = await page.evaluate(() => window.bench.open());
    });
    // What comes after the first rows.
    await page.waitForTimeout(1000);
    let frames: number[] = [];
    const scrollWork = await workOf(session, async () => {
      frames = await page.evaluate(() => window.bench.scroll());
    });
    const nodes = await page.evaluate(() => window.bench.nodes());
    await page.evaluate(() => window.bench.top());
    await page.waitForTimeout(500);
    const arrivals: number[] = [];
    for (let index = 0; index < ARRIVALS; index++)
      arrivals.push(await workOf(session, () => page.evaluate(() => window.bench.arrive())));
    const scripts: number[] = [];
    for (let index = 0; index < ARRIVALS; index++)
      scripts.push(await scriptOf(browser, page, () => page.evaluate(() => window.bench.arrive())));
    const markAll = await workOf(session, () => page.evaluate(() => window.bench.markAll()));
    const heap = (await heapOf(session)) - before;
    return {
      count,
      rate,
      open,
      openWork,
      nodes,
      heap,
      frame: percentile(frames, 0.95),
      frameWork: scrollWork / frames.length,
      arrive: median(scripts),
      arriveWork: median(arrivals),
      markAll,
    };
  } finally {
    await context.close();
  }
}
