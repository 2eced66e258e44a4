/** `app-inbox/chat-api` and the platform's chat API: that they speak the same. */
import assert from 'node:assert/strict';
import {text} from 'node:stream/consumers';
import {test} from 'node:test';
import {createChatApi} from '../../../src/chat-api/chat-api.ts';
import {ChatApiError} from '../../../src/chat-api/errors.ts';
import {createTestAgent, putTeams, TEAM} from '../support/desk.ts';
import {deskChat} from '../support/desk-chat.ts';
import {KEY, startPlatform} from '../support/platform.ts';
import {createTestVisitor} from '../support/visitor.ts';

const platform = await startPlatform();
await putTeams(platform);
const {clock} = platform;
const admin = await createTestAgent(platform, TEAM.admin);
const desk = deskChat(admin, platform);
const api = createChatApi({
  baseUrl: platform.url,
  apiKey: KEY,
  userId: 1,
  now: () => clock.now(),
  wait: () => Promise.resolve(),
});

const START = clock.now();
const visitor = await createTestVisitor(platform, {
  page: {url: 'https://shop.example/start', title: 'Start'},
  referrer: 'https://www.google.se/search?q=tomatoes',
});
await visitor.report(
  {type: 'name', name: 'John Doe'},
  {type: 'card', id: '1', data: 'Name: John Doe'},
  {type: 'message', text: 'Hi'},
);
const [row] = (await desk.list()).list;
const channel = row!.channel;
clock.advance(5000);
await desk.mark(row!.id, {addLabels: ['Support'], addTags: ['Custom tag']});
await desk.reply(row!.id, 'Hello');
await visitor.report({type: 'rating', rating: 4});
await admin.call('POST', '/page-filters', {searchFilter: '/start', searchName: 'Start'});
const YEARS = {from: START - 800 * 86_400_000, to: START + 60_000};

test('it reads every operation of the platform', async () => {
  const day = new Date(START);
  const conversations = await api.listConversations({from: day, to: day});
  assert.deepEqual(
    conversations.map(({conversationId, createdAt}) => [conversationId, createdAt instanceof Date]),
    [[channel, true]],
  );
  const messages = await api.grabConversation(channel);
  assert.deepEqual(
    messages.map(({author, text, event}) => [author.kind, event?.type ?? text]),
    [
      ['system', 'visitorJoin'],
      ['visitor', 'Hi'],
      ['agent', 'Hello'],
      ['system', 'rating'],
    ],
  );
  const info = await api.grabVisitorInfo(channel);
  assert.deepEqual([info?.trafficType, info?.searchEngine], ['Organic', 'Google']);
  assert.deepEqual(
    (await api.grabVisitorTags(channel)).map(({tag, isName}) => [tag, isName]),
    [
      ['John Doe', true],
      ['Custom tag', false],
    ],
  );
  assert.deepEqual(
    (await api.grabVisitorLabels(channel)).map(({label}) => label),
    ['Support'],
  );
  assert.deepEqual(
    (await api.grabVisitorCards(channel)).map(({id, data}) => [id, data]),
    [['1', 'Name: John Doe']],
  );
  const agents = await api.grabAgents();
  assert.ok(agents.length > 0);
  assert.deepEqual(await api.grabAgent(agents[0]!.id), agents[0]);
  assert.equal(await api.grabAgent(999), undefined);
  assert.equal(await api.grabVisitorInfo('V0'), undefined);
  assert.deepEqual(
    (await api.pageFilters()).map(({searchFilter}) => searchFilter),
    ['/start'],
  );
});

test('it brings the chats of more than a year, as records and as a table', async () => {
  const chats = await api.chatStatistics(YEARS);
  assert.deepEqual(
    chats.map(({channel, responseTime, rating, labels}) => [channel, responseTime, rating, labels]),
    [[channel, 5000, 4, ['Support']]],
  );
  const [names, line, end, ...more] = (await text(api.chatStatisticsCsv(YEARS))).split('\r\n');
  assert.match(names!, /^channel,/);
  assert.equal(line?.split(',')[0], channel);
  assert.deepEqual([end, more], ['', []]);
});

test('it says what the platform refuses, in the platform’s words and without the key', async () => {
  const stranger = createChatApi({baseUrl: platform.url, apiKey: 'another-key', userId: 1});
  const error = await stranger.grabAgents().catch((reason: unknown) => reason);
  assert.ok(error instanceof ChatApiError);
  assert.deepEqual([error.code, error.status, error.platformCode], ['refused', 401, 'unauthorized']);
  assert.doesNotMatch(String(error), /another-key/);
});
