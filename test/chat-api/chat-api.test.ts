import assert from 'node:assert/strict';
import {beforeEach, describe, it} from 'node:test';
import {createChatApi, type ChatApiOptions} from '../../src/chat-api/chat-api.ts';
import {joinCsv} from '../../src/chat-api/csv.ts';
import {ChatApiError} from '../../src/chat-api/errors.ts';
import {records, startApiServer, text} from './server.ts';

const server = await startApiServer();
const NOW = Date.parse('2026-11-21T10:00:00Z');
let pauses: number[] = [];

function client(options: Partial<ChatApiOptions> = {}) {
  return createChatApi({
    apiKey: 'k/1',
    userId: 7,
    baseUrl: server.url,
    now: () => NOW,
    random: () => 0.5,
    wait: (milliseconds) => {
      pauses.push(milliseconds);
      return Promise.resolve();
    },
    ...options,
  });
}

const fails =
  (code: string, pattern = /./) =>
  (error: unknown) => {
    assert.ok(error instanceof ChatApiError);
    assert.equal(error.code, code, error.message);
    assert.match(error.message, pattern);
    assert.doesNotMatch(JSON.stringify([error.message, error.stack]), /k\/1|k%2F1/);
    return true;
  };

beforeEach(() => {
  pauses = [];
  server.asked = [];
  server.answers = [];
});

describe('what the client asks for', () => {
  it('is the documented path of each operation', async () => {
    server.answers = [records([])];
    const api = client();
    await api.listConversations({
      from: '2020-01-01',
      to: new Date('2020-01-31T23:00:00Z'),
      pageFilterIds: [1, 2],
    });
    await api.grabConversation('V1');
    await api.grabVisitorInfo('V1');
    await api.grabVisitorTags('V1');
    await api.grabVisitorLabels('V1');
    await api.grabVisitorCards('V1');
    await api.grabAgent(3);
    await api.grabAgents();
    await api.pageFilters();
    await api.chatStatistics({
      from: '2020-01-01',
      to: '2020-01-02',
      agentIds: [1, 2],
      channels: ['V1'],
      pageFilterIds: ['4'],
      timezone: 'Europe/Stockholm',
    });
    assert.deepEqual(server.asked, [
      '/message/listConversations/k%2F1/7/2020-01-01/2020-01-31?pageFilterId=1&pageFilterId=2',
      '/message/grabConversation/k%2F1/7/V1',
      '/message/grabVisitorInfo/k%2F1/7/V1',
      '/message/grabVisitorTags/k%2F1/7/V1',
      '/message/grabVisitorLabels/k%2F1/7/V1',
      '/message/grabVisitorCards/k%2F1/7/V1',
      '/message/grabAgent/k%2F1/7/3',
      '/message/grabAgents/k%2F1/7',
      '/message/pageFilters/k%2F1/7',
      '/message/chatStatistics/k%2F1/7?startTime=2020-01-01T00%3A00%3A00.000Z&endTime=2020-01-02T00%3A00%3A00.000Z' +
        '&agentIds=1&agentIds=2&channels=V1&pageFilterId=4&timezone=Europe%2FStockholm',
    ]);
  });

  it('stays one segment, whatever the id holds', async () => {
    server.answers = [records([])];
    await client().grabConversation('V1/../../x?y#z');
    assert.deepEqual(server.asked, ['/message/grabConversation/k%2F1/7/V1%2F..%2F..%2Fx%3Fy%23z']);
    for (const id of ['', '.', '..'])
      await assert.rejects(client().grabConversation(id), fails('invalid-argument'));
    assert.equal(server.asked.length, 1);
  });

  it('is never a range that is none', async () => {
    const api = client();
    await assert.rejects(
      api.listConversations({from: '2020-02-30', to: '2020-03-02'}),
      fails('invalid-argument'),
    );
    await assert.rejects(
      api.listConversations({from: '2020-03-03', to: '2020-03-02'}),
      fails('invalid-argument'),
    );
    await assert.rejects(
      api.chatStatistics({from: 'yesterday'}),
      fails('invalid-argument', /from is no date/),
    );
    await assert.rejects(
      api.chatStatistics({from: NOW + 1}),
      fails('invalid-argument', /ends before it begins/),
    );
    assert.throws(() => api.chatStatisticsCsv({from: 'never'}), fails('invalid-argument'));
    assert.deepEqual(server.asked, []);
  });
});

