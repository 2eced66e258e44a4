import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Answer} from './support/answer.ts';
import type {TestContact} from './support/contact.ts';
import {startPlatform} from './support/platform.ts';

const platform = await startPlatform();
const {clock} = platform;

const titlesOf = ({body}: Answer) => body.list.map(({title}) => title).join();

async function contactWith(
  length: number,
  message: (number: number) => Record<string, unknown> = () => ({}),
) {
  const contact = await platform.contact();
  const ids: string[] = [];
  for (let number = 1; number <= length; number++) {
    ids.push(await platform.send(contact, {title: String(number), ...message(number)}));
  }
  return {contact, ids};
}

async function readAll(contact: TestContact, query: string, between = async () => {}): Promise<string> {
  let titles = '';
  let cursor: string | null = '';
  while (cursor !== null) {
    const answer = await contact.get(`/messages?${query}${cursor && `&cursor=${cursor}`}`);
    assert.equal(answer.status, 200);
    titles += (titles && '|') + titlesOf(answer);
    cursor = answer.body.next;
    await between();
  }
  return titles;
}

test('a list is read slice by slice to its end', async () => {
  const {contact} = await contactWith(7);
  assert.equal(await readAll(contact, 'limit=3'), '7,6,5|4,3,2|1');
  assert.equal(await readAll(contact, 'limit=7'), '7,6,5,4,3,2,1');
});

test('what arrives, goes or is read meanwhile makes no slice repeat or lose anything', async () => {
  const {contact, ids} = await contactWith(6);
  const other = await contact.elsewhere();
  const titles = await readAll(contact, 'limit=2', async () => {
    await platform.send(contact, {title: 'new'});
    await other.report({type: 'read', ids: [ids[0]]}, {type: 'deleted', ids: [ids[5]]});
  });
  assert.equal(titles, '6,5|4,3|2,1');
});

test('without a limit a slice has 20', async () => {
  const {contact} = await contactWith(21);
  const {body} = await contact.get('/messages?view=inbox');
  assert.equal(body.list.length, 20);
  assert.ok(body.next);
});

test('a slice can be of one category', async () => {
  const {contact} = await contactWith(6, (number) => ({category: number % 2 ? 'odd' : 'even'}));
  assert.equal(await readAll(contact, 'category=odd&limit=2'), '5,3|1');
  assert.equal(await readAll(contact, 'category=none'), '');
});

test('the views show what they say, and the counts are the inbox’s in every view', async () => {
  const {contact, ids} = await contactWith(5);
  await contact.report(
    {type: 'read', ids: [ids[0]]},
    {type: 'seen', ids: [ids[1]]},
    {type: 'archived', ids: [ids[2]]},
    {type: 'snoozed', ids: [ids[3]], until: clock.now() + 60_000},
  );
  for (const [view, titles] of [
    ['inbox', '5,2,1'],
    ['unread', '5,2'],
    ['archived', '3'],
    ['snoozed', '4'],
  ]) {
    const answer = await contact.get(`/messages?view=${view}`);
    assert.equal(titlesOf(answer), titles, view);
    assert.deepEqual(answer.body.counts, {unread: 2, unseen: 1}, view);
  }
  assert.equal(await contact.count(), 2);
});

test('a snoozed message says until when, and no other does', async () => {
  const {contact, ids} = await contactWith(2);
  const until = clock.now() + 60_000;
  await contact.report({type: 'snoozed', ids: [ids[0]], until});
  const {body: snoozed} = await contact.get('/messages?view=snoozed');
  assert.equal(snoozed.list[0]!.snoozedUntil, until);
  const {body: inbox} = await contact.get('/messages?view=inbox');
  assert.equal('snoozedUntil' in inbox.list[0]!, false);
});

for (const query of [
  'cursor=nonsense',
  'cursor=',
  'limit=0',
  'limit=101',
  'limit=x',
  'view=all',
  'category=',
]) {
  test(`a slice with ${query} is answered 400 and names the field`, async () => {
    const contact = await platform.contact();
    const {status, body} = await contact.get(`/messages?${query}`);
    assert.equal(status, 400);
    assert.equal(body.errors[0]!.path, query.split('=')[0]);
  });
}
