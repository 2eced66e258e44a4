import type {TestAgent} from './desk.ts';
import type {TestPlatform} from './platform.ts';
import {createTestVisitor} from './visitor.ts';
import type {TestRow} from './desk-chat.ts';

/** The paths of a conversation, a canned answer and a page filter of the agent's team, by their routes' names. */
export async function ownedConversation(
  platform: TestPlatform,
  admin: TestAgent,
): Promise<Record<string, string>> {
  const visitor = await createTestVisitor(platform);
  const {body: file} = await visitor.upload('note.txt', 'Hello');
  await visitor.say('Hello', {attachmentIds: [file.id]});
  const {list} = (await admin.call('GET', '/conversations')).body as unknown as {list: TestRow[]};
  const {body: answer} = await admin.call('POST', '/canned-answers', {shortcut: 'hi', text: 'Hello'});
  const {body: filter} = await admin.call('POST', '/page-filters', {searchFilter: '/', searchName: 'All'});
  const base = '/desk/api/v1';
  const conversation = `${base}/conversations/${list[0]!.id}`;
  const paths: Record<string, string> = {
    [`GET ${base}/conversations/{id}/attachments/{file}`]: `${conversation}/attachments/${file.id}`,
    [`GET ${base}/conversations/{id}`]: conversation,
    [`DELETE ${base}/canned-answers/{id}`]: `${base}/canned-answers/${answer.id}`,
    [`DELETE ${base}/page-filters/{id}`]: `${base}/page-filters/${filter.id}`,
  };
  for (const [method, part] of [
    ['GET', 'messages'],
    ['POST', 'messages'],
    ['POST', 'read'],
    ['POST', 'typing'],
    ['PUT', 'assignment'],
    ['PUT', 'status'],
    ['POST', 'marks'],
    ['POST', 'attachments'],
  ] as const)
    paths[`${method} ${base}/conversations/{id}/${part}`] = `${conversation}/${part}`;
  return paths;
}
