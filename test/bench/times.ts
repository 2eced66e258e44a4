/** Times on a slow phone: four times slower than this processor, and for what is loaded, slow 4G. */
import type {Page} from 'playwright-core';
import type {Seen} from './probe.ts';
import {clickBell, numberShown, rowsShown, settled} from './visit.ts';
import {slowDown, type World} from './world.ts';

/** Visits a page in a browser that has never been there, and leaves. */
async function visit<T>(
  world: World,
  url: string,
  options: {network: boolean},
  look: (page: Page) => Promise<T>,
): Promise<T> {
  const context = await world.newContext();
  try {
    const page = await context.newPage();
    await slowDown(page, options);
    await page.goto(url);
    return await look(page);
  } finally {
    await context.close();
  }
}

export interface Pair {
  floor: number;
  widget: number;
}

/**
 * Time until the number is painted, floor and widget in turns, each first as often as the other; the first pair warms
 * the machine up and is not counted.
 */
export async function measurePairs(world: World, count: number): Promise<Pair[]> {
  const pairs: Pair[] = [];
  const {pages} = world;
  const time = (url: string) => visit(world, url, {network: true}, numberShown);
  for (let index = 0; index <= count; index++) {
    const pair = {floor: 0, widget: 0};
    const order = index % 2 ? (['floor', 'widget'] as const) : (['widget', 'floor'] as const);
    for (const name of order) pair[name] = await time(pages[name]);
    if (index) pairs.push(pair);
  }
  return pairs;
}

export interface OpenInbox {
  /** From the click to twenty painted rows: milliseconds, one a visit. */
  clicks: number[];
  /** Tasks of 50 ms and more on the widget's page, before and after the number was there. */
  longTasks: Seen['longTasks'];
}

/** Visits with a fast network, so that all that is loaded is worked on at once; then the bell is pressed. */
export async function measureOpening(world: World, count: number): Promise<OpenInbox> {
  const result: OpenInbox = {clicks: [], longTasks: []};
  for (let index = 0; index <= count; index++) {
    const {click, longTasks} = await visit(world, world.pages.widget, {network: false}, async (page) => {
      await numberShown(page);
      await settled(page);
      await clickBell(page);
      return {click: await rowsShown(page), longTasks: await page.evaluate(() => window.seen.longTasks)};
    });
    if (!index) continue;
    result.clicks.push(click);
    result.longTasks.push(...longTasks);
  }
  return result;
}

/** Long tasks of the floor's page, which has nothing to be slow with: what the browser itself needs. */
export async function measureFloorTasks(world: World, count: number): Promise<Seen['longTasks']> {
  const all: Seen['longTasks'] = [];
  for (let index = 0; index < count; index++) {
    all.push(
      ...(await visit(world, world.pages.floor, {network: false}, async (page) => {
        await numberShown(page);
        await page.waitForTimeout(1000);
        return page.evaluate(() => window.seen.longTasks);
      })),
    );
  }
  return all;
}

export interface WarmStart {
  /** When the number was painted, with every answer held back; undefined where it did not come. */
  numberAt: number | undefined;
  /** Requests to the platform's API meanwhile, which no answer can have come to. */
  answered: number;
}

/** How long to wait for a number that can only come from the cache: milliseconds. */
const PATIENCE = 5000;

/** The second visit of somebody whose token endpoint, and with it the platform's API, does not answer. */
export async function measureWarmStart(world: World): Promise<WarmStart> {
  const context = await world.newContext();
  let release = () => {};
  try {
    const first = await context.newPage();
    await first.goto(world.pages.widget);
    await numberShown(first);
    await settled(first);
    await first.close();

    const page = await context.newPage();
    let answered = 0;
    page.on('response', (response) => {
      if (/\/appinbox\/|\/inbox-token/.test(response.url())) answered++;
    });
    await slowDown(page, {network: true});
    release = world.holdTokens();
    await page.goto(world.pages.widget);
    const seen = await page
      .waitForFunction(() => window.seen.numberAt, undefined, {timeout: PATIENCE, polling: 100})
      .then((handle) => handle.jsonValue())
      .catch(() => undefined);
    return {numberAt: seen, answered};
  } finally {
    release();
    await context.close();
  }
}
