/** Journeys with messages that nobody should have sent: nothing of them runs, and the list stays usable. */
import {strict as assert} from 'node:assert';
import {useFakeWorld} from './harness.ts';
import {eventually} from './support/eventually.ts';

const journey = useFakeWorld();

const message = (id: string, more: object) => ({
  id,
  title: id,
  createdDate: Date.now(),
  newMessage: true,
  ...more,
});
const RUN = "document.documentElement.dataset.ran = 'true'";

journey('nothing that a message brings is run or loaded', async (world) => {
  world.platform.messages = [
    message('a link', {link: `javascript:${RUN}`}),
    message('a hidden link', {link: `java\nscript:${RUN}`}),
    message('a data link', {link: `data:text/html,<script>${RUN}</script>`}),
    message('an image', {image: `javascript:${RUN}`}),
    message('<img src=x onerror="' + RUN + '">', {}),
    message('a script', {content: `Before <script>${RUN}</script> after`}),
    message('a handler', {
      content: `Before <img src="http://evil.example/pixel.png" onerror="${RUN}"> after`,
    }),
    message('a drawing', {content: `Before <svg onload="${RUN}"><circle/></svg> after`}),
    message('a frame', {content: `Before <iframe srcdoc="<script>parent.${RUN}</script>"></iframe> after`}),
    message('a style', {content: 'Before <style>*{display:none!important}</style> after'}),
    message('a link inside', {content: `Before <a href="javascript:${RUN}" onclick="${RUN}">after</a>`}),
  ];
  const device = await world.newDevice('somebody');
  await device.open(world.page);
  await device.seesCount(11);
  await device.openInbox();
  await eventually(async () => assert.equal(await device.rows.count(), 11));
  await device.rows.getByText('Before').nth(5).waitFor();

  // Every title is pressed, as a contact would.
  for (const title of await device.rows.locator('[part=title]').all()) await title.click();
  await device.seesCount(0);
  assert.equal(await device.page.locator('html').getAttribute('data-ran'), null);
  assert.equal(await device.rows.locator('script, iframe, style:not([data-ours]), .content img').count(), 0);
  assert.equal(
    await device.rows.locator('a[href^="javascript" i], a[href^="data" i], [onclick], [onload]').count(),
    0,
  );
  assert.ok(
    !device.requests.some((request) => request.url().includes('evil.example')),
    'nothing is asked of the other host',
  );
});

journey('messages with holes and surprises are shown as well as can be', async (world) => {
  world.platform.messages = [
    message('no-title', {title: undefined, content: 'A content that speaks for itself'}),
    message('nothing', {title: null, content: null}),
    message('The moon', {createdDate: 0}),
    message('No date', {createdDate: 'yesterday or so'}),
    message('Far away', {createdDate: 9e15}),
    message('Unknown field', {
      surprise: {deep: [1, 2, 3]},
      actions: 'none',
      customData: 7,
      severity: 'dreadful',
    }),
    {title: 'No id', createdDate: Date.now(), newMessage: true},
    null,
    'a string',
    [],
  ];
  const device = await world.newDevice('somebody');
  await device.open(world.page);
  await device.openInbox();
  await eventually(async () => assert.equal(await device.rows.count(), 6));
  for (const name of [
    'A content that speaks for itself',
    'Notification',
    'The moon',
    'No date',
    'Far away',
  ]) {
    await device.page.getByRole('article', {name: `Unread, ${name}`, exact: true}).waitFor();
  }
  const times = await device.rows.locator('[part=time]').allTextContents();
  assert.ok(
    times.every((time) => time.trim() && !/invalid|nan/i.test(time)),
    times.join(', '),
  );
});

journey('ten thousand messages are counted, and the list is as quick to use as ever', async (world) => {
  world.platform.messages = Array.from({length: 10_000}, (_, i) =>
    message(`m${i}`, {title: `Message ${i}`, createdDate: Date.now() - i * 1000}),
  );
  const device = await world.newDevice('somebody');
  await device.open(world.page);
  await device.page.getByRole('button', {name: 'Notifications, 10,000 unread', exact: true}).waitFor();
  assert.equal(await device.page.locator('app-inbox-bell [part=badge]').textContent(), '99+');
  await device.openInbox();
  await device.rows.first().waitFor();
  assert.ok((await device.rows.count()) < 200, 'only what is near is rendered');

  // Coming near the end brings more, for as long as there are any.
  const {page, rows} = device;
  await eventually(async () => {
    await rows.last().scrollIntoViewIfNeeded({timeout: 1000});
    await page.getByRole('article', {name: 'Unread, Message 60', exact: true}).waitFor({timeout: 100});
  });
  assert.ok((await rows.count()) < 200, 'and what is far is not rendered any more');
});
