/** What the measurements run on: the real platform in its own process, a customer's site on another origin, a browser. */
import {fork} from 'node:child_process';
import {once} from 'node:events';
import {copyFileSync, cpSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {chromium, type Browser, type BrowserContext, type CDPSession, type Page} from 'playwright-core';
import {findChrome} from '../browsers.js';
import {sessionCookie, startCustomerSite} from '../journeys/support/customer-site.ts';
import {snippet} from '../journeys/support/snippet.ts';
import {watchPage} from './probe.ts';
import {SITE_ID} from './site-id.ts';

const HERE = import.meta.dirname;
export const BUNDLE = join(HERE, '../../dist/cdn');
const API_KEY = 'a-key-of-the-bench-000000000000000';
const CONTACT = 'reader';
/** Unread, so that the bell shows their number, and a first page of the list is full. */
export const MESSAGES = 25;

export interface World {
  readonly browser: Browser;
  /** A page with nothing but the official snippet, and one with nothing but the floor's script. */
  readonly pages: {readonly widget: string; readonly floor: string};
  /** Holds back every token until what it returns is called: without one, no request to the platform is made. */
  holdTokens(): () => void;
  /** A browser without a cache, with the contact signed in on the customer's site. */
  newContext(): Promise<BrowserContext>;
  stop(): Promise<void>;
}

export async function startWorld(): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), 'app-inbox-bench-'));
  cpSync(BUNDLE, folder, {recursive: true});
  copyFileSync(join(HERE, 'floor.js'), join(folder, 'floor.js'));
  const child = fork(join(HERE, 'platform.ts'), [folder, API_KEY], {execArgv: ['--import', 'tsx']});
  const [port] = (await once(child, 'message')) as [number];
  const url = `http://127.0.0.1:${port}`;

  async function call(path: string, body: object): Promise<unknown> {
    const response = await fetch(url + path, {
      method: 'POST',
      headers: {Authorization: `Bearer ${API_KEY}`, 'Content-Type': 'application/json'},
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${path} was answered ${response.status}: ${await response.text()}`);
    return response.json();
  }

  let gate = Promise.resolve();
  const site = await startCustomerSite(async (externalCustomerId) => {
    await gate;
    const {token} = (await call('/v1/auth/contact/token', {externalCustomerId})) as {token: string};
    return token;
  });
  await call('/v1/contacts', {externalCustomerId: CONTACT});
  for (let index = 1; index <= MESSAGES; index++) {
    await call('/v1/messages', {
      contact: {externalCustomerId: CONTACT},
      title: `Your order ${index} is on its way`,
      content: 'We have handed it to the carrier. It should be with you in two or three days.',
      category: 'Orders',
      link: `${site.url}/orders/${index}`,
    });
  }

  const {executablePath, args, env} = await findChrome();
  const browser = await chromium.launch({executablePath, args: [...args], env, chromiumSandbox: false});

  return {
    browser,
    pages: {
      widget: site.publish({body: snippet({scriptsUrl: `${url}/scripts/`, siteId: SITE_ID})}),
      floor: site.publish({body: `<script async src="${url}/scripts/floor.js"></script>`}),
    },
    holdTokens() {
      let open = () => {};
      gate = new Promise((resolve) => (open = resolve));
      return open;
    },
    async newContext() {
      const context = await browser.newContext({viewport: {width: 1280, height: 900}});
      await context.addCookies([sessionCookie(site, CONTACT)]);
      // esbuild, which runs this file, calls it in every function that it has named.
      await context.addInitScript('globalThis.__name = (value) => value');
      await context.addInitScript(watchPage, String(MESSAGES));
      return context;
    },
    async stop() {
      await browser.close();
      await site.stop();
      child.kill('SIGKILL');
      await once(child, 'exit');
      rmSync(folder, {recursive: true, force: true});
    },
  };
}

/** Kilobits a second as bytes a second. */
const kilobits = (count: number) => (count * 1000) / 8;
/** Lighthouse's "slow 4G" (its constants mobileSlow4G: rtt 150 ms, 1.6 Mbit/s, 750 kbit/s). */
const SLOW_4G = {latency: 150, downloadThroughput: kilobits(1600), uploadThroughput: kilobits(750)};
/** As Lighthouse slows the processor for a phone of the middle. */
const CPU_SLOWDOWN = 4;

/** Slows a page down, and listens to what it loads. */
export async function slowDown(page: Page, {network}: {network: boolean}): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  if (network) await session.send('Network.emulateNetworkConditions', {offline: false, ...SLOW_4G});
  await session.send('Emulation.setCPUThrottlingRate', {rate: CPU_SLOWDOWN});
  return session;
}
