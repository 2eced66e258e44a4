/** README's example for React: rendered on a server, taken over in the browser, used, and taken away. */
import {strict as assert} from 'node:assert';
import {renderReactPage, type ReactPage} from '../frameworks/react-page.ts';
import {useWorld} from './harness.ts';
import {eventually} from './support/eventually.ts';

const journey = useWorld();

journey('the components of a React app ring, open and close, and leave nothing behind', async (world) => {
  const {platform, site} = world;
  const body = await renderReactPage(`import {createInbox} from 'app-inbox';
    export const inbox = createInbox({
      apiUrl: '${platform.url}',
      siteId: '${platform.siteId}',
      capabilities: ['stream', 'events', 'cursor', 'rich'],
      getAuthTokenCallback: () => globalThis.yourImplementationOfAuthCallback(),
    });`);
  assert.match(body, /^<div id="root"><div class="notifications"><app-inbox-bell><\/app-inbox-bell>/);

  const contact = await world.createContact();
  await world.sendMessage(contact, {title: 'Your parcel is on its way'});
  const device = await world.newDevice(contact);
  await device.open(site.publish({body}));
  await device.seesCount(1);
  await device.page.getByText('1 to read').waitFor();
  assert.equal(await device.page.locator('app-inbox-bell').getAttribute('max'), '9');

  await device.openInbox();
  await device.seesList('Your parcel is on its way');
  await world.sendMessage(contact, {title: 'Your parcel has arrived'});
  await device.seesList('Your parcel has arrived', 'Your parcel is on its way');
  await device.page.getByText('2 to read').waitFor();
  // It closes by itself; only an app that has heard of it can open it again.
  await device.page.keyboard.press('Escape');
  await device.inbox.waitFor({state: 'hidden'});
  await device.openInbox();

  await device.page.evaluate(() => (window as unknown as ReactPage).leave());
  assert.equal(await device.page.locator('app-inbox-bell, app-inbox-panel').count(), 0);
  await eventually(async () => {
    const connection = await device.page.evaluate(() => (window as unknown as ReactPage).connection());
    assert.equal(connection, 'paused', 'nobody listens any more');
  });
});
