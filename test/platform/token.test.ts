import assert from 'node:assert/strict';
import {test} from 'node:test';
import {TOKEN_LIFETIME} from '../../demo/platform/contacts/tokens.ts';
import {KEY, OTHER_KEY, startPlatform} from './support/platform.ts';

const platform = await startPlatform();
const PATH = '/v1/auth/contact/token';
const basic = (key: string, user = 'anybody') => `Basic ${Buffer.from(`${user}:${key}`).toString('base64')}`;

async function ask(body: unknown, headers: Record<string, string> = {}, path = PATH) {
  return platform.backend('POST', path, body, headers);
}

test('a backend gets a token for a contact it names by external id, email or phone', async () => {
  await platform.contact({
    externalCustomerId: 'tok-1',
    email: 'Tok@Example.com',
    phone: '+380 (44) 123-45-67',
  });
  for (const identity of [
    {externalCustomerId: 'tok-1'},
    {email: 'tok@example.COM'},
    {phone: '+380441234567'},
  ]) {
    const {status, body} = await ask(identity);
    assert.equal(status, 200);
    assert.match(body.token, /^c_[\w-]{22}\.[\w-]{43}$/);
  }
});

test('the API key is taken as Basic with any user name and as Bearer, with and without /api', async () => {
  await platform.contact({externalCustomerId: 'tok-2'});
  for (const path of [PATH, `/api${PATH}`]) {
    for (const authorization of [basic(KEY), basic(KEY, ''), `Bearer ${KEY}`, `bearer ${KEY}`]) {
      const {status, body} = await ask({externalCustomerId: 'tok-2'}, {Authorization: authorization}, path);
      assert.equal(status, 200);
      assert.ok(body.token);
    }
  }
});

test('tokens of one contact begin with the same name, which says nothing about them; those of another do not', async () => {
  await platform.contact({externalCustomerId: 'tok-3', email: 'same@example.com'});
  await platform.contact({externalCustomerId: 'tok-4'});
  const [one, two, other] = await Promise.all(
    [{externalCustomerId: 'tok-3'}, {email: 'same@example.com'}, {externalCustomerId: 'tok-4'}].map(
      async (identity) => String((await ask(identity)).body.token).split('.')[0],
    ),
  );
  assert.equal(one, two);
  assert.notEqual(one, other);
});

test('an unknown contact gets an empty token, and so does one of another site', async () => {
  await platform.contact({externalCustomerId: 'tok-5'});
  assert.deepEqual((await ask({email: 'nobody@example.com'})).body, {token: ''});
  const other = await ask({externalCustomerId: 'tok-5'}, {Authorization: `Bearer ${OTHER_KEY}`});
  assert.deepEqual(other.body, {token: ''});
});

test('an email that belongs to somebody with another external id opens nobody’s inbox', async () => {
  await platform.contact({externalCustomerId: 'tok-6', email: 'shared@example.com'});
  assert.deepEqual((await ask({externalCustomerId: 'tok-7', email: 'shared@example.com'})).body, {token: ''});
});

for (const [what, body] of [
  ['no field', '{}'],
  ['only empty fields', '{"email": "", "phone": null, "externalCustomerId": "  "}'],
  ['a field of another type', '{"email": 7}'],
  ['an email that is none', '{"email": "ada"}'],
  ['no JSON', '{"email": '],
  ['JSON that is no object', '"ada@example.com"'],
  ['null', 'null'],
  ['an empty body', ''],
] as const) {
  test(`a token request with ${what} is answered 400, and says what is wrong`, async () => {
    const answer = await platform.request('POST', PATH, {
      headers: {Authorization: `Bearer ${KEY}`, 'Content-Type': 'application/json'},
      body,
    });
    assert.equal(answer.status, 400);
    assert.equal(answer.headers.get('Content-Type'), 'application/problem+json');
    assert.equal(answer.body.code, 'invalid-request');
    assert.ok(answer.body.detail);
  });
}

test('a body that is not announced as JSON is answered 400', async () => {
  const headers = {Authorization: `Bearer ${KEY}`, 'Content-Type': 'text/plain'};
  const answer = await platform.request('POST', PATH, {headers, body: '{"email": "ada@example.com"}'});
  assert.equal(answer.status, 400);
  assert.equal(answer.body.code, 'invalid-request');
});

test('2 MB of body is answered 413', async () => {
  const answer = await ask({email: 'a'.repeat(2_000_000)});
  assert.equal(answer.status, 413);
  assert.equal(answer.body.code, 'too-large');
});

test('2 MB of body whose length is not announced is answered 413', async () => {
  const chunk = new TextEncoder().encode('a'.repeat(64_000));
  let sent = 0;
  const body = new ReadableStream({
    pull(controller) {
      if (++sent > 32) controller.close();
      else controller.enqueue(chunk);
    },
  });
  const response = await fetch(platform.url + PATH, {
    method: 'POST',
    headers: {Authorization: `Bearer ${KEY}`, 'Content-Type': 'application/json'},
    body,
    duplex: 'half',
  } as RequestInit);
  assert.equal(response.status, 413);
  assert.equal(((await response.json()) as {code: string}).code, 'too-large');
});

