/**
 * The inbox on pages that make it hard: strict policies, old libraries, rude style sheets, routers. A row is a page; on
 * each the contact sees the number, the list, and what they read stays read; no policy is violated, nothing is thrown.
 */
import {strict as assert} from 'node:assert';
import type {Device} from './support/device.ts';
import {useFakeWorld, useWorld, type World} from './harness.ts';
import {isFirefox} from './support/browser.ts';
import {eventually} from './support/eventually.ts';
import {eS} from './support/page.ts';
import {init, script, snippet, stub, type SnippetOptions} from './support/snippet.ts';

const NONCE = 'bm9uY2Utb2YtdGhlLXBhZ2U';

interface Row {
  /** A page … */
  readonly name: string;
  /** Its content security policy; `$platform` is the platform's origin. */
  readonly policy?: string;
  readonly headers?: Record<string, string>;
  /** A script of its own, before the snippet. */
  readonly script?: string;
  readonly style?: string;
  readonly root?: string;
  /** Its own markup. */
  readonly body?: string;
  /** The snippet's script as an element, where the snippet cannot make one. */
  readonly isPlainScript?: boolean;
  /** Before it is opened. */
  readonly prepare?: (device: Device) => Promise<unknown>;
  /** After it has loaded. */
  readonly act?: (device: Device) => Promise<unknown>;
  readonly viewport?: {width: number; height: number};
  /** It is the page's own code that is hostile, in every browser alike. */
  readonly isAlike?: boolean;
}

const STRICT = `script-src 'nonce-${NONCE}' 'strict-dynamic'; connect-src 'self' $platform; style-src 'none'; object-src 'none'; base-uri 'none'`;

