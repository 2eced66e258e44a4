import type {BrowserContext, Page} from 'playwright-core';
import type {RunningPlatform} from './platform.ts';
import {startServer} from './server.ts';

export interface ChatSite {
  readonly port: number;
  /** What the pages did against their policy, and what they threw. */
  readonly violations: string[];
  /**
   * Comes by a link of a search engine's page: a referrer that a driver is asked for is not honoured by Firefox's.
   *
   * @param commands what stands in `_imbox` before the script
   */
  visit(context: BrowserContext, commands: string, path?: string): Promise<Page>;
  /** What the page's device has kept and the platform has not, by type. Only then the page may be left. */
  unsent(page: Page): Promise<string[]>;
  stop(): Promise<void>;
}

const SEARCH = 'https://www.bing.com/search?q=shop';

/** Nothing is allowed but the platform's script and its answers, and the site's own icon. */
const policy = (platform: string) =>
  `default-src 'none'; script-src 'nonce-n1' ${platform}; connect-src ${platform}; ` +
  "style-src 'none'; img-src 'self'; base-uri 'none'";

/** A customer's site with a strict content security policy, all of whose pages hold the platform's script. */
export async function startChatSite(platform: RunningPlatform): Promise<ChatSite> {
  let head = '';
  const violations: string[] = [];
  const server = await startServer((_, response) => {
    response.writeHead(200, {
      'Content-Type': 'text/html',
      'Content-Security-Policy': policy(platform.url),
    });
    response.end(
      `<!doctype html><html lang="en"><head><title>Shop</title><script nonce="n1">${head}</script>` +
        `<script async nonce="n1" src="${platform.url}/scripts/${platform.siteId}.js"></script></head><body>Shop</body>`,
    );
  });
  return {
    port: server.port,
    violations,
    async visit(context, commands, path = '/') {
      head = `window._imbox = [${commands}]; window.done = [];`;
      const address = `http://localhost:${server.port}${path}`;
      await context.route(SEARCH, (route) =>
        route.fulfill({
          contentType: 'text/html',
          body: `<!doctype html><meta name="referrer" content="unsafe-url"><a href="${address}">Shop</a>`,
        }),
      );
      const page = await context.newPage();
      page.on('console', (message) => {
        if (/Content Security Policy|Uncaught/.test(message.text())) violations.push(message.text());
      });
      page.on('pageerror', (error) => violations.push(String(error)));
      await page.goto(SEARCH);
      await page.getByRole('link', {name: 'Shop'}).click();
      await page.waitForURL(address);
      return page;
    },
    unsent: (page) => page.evaluate(readOutbox, `app-inbox-visitor-${platform.siteId}`),
    stop: () => server.stop(),
  };
}

/** Runs in the page. Does not open a database that is not there: that would make one. */
async function readOutbox(name: string): Promise<string[]> {
  const all = await indexedDB.databases();
  if (!all.some((database) => database.name === name)) return [];
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name);
    opening.onerror = () => reject(new Error(String(opening.error)));
    opening.onsuccess = () => {
      const reading = opening.result.transaction('values').objectStore('values').get('outbox');
      reading.onerror = () => reject(new Error(String(reading.error)));
      reading.onsuccess = () => {
        opening.result.close();
        resolve(((reading.result ?? []) as {type: string}[]).map(({type}) => type));
      };
    };
  });
}
