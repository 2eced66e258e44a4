import {after} from 'node:test';
import {chromium, firefox, type Browser} from 'playwright-core';

/** The finders are plain JavaScript, which this project's compiler does not look into. */
interface Finders {
  readonly findChrome: () => Promise<{
    executablePath: string;
    args: string[];
    env: Record<string, string | undefined>;
  }>;
  readonly findFirefox: () => string | undefined;
}

/** The browser of this run: what `TEST_BROWSER` says, Chromium without it. */
export const isFirefox = process.env.TEST_BROWSER === 'firefox';

/** A run in several browsers walks what no engine decides in its first: this is not that one. */
export const isAnother = process.env.TEST_IS_ANOTHER === '1';

let browser: Promise<Browser> | undefined;

/** The one browser of this process. Each test has contexts of its own in it. */
export const launchBrowser = (): Promise<Browser> => (browser ??= launch());

after(async () => {
  await (await browser)?.close();
});

async function launch(): Promise<Browser> {
  const {findChrome, findFirefox} = (await import(
    new URL('../../browsers.js', import.meta.url).href
  )) as Finders;
  // The installed Firefox speaks WebDriver BiDi; Playwright's own build of it is not needed.
  if (isFirefox) return firefox.launch({channel: 'moz-firefox', executablePath: findFirefox()});
  const {executablePath, args, env} = await findChrome();
  return chromium.launch({executablePath, args, env, chromiumSandbox: false});
}
