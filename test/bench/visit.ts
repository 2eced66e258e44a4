/** What a visitor does and sees; times are milliseconds since the navigation began. */
import type {Page} from 'playwright-core';

const read = async (page: Page, key: 'numberAt' | 'rowsAt' | 'clickAt'): Promise<number> => {
  const handle = await page.waitForFunction((name) => window.seen[name], key, {
    timeout: 60_000,
    polling: 100,
  });
  return (await handle.jsonValue())!;
};

/** When the number on the bell was painted. */
export const numberShown = (page: Page) => read(page, 'numberAt');

/** How long after the click twenty rows were painted. */
export async function rowsShown(page: Page): Promise<number> {
  const rowsAt = await read(page, 'rowsAt');
  return rowsAt - (await read(page, 'clickAt'));
}

/** Presses the bell where a mouse would, without first looking whether it can be pressed. */
export async function clickBell(page: Page): Promise<void> {
  const box = await page.locator('app-inbox-bell').boundingBox();
  if (!box) throw new Error('The bell has no place on the page');
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}

/**
 * The widget has made ready what a click shows: the panel is in the page and its list has been answered. Then one
 * second, so that nothing of it is still under way.
 */
export async function settled(page: Page): Promise<void> {
  await page.locator('app-inbox-panel').waitFor({state: 'attached', timeout: 60_000});
  await page.waitForFunction(
    () => performance.getEntriesByType('resource').some(({name}) => /\/appinbox\/v1\/messages\?/.test(name)),
    undefined,
    {timeout: 60_000},
  );
  await page.waitForTimeout(1000);
}
