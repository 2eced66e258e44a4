import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {CUSTOMERS} from '../../demo/shop/customers.ts';
import {PACKING_TIME} from '../../demo/shop/orders.ts';
import {startSites, type Browser} from './support.ts';

const sites = await startSites();
const [maya, tom] = CUSTOMERS as [(typeof CUSTOMERS)[0], (typeof CUSTOMERS)[0]];

interface Message {
  title: string;
  link: string;
  entity: string;
}

async function inboxOf(browser: Browser): Promise<Message[]> {
  const {text} = await browser.json('POST', '/shop/api/inbox-token');
  const {token} = JSON.parse(text) as {token: string};
  const response = await fetch(`${sites.url}/appinbox/v1/messages`, {headers: {'ES-TOKEN': token}});
  return ((await response.json()) as {list: Message[]}).list;
}

async function shopper(id: string): Promise<Browser> {
  const browser = sites.browser();
  await browser.post('/shop/sign-in', {customer: id});
  await browser.post('/shop/cart', {slug: 'nantes', add: '2'});
  return browser;
}

/** @returns the order's page */
async function order(browser: Browser, note = ''): Promise<string> {
  const {status, headers} = await browser.post('/shop/orders', {note});
  assert.equal(status, 303);
  return headers.get('location')!.replace('?new', '');
}

describe('an order', () => {
  it('is announced to the customer, with a link to its page', async () => {
    const browser = await shopper(maya.id);
    const page = await order(browser);
    const [message] = await inboxOf(browser);
    const number = page.split('/').at(-1)!;
    assert.equal(message?.title, `Order ${number} confirmed`);
    assert.equal(message.link, page);
    const {status, text} = await browser.get(message.link);
    assert.equal(status, 200);
    assert.match(text, /Nantes/);
    assert.match(text, /€4\.80/);
  });

  it('is announced as packed a minute later, about the same order', async () => {
    const browser = await shopper(maya.id);
    const number = (await order(browser)).split('/').at(-1)!;
    const about = async () => (await inboxOf(browser)).filter(({entity}) => entity === `order:${number}`);
    assert.equal((await about()).length, 1);
    sites.clock.advance(PACKING_TIME + 1000);
    assert.deepEqual(
      (await about()).map(({title}) => title),
      [`Order ${number} is packed`, `Order ${number} confirmed`],
    );
  });

  it('is announced in the language that the customer chose', async () => {
    const browser = await shopper(tom.id);
    await browser.post('/shop/preferences', {language: 'sv'});
    await order(browser);
    assert.match((await inboxOf(browser))[0]!.title, /^Beställning T-\d+ är bekräftad$/);
  });

  it('is placed once by a double click', async () => {
    const browser = await shopper(maya.id);
    const before = (await inboxOf(browser)).length;
    const answers = await Promise.all([browser.post('/shop/orders'), browser.post('/shop/orders')]);
    const places = answers.map(({headers}) => headers.get('location')!);
    assert.equal(places.filter((place) => place.endsWith('?new')).length, 1);
    assert.equal((await inboxOf(browser)).length, before + 1);
  });

  it('is shown to nobody else', async () => {
    const page = await order(await shopper(maya.id));
    assert.equal((await (await shopper(tom.id)).get(page)).status, 404);
    const {status, headers} = await sites.browser().get(page);
    assert.equal(status, 303);
    assert.match(headers.get('location')!, /^\/shop\/sign-in/);
  });

  it('shows the note as it was written, as text', async () => {
    const browser = await shopper(maya.id);
    const page = await order(browser, '<img src=x onerror=alert(1)> & "quotes"');
    const {text} = await browser.get(page);
    assert.ok(!text.includes('<img src=x'));
    assert.ok(text.includes('&lt;img src=x onerror=alert(1)&gt; &amp; &quot;quotes&quot;'));
  });

  it('needs a sign-in and something in the basket', async () => {
    const visitor = sites.browser();
    await visitor.post('/shop/cart', {slug: 'nantes', add: '1'});
    assert.equal(
      (await visitor.post('/shop/orders')).headers.get('location'),
      '/shop/sign-in?back=/shop/checkout',
    );
    const browser = sites.browser();
    await browser.post('/shop/sign-in', {customer: maya.id});
    assert.equal((await browser.post('/shop/orders')).headers.get('location'), '/shop/orders');
  });
});

describe('the basket', () => {
  it('adds, changes, removes, and holds no silly numbers', async () => {
    const browser = sites.browser();
    const quantity = async () =>
      /name="quantity"[^>]*value="(\d+)"/.exec((await browser.get('/shop/cart')).text)?.[1];
    await browser.post('/shop/cart', {slug: 'meteor', add: '2'});
    await browser.post('/shop/cart', {slug: 'meteor', add: '1'});
    assert.equal(await quantity(), '3');
    await browser.post('/shop/cart', {slug: 'meteor', quantity: '1e9'});
    assert.equal(await quantity(), '20');
    for (const wrong of ['-1', 'NaN', '1.5', 'many']) {
      assert.equal((await browser.post('/shop/cart', {slug: 'meteor', quantity: wrong})).status, 400, wrong);
    }
    assert.equal((await browser.post('/shop/cart', {slug: 'none', add: '1'})).status, 404);
    await browser.post('/shop/cart', {slug: 'meteor', quantity: '5', remove: '1'});
    assert.equal(await quantity(), undefined);
  });
});

describe('without the platform', () => {
  it('the shop still sells, and the inbox token fails without a word about why', async (t) => {
    t.mock.method(console, 'error', () => {});
    // Nothing listens on port 1 (RFC 1078, long out of use).
    const alone = await startSites({platformUrl: 'http://127.0.0.1:1'});
    const browser = alone.browser();
    assert.equal((await browser.post('/shop/sign-in', {customer: maya.id})).status, 303);
    await browser.post('/shop/cart', {slug: 'nantes', add: '1'});
    const page = (await browser.post('/shop/orders')).headers.get('location')!;
    assert.equal((await browser.get(page)).status, 200);
    const {status, text} = await browser.json('POST', '/shop/api/inbox-token');
    assert.equal(status, 502);
    assert.ok(!text.includes('127.0.0.1'));
  });
});
