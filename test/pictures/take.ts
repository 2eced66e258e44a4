/**
 * Takes the pictures, in a page where nothing depends on the machine: its clock stands still, its font is one that npm
 * has brought, nothing moves, and letters are drawn without the machine's own hints.
 */
import {chromium, type Browser, type Page} from 'playwright-core';
import {findChrome} from '../browsers.js';
import {bundle} from '../journeys/support/bundle.ts';
import {readFont} from './font.ts';
import type {Picture} from './pictures.ts';

const NOW = new Date('2026-03-12T10:30:00Z');
const FLAGS = ['--font-render-hinting=none', '--disable-lcd-text', '--force-color-profile=srgb'];

const PAGE = `<!doctype html><html lang="en"><title>Picture</title><style>
  @font-face { font-family: Picture; src: url(Regular.ttf); font-weight: 100 500 }
  @font-face { font-family: Picture; src: url(Bold.ttf); font-weight: 600 900 }
  html { background: Canvas; --app-inbox-font: Picture }
  body { margin: 8px; display: flex; justify-content: flex-end }
  app-inbox-panel[layout=page] { flex: 1; height: calc(100vh - 16px) }
</style><body></body>`;
const IMAGE = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><path fill="#c96" d="M0 0h4v4H0z"/><path fill="#fff" d="M1 1h2v1H1z"/></svg>`;

export async function startCamera(): Promise<Browser> {
  const {executablePath, args, env} = await findChrome();
  return chromium.launch({executablePath, args: [...args, ...FLAGS], env, chromiumSandbox: false});
}

/** A page that shows the scene and stands still; close its context when done. */
export async function pose(browser: Browser, {width = 500, height = 700, ...scene}: Picture): Promise<Page> {
  const context = await browser.newContext({
    viewport: {width, height},
    locale: 'en-US',
    timezoneId: 'UTC',
    colorScheme: scene.theme ?? 'light',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.clock.setFixedTime(NOW);
  await page.route('https://page.test/**', (route) => {
    const [, name = '', type] = /\/(\w*)(\.\w+)?$/.exec(new URL(route.request().url()).pathname) ?? [];
    if (type === '.ttf') return route.fulfill({body: readFont(name as 'Regular' | 'Bold')});
    if (type === '.svg') return route.fulfill({contentType: 'image/svg+xml', body: IMAGE});
    return route.fulfill({contentType: 'text/html', body: PAGE});
  });
  await page.goto('https://page.test/');
  await page.addScriptTag({content: await bundle('test/pictures/gallery.ts'), type: 'module'});
  await page.waitForFunction(() => 'show' in window);
  await page.evaluate((what) => window.show(what), scene);
  await page.waitForLoadState('networkidle');
  return page;
}

/** A picture as a PNG file. */
export async function take(browser: Browser, picture: Picture): Promise<Buffer> {
  const page = await pose(browser, picture);
  try {
    return await page.screenshot({animations: 'disabled'});
  } finally {
    await page.context().close();
  }
}
