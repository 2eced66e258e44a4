import assert from 'node:assert/strict';
import {test} from 'node:test';
import {startPlatform} from './support/platform.ts';

const platform = await startPlatform();
const {clock} = platform;
const DAY = 86_400_000;

/** Sends so many messages, one a second: `1` is the oldest. */
async function sendSeries(
  contact: Awaited<ReturnType<typeof platform.contact>>,
  length: number,
): Promise<string[]> {
  const ids = [];
  for (let number = 1; number <= length; number++) {
    clock.advance(1000);
    ids.push(await platform.send(contact, {title: String(number)}));
  }
  return ids;
}

test('a message that a backend sends is counted and listed for its contact only', async () => {
  const contact = await platform.contact();
  const somebody = await platform.contact();
  await platform.send(contact, {title: 'For you'});
  assert.equal(await contact.count(), 1);
  assert.deepEqual(await contact.titles(), ['For you']);
  assert.equal(await somebody.count(), 0);
  assert.deepEqual(await somebody.titles(), []);
});

test('a message has all the fields it was sent with', async () => {
  const contact = await platform.contact();
  const id = await platform.send(contact, {
    title: 'Order',
    content: '<b>On</b> its way',
    image: 'https://shop.example/a.jpg',
    link: '/orders/1',
    openInNewTab: true,
    category: 'orders',
    customData: {order: 1, lines: ['a']},
    actions: [{id: 'track', label: 'Track', link: 'https://shop.example/track', style: 'primary'}],
    severity: 'high',
    pinned: true,
    entity: 'order-1',
  });
  const {body} = await contact.get('/messages');
  assert.deepEqual(body, {
    list: [
      {
        id,
        title: 'Order',
        content: '<b>On</b> its way',
        createdDate: clock.now(),
        newMessage: true,
        status: 'UNOPENED',
        image: 'https://shop.example/a.jpg',
        link: '/orders/1',
        category: 'orders',
        customData: {order: 1, lines: ['a']},
        expiryDate: new Date(clock.now() + DAY).toISOString(),
        actions: [{id: 'track', label: 'Track', link: 'https://shop.example/track', style: 'primary'}],
        openInNewTab: true,
        severity: 'high',
        pinned: true,
        entity: 'order-1',
        seenAt: null,
        readAt: null,
        archivedAt: null,
      },
    ],
    totalPages: 1,
  });
});

test('the list is newest first, also of messages sent within one millisecond', async () => {
  const contact = await platform.contact();
  for (const title of ['1', '2', '3', '4']) await platform.send(contact, {title});
  assert.deepEqual(await contact.titles(), ['4', '3', '2', '1']);
});

test('with page, page size and status the list comes in pages', async () => {
  const contact = await platform.contact();
  const ids = await sendSeries(contact, 5);
  await contact.post('/messages/status', {status: 'OPENED', ids: ids.slice(0, 2)});
  const page = async (query: string) => {
    const {body} = await contact.get(`/messages?${query}`);
    return [body.list.map(({title}) => title).join(), body.totalPages];
  };
  assert.deepEqual(await page('page=0&pageSize=2&status=UNOPENED'), ['5,4', 2]);
  assert.deepEqual(await page('page=1&pageSize=2&status=UNOPENED'), ['3', 2]);
  assert.deepEqual(await page('page=2&pageSize=2&status=UNOPENED'), ['', 2]);
  assert.deepEqual(await page('page=0&pageSize=2&status=OPENED'), ['2,1', 1]);
});

test('with any of page, page size and status missing all are listed', async () => {
  const contact = await platform.contact();
  await sendSeries(contact, 3);
  for (const query of [
    '',
    '?page=1',
    '?pageSize=1',
    '?status=OPENED',
    '?page=1&pageSize=1',
    '?page=0&status=OPENED',
  ]) {
    assert.deepEqual(await contact.titles(query), ['3', '2', '1'], query);
  }
});

for (const query of [
  'page=-1',
  'page=x',
  'page=1.5',
  'pageSize=0',
  'pageSize=10001',
  'status=NEW',
  'page=1e9',
]) {
  test(`a list with ${query} is answered 400 and names the field`, async () => {
    const contact = await platform.contact();
    const {status, body} = await contact.get(`/messages?${query}`);
    assert.equal(status, 400);
    assert.equal(body.errors[0]!.path, query.split('=')[0]);
  });
}

