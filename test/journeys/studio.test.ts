/** The console, by hand: what is tried is seen at once, and what is sent or saved is what pages get. */
import {strict as assert} from 'node:assert';
import {useWorld} from './harness.ts';
import {eventually} from './support/eventually.ts';

// The last ones save for the whole site.
const journey = useWorld({configuration: {}});
/** Known to everybody: the console of the demo shows it at its sign-in. */
const PASSWORD = 'sow-and-tell';

journey(
  'what an operator writes is seen as its reader will see it, with the person it comes from',
  async (world) => {
    const contact = await world.createContact();
    const {page} = await world.newDevice();
    await page.goto(`${world.platform.url}/console/sign-in`);
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('button', {name: 'Sign in'}).click();
    await page.getByLabel('Contact', {exact: true}).selectOption({label: contact});
    await page.getByLabel('Title', {exact: true}).fill('I have looked into it');
    await page.getByLabel('From a person').fill('Nadia Petrenko');
    const preview = page.frameLocator('#preview').locator('app-inbox-notification');
    await preview.locator('.title', {hasText: 'I have looked into it'}).waitFor();
    assert.equal((await preview.locator('.avatar').textContent())?.trim(), 'NP');
    await page.getByLabel('Their picture').fill('/desk/assets/agent-nadia.svg');
    await preview.locator('.avatar img[src="/desk/assets/agent-nadia.svg"]').waitFor();
    await page.getByLabel('Custom data').fill('{"ticket": 7}');
    await page.getByRole('button', {name: 'Send message'}).click();
    await page.getByText('Sent to 1 contact.').waitFor();

    const device = await world.newDevice(contact);
    await device.open(world.plainPage);
    await device.openInbox();
    const row = device.page.locator('app-inbox-notification');
    await row.locator('.avatar', {hasText: 'NP'}).waitFor();
    assert.deepEqual(
      await row.evaluate(
        (element) => (element as unknown as {notification: {customData: object}}).notification.customData,
      ),
      {ticket: 7, avatar: {name: 'Nadia Petrenko', image: '/desk/assets/agent-nadia.svg'}},
    );
  },
);

journey('an operator tries a theme, saves it, and the site’s pages wear it', async (world) => {
  const contact = await world.createContact();
  const {page} = await world.newDevice();
  await page.goto(`${world.platform.url}/console/sign-in`);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', {name: 'Sign in'}).click();
  await page.goto(`${world.platform.url}/console/studio`);
  const frame = page.frameLocator('#frame');
  await frame.getByRole('dialog', {name: 'Notifications'}).waitFor();

  await page.getByLabel('Accent', {exact: true}).fill('rgb(180, 0, 90)');
  const accent = () =>
    frame.locator('app-inbox-panel').evaluate((panel) => panel.style.getPropertyValue('--app-inbox-accent'));
  await eventually(async () => assert.equal(await accent(), 'rgb(180, 0, 90)'));
  await page.getByLabel('The inbox is').selectOption('drawer');
  await frame.locator('app-inbox-panel[layout=drawer]').waitFor({state: 'attached'});

  await page.getByRole('button', {name: 'Add a category'}).click();
  await page.getByLabel('Category, as messages have it').fill('orders');
  await page.getByLabel('Names by language').fill('en: Your orders, de: Bestellungen');
  await page.getByRole('button', {name: 'Add a design'}).click();
  await page.getByLabel('HTML', {exact: true}).fill('<em data-field="title"></em>');
  await frame.locator('app-inbox-panel em', {hasText: 'Somebody signed in'}).waitFor();

  await page.getByRole('button', {name: 'Try a toast'}).click();
  await frame.locator('app-inbox-toasts article').waitFor();

  await page.getByLabel('with these settings in it').check();
  await eventually(async () =>
    assert.match((await page.locator('#snippet').textContent())!, /rgb\(180, 0, 90\)/),
  );
  await page.getByRole('button', {name: 'Save for the site'}).click();
  await page.getByText('Saved.').waitFor();

  const device = await world.newDevice(contact);
  await device.open(world.plainPage);
  await device.seesCount(0);
  await device.openInbox();
  const panel = device.page.locator('app-inbox-panel[layout=drawer]');
  assert.deepEqual(
    await panel.evaluate((element) => {
      const {site} = element as unknown as {site?: Record<string, unknown>};
      return [site?.categories, site?.designs];
    }),
    [[{id: 'orders', names: {en: 'Your orders', de: 'Bestellungen'}}], {'': '<em data-field="title"></em>'}],
  );
  assert.equal(
    await panel.evaluate((element) => element.style.getPropertyValue('--app-inbox-accent')),
    'rgb(180, 0, 90)',
  );
});

journey('what the browser would not take is said, and not saved', async (world) => {
  const {page} = await world.newDevice();
  await page.goto(`${world.platform.url}/console/sign-in`);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', {name: 'Sign in'}).click();
  await page.goto(`${world.platform.url}/console/studio`);
  await page.getByLabel('Accent', {exact: true}).fill('bleu');
  await page.getByLabel('Drawing').fill('<b>no drawing</b>');
  await page.getByRole('button', {name: 'Save for the site'}).click();
  await page.getByText('This is no colour of CSS.').waitFor();
  await page.getByText('This is no SVG document.').waitFor();
  await page.getByText('Not saved: see the fields in red.').waitFor();
});
