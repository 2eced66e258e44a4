/** What the journeys do and read inside of a page. */
import type {Locator, Page} from 'playwright-core';

/** The site's own code calls a command. */
export const eS = (page: Page, ...call: unknown[]) =>
  page.evaluate((args) => (window as unknown as {eS(...args: unknown[]): void}).eS(...args), call);

/** Everything that this device keeps: what is in local storage and in each store of each database. */
export const readStorage = (page: Page) =>
  page.evaluate(async () => {
    const kept: unknown[] = Object.entries(localStorage);
    for (const {name} of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open(name!);
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error!);
      });
      for (const store of database.objectStoreNames) {
        const all = database.transaction(store).objectStore(store).getAll();
        await new Promise((resolve) => (all.onsuccess = resolve));
        kept.push(...(all.result as unknown[]));
      }
      database.close();
    }
    return kept;
  });

/** Whether the keyboard is there: through shadow roots, as `document.activeElement` is not. */
export const isFocused = (locator: Locator): Promise<boolean> =>
  locator.evaluate((element) => {
    let active = document.activeElement;
    while (active && active !== element && active.shadowRoot?.activeElement)
      active = active.shadowRoot.activeElement;
    return active === element;
  });

/** Relative luminance of an element's colour, 0 for black to 1 for white (WCAG 2.2). */
export async function luminance(locator: Locator, property: 'color' | 'backgroundColor'): Promise<number> {
  // A canvas reads whatever notation the browser computes.
  const [red, green, blue] = await locator.evaluate((element, name) => {
    const context = document.createElement('canvas').getContext('2d')!;
    context.fillStyle = getComputedStyle(element)[name];
    context.fillRect(0, 0, 1, 1);
    return [...context.getImageData(0, 0, 1, 1).data];
  }, property);
  const linear = (channel: number) =>
    channel / 255 <= 0.04045 ? channel / 255 / 12.92 : ((channel / 255 + 0.055) / 1.055) ** 2.4;
  return 0.2126 * linear(red!) + 0.7152 * linear(green!) + 0.0722 * linear(blue!);
}
