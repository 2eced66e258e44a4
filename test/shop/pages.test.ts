import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {CUSTOMERS} from '../../demo/shop/customers.ts';
import {createShop} from '../../demo/shop/server.ts';
import {KEY, SITE} from '../platform/support/platform.ts';
import {startSites} from './support.ts';

const sites = await startSites();
const maya = CUSTOMERS[0]!;

/** As the platform's documentation prints it. */
const OFFICIAL_SNIPPET = `<script> !function (t, e, c, n) {var s = e.createElement(c); s.async = 1, s.src = 'https://scripts/' + n + '.js'; var r = e.scripts[0]; r.parentNode.insertBefore(s, r); var f = function () {f.c(arguments); }; f.q = []; f.c = function () {f.q.push(arguments); }; t['eS'] = t['eS'] || f; }(window, document, 'script', 'UUID'); </script><script>eS('init', {APP_INBOX: true}, {getAuthTokenCallback: () => yourImplementationOfAuthCallback(), language: 'en', });</script>`;

const withoutNonces = (page: string) => page.replace(/ nonce="[^"]*"/g, '');

describe('a page of the shop', () => {
  it('holds the official snippet; only the address of the script and the site are its own', async () => {
    const {text} = await sites.browser().get('/shop/', {'Accept-Language': 'en'});
    const expected = OFFICIAL_SNIPPET.replace('https://scripts/', '/scripts/').replace('UUID', SITE);
    assert.ok(withoutNonces(text).includes(expected));
  });

  it('loads the script from another host where the platform has one', async () => {
    const publicPlatformUrl = 'https://platform.example';
    const shop = createShop({platformUrl: sites.url, apiKey: KEY, siteId: SITE, publicPlatformUrl});
    const response = await shop.request('http://shop.example/shop/', {headers: {'Accept-Language': 'en'}});
    const expected = OFFICIAL_SNIPPET.replace('https://scripts/', `${publicPlatformUrl}/scripts/`).replace(
      'UUID',
      SITE,
    );
    assert.ok(withoutNonces(await response.text()).includes(expected));
    const policy = response.headers.get('content-security-policy') ?? '';
    assert.match(policy, /script-src [^;]*https:\/\/platform\.example/);
    assert.match(policy, /connect-src [^;]*https:\/\/platform\.example/);
  });

  it('allows its own inline scripts and no others, with a nonce that is new each time', async () => {
    const nonces = new Set<string>();
    for (let i = 0; i < 3; i++) {
      const {text, headers} = await sites.browser().get('/shop/');
      const [, nonce = ''] = /'nonce-([^']+)'/.exec(headers.get('content-security-policy') ?? '') ?? [];
      assert.ok(nonce.length >= 22);
      const inline = [...text.matchAll(/<script(?![^>]*\bsrc=)([^>]*)>/g)].map(
        ([, attributes]) => attributes,
      );
      assert.deepEqual(inline, Array(3).fill(` nonce="${nonce}"`));
      nonces.add(nonce);
    }
    assert.equal(nonces.size, 3);
    assert.doesNotMatch(
      (await sites.browser().get('/shop/')).headers.get('content-security-policy') ?? '',
      /unsafe/,
    );
  });

  it('speaks the language that was chosen, and so does the inbox', async () => {
    const browser = sites.browser();
    await browser.post('/shop/preferences', {language: 'ar'});
    const {text} = await browser.get('/shop/');
    assert.match(text, /<html lang="ar" dir="rtl"/);
    assert.match(text, /language: 'ar', }\);/);
    assert.match(text, /كل البذور/);
    await browser.post('/shop/preferences', {language: 'sv'});
    assert.match((await browser.get('/shop/')).text, /<html lang="sv" dir="ltr"/);
  });

  it('takes the language of the browser until one is chosen, and none that it cannot speak', async () => {
    assert.match(
      (await sites.browser().get('/shop/', {'Accept-Language': 'fr, uk;q=0.8'})).text,
      /<html lang="uk"/,
    );
    const browser = sites.browser();
    await browser.post('/shop/preferences', {language: '"><script>'});
    assert.match((await browser.get('/shop/', {'Accept-Language': 'tlh'})).text, /<html lang="en"/);
  });

  it('keeps the chosen colours, and tells the inbox', async () => {
    const browser = sites.browser();
    await browser.post('/shop/preferences', {theme: 'dark'});
    const {text} = await browser.get('/shop/');
    assert.match(text, /data-theme="dark"/);
    assert.match(text, /theme: 'dark'/);
  });

  it('comes back from a change of language to where the visitor was', async () => {
    const {headers} = await sites
      .browser()
      .post('/shop/preferences', {language: 'uk', back: '/shop/?kind=herbs'});
    assert.equal(headers.get('location'), '/shop/?kind=herbs');
  });

  it('never holds the API key', async () => {
    const browser = sites.browser();
    await browser.post('/shop/cart', {slug: 'nantes', add: '1'});
    await browser.post('/shop/sign-in', {customer: maya.id});
    const paths = [
      '/',
      '/?kind=herbs',
      '/products/nantes',
      '/cart',
      '/checkout',
      '/orders',
      '/sign-in',
      '/nowhere',
      '/assets/shop.js',
      '/assets/inbox-token.js',
    ];
    const pages = await Promise.all(paths.map((path) => browser.get(`/shop${path}`)));
    pages.push(await browser.json('POST', '/shop/api/inbox-token'), await browser.post('/shop/orders'));
    for (const {text, headers} of pages) {
      assert.ok(!text.includes(KEY));
      assert.ok(!JSON.stringify([...headers]).includes(KEY));
    }
  });

  it('is a friendly 404 where there is nothing', async () => {
    for (const path of [
      '/shop/nowhere',
      '/shop/products/none',
      '/shop/assets/..%2fserver.ts',
      '/shop/images/none.png',
    ]) {
      const {status, text} = await sites.browser().get(path);
      assert.equal(status, 404, path);
      assert.match(text, /Nothing grows here/);
    }
  });
});
