import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {CUSTOMERS} from '../../demo/shop/customers.ts';
import {startSites, type Browser} from './support.ts';

const sites = await startSites();
const [maya, tom] = CUSTOMERS as [(typeof CUSTOMERS)[0], (typeof CUSTOMERS)[0]];

async function signedIn(id: string): Promise<Browser> {
  const browser = sites.browser();
  const {status} = await browser.post('/shop/sign-in', {customer: id});
  assert.equal(status, 303);
  return browser;
}

async function tokenOf(browser: Browser, body?: unknown): Promise<string> {
  const {status, text} = await browser.json('POST', '/shop/api/inbox-token', body);
  assert.equal(status, 200);
  return (JSON.parse(text) as {token: string}).token;
}

/** The titles in the inbox that the token opens. */
async function inboxOf(token: string): Promise<string[]> {
  const response = await fetch(`${sites.url}/appinbox/v1/messages`, {headers: {'ES-TOKEN': token}});
  const {list} = (await response.json()) as {list: {title: string}[]};
  return list.map(({title}) => title);
}

describe('the inbox token', () => {
  it('is empty for a visitor who is not signed in', async () => {
    assert.equal(await tokenOf(sites.browser()), '');
  });

  it('opens the inbox of the customer who is signed in, whoever the browser says it is', async () => {
    const asTom = await signedIn(tom.id);
    await signedIn(maya.id);
    await sites.backend('POST', '/v1/messages', {contact: {externalCustomerId: maya.id}, title: 'For Maya'});
    await sites.backend('POST', '/v1/messages', {contact: {externalCustomerId: tom.id}, title: 'For Tom'});
    const {email, id} = maya;
    const forged = {email, externalCustomerId: id, customer: id, customerId: id};
    assert.deepEqual(await inboxOf(await tokenOf(asTom, forged)), ['For Tom']);
    asTom.cookies.set('customer', id);
    const {text} = await asTom.json('POST', `/shop/api/inbox-token?email=${email}&customer=${id}`, forged);
    assert.deepEqual(await inboxOf((JSON.parse(text) as {token: string}).token), ['For Tom']);
  });

  it('is empty again after the sign-out, even for a copy of the cookie', async () => {
    const browser = await signedIn(maya.id);
    const stolen = new Map(browser.cookies);
    assert.notEqual(await tokenOf(browser), '');
    await browser.post('/shop/sign-out');
    assert.equal(browser.cookies.size, 0);
    assert.equal(await tokenOf(browser), '');
    for (const [name, value] of stolen) browser.cookies.set(name, value);
    assert.equal(await tokenOf(browser), '');
  });

  it('is empty when nobody has been there for a working day', async () => {
    const browser = await signedIn(maya.id);
    sites.clock.advance(8 * 60 * 60 * 1000 + 1);
    assert.equal(await tokenOf(browser), '');
  });
});

describe('signing in', () => {
  it('gives a new session, so that one planted before is worth nothing', async () => {
    const attacker = sites.browser();
    await attacker.post('/shop/cart', {slug: 'nantes', add: '1'});
    const victim = sites.browser();
    for (const [name, value] of attacker.cookies) victim.cookies.set(name, value);
    await victim.post('/shop/sign-in', {customer: maya.id});
    assert.notEqual(await tokenOf(victim), '');
    assert.equal(await tokenOf(attacker), '');
  });

  it('keeps what a visitor had put into the basket, and nothing of the customer before', async () => {
    const browser = sites.browser();
    await browser.post('/shop/cart', {slug: 'nantes', add: '2'});
    await browser.post('/shop/sign-in', {customer: maya.id});
    assert.match((await browser.get('/shop/cart')).text, /Nantes/);
    await browser.post('/shop/sign-in', {customer: tom.id});
    assert.doesNotMatch((await browser.get('/shop/cart')).text, /Nantes/);
  });

  it('keeps the cookie from scripts and from other sites', async () => {
    const {headers} = await sites.browser().post('/shop/sign-in', {customer: maya.id});
    const [cookie = ''] = headers.getSetCookie();
    for (const attribute of ['HttpOnly', 'SameSite=Lax', 'Path=/shop']) assert.ok(cookie.includes(attribute));
  });

  it('as somebody who does not exist is refused', async () => {
    assert.equal((await sites.browser().post('/shop/sign-in', {customer: 'tilth-9999'})).status, 400);
  });

  it('never leads away from the shop', async () => {
    for (const back of [
      'https://evil.example/',
      '//evil.example/shop/',
      '/\\evil.example',
      '/console/',
      'javascript:alert(1)',
    ]) {
      const {headers} = await sites.browser().post('/shop/sign-in', {customer: maya.id, back});
      assert.equal(headers.get('location'), '/shop/', back);
    }
    const {headers} = await sites
      .browser()
      .post('/shop/sign-in', {customer: maya.id, back: '/shop/checkout'});
    assert.equal(headers.get('location'), '/shop/checkout');
  });
});

describe('another site', () => {
  const forms = [
    '/shop/sign-in',
    '/shop/sign-out',
    '/shop/cart',
    '/shop/orders',
    '/shop/preferences',
    '/shop/api/inbox-token',
  ];

  for (const path of forms) {
    it(`cannot make a visitor's browser post to ${path}`, async () => {
      const browser = await signedIn(maya.id);
      const own = new URL(sites.url);
      for (const origin of ['https://evil.example', 'null', `http://localhost:${own.port}0`]) {
        const {status} = await browser.request(
          'POST',
          path,
          {Origin: origin},
          new URLSearchParams({customer: tom.id}),
        );
        assert.equal(status, 403, origin);
      }
      assert.equal((await browser.request('POST', path, {})).status, 403);
      assert.notEqual(await tokenOf(browser), '');
    });
  }
});
