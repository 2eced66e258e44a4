import type {Page} from 'playwright-core';

/** How many pixels of the screen are one that is compared: letters of another version of the browser blur into one. */
const BLOCK = 4;
/** How much a channel of such a one may differ, of 255, and how many may differ more. */
const FAR = {by: 14, places: 6};
/** The same for differences that are hardly seen, but are where a surface has another colour. */
const NEAR = {by: 3, places: 60};

/**
 * What two PNG files differ in, in words; undefined where they look alike.
 *
 * @param page any: it reads the pictures
 */
export async function compare(page: Page, actual: Buffer, expected: Buffer): Promise<string | undefined> {
  const urls = [actual, expected].map((file) => `data:image/png;base64,${file.toString('base64')}`);
  const found = await page.evaluate(
    async ({urls, block}) => {
      const [one, other] = await Promise.all(
        urls.map(async (url) => {
          const image = new Image();
          image.src = url;
          await image.decode();
          const width = Math.ceil(image.naturalWidth / block);
          const height = Math.ceil(image.naturalHeight / block);
          const context = new OffscreenCanvas(width, height).getContext('2d')!;
          context.imageSmoothingQuality = 'high';
          context.drawImage(image, 0, 0, width, height);
          const size = `${image.naturalWidth} × ${image.naturalHeight}`;
          return {size, width, pixels: context.getImageData(0, 0, width, height).data};
        }),
      );
      if (!one || !other) throw new Error('There are two');
      if (one.size !== other.size) return {sizes: [one.size, other.size]};
      const differences = [];
      for (let at = 0; at < one.pixels.length; at += 4) {
        const by = [0, 1, 2].map((channel) =>
          Math.abs(one.pixels[at + channel]! - other.pixels[at + channel]!),
        );
        const index = at / 4;
        differences.push({
          by: Math.max(...by),
          x: (index % one.width) * block,
          y: Math.floor(index / one.width) * block,
        });
      }
      return {differences};
    },
    {urls, block: BLOCK},
  );
  if (found.sizes) return `is ${found.sizes[0]}, was ${found.sizes[1]}`;
  for (const {by: limit, places} of [FAR, NEAR]) {
    const strays = found.differences.filter(({by}) => by > limit).sort((a, b) => b.by - a.by);
    const [worst] = strays;
    if (worst && strays.length > places)
      return `${strays.length} places differ, most at ${worst.x}, ${worst.y} by ${worst.by}`;
  }
  return undefined;
}
