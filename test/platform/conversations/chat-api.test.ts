/** The chat API, asked as its documentation says: by curl, with another host, key and ids. */
import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {test} from 'node:test';
import {promisify} from 'node:util';
import {createTestAgent, putTeams, TEAM} from '../support/desk.ts';
import {deskChat} from '../support/desk-chat.ts';
import {KEY, OTHER_KEY, OTHER_SITE, startPlatform} from '../support/platform.ts';
import {createTestVisitor} from '../support/visitor.ts';

const platform = await startPlatform({conversationRates: {api: {perSecond: 10, burst: 300}}});
await putTeams(platform);
const {clock} = platform;
const admin = await createTestAgent(platform, TEAM.admin);
const desk = deskChat(admin, platform);

// One chat with everything, and one that nobody has answered.
const START = clock.now();
const visitor = await createTestVisitor(platform, {
  page: {url: 'https://shop.example/start', title: 'Start'},
  referrer: 'https://www.google.se/search?q=tomatoes',
});
await visitor.report(
  {type: 'page', page: {url: 'https://shop.example/support', title: 'Support'}},
  {type: 'name', name: 'John Doe'},
  {type: 'card', id: '1', data: 'Name: John'},
  {type: 'message', text: 'Hi, where can I find the documentation page?'},
);
clock.advance(5000);
const {list} = await desk.list();
const CONVERSATION = list[0]!.channel;
await desk.mark(list[0]!.id, {addLabels: ['Support', 'BankId Verified'], addTags: ['Custom tag']});
await desk.reply(list[0]!.id, 'Hello');
await desk.reply(list[0]!.id, 'Between us', {isNote: true});
clock.advance(95_000);
await visitor.report(
  {type: 'message', text: '=SUM(A1) "thanks", bye'},
  {type: 'card', id: '1', data: 'Name: John Doe'},
  {type: 'rating', rating: 4},
);
await desk.close(list[0]!.id);
const silent = await createTestVisitor(platform, {page: {url: 'https://shop.example/cart'}});
clock.advance(1000);
await silent.say('Anybody?');
await admin.call('POST', '/page-filters', {searchFilter: '/support', searchName: 'Support pages'});

const DAY = new Date(START).toISOString().slice(0, 10);
const encode = encodeURIComponent;
const iso = (time: number) => new Date(time).toISOString();

interface Answer {
  status: number;
  headers: Headers;
  text: string;
  body: {
    result: string;
    json: Record<string, unknown>[];
    length?: number;
    error?: {code: string; message: string};
  };
}

async function get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
  const response = await fetch(`${platform.url}/message/${path}`, {headers});
  const text = await response.text();
  const isJson = /json/.test(response.headers.get('Content-Type') ?? '');
  const body = (isJson ? JSON.parse(text) : {}) as Answer['body'];
  return {status: response.status, headers: response.headers, text, body};
}

/** Runs a command of the documentation with another host, key and ids. */
async function curl(command: string): Promise<Answer['body']> {
  const url = /"(.*)"/
    .exec(command)![1]!
    .replace('https://apiv2.imbox.io', platform.url)
    .replace('/apiKey/userId', `/${KEY}/1`)
    .replace('/fromDate/toDate', `/${DAY}/${DAY}`)
    .replace('/conversationID', `/${CONVERSATION}`)
    .replace('/agentId', '/1')
    .replace('channel=V1', `channel=${CONVERSATION}`)
    .replace('2020-01-01T00%3A00%3A00.000Z&endTime', `${encode(iso(START - 1000))}&endTime`)
    .replace('endTime=2020-01-01T00%3A00%3A00.000Z', `endTime=${encode(iso(START + 1_000_000))}`);
  try {
    const {stdout} = await promisify(execFile)('curl', ['-sS', '-X', 'GET', url]);
    return JSON.parse(stdout) as Answer['body'];
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return (await (await fetch(url)).json()) as Answer['body'];
  }
}

