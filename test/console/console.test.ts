import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {KEY} from '../platform/support/platform.ts';
import {PASSWORD, startSites, type Browser} from '../shop/support.ts';

const sites = await startSites();

async function operator(): Promise<Browser> {
  const browser = sites.browser();
  assert.equal((await browser.post('/console/sign-in', {password: PASSWORD})).status, 303);
  return browser;
}

let keys = 0;
const newKey = () => ({'Idempotency-Key': `key-${++keys}`});
const parse = <T>(text: string) => JSON.parse(text) as T;

/** Every route but the sign-in and the files. */
const ROUTES = [
  ['GET', '/console/'],
  ['GET', '/console/preview-frame'],
  ['POST', '/console/sign-out'],
  ['GET', '/console/api/contacts'],
  ['GET', '/console/api/messages'],
  ['POST', '/console/api/messages'],
  ['DELETE', '/console/api/messages/1'],
  ['PUT', '/console/api/draft'],
  ['GET', '/console/anything-else'],
] as const;

describe('the console', () => {
  for (const [method, path] of ROUTES) {
    it(`asks for a sign-in at ${method} ${path}`, async () => {
      const body = method === 'GET' ? undefined : {};
      const {status, headers, text} = await sites.browser().json(method, path, body);
      if (path.includes('/api/')) assert.equal(status, 401);
      else assert.deepEqual([status, headers.get('location')], [303, '/console/sign-in']);
      assert.ok(!text.includes('editor'));
    });

    if (method === 'GET') continue;

    it(`refuses ${method} ${path} from another site`, async () => {
      const browser = await operator();
      const {status} = await browser.request(method, path, {Origin: 'https://evil.example'}, '{}');
      assert.equal(status, 403);
      assert.equal((await browser.get('/console/')).status, 200);
    });
  }

  it('lets nobody in with a wrong password, and does not show the right one', async () => {
    const browser = sites.browser();
    const {status, text} = await browser.post('/console/sign-in', {password: 'wrong'});
    assert.equal(status, 401);
    assert.match(text, /That is not the password/);
    assert.ok(!text.includes(PASSWORD));
    assert.equal(browser.cookies.size, 0);
  });

  it('is closed to a copy of the cookie after the sign-out', async () => {
    const browser = await operator();
    const stolen = new Map(browser.cookies);
    await browser.post('/console/sign-out');
    for (const [name, value] of stolen) browser.cookies.set(name, value);
    assert.equal((await browser.get('/console/api/contacts')).status, 401);
  });

  it('stops guessing after twenty wrong passwords in a minute', async () => {
    for (let i = 0; i < 20; i++) await sites.browser().post('/console/sign-in', {password: `guess ${i}`});
    assert.equal((await sites.browser().post('/console/sign-in', {password: PASSWORD})).status, 429);
    sites.clock.advance(60_001);
    await operator();
  });

  it('never holds the API key', async () => {
    const browser = await operator();
    await sites.contact();
    const pages = [
      await browser.get('/console/'),
      await browser.get('/console/preview-frame?language=en'),
      await browser.get('/console/api/contacts'),
      await browser.get('/console/api/messages'),
      await browser.json('POST', '/console/api/messages', {title: 'Hello', segment: {all: true}}, newKey()),
      await browser.json('POST', '/console/api/messages', {}, newKey()),
      await browser.json('DELETE', '/console/api/messages/none'),
    ];
    for (const {text, headers} of pages) assert.ok(!(text + JSON.stringify([...headers])).includes(KEY));
  });
});

