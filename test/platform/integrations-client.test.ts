/** The client integration: what a team's endpoint is told, and what of its answer is passed on. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {readClientResponse} from '../../demo/platform/integrations/blocks.ts';
import {createTestAgent, OTHER_TEAM, TEAM} from './support/desk.ts';
import {read, startIntegrations} from './support/integrations.ts';
import {createTestVisitor} from './support/visitor.ts';

const world = await startIntegrations();
const {platform, admin, agent, system, answerWith, contact} = world;
const [inbox] = TEAM.inboxes;

const configure = (fields: Record<string, unknown> = {}) =>
  admin.call('PUT', '/client-integration', {enabled: true, url: `${system.url}/widget`, ...fields});
const ask = async (body: Record<string, unknown>) =>
  read(await agent.call('POST', '/client-integration/run', body));
const lastQuery = () => Object.fromEntries(new URL(system.requests.at(-1)!.path, system.url).searchParams);

const person = await contact({
  externalCustomerId: 'maya-1',
  email: 'maya@example.com',
  phone: '+441174960000',
});
await platform.platform.putTeam({
  id: TEAM.id,
  name: TEAM.name,
  agents: [],
  inboxes: [],
  views: [
    {id: 'chat-1', inboxId: inbox, kind: 'chat', title: 'Hello', externalId: 'visitor-7'},
    {id: 'ticket-1', inboxId: inbox, kind: 'ticket', title: 'Broken pot', requesterEmail: 'who@example.com'},
    {id: 'call-1', inboxId: inbox, kind: 'call', title: 'A call', phoneNumber: '+15550100'},
    {
      id: 'ticket-2',
      inboxId: inbox,
      kind: 'ticket',
      title: 'Linked',
      contactId: person,
      requesterEmail: 'x@y.example',
    },
  ],
});
answerWith(() => ({body: '{"blocks": []}'}));

test('nothing is asked before it is configured', async () => {
  assert.deepEqual(await ask({view: 'contact', contactId: person}), {
    response: null,
    error: null,
    contact: {id: person},
  });
  assert.equal(system.connections, 0);
});

test('it is configured as a whole, and a stale version is refused', async () => {
  const fields = {
    method: 'POST',
    query: [{name: 'plugin', value: 'customer-info'}],
    headers: [{name: 'Authorization', value: 'Basic c2VjcmV0LWtleQ==', secret: true}],
    body: '{"source": "desk"}',
  };
  const answer = await configure(fields);
  assert.equal(answer.status, 200);
  assert.ok(!answer.text.includes('c2VjcmV0'));
  const {body} = await admin.call('GET', '/client-integration');
  const {updatedAt, ...rest} = body as unknown as Record<string, unknown>;
  assert.equal(updatedAt, new Date(platform.clock.now()).toISOString());
  assert.deepEqual(rest, {
    enabled: true,
    url: `${system.url}/widget`,
    ...fields,
    headers: [{name: 'Authorization', value: null, secret: true, hasValue: true}],
    version: 1,
    updatedBy: 'admin of Care',
  });
  assert.equal((await configure({version: 0})).status, 409);
});

test('the endpoint is told the view and the linked contact, with what is static beside', async () => {
  await ask({view: 'contact', contactId: person});
  assert.deepEqual(lastQuery(), {
    plugin: 'customer-info',
    view: 'contact',
    email: 'maya@example.com',
    phoneNumber: '+441174960000',
    externalId: 'maya-1',
    contactId: person,
  });
  const {method, headers, body} = system.requests.at(-1)!;
  assert.deepEqual(
    [method, headers.authorization, headers['content-type'], body],
    ['POST', 'Basic c2VjcmV0LWtleQ==', 'application/json', '{"source": "desk"}'],
  );
});

for (const [run, query] of [
  [
    {view: 'chat', conversationId: 'chat-1'},
    {view: 'chat', externalId: 'visitor-7', channelId: 'chat-1'},
  ],
  [
    {view: 'ticket', ticketId: 'ticket-1'},
    {view: 'ticket', email: 'who@example.com', ticketId: 'ticket-1'},
  ],
  [
    {view: 'call', callId: 'call-1'},
    {view: 'call', phoneNumber: '+15550100', callId: 'call-1'},
  ],
  [
    {view: 'ticket', ticketId: 'ticket-2'},
    {
      view: 'ticket',
      email: 'maya@example.com',
      phoneNumber: '+441174960000',
      externalId: 'maya-1',
      contactId: person,
      ticketId: 'ticket-2',
    },
  ],
  [
    {view: 'call', callId: 'call-1', contactId: person},
    {
      view: 'call',
      email: 'maya@example.com',
      phoneNumber: '+441174960000',
      externalId: 'maya-1',
      contactId: person,
      callId: 'call-1',
    },
  ],
] as const) {
  test(`in ${JSON.stringify(run)} it is told what is known there`, async () => {
    await configure({});
    const {contact: linked} = await ask(run);
    assert.deepEqual(lastQuery(), query);
    assert.deepEqual(linked, 'contactId' in query ? {id: person} : null);
  });
}

test('a static parameter cannot pretend to be of the context', async () => {
  await configure({
    url: `${system.url}/widget?view=evil&email=evil&plugin=a`,
    query: [
      {name: 'externalId', value: 'evil'},
      {name: 'view', value: 'evil'},
      {name: 'x', value: '{{contact.email}}'},
    ],
  });
  await ask({view: 'chat', conversationId: 'chat-1'});
  assert.deepEqual(lastQuery(), {
    plugin: 'a',
    x: '{{contact.email}}',
    view: 'chat',
    externalId: 'visitor-7',
    channelId: 'chat-1',
  });
  await configure({});
});

test('what is not the team’s, or not there, is not told about', async () => {
  const stranger = await createTestAgent(platform, OTHER_TEAM.agent);
  const before = system.requests.length;
  for (const [who, body, status] of [
    [stranger, {view: 'contact', contactId: person}, 404],
    [stranger, {view: 'ticket', ticketId: 'ticket-1'}, 404],
    [agent, {view: 'call', callId: 'ticket-1'}, 404],
    [agent, {view: 'ticket', ticketId: 'none'}, 404],
    [agent, {view: 'ticket'}, 400],
    [agent, {view: 'contact'}, 400],
    [agent, {view: 'mail', contactId: person}, 400],
  ] as const)
    assert.equal(
      (await who.call('POST', '/client-integration/run', body)).status,
      status,
      JSON.stringify(body),
    );
  assert.equal(system.requests.length, before);
});

for (const [sentence, body, code] of [
  ['no blocks but a list', '[]', 'not-json'],
  ['a text', '"blocks"', 'not-json'],
  ['blocks that are no list', '{"blocks": "many"}', 'not-json'],
  ['a web page', '<html>', 'not-json'],
] as const) {
  test(`an endpoint that answers ${sentence} is an error in words`, async () => {
    answerWith(() => ({body}));
    const {response, error} = await ask({view: 'contact', contactId: person});
    assert.deepEqual([response, error!.code], [null, code]);
  });
}

test('an answer is passed on in the shape of the contract', async () => {
  const html = '<button hx-get="/x">Refund</button><script>alert(1)</script>';
  const answer = {
    contactName: 'Maya',
    contactLink: {url: 'https://crm.example/1', text: 'Open'},
    blocks: [
      {
        name: 'Orders',
        icon: 'shopping_cart',
        data: [
          {type: 'list', rows: [{label: 'Tier', text: 'Gold'}]},
          {type: 'table', headers: [{text: 'Order'}], rows: [[{text: 'A-1'}]]},
          {type: 'html', html},
          {
            type: 'accordion',
            items: [
              {
                name: 'More',
                icon: 'info',
                open: true,
                data: [{type: 'list', rows: [{label: 'a', text: 'b'}]}],
              },
            ],
          },
        ],
      },
    ],
  };
  answerWith(() => ({body: JSON.stringify(answer)}));
  assert.deepEqual((await ask({view: 'contact', contactId: person})).response, answer);
});

test('other words for the same are understood', () => {
  assert.deepEqual(
    readClientResponse({
      contactLink: {href: 'https://crm.example/1', label: 'Open'},
      blocks: [
        {
          title: 'T',
          data: [
            {type: 'LIST', items: [{name: 'a', value: 1}, 'bare', {title: true}]},
            {type: 'table', columns: ['A', {label: 'B'}], data: [['x', 2], {cells: [{value: false}]}]},
            {type: 'html', content: '<b>'},
            {type: 'accordion', rows: [{title: 'More', expanded: true, content: {type: 'html', text: 'x'}}]},
          ],
        },
      ],
    }),
    {
      contactName: null,
      contactLink: {url: 'https://crm.example/1', text: 'Open'},
      blocks: [
        {
          name: 'T',
          icon: null,
          data: [
            {
              type: 'list',
              rows: [
                {label: 'a', text: '1'},
                {label: '', text: 'bare'},
                {label: 'true', text: ''},
              ],
            },
            {
              type: 'table',
              headers: [{text: 'A'}, {text: 'B'}],
              rows: [[{text: 'x'}, {text: '2'}], [{text: 'false'}]],
            },
            {type: 'html', html: '<b>'},
            {
              type: 'accordion',
              items: [{name: 'More', icon: null, open: true, data: [{type: 'html', html: 'x'}]}],
            },
          ],
        },
      ],
    },
  );
});

test('wrong types everywhere leave nothing that is not text', () => {
  const wrong = [null, 1, true, 'x', [], {}, [[]], [null], {text: {}}, {label: []}];
  for (const value of wrong) {
    const blocks = [
      value,
      {name: value, icon: value, data: value},
      {
        data: [
          value,
          {type: value},
          {type: 'list', rows: value},
          {type: 'list', rows: [value, {label: value, text: value}]},
          {type: 'table', headers: value, rows: value},
          {type: 'table', headers: [value], rows: [value, [value]]},
          {type: 'html', html: value},
          {type: 'accordion', items: value},
          {type: 'accordion', items: [value, {name: value, icon: value, open: value, data: value}]},
        ],
      },
    ];
    const response = readClientResponse({contactName: value, contactLink: value, blocks});
    const text = JSON.stringify(response);
    assert.ok(!/\[object|undefined/.test(text), text);
    assert.ok(response!.blocks.length >= 2);
  }
});

test('an unknown type keeps its name, and nothing of what it holds', () => {
  const response = readClientResponse({blocks: [{name: 'a', data: [{type: 'chart', points: [1]}, {}]}]});
  assert.deepEqual(response!.blocks[0]!.data, [{type: 'chart'}, {type: 'unknown'}]);
});

test('links that run something are left out', () => {
  for (const url of [
    'javascript:alert(1)',
    'data:text/html,x',
    'https://a:b@crm.example/',
    '/relative',
    'x',
    7,
  ])
    assert.equal(readClientResponse({contactLink: {url}, blocks: []})!.contactLink, null, String(url));
});

test('more than anybody reads is left out, however it is nested', () => {
  let item: unknown = {type: 'list', rows: Array.from({length: 10_000}, () => 'x')};
  for (let depth = 0; depth < 50; depth++)
    item = {type: 'accordion', items: Array.from({length: 2}, () => ({name: 'x', data: [item]}))};
  const response = readClientResponse({blocks: Array.from({length: 100}, () => ({data: [item]}))});
  assert.equal(response!.blocks.length, 50);
  assert.ok(JSON.stringify(response).includes('nested accordion'));
});

test('a visitor’s own chat is a view, and tells the external id that the page gave', async () => {
  answerWith(() => ({body: '{"blocks": []}'}));
  const visitor = await createTestVisitor(platform);
  await visitor.report({type: 'externalId', id: 'visitor-of-the-page'});
  await visitor.say('Is it ripe?');
  const {list} = read(await agent.call('GET', '/views'));
  const chat = list.at(-1);
  assert.deepEqual(
    [chat!.kind, chat!.title, chat!.inboxId, chat!.contactId, chat!.externalId],
    ['chat', 'Is it ripe?', inbox, null, 'visitor-of-the-page'],
  );
  await ask({view: 'chat', conversationId: chat!.id});
  assert.deepEqual(lastQuery(), {
    view: 'chat',
    externalId: 'visitor-of-the-page',
    channelId: chat!.channelId,
  });
  const stranger = await createTestAgent(platform, OTHER_TEAM.agent);
  const path = '/client-integration/run';
  const theirs = await stranger.call('POST', path, {view: 'chat', conversationId: chat!.id});
  assert.equal(theirs.status, 404);
  assert.deepEqual(read(await stranger.call('GET', '/views')).list, []);
});
