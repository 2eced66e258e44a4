/** What becomes of the variables in a request. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {
  hasLiteralHost,
  substitute,
  type RequestTemplate,
} from '../../demo/platform/integrations/substitute.ts';
import type {Scope} from '../../demo/platform/integrations/variables.ts';

const scope: Scope = {
  contact: {
    id: 'c_1',
    name: 'Zoë "Z" O’Neil',
    email: 'zoe+1@example.com',
    phoneNumber: null,
    attributes: {tier: 'gold', orders: 12, isVip: true, nested: {a: 1}, empty: '', toString: 'own'},
  },
  conversation: {id: 'v 1', subject: 'Where?\r\nX-Evil: 1'},
  inbox: {id: 'i-1', name: 'Orders & returns'},
};

function fill(template: Partial<RequestTemplate>, values = scope) {
  return substitute(
    {method: 'GET', url: 'https://crm.example/x', query: [], headers: [], body: null, ...template},
    values,
  );
}
const url = (text: string, values?: Scope) => fill({url: text}, values).url;
const body = (text: string) => fill({method: 'POST', body: text}).body;

test('each kind of variable has its value', () => {
  assert.equal(
    url(
      'https://crm.example/{{contact.id}}/{{ contact.email }}/{{inbox.id}}?t={{contact.attributes.tier}}&s={{conversation.id}}',
    ),
    'https://crm.example/c_1/zoe%2B1%40example.com/i-1?t=gold&s=v%201',
  );
});

test('names are case-sensitive, and an unknown one has no value', () => {
  for (const name of [
    'Contact.email',
    'contact.Email',
    'contact',
    'contact.attributes',
    'contact.x',
    'x',
    '',
  ])
    assert.throws(() => url(`https://crm.example/{{${name}}}`), {code: 'missing-variable'}, name);
});

test('nothing is read that is not an attribute of its own', () => {
  for (const name of ['constructor', '__proto__', 'hasOwnProperty', 'nested', 'nested.a', 'constructor.name'])
    assert.throws(
      () => url(`https://crm.example/{{contact.attributes.${name}}}`),
      {code: 'missing-variable'},
      name,
    );
  assert.equal(url('https://crm.example/{{contact.attributes.toString}}'), 'https://crm.example/own');
});

for (const [value, path] of [
  ['../../admin', '..%2F..%2Fadmin'],
  ['a/b', 'a%2Fb'],
  ['a?x=1#y', 'a%3Fx%3D1%23y'],
  ['a\\b', 'a%5Cb'],
  ['%2e%2e', '%252e%252e'],
  ['@evil.example', '%40evil.example'],
  [':8080', '%3A8080'],
  ['a b', 'a%20b'],
] as const) {
  test(`${value} is one segment of the path`, () => {
    const filled = url('https://crm.example/a/{{contact.email}}/b', {contact: {email: value}});
    assert.equal(filled, `https://crm.example/a/${path}/b`);
    assert.equal(new URL(filled).pathname, `/a/${path}/b`);
  });
}

test('a value cannot climb up the path', () => {
  for (const value of ['.', '..'])
    assert.throws(() => url('https://crm.example/a/{{contact.email}}', {contact: {email: value}}), {
      code: 'invalid-url',
    });
  assert.throws(() => url('https://crm.example/a/.{{contact.email}}', {contact: {email: '.'}}), {
    code: 'invalid-url',
  });
});

test('a value cannot change scheme, host, port or user', () => {
  for (const text of [
    '{{contact.email}}',
    '{{contact.email}}://crm.example/',
    'https://{{contact.email}}/',
    'https://crm.{{contact.email}}/',
    'https://crm.example:{{contact.email}}/',
    'https://{{contact.email}}@crm.example/',
    'https://crm.example@{{contact.email}}/',
    'https:\\\\{{contact.email}}/',
    'https://crm.example\\{{contact.email}}/',
    'https:///{{contact.email}}/',
    'https://user:password@crm.example/',
    'ftp://crm.example/',
  ]) {
    assert.equal(hasLiteralHost(text), false, text);
    assert.throws(() => url(text), {code: 'invalid-url'}, text);
  }
  const evil = {contact: {email: '@evil.example/'}};
  assert.equal(new URL(url('https://crm.example/{{contact.email}}', evil)).host, 'crm.example');
  assert.equal(new URL(url('https://crm.example?{{contact.email}}', evil)).host, 'crm.example');
});

test('a query keeps its shape, whatever the values hold', () => {
  const {url: filled} = fill(
    {
      url: 'https://crm.example/?a={{contact.email}}&fixed=1+2&b={{contact.name}}#part',
      query: [
        {name: 'q', value: '{{inbox.name}}!'},
        {name: 'odd&name', value: 'x=y'},
      ],
    },
    {contact: {email: 'a&b=c', name: '#?/'}, inbox: {name: 'x&y=z'}},
  );
  assert.equal(
    filled,
    'https://crm.example/?a=a%26b%3Dc&fixed=1+2&b=%23%3F%2F&q=x%26y%3Dz!&odd%26name=x%3Dy',
  );
});

test('a JSON body stays JSON, whatever the values hold', () => {
  const filled = body(
    '{"email": "{{contact.email}}", "text": "Hi {{contact.name}}!", "list": ["{{inbox.name}}", 1]}',
  );
  assert.deepEqual(JSON.parse(filled!), {
    email: 'zoe+1@example.com',
    text: 'Hi Zoë "Z" O’Neil!',
    list: ['Orders & returns', 1],
  });
});

test('a text that is one variable takes on the type of its value', () => {
  const filled = body(
    '{"a": "{{contact.attributes.orders}}", "b": "{{contact.attributes.isVip}}", "c": "{{contact.phone_number}}", "d": "n: {{contact.attributes.orders}}"}',
  );
  assert.equal(filled, '{"a":12,"b":true,"c":null,"d":"n: 12"}');
});

test('names in a JSON body hold no variables', () => {
  assert.equal(body('{"{{contact.email}}": "{{contact.id}}"}'), '{"{{contact.email}}":"c_1"}');
});

test('a header cannot become two', () => {
  const {headers} = fill({
    headers: [{name: 'X-Subject', value: '{{conversation.subject}}\0', isSecret: false}],
  });
  assert.deepEqual(headers, [{name: 'X-Subject', value: 'Where? X-Evil: 1'}]);
});

test('a header that is not of Latin letters is sent as UTF-8', () => {
  const {headers} = fill({headers: [{name: 'X-Name', value: '{{contact.name}}', isSecret: false}]});
  assert.equal(Buffer.from(headers[0]!.value, 'latin1').toString('utf8'), scope.contact!.name);
});

test('a secret with braces is sent as it is', () => {
  const {headers} = fill({headers: [{name: 'X-Key', value: '{{contact.email}}', isSecret: true}]});
  assert.equal(headers[0]!.value, '{{contact.email}}');
});

test('only methods with a body have one, and it has a type', () => {
  for (const method of ['POST', 'PUT', 'PATCH']) {
    const request = fill({method, body: '{"a": 1}'});
    assert.deepEqual(request.headers, [{name: 'Content-Type', value: 'application/json'}]);
    assert.equal(request.body, '{"a":1}');
  }
  for (const method of ['GET', 'DELETE']) assert.equal(fill({method, body: '{"a": 1}'}).body, undefined);
  const typed = fill({
    method: 'POST',
    body: '{}',
    headers: [{name: 'content-type', value: 'application/vnd.api+json', isSecret: false}],
  });
  assert.equal(typed.headers.length, 1);
});

test('what has no value is left out, and the braces never are sent', () => {
  const request = fill({
    method: 'POST',
    url: 'https://crm.example/{{contact.id}}?phone={{contact.phone_number}}&a=1',
    query: [{name: 'p', value: '{{contact.phone_number}}'}],
    headers: [{name: 'X-Phone', value: '{{contact.phone_number}}', isSecret: false}],
    body: '{"phone": "{{contact.phone_number}}", "text": "phone: {{contact.phone_number}}"}',
  });
  assert.equal(request.url, 'https://crm.example/c_1?a=1');
  assert.deepEqual(
    request.headers.map(({name}) => name),
    ['Content-Type'],
  );
  assert.equal(request.body, '{"phone":null,"text":"phone: "}');
});

test('a request that would not say whom it is about is not made', () => {
  const nobody: Scope = {contact: {name: 'Zoë'}, inbox: {id: 'i-1'}};
  for (const template of [
    {url: 'https://crm.example/customers/{{contact.email}}'},
    {url: 'https://crm.example/customers?email={{contact.email}}'},
    {url: 'https://crm.example/customers?email={{contact.email}}&inbox={{inbox.id}}'},
    {url: 'https://crm.example/customers?email={{contact.email}}&name={{contact.name}}'},
    {method: 'POST', body: '{"email": "{{contact.email}}"}'},
    {query: [{name: 'email', value: '{{contact.email}}'}]},
  ])
    assert.throws(
      () => fill(template, nobody),
      {code: 'missing-variable', message: 'This integration needs contact.email, which is not known here.'},
      JSON.stringify(template),
    );
  assert.equal(url('https://crm.example/status', nobody), 'https://crm.example/status');
  assert.equal(url('https://crm.example/?i={{inbox.id}}', nobody), 'https://crm.example/?i=i-1');
});