describe('a message', () => {
  it('reaches the contact with all its fields', async () => {
    const contact = await sites.contact({language: 'uk'});
    const message = {
      title: 'Frost',
      content: 'Cover <b>all</b>',
      image: '/shop/images/nantes.png',
      link: '/shop/',
      openInNewTab: true,
      category: 'garden',
      customData: {points: 3},
      severity: 'high',
      pinned: true,
      entity: 'order:1',
      ttl: 3600,
      actions: [{id: 'a', label: 'See', style: 'primary'}],
    };
    const {externalCustomerId} = contact;
    const translations = {uk: {title: 'Мороз'}};
    const body = {...message, contact: {externalCustomerId}, translations};
    const {status} = await (await operator()).json('POST', '/console/api/messages', body, newKey());
    assert.equal(status, 201);
    const {body: answer} = await sites.backend('POST', '/v1/auth/contact/token', {externalCustomerId});
    const response = await fetch(`${sites.url}/appinbox/v1/messages`, {
      headers: {'ES-TOKEN': String(answer.token)},
    });
    const [received] = ((await response.json()) as {list: Record<string, unknown>[]}).list;
    const {ttl, ...shown} = message;
    assert.equal(Date.parse(String(received!.expiryDate)), sites.clock.now() + ttl * 1000);
    for (const [field, value] of Object.entries({...shown, title: 'Мороз'}))
      assert.deepEqual(received![field], value);
  });

  it('is sent once by a double click', async () => {
    const {externalCustomerId} = await sites.contact();
    const browser = await operator();
    const key = newKey();
    const send = () =>
      browser.json('POST', '/console/api/messages', {title: 'Once', contact: {externalCustomerId}}, key);
    const [first, second] = await Promise.all([send(), send()]);
    assert.equal(first.status, 201);
    assert.equal(parse<{id: string}>(first.text).id, parse<{id: string}>(second.text).id);
    const {list} = parse<{list: {title: string}[]}>((await browser.get('/console/api/messages')).text);
    assert.equal(list.filter(({title}) => title === 'Once').length, 1);
  });

  it('that cannot be sent says which field is wrong', async () => {
    const browser = await operator();
    const body = {
      title: 'x',
      segment: {all: true},
      link: 'javascript:alert(1)',
      actions: [{id: 'a', label: ''}],
    };
    const {status, text} = await browser.json('POST', '/console/api/messages', body, newKey());
    assert.equal(status, 400);
    const paths = parse<{errors: {path: string}[]}>(text).errors.map(({path}) => path);
    assert.deepEqual(paths.sort(), ['actions.0.label', 'link']);
    assert.equal(
      (await browser.request('POST', '/console/api/messages', {Origin: sites.url, ...newKey()}, '{')).status,
      400,
    );
    assert.equal((await browser.json('POST', '/console/api/messages', body)).status, 400);
  });

  it('counts what its contacts did, and is gone once withdrawn', async () => {
    const contact = await sites.contact();
    const {externalCustomerId} = contact;
    const browser = await operator();
    await browser.json(
      'POST',
      '/console/api/messages',
      {title: 'Count me', contact: {externalCustomerId}},
      newKey(),
    );
    const find = async () => {
      const {text} = await browser.get('/console/api/messages');
      const {list} = parse<{list: {id: string; title: string; withdrawn: boolean; report: object}[]}>(text);
      return list.find(({title}) => title === 'Count me')!;
    };
    assert.deepEqual((await find()).report, {sent: 1, delivered: 0, seen: 0, opened: 0, clicked: 0});
    const {body} = await sites.backend('POST', '/v1/auth/contact/token', {externalCustomerId});
    const listed = await fetch(`${sites.url}/appinbox/v1/messages`, {
      headers: {'ES-TOKEN': String(body.token)},
    });
    await fetch(`${sites.url}/appinbox/v1/messages/status`, {
      method: 'POST',
      headers: {'ES-TOKEN': listed.headers.get('ES-TOKEN')!, 'Content-Type': 'application/json'},
      body: '{"status": "OPENED"}',
    });
    const {id, report} = await find();
    assert.deepEqual(report, {sent: 1, delivered: 1, seen: 1, opened: 1, clicked: 0});
    assert.equal((await browser.json('DELETE', `/console/api/messages/${id}`)).status, 204);
    assert.equal((await find()).withdrawn, true);
    assert.equal((await browser.json('DELETE', '/console/api/messages/none')).status, 404);
  });
});
