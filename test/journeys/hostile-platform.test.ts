/** Journeys on a platform that answers what no contract knows: the page is never harmed, the contact sees where they are. */
import {strict as assert} from 'node:assert';
import {useFakeWorld, type FakeWorld} from './harness.ts';
import type {Device} from './support/device.ts';
import {eventually} from './support/eventually.ts';
import {readStorage} from './support/page.ts';
import type {Answer} from './support/server.ts';

const journey = useFakeWorld();

const createMessage = (more: object = {}) => ({
  id: 'm1',
  title: 'At last',
  createdDate: Date.now(),
  newMessage: true,
  ...more,
});

const say =
  (status: number, body: string, headers: Record<string, string> = {}): Answer =>
  (_request, response) =>
    void response.writeHead(status, {'Content-Type': 'application/json', ...headers}).end(body);

/** What is the page's own works as before; pressing it closes the inbox, as any press outside does. */
async function isUnharmed({page, inbox}: Device): Promise<void> {
  await page.getByRole('button', {name: 'Buy'}).click();
  await inbox.waitFor({state: 'hidden'});
}

/** The contact's own wish asks the platform again, and brings the list once the platform is well. */
async function recovers(device: Device, world: FakeWorld): Promise<void> {
  world.platform.messages = [createMessage()];
  await tryUntil(device, world, 'At last');
  await device.seesCount(1);
}

async function tryUntil(device: Device, {platform}: FakeWorld, ...titles: string[]): Promise<void> {
  const tryAgain = device.inbox.getByRole('button', {name: 'Try again'});
  const calls = device.requests.length;
  await tryAgain.click();
  await eventually(() =>
    assert.ok(device.requests.length > calls, 'the platform or the site is asked again'),
  );

  platform.answer = undefined;
  await eventually(async () => {
    // It may come by itself meanwhile: then there is nothing left to press.
    await tryAgain.click({timeout: 500}).catch(() => {});
    await device.seesList(...titles);
  });
}

const ANSWERS: Record<string, Answer> = {
  'a page of HTML': say(200, '<!doctype html><h1>Sorry</h1>', {'Content-Type': 'text/html'}),
  null: say(200, 'null'),
  'half a JSON': say(200, '{"count": 3, "list": [{"id": "m1", "tit'),
  'an error with status 200': say(200, '{"error": "the database is away", "code": "internal"}'),
  'status 500': say(500, '{"title": "Internal", "status": 500, "code": "internal"}'),
  'status 429 with Retry-After': say(429, '', {'Retry-After': '60'}),
  'status 404': say(404, 'no such path'),
  'nothing but a closed connection': (request) => void request.socket.destroy(),
};

for (const [what, answer] of Object.entries(ANSWERS)) {
  journey(
    `a platform that answers ${what} leaves a bell without a number and a list to try again`,
    async (world) => {
      world.platform.answer = answer;
      const device = await world.newDevice('somebody');
      await device.open(world.page);
      await device.seesCount(0);
      await device.openInbox();
      await device.inbox.getByText('Couldn’t load your notifications').waitFor();
      await isUnharmed(device);
      await device.openInbox();
      await recovers(device, world);
    },
  );
}

journey(
  'a platform that never answers is given up, and tried again when the contact wants it',
  async (world) => {
    world.platform.answer = () => {};
    const device = await world.newDevice('somebody');
    await device.page.clock.install();
    await device.open(world.page);
    await device.seesCount(0);
    await device.page.getByRole('button', {name: 'Buy'}).click();
    await device.openInbox();
    await device.inbox.getByText('Loading notifications').waitFor({state: 'attached'});
    const tryAgain = device.inbox.getByRole('button', {name: 'Try again'});
    await eventually(async () => {
      await device.page.clock.fastForward(16_000);
      assert.ok(await tryAgain.isVisible(), 'the retry is offered');
    });

    // While nothing answers, nothing takes the button away: the inbox tries again by itself as well.
    await tryAgain.click();
    world.platform.answer = undefined;
    world.platform.messages = [createMessage()];
    await eventually(async () => {
      // What was asked before has to be given up first: one request at a time.
      await device.page.clock.fastForward(16_000);
      assert.ok(await device.rows.getByText('At last').isVisible(), 'the row is there');
    });
    await device.seesCount(1);
  },
);

journey(
  'a list that is there stays while the platform fails, with a way to bring it up to date',
  async (world) => {
    world.platform.messages = [createMessage()];
    const device = await world.newDevice('somebody');
    await device.open(world.page);
    await device.openInbox();
    await device.seesList('At last');
    await eventually(async () => assert.match(JSON.stringify(await readStorage(device.page)), /At last/));

    world.platform.answer = say(503, '');
    await device.open(world.page);
    await device.openInbox();
    await device.seesList('At last');
    await device.inbox.getByText('This may be out of date').waitFor();
    const later = createMessage({id: 'm2', title: 'And more', createdDate: Date.now() + 1000});
    world.platform.messages = [later, createMessage()];
    await tryUntil(device, world, 'And more', 'At last');
    await device.inbox.getByText('This may be out of date').waitFor({state: 'hidden'});
  },
);

journey('a platform that comes back is noticed without anybody’s doing', async (world) => {
  world.platform.answer = say(500, '');
  const device = await world.newDevice('somebody');
  await device.open(world.page);
  await device.seesCount(0);
  world.platform.messages = [createMessage()];
  world.platform.answer = undefined;
  await device.seesCount(1);
});

journey('a mark that the platform could not take is sent when it can', async (world) => {
  world.platform.messages = [createMessage()];
  const device = await world.newDevice('somebody');
  await device.open(world.page);
  await device.openInbox();
  await device.seesCount(1);
  await device.rows.first().waitFor();
  world.platform.answer = say(500, '');
  await device.rows.first().locator('[part=title]').click();
  await device.seesCount(0);
  await eventually(() =>
    assert.ok(device.callsTo('/appinbox/v1/messages/status').length > 0, 'the number is asked for'),
  );
  world.platform.answer = undefined;
  await eventually(() =>
    assert.equal((world.platform.messages[0] as {newMessage: boolean}).newMessage, false),
  );
  await device.seesCount(0);
});

journey(
  'a site whose token endpoint fails shows where the contact is, and is not asked in a loop',
  async (world) => {
    world.platform.messages = [createMessage()];
    const device = await world.newDevice('somebody');
    await device.page.route('**/inbox-token', (route) => route.fulfill({status: 500, body: 'Sorry'}));
    await device.open(world.page);
    await device.seesCount(0);
    await device.openInbox();
    await device.inbox.getByText('Couldn’t load your notifications').waitFor();
    assert.ok(device.callsTo('/inbox-token').length <= 3, 'three calls in a minute at most');
    await device.page.unroute('**/inbox-token');
    await recovers(device, world);
  },
);
