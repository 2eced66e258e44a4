/** Browsers draw the "…" of words that run against their inbox's direction outside of the words' own box. */
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Browser, Locator, Page} from 'playwright-core';
import {pose, startCamera} from './take.ts';

/** How many pixels of this part of the page are written on. */
async function inkIn(page: Page, clip: {x: number; y: number; width: number; height: number}) {
  const file = await page.screenshot({clip, animations: 'disabled'});
  return page.evaluate(
    async (url) => {
      const image = new Image();
      image.src = url;
      await image.decode();
      const context = new OffscreenCanvas(image.width, image.height).getContext('2d')!;
      context.drawImage(image, 0, 0);
      const {data} = context.getImageData(0, 0, image.width, image.height);
      return Array.from({length: data.length / 4}, (_, at) => data[at * 4 + 1]! < 160).filter(Boolean).length;
    },
    `data:image/png;base64,${file.toString('base64')}`,
  );
}

/** Where the last line's words begin, on the side of the image, and what there is between them and the image. */
async function gapBeside(words: Locator) {
  return words.evaluate((element) => {
    const image = element.closest('.base')!.querySelector('.media')!.getBoundingClientRect();
    const {right} = element.parentElement!.getBoundingClientRect();
    const {bottom} = element.getBoundingClientRect();
    return {x: right, y: bottom - 10, width: image.left - right, height: 10};
  });
}

describe('English that is cut in an inbox from right to left', () => {
  let browser: Browser;
  before(async () => void (browser = await startCamera()));
  after(() => browser.close());

  for (const [what, selector] of [
    ['title', '.title .clamp'],
    ['content', '.content.clamp'],
  ] as const)
    it(`says "…" at the end of its ${what}`, async () => {
      const page = await pose(browser, {state: 'list', isRtl: true, height: 900});
      const words = page
        .locator('app-inbox-notification', {hasText: 'A title that has rather more'})
        .locator(selector);
      assert.ok((await inkIn(page, await gapBeside(words))) > 0);
      await page.context().close();
    });
});
