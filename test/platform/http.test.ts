import assert from 'node:assert/strict';
import {buffer} from 'node:stream/consumers';
import {test} from 'node:test';
import {gunzipSync} from 'node:zlib';
import fc from 'fast-check';
import {deflate, inflate} from '../../demo/platform/http/deflated.ts';
import {gzip} from '../../demo/platform/http/gzip.ts';
import {ACCESS} from './support/access.ts';
import {KEY, OTHER_KEY, OTHER_ORIGIN, startPlatform} from './support/platform.ts';
import {createTestContact} from './support/contact.ts';

const platform = await startPlatform({
  rates: {contact: {perSecond: 1, burst: 40}, apiKey: {perSecond: 100, burst: 1000}},
});
const {request, backend} = platform;
const COUNT = '/appinbox/v1/messages/count';

const count = (token: string, origin?: string) =>
  request('GET', COUNT, {headers: {'ES-TOKEN': token, ...(origin && {Origin: origin})}});

for (const origin of [
  'http://localhost',
  'http://localhost:3000',
  'https://localhost:8443',
  'http://127.0.0.1:4400',
  'http://[::1]:4400',
  'http://shop.localhost:4400',
]) {
  test(`a page at ${origin} may use the demo site’s contact API, and read the next token`, async () => {
    const contact = await platform.contact();
    const {status, headers} = await count(contact.token, origin);
    assert.equal(status, 200);
    assert.equal(headers.get('Access-Control-Allow-Origin'), origin);
    assert.match(headers.get('Vary')!, /Origin/);
    for (const name of ['ES-TOKEN', 'Retry-After']) {
      assert.ok(headers.get('Access-Control-Expose-Headers')!.includes(name));
    }
    assert.equal(headers.get('Access-Control-Allow-Credentials'), null);
  });
}

for (const origin of [
  'https://evil.example',
  'http://localhost.evil.example',
  'http://evil.example:3000',
  'https://other.example.evil.example',
  'http://127.0.0.1.evil.example',
  'null',
  'file://',
]) {
  test(`a page at ${origin} is refused, without CORS headers and without spending the token`, async () => {
    const contact = await platform.contact();
    const {status, headers, body} = await count(contact.token, origin);
    assert.deepEqual([status, body.code], [403, 'forbidden-origin']);
    for (const name of headers.keys()) assert.ok(!name.startsWith('access-control-'), name);
    assert.equal((await contact.get('/messages/count')).status, 200);
  });
}

test('a page of one site cannot use the contacts of another', async () => {
  const contact = await platform.contact();
  const {status, headers, body} = await count(contact.token, OTHER_ORIGIN);
  assert.deepEqual([status, body.code], [403, 'forbidden-origin']);
  assert.equal(headers.get('Access-Control-Allow-Origin'), null);
  const key = {Authorization: `Bearer ${OTHER_KEY}`};
  await backend('POST', '/v1/contacts', {externalCustomerId: 'theirs'}, key);
  const {body: theirs} = await backend('POST', '/v1/auth/contact/token', {externalCustomerId: 'theirs'}, key);
  const theirsAtHome = await count(theirs.token, OTHER_ORIGIN);
  assert.equal(theirsAtHome.status, 200);
  const theirsElsewhere = await count(theirsAtHome.headers.get('ES-TOKEN')!, 'http://localhost:3000');
  assert.equal(theirsElsewhere.status, 403);
});

test('a preflight is answered for two hours, for the headers that the bundle sends', async () => {
  const {status, headers} = await request('OPTIONS', '/appinbox/v1/events', {
    headers: {
      Origin: 'http://localhost:3000',
      'Access-Control-Request-Method': 'POST',
      'Access-Control-Request-Headers': 'content-type,es-token',
    },
  });
  assert.equal(status, 204);
  assert.equal(headers.get('Access-Control-Allow-Origin'), 'http://localhost:3000');
  assert.equal(headers.get('Access-Control-Max-Age'), '7200');
  for (const name of ['ES-TOKEN', 'Content-Type', 'Last-Event-ID']) {
    assert.ok(headers.get('Access-Control-Allow-Headers')!.includes(name));
  }
});

