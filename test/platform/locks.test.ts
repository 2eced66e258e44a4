/** What several requests of one contact do to the same rows, on a server that works on them at the same time. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {setTimeout as pause} from 'node:timers/promises';
import pg from 'pg';
import {createPlatform} from '../../demo/platform/platform.ts';
import {createTestDatabase, SERVER} from './support/database.ts';

const KEY = 'key-of-the-locks-1234567890';
const onServer = {
  skip: SERVER ? false : 'needs TEST_DATABASE_URL: an embedded database does one thing at a time',
};

test('a list is answered while the contact’s marks come in', onServer, async (t) => {
  const database = await createTestDatabase();
  const platform = await createPlatform({database: database.location});
  await platform.putSite({id: 'site', name: 'Site', origins: [], apiKey: KEY});
  const marking = new pg.Client({connectionString: 'url' in database.location ? database.location.url : ''});
  await marking.connect();
  t.after(async () => {
    await marking.end();
    await platform.close();
    await database.release();
  });
  const post = async (path: string, body: unknown) => {
    const response = await platform.app.request(path, {
      method: 'POST',
      headers: {Authorization: `Bearer ${KEY}`, 'Content-Type': 'application/json'},
      body: JSON.stringify(body),
    });
    return (await response.json()) as Record<string, string>;
  };
  const contact = {externalCustomerId: 'c'};
  await post('/v1/contacts', contact);
  const {token} = await post('/v1/auth/contact/token', contact);
  const ids: string[] = [];
  for (const title of ['First', 'Second', 'Third'])
    ids.push((await post('/v1/messages', {contact, title})).id!);

  // As a batch of marks does, and as far as the second of three: in whichever order the list takes them, it has one.
  await marking.query('begin');
  await marking.query('select id from contacts for no key update');
  const mark = (id: string) => marking.query('update deliveries set read_at = 1 where message_id = $1', [id]);
  await mark(ids[1]!);
  const listing = platform.app.request('/appinbox/v1/messages', {headers: {'ES-TOKEN': token!}});
  const isWaiting = async () => (await marking.query('select from pg_locks where not granted')).rowCount! > 0;
  while (!(await isWaiting())) await pause(10);
  await mark(ids[0]!);
  await mark(ids[2]!);
  await marking.query('commit');
  const answer = await listing;
  assert.equal(answer.status, 200);
  const {list} = (await answer.json()) as {list: unknown[]};
  assert.equal(list.length, 3);
});
