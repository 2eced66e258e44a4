/** How the desk scrolls: a list of ten thousand conversations, and one conversation of five thousand messages. */
import type {Browser, Page} from 'playwright-core';
import {bundle} from '../../journeys/support/bundle.ts';

const CONVERSATIONS = 10_000;
const MESSAGES = 5000;
/** Pixels a frame: a wheel that is turned quickly. */
const STEP = 120;

/** The frames: milliseconds, the 95th of a hundred; and of each the work of the main thread. */
export interface Scrolling {
  frame: number;
  work: number;
}

const percentile = (values: readonly number[], part: number) =>
  [...values].sort((a, b) => a - b)[Math.ceil(values.length * part) - 1]!;

async function openPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage({viewport: {width: 1280, height: 800}});
  await page.route('https://page.test/', (route) =>
    route.fulfill({contentType: 'text/html', body: '<!doctype html><html lang="en"><title>Desk</title>'}),
  );
  await page.goto('https://page.test/');
  await page.addScriptTag({
    content: await bundle('test/bench/conversations/desk-page.ts', {minify: true}),
    type: 'module',
  });
  await page.waitForFunction(() => 'desk' in window);
  return page;
}

async function scroll(page: Page, step: number): Promise<Scrolling> {
  const session = await page.context().newCDPSession(page);
  // The thread's own time, whatever else the machine does.
  await session.send('Performance.enable', {timeDomain: 'threadTicks'});
  const work = async () => {
    const {metrics} = await session.send('Performance.getMetrics');
    return metrics.find(({name}) => name === 'TaskDuration')!.value * 1000;
  };
  const before = await work();
  const frames = await page.evaluate((pixels) => window.desk.scroll(pixels), step);
  return {frame: percentile(frames, 0.95), work: ((await work()) - before) / frames.length};
}

export async function measureScrolling(browser: Browser): Promise<{list: Scrolling; log: Scrolling}> {
  const page = await openPage(browser);
  try {
    await page.evaluate((count) => window.desk.list(count), CONVERSATIONS);
    const list = await scroll(page, STEP);
    await page.evaluate((count) => window.desk.conversation(count), MESSAGES);
    return {list, log: await scroll(page, -STEP)};
  } finally {
    await page.close();
  }
}