const COMMANDS: [operation: string, command: string, fields: Record<string, string>, hasLength: boolean][] = [
  [
    'listConversations',
    'curl -X GET "https://apiv2.imbox.io/message/listConversations/apiKey/userId/fromDate/toDate?pageFilterId=1&pageFilterId=2"',
    {sid: 'number', conversationID: 'string', date: 'date'},
    true,
  ],
  [
    'grabConversation',
    'curl -X GET "https://apiv2.imbox.io/message/grabConversation/apiKey/userId/conversationID"',
    {
      id: 'number',
      sid: 'number',
      conversationID: 'string',
      from: 'string',
      message: 'string',
      date: 'date',
      agentID: 'number?',
    },
    true,
  ],
  [
    'grabVisitorInfo',
    'curl -X GET "https://apiv2.imbox.io/message/grabVisitorInfo/apiKey/userId/conversationID"',
    {
      trafficType: 'string',
      se_type: 'string',
      sid: 'number',
      conversationID: 'string',
      last_visit: 'date',
      browser: 'string',
      os: 'string',
      user_city: 'string',
      user_country: 'string',
      exitPage: 'string',
    },
    false,
  ],
  [
    'grabVisitorTags',
    'curl -X GET "https://apiv2.imbox.io/message/grabVisitorTags/apiKey/userId/conversationID"',
    {sid: 'number', conversationID: 'string', createdDate: 'date', tag: 'string', type: 'number'},
    true,
  ],
  [
    'grabVisitorLabels',
    'curl -X GET "https://apiv2.imbox.io/message/grabVisitorLabels/apiKey/userId/conversationID"',
    {conversationID: 'string', createdDate: 'date', label: 'string'},
    false,
  ],
  [
    'grabVisitorCards',
    'curl -X GET "https://apiv2.imbox.io/message/grabVisitorCards/apiKey/userId/conversationID"',
    {
      dataID: 'string',
      data: 'string',
      sid: 'number',
      conversationID: 'string',
      createdDate: 'date',
      updatedDate: 'date',
    },
    false,
  ],
  [
    'grabAgent',
    'curl -X GET "https://apiv2.imbox.io/message/grabAgent/apiKey/userId/agentId"',
    {
      agentID: 'number',
      sid: 'number',
      agentName: 'string',
      agentEmail: 'string',
      agentPicture: 'string',
      agentLastActive: 'date?',
      department: 'string',
      isBackOffice: 'string',
      groups: 'string',
    },
    false,
  ],
  [
    'grabAgents',
    'curl -X GET "https://apiv2.imbox.io/message/grabAgents/apiKey/userId"',
    {
      agentID: 'number',
      sid: 'number',
      agentName: 'string',
      agentEmail: 'string',
      agentPicture: 'string',
      agentLastActive: 'date?',
      department: 'string',
      isBackOffice: 'string',
      groups: 'string',
    },
    true,
  ],
  [
    'chatStatistics',
    'curl -X GET "https://apiv2.imbox.io/message/chatStatistics/apiKey/userId?startTime=2020-01-01T00%3A00%3A00.000Z&endTime=2020-01-01T00%3A00%3A00.000Z&agentIds=1&agentIds=2&channel=V1"',
    {
      channel: 'string',
      agentName: 'string?',
      agentEmail: 'string?',
      referral: 'string',
      searchEngine: 'string',
      exitPage: 'string',
      browser: 'string',
      os: 'string',
      city: 'string',
      country: 'string',
      labels: 'array',
      tags: 'array',
      duration: 'number?',
      rating: 'number?',
      responseTime: 'number?',
      startedAt: 'date',
    },
    true,
  ],
  [
    'pageFilters',
    'curl -X GET "https://apiv2.imbox.io/message/pageFilters/apiKey/userId"',
    {id: 'number', sid: 'number', searchFilter: 'string', searchName: 'string', matchType: 'string'},
    true,
  ],
];

function fits(value: unknown, type: string): boolean {
  if (type.endsWith('?')) return value === null || fits(value, type.slice(0, -1));
  if (type === 'array') return Array.isArray(value);
  if (type === 'date') return typeof value === 'string' && iso(Date.parse(value)) === value;
  return typeof value === type;
}

for (const [operation, command, fields, hasLength] of COMMANDS) {
  test(`the documentation’s curl of ${operation} is answered with its envelope, fields and types`, async () => {
    const body = await curl(command);
    assert.equal(body.result, 'success', JSON.stringify(body));
    assert.ok(body.json.length > 0, 'there is something to look at');
    assert.equal(body.length, hasLength ? body.json.length : undefined);
    for (const record of body.json) {
      assert.deepEqual(Object.keys(record).sort(), Object.keys(fields).sort());
      for (const [name, type] of Object.entries(fields))
        assert.ok(fits(record[name], type), `${name} is ${JSON.stringify(record[name])}, and not ${type}`);
    }
  });
}