for (const authorization of [
  undefined,
  'Bearer wrong-key-000000000000000',
  basic('wrong'),
  basic(KEY).slice(0, -4),
  'Basic !!!',
  `Token ${KEY}`,
  'Bearer ',
]) {
  test(`authorization ${authorization ?? 'left out'} is answered 401`, async () => {
    const answer = await platform.request('POST', PATH, {
      headers: {
        'Content-Type': 'application/json',
        ...(authorization !== undefined && {Authorization: authorization}),
      },
      body: '{"email": "ada@example.com"}',
    });
    assert.equal(answer.status, 401);
    assert.equal(answer.body.code, 'unauthorized');
    assert.match(answer.headers.get('WWW-Authenticate')!, /Basic/);
  });
}

test('a request that a page sent is refused, and gets no CORS headers', async () => {
  for (const origin of ['http://localhost:3000', 'https://evil.example', 'null']) {
    const answer = await ask({email: 'ada@example.com'}, {Origin: origin});
    assert.equal(answer.status, 403);
    assert.equal(answer.body.code, 'forbidden-origin');
    assert.equal(answer.headers.get('Access-Control-Allow-Origin'), null);
  }
  const preflight = await platform.request('OPTIONS', PATH, {
    headers: {Origin: 'http://localhost:3000', 'Access-Control-Request-Method': 'POST'},
  });
  assert.equal(preflight.headers.get('Access-Control-Allow-Origin'), null);
});

test('a token works once, and every answer brings the next', async () => {
  const contact = await platform.contact();
  const first = contact.token;
  assert.equal((await contact.get('/messages/count')).status, 200);
  assert.notEqual(contact.token, first);
  assert.equal((await contact.get('/messages/count')).status, 200);
  const again = await platform.request('GET', '/appinbox/v1/messages/count', {headers: {'ES-TOKEN': first}});
  assert.equal(again.status, 401);
  assert.equal(again.body.code, 'invalid-token');
  assert.equal(again.headers.get('ES-TOKEN'), null);
  assert.equal((await contact.get('/messages/count')).status, 200);
});

test('of twenty uses of one token at the same time exactly one succeeds', async () => {
  const {token} = await platform.contact();
  const answers = await Promise.all(
    Array.from({length: 20}, () =>
      platform.request('GET', '/appinbox/v1/messages/count', {headers: {'ES-TOKEN': token}}),
    ),
  );
  assert.equal(answers.filter(({status}) => status === 200).length, 1);
  assert.equal(answers.filter(({status}) => status === 401).length, 19);
});

test('a call that was wrong still brings the next token', async () => {
  const contact = await platform.contact();
  assert.equal((await contact.get('/messages?page=-1')).status, 400);
  assert.equal((await contact.post('/messages/status', {status: 'CLOSED'})).status, 400);
  assert.equal((await contact.get('/messages?cursor=nonsense')).status, 400);
  assert.equal((await contact.get('/messages/count')).status, 200);
});

test('a body that is too large does not cost the token', async () => {
  const contact = await platform.contact();
  const answer = await contact.post('/messages/status', {status: 'OPENED', ids: ['a'.repeat(70_000)]});
  assert.equal(answer.status, 413);
  assert.equal(answer.headers.get('ES-TOKEN'), null);
  assert.equal((await contact.get('/messages/count')).status, 200);
});

test('a token that nobody uses for 15 minutes is void', async () => {
  const contact = await platform.contact();
  platform.clock.advance(TOKEN_LIFETIME - 1);
  assert.equal((await contact.get('/messages/count')).status, 200);
  platform.clock.advance(TOKEN_LIFETIME);
  assert.equal((await contact.get('/messages/count')).status, 401);
});

test('several tabs of one contact each go on with their own tokens', async () => {
  const one = await platform.contact();
  const two = await one.elsewhere();
  for (const contact of [one, two, two, one])
    assert.equal((await contact.get('/messages/count')).status, 200);
});

test('revoking ends all tokens of the contact and nobody else’s', async () => {
  const contact = await platform.contact();
  const elsewhere = await contact.elsewhere();
  const somebody = await platform.contact();
  const {status} = await platform.backend('POST', '/v1/auth/contact/revoke', {
    externalCustomerId: contact.externalCustomerId,
  });
  assert.equal(status, 204);
  assert.equal((await contact.get('/messages/count')).status, 401);
  assert.equal((await elsewhere.get('/messages/count')).status, 401);
  assert.equal((await somebody.get('/messages/count')).status, 200);
  const later = await contact.elsewhere();
  assert.equal((await later.get('/messages/count')).status, 200);
});

test('revoking closes the open streams of the contact', async () => {
  const contact = await platform.contact();
  const stream = await contact.stream();
  await stream.until('count');
  await platform.backend('POST', '/v1/auth/contact/revoke', {externalCustomerId: contact.externalCustomerId});
  assert.equal(await stream.next(), undefined);
});

for (const token of [
  '',
  'nonsense',
  `c_${'a'.repeat(22)}.${'b'.repeat(43)}`,
  "' or 1=1 --",
  'x'.repeat(5000),
]) {
  test(`the token ${JSON.stringify(token.slice(0, 40))} is answered 401`, async () => {
    const answer = await platform.request('GET', '/appinbox/v1/messages', {headers: {'ES-TOKEN': token}});
    assert.equal(answer.status, 401);
    assert.equal(answer.body.code, 'invalid-token');
  });
}