test('a preflight from elsewhere is refused', async () => {
  const {status, headers} = await request('OPTIONS', COUNT, {
    headers: {Origin: 'https://evil.example', 'Access-Control-Request-Method': 'GET'},
  });
  assert.equal(status, 403);
  assert.equal(headers.get('Access-Control-Allow-Origin'), null);
});

test('a page can read a refusal, so that it knows to get a new token', async () => {
  const {status, headers} = await count('spent', 'http://localhost:3000');
  assert.equal(status, 401);
  assert.equal(headers.get('Access-Control-Allow-Origin'), 'http://localhost:3000');
});

test('the API key cannot be used from a page, whatever the route', async () => {
  for (const [method, path] of [
    ['POST', '/v1/contacts'],
    ['GET', '/v1/messages'],
    ['PUT', '/v1/site/configuration'],
  ] as const) {
    const answer = await backend(method, path, method === 'GET' ? undefined : {}, {
      Origin: 'http://localhost:3000',
    });
    assert.deepEqual([answer.status, answer.body.code], [403, 'forbidden-origin']);
  }
});

test('answers are neither kept, sniffed, framed nor told about', async () => {
  const contact = await platform.contact();
  for (const {headers} of [
    await contact.get('/messages'),
    await backend('GET', '/v1/messages'),
    await count('no'),
  ]) {
    assert.equal(headers.get('Cache-Control'), 'no-store');
    assert.equal(headers.get('X-Content-Type-Options'), 'nosniff');
    assert.equal(headers.get('Referrer-Policy'), 'no-referrer');
    assert.match(headers.get('Content-Security-Policy')!, /frame-ancestors 'none'/);
  }
});

test('what is not there is a problem answer too', async () => {
  for (const path of ['/nothing', '/v1/nothing', '/appinbox/v1/nothing', '/scripts/', '/v1/messages/x/y']) {
    const {status, headers, body} = await request('GET', path);
    assert.equal(status, 404, path);
    assert.equal(headers.get('Content-Type'), 'application/problem+json', path);
    assert.equal(body.code, 'not-found', path);
  }
});

for (const [what, text] of [
  ['NUL', '\0'],
  ['half of a character', '\ud83d'],
] as const) {
  test(`${what}, which no database keeps, is refused and not a failure`, async () => {
    const contact = await platform.contact();
    const contacts = [{externalCustomerId: contact.externalCustomerId}];
    const {status, body} = await backend('POST', '/v1/messages', {
      contacts,
      title: 'Hello',
      customData: {[`a${text}`]: text},
    });
    assert.deepEqual([status, body.code, typeof body.detail], [400, 'invalid-request', 'string']);
    assert.equal((await contact.get('/messages/count')).body.count, 0);
  });
}

test('a contact who asks too often is asked to wait, and told how long', async () => {
  const contact = await platform.contact();
  const somebody = await platform.contact();
  for (let number = 0; number < 40; number++)
    assert.equal((await contact.get('/messages/count')).status, 200);
  const {status, headers, body} = await contact.get('/messages/count');
  assert.deepEqual([status, body.code, headers.get('Retry-After')], [429, 'too-many-requests', '1']);
  assert.equal((await somebody.get('/messages/count')).status, 200);
  platform.clock.advance(1000);
  assert.equal((await contact.get('/messages/count')).status, 200, 'the refusal brought the next token');
});

test('a backend that asks too often is asked to wait', async () => {
  const strict = await startPlatform({rates: {apiKey: {perSecond: 2, burst: 2}}});
  const ask = () => strict.backend('GET', '/v1/messages');
  const statuses = [(await ask()).status, (await ask()).status, (await ask()).status];
  assert.deepEqual(statuses, [200, 200, 429]);
  strict.clock.advance(500);
  assert.equal((await ask()).status, 200);
});

// Everything below goes through the description of the API, route by route.