const account = `${KEY}/1`;

test('the conversation says who wrote what, without the agents’ notes', async () => {
  const {body} = await get(`grabConversation/${account}/${CONVERSATION}`);
  const said = body.json.map(({from, message, agentID}) => [from, agentID, message]);
  assert.deepEqual(said.slice(0, 4), [
    ['system', null, '{"type":"visitorJoin","currentPage":"https://shop.example/support"}'],
    [CONVERSATION, 0, 'Hi, where can I find the documentation page?'],
    ['admin of Care', 1, 'Hello'],
    [CONVERSATION, 0, '=SUM(A1) "thanks", bye'],
  ]);
  assert.doesNotMatch(JSON.stringify(body), /Between us/);
});

test('the visitor is described by their browser, their way here and their page', async () => {
  const {body} = await get(`grabVisitorInfo/${account}/${CONVERSATION}`);
  assert.deepEqual(body.json[0], {
    trafficType: 'Organic',
    se_type: 'Google',
    sid: 1,
    conversationID: CONVERSATION,
    last_visit: iso(START),
    browser: 'Chrome 50.0.0',
    os: 'Windows 7 0.0.0',
    user_city: '',
    user_country: '',
    exitPage: 'https://shop.example/support',
  });
});

test('tags, labels and cards are as visitor, page and agents have set them', async () => {
  const tags = await get(`grabVisitorTags/${account}/${CONVERSATION}`);
  assert.deepEqual(
    tags.body.json.map(({tag, type}) => [tag, type]),
    [
      ['John Doe', 0],
      ['Custom tag', 1],
    ],
  );
  const labels = await get(`grabVisitorLabels/${account}/${CONVERSATION}`);
  assert.deepEqual(labels.body.json.map(({label}) => label).sort(), ['BankId Verified', 'Support']);
  const cards = await get(`grabVisitorCards/${account}/${CONVERSATION}`);
  assert.deepEqual(cards.body.json, [
    {
      dataID: '1',
      data: 'Name: John Doe',
      sid: 1,
      conversationID: CONVERSATION,
      createdDate: iso(START),
      updatedDate: iso(START + 100_000),
    },
  ]);
});

const range = `startTime=${encode(iso(START - 1000))}&endTime=${encode(iso(START + 1_000_000))}`;

test('the statistics tell a chat that was answered from one that was not', async () => {
  const {body} = await get(`chatStatistics/${account}?${range}`);
  const [answered, unanswered] = body.json;
  assert.deepEqual(answered, {
    channel: CONVERSATION,
    agentName: 'admin of Care',
    agentEmail: TEAM.admin,
    referral: 'Organic',
    searchEngine: 'Google',
    exitPage: 'https://shop.example/support',
    browser: 'Chrome 50.0.0',
    os: 'Windows 7 0.0.0',
    city: '',
    country: '',
    labels: ['BankId Verified', 'Support'],
    tags: ['Custom tag'],
    duration: 100_000,
    rating: 4,
    responseTime: 5000,
    startedAt: iso(START),
  });
  assert.deepEqual(
    [unanswered?.agentName, unanswered?.duration, unanswered?.responseTime, unanswered?.rating],
    [null, null, null, null],
  );
});

const STATISTICS: [what: string, query: string, length: number][] = [
  ['by one agent', 'agentId=1', 1],
  ['by several agents', 'agentIds=1&agentIds=2', 1],
  ['by agents in one parameter', 'agentIds=1,2', 1],
  ['by an agent whom nobody knows', 'agentId=999999', 0],
  ['by channel', `channels=${CONVERSATION}&channels=V0`, 1],
  ['by a page that was seen', 'pageFilterId=1', 1],
  ['by a filter that nobody has made', 'pageFilterId=77', 0],
  ['by nothing', '', 2],
  // Stockholm is an hour ahead in November: the range ends before the second chat, or has not begun.
  ['in a zone', 'timezone=Europe/Stockholm', 2],
];
for (const [what, query, length] of STATISTICS) {
  test(`the statistics are filtered ${what}`, async () => {
    const {body} = await get(`chatStatistics/${account}?${range}&${query}`);
    assert.equal(body.length, length);
  });
}