describe('what the client makes of the answers', () => {
  it('tells visitor, agent and system apart, and puts the messages in order', async () => {
    const entry = {sid: 1, conversationID: 'V1', date: '2020-01-01T00:00:00.000Z'};
    const join = '{"type":"visitorJoin","currentPage":"https://example.org/support"}';
    server.answers = [
      records([
        {...entry, id: 9, from: 'John', message: 'Later', agentID: 1, date: '2020-01-01T00:00:05.000Z'},
        {...entry, id: 702005, from: 'V1', message: 'Where?', agentID: 0},
        {...entry, id: 702004, from: 'system', message: join, agentID: null},
        {...entry, id: 3, from: 'system', message: 'restarted', agentID: null},
      ]),
    ];
    const found = await client().grabConversation('V1');
    assert.deepEqual(
      found.map(({id, author}) => [id, author]),
      [
        [3, {kind: 'system'}],
        [702004, {kind: 'system'}],
        [702005, {kind: 'visitor', name: 'V1'}],
        [9, {kind: 'agent', agentId: 1, name: 'John'}],
      ],
    );
    assert.deepEqual(found[0]?.event, {type: 'unknown', data: {}});
    assert.equal(found[1]?.event?.type, 'visitorJoin');
    assert.equal(found[1]?.event?.currentPage, 'https://example.org/support');
    assert.equal(found[2]?.event, undefined);
    assert.deepEqual(found[3]?.at, new Date('2020-01-01T00:00:05Z'));
  });

  it('reads numbers, booleans and lists out of texts, and no date out of 2020-00-00', async () => {
    server.answers = [
      records([
        {
          agentID: '2',
          sid: 1,
          agentName: 'Jane',
          agentEmail: 'j@example.org',
          isBackOffice: '1',
          groups: 'Sales, Support',
        },
      ]),
      records([{conversationID: 'V1', createdDate: '2020-00-00T00:00:00.000Z', label: 'BankId Verified'}]),
      records([
        {conversationID: 'V1', tag: 'John Doe', type: 0},
        {conversationID: 'V1', tag: 'x', type: '1'},
      ]),
    ];
    const [agent] = await client().grabAgents();
    assert.deepEqual(agent, {
      id: 2,
      name: 'Jane',
      email: 'j@example.org',
      picture: null,
      lastActiveAt: null,
      department: null,
      isBackOffice: true,
      groups: ['Sales', 'Support'],
    });
    assert.equal((await client().grabVisitorLabels('V1'))[0]?.createdAt, null);
    assert.deepEqual(
      (await client().grabVisitorTags('V1')).map(({isName}) => isName),
      [true, false],
    );
  });

  it('survives doubled commas and comments, and leaves texts alone', async () => {
    server.answers = [
      text(`{"result": "success", "json": [{ // one chat
        "channel": "V1", "country": "Swe,,den // no comment",, "duration": null, "rating": "4", "labels": [],
        "startedAt": "2020-01-01T00:00:00.000Z", },], "length": 1}`),
    ];
    const [chat] = await client().chatStatistics({from: '2020-01-01', to: '2020-01-02'});
    assert.equal(chat?.country, 'Swe,,den // no comment');
    assert.equal(chat?.rating, 4);
    assert.equal(chat?.duration, null);
    assert.deepEqual(chat?.labels, []);
  });

  it('says what is no answer of the API', async () => {
    const cases = ['<html>', '"text"', '[1]', 'null', ''];
    for (const body of cases) {
      server.answers = [text(body)];
      await assert.rejects(client().grabAgents(), fails('invalid-response'), body);
    }
    server.answers = [text('{"result":"error","error":{"code":"not-found","message":"No such agent"}}')];
    await assert.rejects(client().grabAgents(), fails('refused', /No such agent/));
    server.answers = [text('{"result":"success","json":[null,7,{"agentID":1}]}')];
    assert.equal((await client().grabAgents()).length, 1);
  });
});