const document = (await request('GET', '/openapi.json')).body;
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({
    name: `${method.toUpperCase()} ${path}`,
    method: method.toUpperCase(),
    path: path.replaceAll(/\{.+?\}/g, 'x'),
    operation,
  })),
);

test('every route of the platform is described, and every described one exists', () => {
  const routes = platform.platform.app.routes
    .filter(({method, path}) => method !== 'ALL' && path !== '/openapi.json')
    .map(({method, path}) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`);
  assert.deepEqual([...new Set(routes)].sort(), operations.map(({name}) => name).sort());
});

test('every route has a row in the table of who may do what', () => {
  assert.deepEqual(operations.map(({name}) => name).sort(), Object.keys(ACCESS).sort());
});

test('the description is OpenAPI 3.1 with schemas for every body and problem answer', () => {
  assert.match(document.openapi, /^3\.1\./);
  assert.deepEqual(Object.keys(document.components.securitySchemes).sort(), [
    'agent',
    'basic',
    'bearer',
    'contact',
    'visitor',
  ]);
  for (const name of ['Message', 'Send', 'ContactInput', 'Problem', 'ContactEvent']) {
    assert.ok(name in document.components.schemas, name);
  }
  for (const {name, operation} of operations) {
    const problems = Object.entries(operation.responses).filter(([status]) => Number(status) >= 400);
    assert.ok(problems.length, name);
    // The chat API is another platform's, with its own errors.
    const type = ACCESS[name] === 'path key' ? 'application/json' : 'application/problem+json';
    for (const [, {content}] of problems) assert.ok(content?.[type], name);
  }
});

for (const {name, method, path, operation} of operations) {
  const access = ACCESS[name];
  // What agents may do is in desk-access.test.ts.
  if (access !== 'key' && access !== 'contact') continue;

  test(`${name} refuses whoever has no right to it`, async () => {
    assert.deepEqual(
      (operation.security ?? []).flatMap(Object.keys),
      access === 'key' ? ['basic', 'bearer'] : ['contact'],
    );
    const contact = await platform.contact();
    const revoked = await createTestContact(platform, contact.externalCustomerId);
    await backend('POST', '/v1/auth/contact/revoke', {externalCustomerId: contact.externalCustomerId});
    const valid = (await contact.elsewhere()).token;
    const strangers: Record<string, string>[] =
      access === 'key'
        ? [
            {},
            {Authorization: 'Bearer x'},
            {Authorization: `Bearer ${valid}`},
            {'ES-TOKEN': valid},
            {'ES-TOKEN': KEY},
          ]
        : [
            {},
            {'ES-TOKEN': 'x'},
            {'ES-TOKEN': revoked.token},
            {'ES-TOKEN': KEY},
            {Authorization: `Bearer ${KEY}`},
          ];
    for (const stranger of strangers) {
      const {status, body} = await request(method, path, {
        headers: {'Content-Type': 'application/json', ...stranger},
        body: method === 'POST' || method === 'PUT' ? '{}' : undefined,
      });
      assert.equal(status, 401, JSON.stringify(stranger));
      assert.equal(body.code, access === 'key' ? 'unauthorized' : 'invalid-token');
    }
  });
}

test('a gzip stream of pieces, some compressed before, is the text of all of them', async () => {
  const size = fc.oneof(fc.nat(200), fc.integer({min: 60_000, max: 300_000}));
  const piece = fc.record({size, seed: fc.nat(255), isReady: fc.boolean()});
  await fc.assert(
    fc.asyncProperty(fc.array(piece, {maxLength: 8}), async (pieces) => {
      const texts = pieces.map(({size, seed}) =>
        Buffer.from(Array.from({length: size}, (_, i) => (i * i + seed) % 251)),
      );
      async function* send() {
        for (const [index, text] of texts.entries())
          yield pieces[index]!.isReady ? await deflate(text) : text;
      }
      assert.ok(gunzipSync(await buffer(gzip(send()))).equals(Buffer.concat(texts)));
      for (const text of texts) assert.ok(text.equals(await inflate(await deflate(text))));
    }),
    {numRuns: 10},
  );
});
