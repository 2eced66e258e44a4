/** An agent says that they are away, or back: whoever looks on is told, and nobody says it for anybody else. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {AppContext} from '../../../src/protocol/app-context.ts';
import {createTestAgent, OTHER_TEAM, putTeams, TEAM, type TestAgent} from '../support/desk.ts';
import {deskChat} from '../support/desk-chat.ts';
import {OTHER_SITE, startPlatform} from '../support/platform.ts';
import type {TestStream} from '../support/stream.ts';
import {createTestVisitor, type ChatBody, type TestVisitor} from '../support/visitor.ts';

const platform = await startPlatform();
await putTeams(platform);
const agent = await createTestAgent(platform, TEAM.agent);
const colleague = await createTestAgent(platform, TEAM.admin);
const stranger = await createTestAgent(platform, OTHER_TEAM.agent);
const desk = deskChat(agent, platform);

const say = (who: TestAgent, isAway: unknown) => who.call('PUT', '/me/availability', {isAway});
const isAgentAway = async (who: TestAgent) =>
  ((await who.call('GET', '/me')).body as unknown as {agent: {isAway: boolean}}).agent.isAway;
const isAway = async (visitor: TestVisitor) => (await visitor.call('GET', '/conversation')).body.state.isAway;
const hear = async (stream: TestStream) => {
  const {messages, state} = (await stream.until('change')).data as unknown as ChatBody;
  return {messages, isAway: state.isAway};
};

/** A visitor with an open chat, whom only the agent could answer. */
async function begin() {
  platform.clock.advance(61_000);
  await say(agent, false);
  const visitor = await createTestVisitor(platform);
  await visitor.say('Hello');
  const [row] = (await desk.list()).list;
  const stream = await visitor.stream();
  await stream.until('ready');
  return {visitor, stream, id: row!.id};
}

test('an open chat hears at once that the last agent has gone away, and that they are back', async () => {
  const {visitor, stream} = await begin();
  assert.equal(await isAway(visitor), false);

  assert.equal((await say(agent, true)).status, 204);
  assert.deepEqual(await hear(stream), {messages: [], isAway: true});
  assert.equal(await isAway(visitor), true);
  assert.equal(await isAgentAway(agent), true);

  assert.equal((await say(agent, false)).status, 204);
  assert.deepEqual(await hear(stream), {messages: [], isAway: false});
  assert.equal(await isAway(visitor), false);
  assert.equal(await isAgentAway(agent), false);
  stream.close();
});

test('while a colleague is there, nobody is told that all are away', async () => {
  const {visitor, stream} = await begin();
  await deskChat(colleague, platform).list();
  await say(agent, true);
  assert.deepEqual(await hear(stream), {messages: [], isAway: false});
  await say(colleague, true);
  assert.deepEqual(await hear(stream), {messages: [], isAway: true});
  await say(colleague, false);
  assert.equal(await isAway(visitor), false);
  stream.close();
});

test('who comes back is there without a word more', async () => {
  const {visitor, stream} = await begin();
  await say(agent, true);
  platform.clock.advance(61_000);
  await say(agent, false);
  assert.equal(await isAway(visitor), false);
  stream.close();
});

test('another team’s agent cannot change it, and reaches only their own visitors', async () => {
  const {visitor, stream} = await begin();
  const theirs = await createTestVisitor(platform, {
    siteId: OTHER_SITE,
    page: {url: 'https://other.example/'},
  });
  await deskChat(stranger, platform).list();
  const theirStream = await theirs.stream();
  await theirStream.until('ready');

  await say(stranger, true);
  assert.deepEqual(await hear(theirStream), {messages: [], isAway: true});
  assert.equal(await isAway(visitor), false);
  assert.equal(await isAgentAway(agent), false);

  await say(agent, true);
  await say(stranger, false);
  assert.deepEqual(await hear(theirStream), {messages: [], isAway: false});
  assert.deepEqual(await hear(stream), {messages: [], isAway: true}, 'the first that this chat hears');
  assert.equal(await isAway(visitor), true);
  assert.equal(await isAgentAway(agent), true);
  for (const own of [stream, theirStream]) own.close();
});

test('what is not a yes or a no is refused, and so is saying it for another agent', async () => {
  await say(agent, false);
  for (const body of [{}, {isAway: 'true'}, {isAway: null}, {isAway: true, agentId: `agent-of-${TEAM.id}`}]) {
    const answer = await colleague.call('PUT', '/me/availability', body);
    assert.deepEqual([answer.status, answer.body.code], [400, 'invalid-request'], JSON.stringify(body));
  }
  assert.deepEqual([await isAgentAway(agent), await isAgentAway(colleague)], [false, false]);
});

test('dashboard apps are told that the assignee is busy', async () => {
  const {id, stream} = await begin();
  await desk.reply(id, 'Hello');
  const status = async () => {
    const {body} = await agent.call('GET', `/app-context?conversationId=${id}`);
    const {context} = body as unknown as {context: AppContext};
    return context.conversation.meta.assignee?.availability_status;
  };
  assert.equal(await status(), 'online');
  await say(agent, true);
  assert.equal(await status(), 'busy');
  await say(agent, false);
  assert.equal(await status(), 'online');
  stream.close();
});

test('a restart of the demo leaves it as it was said', async () => {
  await say(agent, true);
  await putTeams(platform);
  assert.equal(await isAgentAway(agent), true);
  await say(agent, false);
});
