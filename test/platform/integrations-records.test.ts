import assert from 'node:assert/strict';
import {test} from 'node:test';
import {TEAM, OTHER_TEAM} from './support/desk.ts';
import {read, startIntegrations} from './support/integrations.ts';

const world = await startIntegrations();
const {admin, agent, contact, integration} = world;
const [inbox, otherInbox] = TEAM.inboxes;
const draft = {name: 'CRM', url: 'https://crm.example/{{contact.id}}'};
const create = (fields: Record<string, unknown>) =>
  admin.call('POST', '/integrations', {...draft, ...fields});

test('an integration has all that it was given, and defaults for the rest', async () => {
  const {status, body} = await create({});
  assert.equal(status, 201);
  const {id, updatedAt, ...rest} = body as unknown as Record<string, unknown>;
  assert.match(String(id), /^[0-9a-f-]{36}$/);
  assert.ok(!Number.isNaN(Date.parse(String(updatedAt))));
  assert.deepEqual(rest, {
    ...draft,
    version: 1,
    description: '',
    method: 'GET',
    headers: [],
    query: [],
    body: null,
    cacheMinutes: 0,
    isActive: true,
    display: true,
    template: null,
    inboxIds: [],
    updatedBy: 'admin of Care',
  });
});

const template = {
  version: 1,
  type: 'card',
  title: 'Customer',
  sections: [
    {type: 'key-value-list', items: [{label: 'Tier', value: '{{tier}}', link: 'https://crm.example/{{id}}'}]},
    {type: 'repeat', source: 'orders', sections: [{type: 'text', content: '{{id}}'}]},
  ],
};

test('a template is kept as it is', async () => {
  const {body} = await create({template});
  assert.deepEqual((body as unknown as {template: unknown}).template, template);
});

const nested = (depth: number): object =>
  depth ? {type: 'card', sections: [nested(depth - 1)]} : {type: 'separator'};

for (const [sentence, fields, path] of [
  ['without a name', {name: ' '}, 'name'],
  ['with a name of 121 letters', {name: 'x'.repeat(121)}, 'name'],
  ['with a method that is none', {method: 'TRACE'}, 'method'],
  ['without TLS', {url: 'http://crm.example/'}, 'url'],
  ['with an address that is none', {url: 'crm.example'}, 'url'],
  ['with a variable for a host', {url: 'https://{{contact.id}}/'}, 'url'],
  ['with a password in the address', {url: 'https://a:b@crm.example/'}, 'url'],
  ['with a private address', {url: 'https://192.168.0.1/'}, 'url'],
  ['with a metadata address', {url: 'http://169.254.169.254/latest'}, 'url'],
  ['with another port', {url: 'https://crm.example:8443/'}, 'url'],
  ['with a header that is no name', {headers: [{name: 'a b', value: 'c'}]}, 'headers.0.name'],
  ['with a header of the connection', {headers: [{name: 'Host', value: 'c'}]}, 'headers.0.name'],
  ['with a line break in a header', {headers: [{name: 'A', value: 'b\r\nC: d'}]}, 'headers.0.value'],
  [
    'with the same header twice',
    {
      headers: [
        {name: 'A', value: '1'},
        {name: 'a', value: '2'},
      ],
    },
    'headers',
  ],
  ['with a header without a value', {headers: [{name: 'A'}]}, 'headers.0.value'],
  [
    'with a variable for the name of a parameter',
    {query: [{name: '{{contact.id}}', value: ''}]},
    'query.0.name',
  ],
  ['with a body that is not JSON', {method: 'POST', body: '{"a": {{contact.id}}}'}, 'body'],
  ['kept for longer than a day', {cacheMinutes: 1441}, 'cacheMinutes'],
  ['kept for less than nothing', {cacheMinutes: -1}, 'cacheMinutes'],
  ['kept for a part of a minute', {cacheMinutes: 1.5}, 'cacheMinutes'],
  ['for another team’s inbox', {inboxIds: [OTHER_TEAM.inboxes[0]]}, 'inboxIds'],
  ['with a field that is unknown', {colour: 'red'}, ''],
  ['with a template of no type', {template: {sections: []}}, 'template'],
  ['with a template of a newer version', {template: {...template, version: 2}}, 'template'],
  [
    'with a template of unknown sections',
    {template: {type: 'card', sections: [{type: 'script'}]}},
    'template',
  ],
  ['with a template that is too deep', {template: {type: 'card', sections: [nested(7)]}}, 'template'],
  [
    'with a template of 101 sections',
    {template: {type: 'card', sections: Array.from({length: 101}, () => ({type: 'separator'}))}},
    'template',
  ],
  [
    'with a template of 65 KiB',
    {template: {type: 'card', sections: [], title: 'x'.repeat(65 * 1024)}},
    'template',
  ],
  ...[
    'javascript:alert(1)',
    'JaVaScRiPt:1',
    ' java\nscript:1',
    'data:text/html,x',
    'vbscript:x',
    'file:///x',
  ].map(
    (url) =>
      [
        `with a template that links to ${JSON.stringify(url)}`,
        {template: {type: 'card', sections: [{type: 'buttons', buttons: [{label: 'x', url}]}]}},
        'template',
      ] as [string, object, string],
  ),
] as [string, Record<string, unknown>, string][]) {
  test(`an integration ${sentence} is refused, and it is said where`, async () => {
    const {status, body} = await create(fields);
    assert.equal(status, 400);
    assert.equal(body.code, 'invalid-request');
    assert.equal(body.errors[0]!.path, path, JSON.stringify(body));
  });
}

