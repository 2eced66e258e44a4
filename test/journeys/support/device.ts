import {strict as assert} from 'node:assert';
import type {Browser, BrowserContextOptions, Locator, Page, Request} from 'playwright-core';
import {sessionCookie, type CustomerSite} from './customer-site.ts';
import {eventually} from './eventually.ts';

/** What a browser says on its own behalf about requests that were refused or failed; never our code. */
const BROWSERS_OWN = [/^Failed to load resource/, /^Cross-Origin Request Blocked/, /^Loading failed for the/];

const isBrowsersOwn = (text: string) => BROWSERS_OWN.some((pattern) => pattern.test(text));

/** A browser of a visitor: cookies and storage of its own, one page. */
export interface Device {
  readonly page: Page;
  readonly bell: Locator;
  readonly inbox: Locator;
  /** The list's rows. */
  readonly rows: Locator;
  /** All that the page has asked for. */
  readonly requests: readonly Request[];
  /** Another customer signs in on the site. */
  signIn(customerId: string): Promise<void>;
  /** Goes to a page and waits until it has loaded. */
  open(url: string): Promise<void>;
  /** The bell with so many unread ones is on the page. */
  seesCount(count: number): Promise<void>;
  openInbox(): Promise<void>;
  /** The list holds these titles and no others, in this order. */
  seesList(...titles: string[]): Promise<void>;
  /** What the console must say: each of these is said, and nothing else. */
  expects(...complaints: RegExp[]): void;
  /** What was asked of a path of the platform or the site. */
  callsTo(path: string): Request[];
  /** Ends it. Throws where a page had an uncaught error or our code complained. */
  close(): Promise<void>;
}

/**
 * @param site where its visitor signs in
 */
export async function createDevice(
  browser: Browser,
  site: CustomerSite,
  options: BrowserContextOptions = {},
): Promise<Device> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const complaints: string[] = [];
  const requests: Request[] = [];
  let expected: RegExp[] = [];
  // Firefox's driver reports what the browser says about requests as errors of the page.
  page.on('pageerror', ({message, stack}) => {
    const text = stack ?? message;
    if (!isBrowsersOwn(text)) complaints.push(`uncaught: ${text}`);
  });
  page.on('console', (message) => {
    const text = message.text();
    if (!['error', 'warning'].includes(message.type())) return;
    if (!isBrowsersOwn(text)) complaints.push(text);
  });
  page.on('request', (request) => requests.push(request));
  page.setDefaultTimeout(15_000);

  const bell = page.locator('app-inbox-bell').getByRole('button');
  const inbox = page.locator('app-inbox-panel [part=panel]');
  const rows = inbox.getByRole('article');
  return {
    page,
    bell,
    inbox,
    rows,
    requests,
    signIn: (customerId) => context.addCookies([sessionCookie(site, customerId)]),
    async open(url) {
      await page.goto(url);
    },
    async seesCount(count) {
      const name = count ? `Notifications, ${count} unread` : 'Notifications';
      await page.getByRole('button', {name, exact: true}).waitFor();
    },
    async openInbox() {
      await bell.click();
      await page.getByRole('dialog', {name: 'Notifications'}).waitFor();
    },
    async seesList(...titles) {
      await eventually(async () => {
        assert.deepEqual(await rows.locator('[part=title]').allTextContents(), titles);
      });
    },
    expects(...patterns) {
      expected = patterns;
    },
    callsTo: (path) => requests.filter((request) => new URL(request.url()).pathname === path),
    async close() {
      await context.close();
      const surprises = complaints.filter((text) => !expected.some((pattern) => pattern.test(text)));
      assert.deepEqual(surprises, [], 'the page has no uncaught error, and our code complains of nothing');
      for (const pattern of expected) {
        assert.ok(
          complaints.some((text) => pattern.test(text)),
          `the console says ${pattern}`,
        );
      }
    },
  };
}