describe('a range of more than 365 days', () => {
  const row = (startedAt: string) => ({channel: 'V1', startedAt});

  it('is asked for in pieces without gap or overlap, and comes back sorted', async () => {
    server.answers = [records([row('2021-03-01T00:00:00Z'), row('2020-01-05T00:00:00Z')]), records([])];
    const found = await client().chatStatistics({from: '2020-01-01', to: '2022-01-01'});
    const ranges = server.asked.map((url) => [...new URL(url, server.url).searchParams.values()]);
    assert.deepEqual(ranges, [
      ['2020-01-01T00:00:00.000Z', '2020-12-31T00:00:00.000Z'],
      ['2020-12-31T00:00:00.001Z', '2021-12-31T00:00:00.001Z'],
      ['2021-12-31T00:00:00.002Z', '2022-01-01T00:00:00.000Z'],
    ]);
    assert.deepEqual(
      found.map(({startedAt}) => startedAt?.toISOString().slice(0, 4)),
      ['2020', '2021'],
    );
  });

  it('is one table with one line of names', async () => {
    server.answers = [
      text('channel,rating\r\nV1,4'),
      text('channel,rating\r\nV2,5\r\n'),
      text('channel,rating'),
    ];
    const table = await new Response(
      client().chatStatisticsCsv({from: '2020-01-01', to: '2022-01-01'}),
    ).text();
    assert.equal(table, 'channel,rating\r\nV1,4\r\nV2,5\r\n');
    assert.ok(server.asked.every((url) => url.endsWith('&fileType=csv')));
  });

  it('fetches nothing of a table that nobody reads', async () => {
    server.answers = [text('a\r\n1')];
    const table = client().chatStatisticsCsv({from: '2020-01-01', to: '2022-01-01'});
    await table.cancel();
    assert.deepEqual(server.asked, []);
  });
});

describe('when the platform cannot', () => {
  it('asks again after a pause, and no sooner than the platform wishes', async () => {
    server.answers = [text('', 503), text('{}', 429, {'Retry-After': '7'}), records([{agentID: 1}])];
    assert.equal((await client().grabAgents()).length, 1);
    assert.deepEqual(pauses, [250, 7500]);
  });

  it('gives up in the end, with what the platform said', async () => {
    server.answers = [text('{"error":{"code":"too-many-requests","message":"Slower"}}', 429)];
    await assert.rejects(client({retries: 2}).grabAgents(), (error: ChatApiError) => {
      fails('unavailable', /Slower/)(error);
      return error.platformCode === 'too-many-requests' && error.status === 429;
    });
    assert.equal(server.asked.length, 3);
  });

  it('does not repeat what was refused', async () => {
    server.answers = [text('{"result":"error","error":{"code":"unauthorized","message":"no"}}', 401)];
    await assert.rejects(client().grabAgents(), fails('refused'));
    assert.equal(server.asked.length, 1);
  });

  it('does not follow to another address, which would be told the key', async () => {
    server.answers = [text('', 302, {Location: `${server.url}/elsewhere`})];
    await assert.rejects(client({retries: 0}).grabAgents(), fails('unreachable'));
    assert.equal(server.asked.length, 1);
  });

  it('tells an answer that does not come from a platform that is not there', async () => {
    server.answers = [() => {}];
    await assert.rejects(client({timeout: 20, retries: 0}).grabAgents(), fails('timeout'));
    await assert.rejects(
      client({baseUrl: 'http://127.0.0.1:9', retries: 0}).grabAgents(),
      fails('unreachable'),
    );
  });

  it('stops when the caller says so, also between two attempts', async () => {
    const stop = new AbortController();
    server.answers = [() => stop.abort()];
    await assert.rejects(client().grabAgents({signal: stop.signal}), fails('aborted'));
    const later = new AbortController();
    server.answers = [text('', 500)];
    const call = createChatApi({
      apiKey: 'k/1',
      userId: 7,
      baseUrl: server.url,
      random: () => {
        queueMicrotask(() => later.abort());
        return 1;
      },
    }).grabAgents({signal: later.signal});
    await assert.rejects(call, fails('aborted'));
  });
});

it('is not made in a page, where everybody could read the key', () => {
  const scope = globalThis as {document?: unknown};
  scope.document = {};
  try {
    assert.throws(() => client(), fails('invalid-argument', /server/));
    assert.ok(client({dangerouslyAllowBrowser: true}));
  } finally {
    delete scope.document;
  }
});

it('a table is whole, however its pieces are cut into chunks', async () => {
  const pieces = ['a,b\r\nV1,1\r\nV2,2\r\n', 'a,b\r\n', 'a,b\r\nV3,3\r\nV4,4'];
  const cut = (text: string, size: number) =>
    new Response(
      new ReadableStream<Uint8Array>({
        start(controller) {
          const bytes = new TextEncoder().encode(text);
          for (let at = 0; at < bytes.length; at += size) controller.enqueue(bytes.subarray(at, at + size));
          controller.close();
        },
      }),
    );
  for (let size = 1; size <= 20; size++) {
    const joined = joinCsv(pieces.map((text) => () => Promise.resolve(cut(text, size))));
    assert.equal(await new Response(joined).text(), 'a,b\r\nV1,1\r\nV2,2\r\nV3,3\r\nV4,4', `${size} bytes`);
  }
});