test('of two admins who change the same version, the second is told', async () => {
  const created = await integration();
  const put = (name: string) => admin.call('PUT', `/integrations/${created.id}`, {...created, name});
  const answers = await Promise.all([put('One'), put('Two')]);
  assert.deepEqual(answers.map(({status}) => status).sort(), [200, 409]);
  assert.equal(read(await admin.call('GET', `/integrations/${created.id}`)).version, 2);
});

test('an integration is attached to several inboxes, and switched in each', async () => {
  const created = await integration({name: 'Switched', inboxIds: [inbox, otherInbox]});
  const at = async (id: string) => {
    const {list} = read(await agent.call('GET', `/inboxes/${id}/integrations`));
    const entries = list as {integration: {id: string}; isEnabled: boolean}[];
    return entries.find(({integration}) => integration.id === created.id)?.isEnabled;
  };
  assert.deepEqual([await at(inbox), await at(otherInbox)], [true, true]);
  const path = `/inboxes/${inbox}/integrations/${created.id}`;
  assert.equal((await admin.call('PUT', path, {isEnabled: false})).status, 200);
  assert.deepEqual([await at(inbox), await at(otherInbox)], [false, true]);
  const saved = await admin.call('PUT', `/integrations/${created.id}`, {...created, name: 'Saved'});
  assert.equal(saved.status, 200);
  assert.equal(await at(inbox), false, 'saving switches nothing on');
  assert.equal((await admin.call('DELETE', path)).status, 204);
  assert.deepEqual([await at(inbox), await at(otherInbox)], [undefined, true]);
  assert.equal((await admin.call('DELETE', path)).status, 404);
});

test('what is deleted is gone from its inboxes', async () => {
  const {id} = await integration();
  assert.equal((await admin.call('DELETE', `/integrations/${id}`)).status, 204);
  assert.equal((await admin.call('GET', `/integrations/${id}`)).status, 404);
  assert.ok(!(await admin.call('GET', `/inboxes/${inbox}/integrations`)).text.includes(id));
});

test('contacts are found by their words, page by page', async () => {
  for (let number = 0; number < 60; number++) await contact({name: `Many ${number}`});
  await contact({name: 'Олена Коваленко', email: 'olena@example.com', phone: '+380441234567'});
  const find = async (query: string) =>
    read(await agent.call('GET', `/contacts?query=${encodeURIComponent(query)}`));
  for (const query of ['олена', 'OLENA@', '380441', 'коваленко олена', 'example олена'])
    assert.deepEqual(
      (await find(query)).list.map(({name, emails, phones}) => [name, emails, phones]),
      [['Олена Коваленко', ['olena@example.com'], ['+380441234567']]],
      query,
    );
  for (const query of ['nobody', '%', '_', '\\']) assert.deepEqual((await find(query)).list, [], query);
  const first = await find('many');
  const second = read(await agent.call('GET', `/contacts?query=many&cursor=${first.next}`));
  assert.deepEqual([first.list.length, second.list.length, second.next], [50, 10, null]);
});

test('the variables are offered with the attributes that contacts have', async () => {
  await contact({attributes: {tier: 'gold', age: 7}});
  const {list} = read(await agent.call('GET', '/variables'));
  const names = list.map(({name}) => name);
  for (const name of ['contact.email', 'contact.phone_number', 'conversation.subject', 'inbox.name'])
    assert.ok(names.includes(name), name);
  assert.deepEqual(
    list.filter(({name}) => String(name).startsWith('contact.attributes.')),
    [
      {name: 'contact.attributes.age', description: 'The contact’s attribute age', sample: '7'},
      {name: 'contact.attributes.tier', description: 'The contact’s attribute tier', sample: 'gold'},
    ],
  );
});