test('marking as read is known on every device', async () => {
  const contact = await platform.contact();
  const phone = await contact.elsewhere();
  const [first] = await sendSeries(contact, 3);
  const {status, text} = await contact.post('/messages/status', {status: 'OPENED', ids: [first]});
  assert.deepEqual([status, text], [200, '']);
  assert.equal(await phone.count(), 2);
  const {list} = (await phone.get('/messages')).body;
  assert.deepEqual(
    list.map((message) => [message.newMessage, message.status]),
    [
      [true, 'UNOPENED'],
      [true, 'UNOPENED'],
      [false, 'OPENED'],
    ],
  );
});

test('marking without ids marks all', async () => {
  const contact = await platform.contact();
  await sendSeries(contact, 3);
  await contact.post('/messages/status', {status: 'OPENED'});
  assert.equal(await contact.count(), 0);
  await platform.send(contact);
  assert.equal(await contact.count(), 1);
});

test('marking an empty list marks nothing', async () => {
  const contact = await platform.contact();
  await sendSeries(contact, 1);
  assert.equal((await contact.post('/messages/status', {status: 'OPENED', ids: []})).status, 200);
  assert.equal(await contact.count(), 1);
});

test('ids of another contact, and ids that are none, have no effect', async () => {
  const contact = await platform.contact();
  const somebody = await platform.contact();
  const id = await platform.send(contact);
  const ids = [id, 'nonsense', "' or true --"];
  assert.equal((await somebody.post('/messages/status', {status: 'OPENED', ids})).status, 200);
  assert.equal((await somebody.report({type: 'deleted', ids})).status, 200);
  assert.equal(await contact.count(), 1);
});

test('a message that has expired is not there, read or not', async () => {
  const contact = await platform.contact();
  await platform.send(contact, {title: 'Day'});
  await platform.send(contact, {title: 'Hour', ttl: 3600});
  await platform.send(contact, {title: 'Date', expiryDate: new Date(clock.now() + 2 * DAY).toISOString()});
  clock.advance(3_600_000);
  const later = await contact.elsewhere();
  assert.deepEqual(await later.titles(), ['Date', 'Day']);
  clock.advance(DAY);
  const nextDay = await contact.elsewhere();
  assert.deepEqual(await nextDay.titles(), ['Date']);
  assert.equal(await nextDay.count(), 1);
});

test('a message for later is not there before its time, and then it is new', async () => {
  const contact = await platform.contact();
  await platform.send(contact, {title: 'Later', sendAt: new Date(clock.now() + 60_000).toISOString()});
  await platform.send(contact, {title: 'Now'});
  assert.deepEqual(await contact.titles(), ['Now']);
  assert.equal(await contact.count(), 1);
  clock.advance(60_000);
  assert.deepEqual(await contact.titles(), ['Later', 'Now']);
  const {list} = (await contact.get('/messages')).body;
  assert.equal(list[0]!.createdDate, clock.now());
  assert.equal(list[0]!.expiryDate, new Date(clock.now() + DAY).toISOString());
});

test('a message that is dated into the past is there at once, in its place, for as long as it lasts', async () => {
  const contact = await platform.contact();
  await platform.send(contact, {title: 'Now'});
  await platform.send(contact, {title: 'Last week', sendAt: clock.now() - 7 * DAY, ttl: 8 * 86_400});
  assert.deepEqual(await contact.titles(), ['Now', 'Last week']);
  const {list} = (await contact.get('/messages')).body;
  assert.equal(list[1]!.createdDate, clock.now() - 7 * DAY);
  assert.equal(list[1]!.expiryDate, new Date(clock.now() + DAY).toISOString());
});

test('contents are in the contact’s language, else in one the browser accepts, else as they were written', async () => {
  const translations = {uk: {title: 'Привіт'}, 'pt-br': {title: 'Oi'}, sv: {title: 'Hej', content: 'Text'}};
  const read = async (language: string | undefined, acceptLanguage: string) => {
    const contact = await platform.contact({language});
    await platform.send(contact, {title: 'Hello', content: 'Words', translations});
    const {list} = (await contact.get('/messages', {'Accept-Language': acceptLanguage})).body;
    return `${list[0]!.title} ${list[0]!.content}`;
  };
  assert.equal(await read('uk', 'sv'), 'Привіт Words');
  assert.equal(await read('uk-UA', 'sv'), 'Привіт Words');
  assert.equal(await read('de', 'en;q=0.5, sv;q=0.9'), 'Hej Text');
  assert.equal(await read(undefined, 'pt-BR,pt;q=0.9,en;q=0.8'), 'Oi Words');
  assert.equal(await read(undefined, 'sv;q=0, de'), 'Hello Words');
  assert.equal(await read(undefined, ''), 'Hello Words');
});