test('a chat is in a range that begins, and in one that ends, with it', async () => {
  const at = async (from: number, to: number) =>
    (await get(`chatStatistics/${account}?startTime=${iso(START + from)}&endTime=${iso(START + to)}`)).body
      .length;
  assert.deepEqual([await at(0, 0), await at(-1, 0), await at(1, 2), await at(-2, -1)], [1, 1, 0, 0]);
});

test('a time without a zone is local time of the one that is named', async () => {
  const local = (hours: number) => iso(START + hours * 3_600_000).slice(0, 19);
  const ask = async (hours: number, timezone: string) =>
    (
      await get(
        `chatStatistics/${account}?startTime=${local(hours)}&endTime=${local(hours + 0.5)}&timezone=${timezone}`,
      )
    ).body.length;
  assert.equal(await ask(1, 'Europe/Stockholm'), 2);
  assert.equal(await ask(0, 'Europe/Stockholm'), 0);
  assert.equal(await ask(0, ''), 2);
});

test('as a table, the columns stand in the order of the fields, and no cell is a formula', async () => {
  await silent.report({type: 'page', page: {url: 'https://shop.example/?a="b",c', title: '@SUM'}});
  const path = `chatStatistics/${account}?${range}&fileType=csv&timezone=Europe/Stockholm`;
  const {headers, text} = await get(path, {'Accept-Encoding': 'identity'});
  assert.match(headers.get('Content-Type')!, /^text\/csv/);
  const zipped = await get(path, {'Accept-Encoding': 'br;q=1, gzip;q=0.5'});
  assert.equal(zipped.text, text);
  assert.deepEqual(
    [headers, zipped.headers].map((each) => [each.get('Content-Encoding'), each.get('Vary')]),
    [
      [null, 'Accept-Encoding'],
      ['gzip', 'Accept-Encoding'],
    ],
  );
  const lines = text.trimEnd().split('\r\n');
  const {body} = await get(`chatStatistics/${account}?${range}`);
  assert.equal(lines[0], Object.keys(body.json[0]!).join(','));
  assert.equal(lines.length, 3);
  assert.match(lines[1]!, /,100000,4,5000,2026-11-21T11:00:00\.000\+01:00$/);
  assert.match(lines[2]!, /"https:\/\/shop\.example\/\?a=%22b%22,c"|"https:\/\/shop\.example\/\?a=""b"",c"/);
});