const ROWS: readonly Row[] = [
  {name: 'that allows scripts by nonce and what those load', policy: STRICT},
  {
    name: 'that allows scripts by host',
    policy: `default-src 'none'; script-src 'nonce-${NONCE}' $platform; connect-src 'self' $platform; style-src 'self'; img-src 'self'`,
  },
  {
    name: 'that demands Trusted Types and allows no policy',
    policy: `${STRICT}; require-trusted-types-for 'script'; trusted-types 'none'`,
    // The snippet itself sets a script's address from a text, which is what such a page forbids.
    isPlainScript: true,
  },
  {
    name: 'that demands Trusted Types and has a policy named lit-html already',
    policy: `${STRICT}; require-trusted-types-for 'script'; trusted-types lit-html`,
    script: `window.trustedTypes && trustedTypes.createPolicy('lit-html', {createHTML: (html) => html});`,
    isPlainScript: true,
  },
  {
    name: 'that is isolated from other origins',
    headers: {'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'credentialless'},
  },
  {
    name: 'with an old Prototype.js, which gives every object a toJSON',
    isAlike: true,
    script: `
      Array.prototype.toJSON = function () { return '[' + this.join(', ') + ']'; };
      String.prototype.toJSON = function () { return '"' + this + '"'; };
      Object.prototype.toJSON = function () { return '{}'; };
      Array.prototype.each = function (callback) { this.forEach(callback); };
      delete Object.prototype.toJSON;`,
  },
  {
    name: 'with MooTools, which puts its own under the names of the DOM',
    isAlike: true,
    script: `
      window.Document = function () {}; window.Element = function () {}; window.Elements = function () {};
      Function.prototype.extend = function () { return this; };
      Array.from = function (list) { return Array.prototype.slice.call(list); };`,
  },
  {
    name: 'with a Promise of its own that knows then and nothing else',
    isAlike: true,
    script: `
      (function (Real) {
        function Small(executor) {
          var real = new Real(executor);
          this.then = function (a, b) { return new Small(function (resolve, reject) { real.then(a, b).then(resolve, reject); }); };
          this['catch'] = function (b) { return this.then(undefined, b); };
        }
        Small.all = function (list) { return new Small(function (resolve, reject) { Real.all(list).then(resolve, reject); }); };
        Small.resolve = function (value) { return new Small(function (resolve) { resolve(value); }); };
        Small.reject = function (error) { return new Small(function (resolve, reject) { reject(error); }); };
        window.Promise = Small;
      })(Promise);`,
  },
  {
    name: 'with a fetch that is wrapped',
    isAlike: true,
    script: `(function (real) { window.fetch = function (input, init) { return real(new Request(input, init)); }; })(fetch);`,
  },
  {
    name: 'that has put values on every object',
    isAlike: true,
    script: `
      Object.prototype.value = 'x'; Object.prototype.writable = true; Object.prototype.passive = true;
      Object.prototype.extra = function () {};`,
  },
  {
    name: 'with functions on every array and function',
    isAlike: true,
    script: `
      Array.prototype.last = function () { return this[this.length - 1]; };
      Array.prototype.contains = Array.prototype.includes;
      Function.prototype.method = function () { return this; };
      Number.prototype.times = function () {};`,
  },
  {
    name: 'that gives a picture the name of the current script',
    isAlike: true,
    body: '<img name="currentScript" alt=""><form name="body"></form><a id="eSx"></a>',
  },
  {
    name: 'whose style sheet resets everything',
    style: `
      * { all: unset !important; display: block !important; font: 40px serif !important; color: red !important; }
      html { font-size: 62.5%; } body { transform: scale(1); filter: grayscale(1); contain: paint; overflow: hidden; height: 200px; }`,
  },
  {
    name: 'with something of its own over everything',
    body: '<div style="position:fixed;inset:60px 0 0 0;z-index:2147483647;background:#eee;pointer-events:none"></div>',
    async act({page, inbox}) {
      await eS(page, 'open');
      await inbox.waitFor();
      assert.ok(await isOnTop(page), 'the inbox lies on top');
      await eS(page, 'close');
    },
  },
  {name: 'from right to left', root: ' lang="en" dir="rtl"'},
  {name: 'at four times its size', viewport: {width: 320, height: 256}},
  {
    name: 'that has the script twice',
    isAlike: true,
    body: '$stub',
  },
  {
    // The same files from another place: to the browser, another script with other modules.
    name: 'that has the script in another version as well',
    isAlike: true,
    body: '<script async src="$platform/scripts/other/$site.js"></script>',
    prepare: ({page}) =>
      page.route('**/scripts/other/*', async (route) => {
        const response = await route.fetch({url: route.request().url().replace('/other/', '/')});
        await route.fulfill({response});
      }),
    async act(device) {
      assert.equal(await device.bell.count(), 1, 'one of them serves the page');
      assert.equal(device.callsTo('/inbox-token').length, 1);
    },
  },
  {
    name: 'with a modal dialog open',
    body: '<dialog style="inset:0;width:100%;height:100%"><p>Of the page</p></dialog>',
    async act({page, inbox}) {
      await page.evaluate(() => document.querySelector('dialog')!.showModal());
      await eS(page, 'open');
      await inbox.waitFor();
      await eventually(async () =>
        assert.ok(await isOnTop(page), 'the inbox lies over the dialog, and can be used'),
      );
      await eS(page, 'close');
      await page.evaluate(() => document.querySelector('dialog')!.close());
    },
  },
  {
    name: 'whose router replaces the body',
    async act({page}) {
      await page.evaluate(() => {
        const body = document.createElement('body');
        body.append('Another page');
        document.body.replaceWith(body);
      });
    },
  },
  {
    name: 'that is written anew after it has loaded',
    async act(device) {
      const {page} = device;
      // Everything has been fetched: what is on its way, the browser gives up with the old document.
      await device.openInbox();
      await device.seesList('Hello', 'Old news');
      await eS(page, 'close');
      await page.evaluate(() => {
        document.open();
        document.write('<!doctype html><title>Another page</title><p>Another page');
        document.close();
      });
    },
  },
];

/** Whether what can be seen in the middle of the inbox is the inbox. */
const isOnTop = (page: Device['page']) =>
  page.evaluate(() => {
    const panel = document.querySelector('app-inbox-panel')!;
    const {left, top, width, height} = panel
      .shadowRoot!.querySelector('[part=panel]')!
      .getBoundingClientRect();
    return document.elementFromPoint(left + width / 2, top + height / 2) === panel;
  });

/** Before everything else of the page: what it does that it should not. */
const WITNESS = `
  window.violations = [];
  document.addEventListener('securitypolicyviolation', function (event) {
    violations.push(event.violatedDirective + ' ' + event.blockedURI + ' ' + event.sample);
  });
  window.handlers = ['onerror', 'onmessage', 'onload', 'onunload', 'onbeforeunload', 'onpopstate'].filter(function (name) { return window[name]; });`;

function publish(row: Row, world: World): string {
  const place: SnippetOptions = {
    scriptsUrl: `${world.platform.url}/scripts/`,
    siteId: world.platform.siteId,
    nonce: row.policy && NONCE,
  };
  const fill = (text = '') =>
    text
      .replace('$stub', stub(place))
      .replace('$platform', world.platform.url)
      .replace('$site', world.platform.siteId);
  const tag = row.policy ? `<script nonce="${NONCE}">` : '<script>';
  const plain = `${tag}function eS() { (eS.q = eS.q || []).push(arguments); } eS('init', {APP_INBOX: true}, {getAuthTokenCallback: () => yourImplementationOfAuthCallback(), language: 'en'});</script><script async nonce="${NONCE}" src="${place.scriptsUrl}${place.siteId}.js"></script>`;
  return world.site.publish({
    root: row.root,
    nonce: place.nonce,
    head: `${tag}${WITNESS}${row.script ?? ''}</script>${row.style ? `<style>${row.style}</style>` : ''}`,
    body: `${fill(row.body)}${row.isPlainScript ? plain : snippet(place)}`,
    headers: {
      ...row.headers,
      ...(row.policy && {
        'Content-Security-Policy': row.policy.replaceAll('$platform', world.platform.url),
      }),
    },
  });
}

const journey = useWorld();

for (const row of ROWS) {
  (row.isAlike ? journey.alike : journey)(`works on a page ${row.name}`, async (world) => {
    const contact = await world.createContact();
    await world.sendMessage(contact, {title: 'Old news'});
    await world.sendMessage(contact, {title: 'Hello', content: 'with <b>some</b> words'});
    const device = await world.newDevice(contact, row.viewport && {viewport: row.viewport});
    const {page} = device;
    await row.prepare?.(device);
    await device.open(publish(row, world));
    await device.seesCount(2);
    await row.act?.(device);
    await device.seesCount(2);
    await eS(page, 'open');
    await device.seesList('Hello', 'Old news');
    await device.rows.getByText('some').first().waitFor();
    assert.ok(await isOnTop(page), 'the inbox lies on top');
    const title = device.rows.first().locator('[part=title]');
    await title.evaluate((element: HTMLElement) => element.click());
    await device.seesCount(1);

    // What the page makes harder is not lost on the way to the platform.
    await eventually(async () => assert.equal(await world.countUnread(contact), 1));
    if (!isFirefox || !row.policy?.includes('trusted-types')) {
      assert.deepEqual(await page.evaluate('window.violations ?? []'), []);
    }
    assert.deepEqual(await page.evaluate('window.handlers ?? []'), []);
  });
}

/** The platform is a fake, because the real one lets in no page without an origin unless its site says so. */
const journeyWithFake = useFakeWorld();

journeyWithFake('works on a page in a sandbox, which has neither an origin nor storage', async (world) => {
  const {platform, site, bundleHost} = world;
  const createdDate = Date.now();
  platform.messages = ['Hello', 'Old news'].map((title, age) => ({
    ...{id: title, title, newMessage: true},
    createdDate: createdDate - age * 1000,
  }));
  const url = site.publish({
    headers: {'Content-Security-Policy': 'sandbox allow-scripts'},
    head: script(WITNESS),
    body:
      // Nobody's cookies reach such a page: it has its token from elsewhere.
      script('function yourImplementationOfAuthCallback() { return Promise.resolve("a-token"); }') +
      stub({scriptsUrl: bundleHost.url, siteId: 'loader'}) +
      init({apiUrl: platform.url}),
  });
  const device = await world.newDevice();
  const {page} = device;
  await device.open(url);
  assert.equal(await page.evaluate('origin'), 'null');
  await device.seesCount(2);
  await device.openInbox();
  await device.seesList('Hello', 'Old news');
  await device.rows.first().locator('[part=title]').click();
  await device.seesCount(1);
  await eventually(() =>
    assert.deepEqual(
      platform.messages.map((message) => (message as {newMessage: boolean}).newMessage),
      [false, true],
    ),
  );
  assert.deepEqual(await page.evaluate('window.violations ?? []'), []);
  assert.deepEqual(await page.evaluate('window.handlers ?? []'), []);
});
