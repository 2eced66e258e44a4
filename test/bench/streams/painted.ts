/**
 * From the moment at which a customer's backend begins to send until the number on the bell has been painted in a tab that
 * somebody else has open, with a thousand streams: one is a real tab's, the others are plain clients. Messages go out at
 * an even pace, to the tab's contact alone, or to all thousand contacts at once.
 */
import {chromium, type Page} from 'playwright-core';
import {setTimeout as pause} from 'node:timers/promises';
import {findChrome} from '../../browsers.js';
import {sessionCookie, startCustomerSite} from '../../journeys/support/customer-site.ts';
import {snippet} from '../../journeys/support/snippet.ts';
import {SITE_ID} from '../site-id.ts';
import {API_KEY, externalIdOf} from './contacts.ts';
import {startClients} from './fleet.ts';

/** The bell shows no number above 99. */
const TO_ONE = 60;
const TO_ALL = 30;
/** Between two messages: milliseconds. */
const PACE = {one: 250, all: 1000};

/** Runs in the page: when which number was painted, epoch milliseconds. */
function watchNumber(): void {
  const painted: Record<string, number> = {};
  Object.assign(window, {painted});
  let last = '';
  const look = () => {
    const badge = document.querySelector('app-inbox-bell')?.shadowRoot?.querySelector('[part~="badge"]');
    const number = badge?.textContent?.trim() ?? '';
    if (number && number !== last) {
      last = number;
      const {port1, port2} = new MessageChannel();
      port1.onmessage = () => (painted[number] = performance.timeOrigin + performance.now());
      port2.postMessage(undefined);
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

const readPainted = (page: Page) =>
  page.evaluate(() => (window as unknown as {painted: Record<string, number>}).painted);

/** @param first the tab's contact; the plain clients' contacts follow it */
export async function measurePainted(
  url: string,
  first: number,
  streams: number,
): Promise<Map<string, number[]>> {
  async function call<Answer>(path: string, body: object): Promise<Answer> {
    const response = await fetch(url + path, {
      method: 'POST',
      headers: {Authorization: `Bearer ${API_KEY}`, 'Content-Type': 'application/json'},
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${path} was answered ${response.status}: ${await response.text()}`);
    return (await response.json()) as Answer;
  }
  const contactOf = (index: number) => ({externalCustomerId: externalIdOf(index)});
  const site = await startCustomerSite(
    async (externalCustomerId) =>
      (await call<{token: string}>('/v1/auth/contact/token', {externalCustomerId})).token,
  );
  const clients = await startClients(url, first + 1, streams - 1);
  const {executablePath, args, env} = await findChrome();
  const browser = await chromium.launch({executablePath, args: [...args], env, chromiumSandbox: false});
  try {
    const context = await browser.newContext();
    await context.addCookies([sessionCookie(site, externalIdOf(first))]);
    // esbuild, which runs this file, calls it in every function that it has named.
    await context.addInitScript('globalThis.__name = (value) => value');
    await context.addInitScript(watchNumber);
    const page = await context.newPage();
    await page.goto(site.publish({body: snippet({scriptsUrl: `${url}/scripts/`, siteId: SITE_ID})}));
    const streamed = page.waitForResponse((response) => response.url().endsWith('/stream'));
    await page.waitForSelector('app-inbox-bell', {state: 'attached'});
    await streamed;
    await pause(2000);

    let sent = 0;
    const measure = async (times: number, pace: number, to: readonly number[]): Promise<number[]> => {
      const begun: {number: number; at: number}[] = [];
      for (let time = 0; time < times; time++) {
        begun.push({number: ++sent, at: Date.now()});
        const next = pause(pace);
        await call('/v1/messages', {contacts: to.map(contactOf), title: `Message ${sent}`});
        await next;
      }
      for (let waited = 0; !(sent in (await readPainted(page))) && waited < 100; waited++) await pause(100);
      const painted = Object.entries(await readPainted(page)).map(
        ([number, at]) => [Number(number), at] as const,
      );
      // One that was overtaken before it was painted is there with the next.
      return begun.map(({number, at}) => {
        const seen = painted.filter(([shown]) => shown >= number).map(([, when]) => when);
        return seen.length ? Math.min(...seen) - at : Infinity;
      });
    };
    const everybody = Array.from({length: streams}, (_, index) => first + index);
    return new Map([
      ['to one of 1,000', await measure(TO_ONE, PACE.one, [first])],
      ['to all 1,000 at once', await measure(TO_ALL, PACE.all, everybody)],
    ]);
  } finally {
    await browser.close();
    await clients.stop();
    await site.stop();
  }
}
