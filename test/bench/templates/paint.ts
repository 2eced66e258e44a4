/**
 * How long a page takes to show a template of a hundred sections over a megabyte of data: from the data's arrival at the
 * element to the end of the frame that shows it, and the work in it.
 */
import type {Browser} from 'playwright-core';
import {bundle} from '../../journeys/support/bundle.ts';
import {median} from '../report.ts';
import {countWork, workDone} from '../work.ts';
import {FIELDS, SECTIONS} from './sample.ts';

const TIMES = 15;

/** Milliseconds, medians. */
export interface Painting {
  /** Into an element that shows nothing yet. */
  first: number;
  firstWork: number;
  /** Over another answer. */
  next: number;
  nextWork: number;
}

export async function measurePainting(browser: Browser): Promise<Painting> {
  const context = await browser.newContext({viewport: {width: 340, height: 900}});
  try {
    const page = await context.newPage();
    await page.route('https://page.test/', (route) =>
      route.fulfill({contentType: 'text/html', body: '<!doctype html><html lang="en"><title>Card</title>'}),
    );
    await page.goto('https://page.test/');
    await page.addScriptTag({
      content: await bundle('test/bench/templates/page.ts', {minify: true}),
      type: 'module',
    });
    await page.waitForFunction(() => 'templates' in window);
    const session = await context.newCDPSession(page);
    await countWork(session);
    const paint = async (version: number) => {
      const before = await workDone(session);
      const time = await page.evaluate((number) => window.templates.paint(number), version);
      return {time, work: (await workDone(session)) - before};
    };
    const [firsts, nexts]: {time: number; work: number}[][] = [[], []];
    for (let index = 0; index < TIMES; index++) {
      await page.evaluate(() => window.templates.clear());
      firsts!.push(await paint(2 * index));
      nexts!.push(await paint(2 * index + 1));
    }
    const rows = await page.evaluate(() => window.templates.rows());
    if (rows !== SECTIONS * FIELDS) throw new Error(`${rows} values are shown`);
    return {
      first: median(firsts!.map(({time}) => time)),
      firstWork: median(firsts!.map(({work}) => work)),
      next: median(nexts!.map(({time}) => time)),
      nextWork: median(nexts!.map(({work}) => work)),
    };
  } finally {
    await context.close();
  }
}