test('a formula that somebody has put into a label is text in the table', async () => {
  for (const label of ['=1+1', '+1', '-1', '@x', '\t=1'])
    await desk.mark(list[0]!.id, {addLabels: [label], removeLabels: ['Support', 'BankId Verified']});
  const {text} = await get(`chatStatistics/${account}?${range}&fileType=csv&channel=${CONVERSATION}`);
  assert.match(text, /,"'(=1\+1|\+1|-1|@x)/);
  await desk.mark(list[0]!.id, {removeLabels: ['=1+1', '+1', '-1', '@x']});
});

const BAD: [what: string, path: string, status: number, code: string][] = [
  ['a wrong key', 'grabAgents/wrong/1', 401, 'unauthorized'],
  ['a wrong user id', `grabAgents/${KEY}/2`, 401, 'unauthorized'],
  ['a user id that is none', `grabAgents/${KEY}/1x`, 401, 'unauthorized'],
  ['a conversation that is not there', `grabConversation/${account}/V0`, 404, 'not-found'],
  ['slashes in a segment', `grabConversation/${account}/..%2F..%2Fx`, 404, 'not-found'],
  ['a broken escape', `grabConversation/${account}/%zz`, 404, 'not-found'],
  ['an operation that is none', `grabEverything/${account}`, 404, 'not-found'],
  ['too many segments', `grabAgents/${account}/1/2`, 404, 'not-found'],
  ['an agent who is not there', `grabAgent/${account}/999`, 404, 'not-found'],
  ['an agent’s id that is none', `grabAgent/${account}/x`, 404, 'not-found'],
  ['a day that is none', `listConversations/${account}/2020-02-30/2020-03-01`, 400, 'invalid-request'],
  ['a date in another form', `listConversations/${account}/01.02.2020/2020-03-01`, 400, 'invalid-request'],
  [
    'days that end before they begin',
    `listConversations/${account}/2020-03-02/2020-03-01`,
    400,
    'invalid-request',
  ],
  ['no start', `chatStatistics/${account}`, 400, 'invalid-request'],
  ['a start that is none', `chatStatistics/${account}?startTime=yesterday`, 400, 'invalid-request'],
  [
    'a month that is none',
    `chatStatistics/${account}?startTime=2020-13-01T00:00:00Z`,
    400,
    'invalid-request',
  ],
  [
    'an end before the start',
    `chatStatistics/${account}?startTime=2020-02-01&endTime=2020-01-01`,
    400,
    'invalid-request',
  ],
  [
    'more than 365 days',
    `chatStatistics/${account}?startTime=2020-01-01&endTime=2021-01-01`,
    400,
    'invalid-request',
  ],
  ['a zone that is none', `chatStatistics/${account}?${range}&timezone=Mars/Base`, 400, 'invalid-request'],
  ['a file type that is none', `chatStatistics/${account}?${range}&fileType=pdf`, 400, 'invalid-request'],
  [
    'an agent’s id that is no number',
    `chatStatistics/${account}?${range}&agentId=1%27--`,
    400,
    'invalid-request',
  ],
  [
    'ten thousand filters',
    `chatStatistics/${account}?${range}&agentIds=${Array.from({length: 3000}, (_, n) => n).join(',')}`,
    400,
    'invalid-request',
  ],
];
for (const [what, path, status, code] of BAD) {
  test(`${what} is answered ${status} ${code}`, async () => {
    const answer = await get(path);
    assert.deepEqual([answer.status, answer.body.result, answer.body.error?.code], [status, 'error', code]);
    assert.ok(answer.body.error!.message.length > 5);
    assert.doesNotMatch(answer.text, new RegExp(KEY));
    assert.equal(answer.headers.get('Cache-Control'), 'no-store');
  });
}

test('365 days are not too many', async () => {
  assert.equal((await get(`chatStatistics/${account}?startTime=2021-01-01&endTime=2022-01-01`)).status, 200);
});

test('what is another account’s is no different from what is not there', async () => {
  const theirs = await createTestVisitor(platform, {siteId: OTHER_SITE});
  await theirs.say('Hello');
  const [entry] = (await get(`listConversations/${OTHER_KEY}/2/${DAY}/${DAY}`)).body.json;
  const channel = String(entry!.conversationID);
  assert.equal((await get(`grabConversation/${OTHER_KEY}/2/${channel}`)).status, 200);
  for (const operation of [
    'grabConversation',
    'grabVisitorInfo',
    'grabVisitorTags',
    'grabVisitorLabels',
    'grabVisitorCards',
  ]) {
    const foreign = await get(`${operation}/${account}/${channel}`);
    const absent = await get(`${operation}/${account}/V123`);
    assert.deepEqual([foreign.status, foreign.text], [absent.status, absent.text], operation);
  }
  const foreignKey = await get(`grabAgents/${OTHER_KEY}/1`);
  const absentKey = await get(`grabAgents/nobody/1`);
  assert.deepEqual([foreignKey.status, foreignKey.text], [absentKey.status, absentKey.text]);
});

test('visitors who have said nothing are no conversations', async () => {
  await createTestVisitor(platform);
  assert.equal((await get(`listConversations/${account}/${DAY}/${DAY}`)).body.length, 2);
  assert.equal((await get(`listConversations/${account}/2020-01-01/2020-12-31`)).body.length, 0);
});

test('a page is refused, whatever key it has', async () => {
  const answer = await get(`grabAgents/${account}`, {Origin: 'http://localhost:3000'});
  assert.deepEqual([answer.status, answer.body.error?.code], [403, 'forbidden-origin']);
});

test('who asks too often is told to wait, and how long', async () => {
  const strict = await startPlatform({conversationRates: {api: {perSecond: 1, burst: 2}}});
  const ask = () => fetch(`${strict.url}/message/grabAgents/${account}`);
  assert.deepEqual([(await ask()).status, (await ask()).status], [200, 200]);
  const refused = await ask();
  assert.deepEqual([refused.status, refused.headers.get('Retry-After')], [429, '1']);
  assert.equal(((await refused.json()) as Answer['body']).error?.code, 'too-many-requests');
});
