import assert from 'node:assert/strict';
import {test} from 'node:test';
import {createTestAgent, putTeams, TEAM} from '../support/desk.ts';
import {deskChat} from '../support/desk-chat.ts';
import {startPlatform} from '../support/platform.ts';
import type {StreamEvent, TestStream} from '../support/stream.ts';
import {createTestVisitor} from '../support/visitor.ts';

const platform = await startPlatform();
await putTeams(platform);

async function lastOf(stream: TestStream): Promise<StreamEvent | undefined> {
  let last: StreamEvent | undefined;
  for (let event; (event = await stream.next());) last = event;
  return last;
}

test('a process that ends tells chats and desks when to come back: desks, which have no jitter, at different times', async () => {
  const visitor = await createTestVisitor(platform);
  await visitor.say('Hello');
  const desk = deskChat(await createTestAgent(platform, TEAM.admin), platform);
  const chat = await visitor.stream();
  const desks = await Promise.all(Array.from({length: 8}, () => desk.stream()));
  for (const stream of [chat, ...desks]) await stream.until('ready');
  await platform.platform.endStreams();
  assert.equal((await lastOf(chat))?.retry, '2000');
  const pauses = await Promise.all(desks.map(async (stream) => Number((await lastOf(stream))?.retry)));
  assert.ok(
    pauses.every((pause) => pause >= 1000 && pause <= 3000),
    String(pauses),
  );
  assert.ok(new Set(pauses).size > 1, String(pauses));
});
