/** How the script gets onto a page, whatever the page and its network do. */
import {strict as assert} from 'node:assert';
import type {Journey, World} from './harness.ts';
import {isFirefox} from './support/browser.ts';
import {eventually} from './support/eventually.ts';
import {init, script, snippet, stub} from './support/snippet.ts';

/** A contact with one unread message. */
async function createReader(world: World): Promise<string> {
  const contact = await world.createContact();
  await world.sendMessage(contact, {title: 'Hello'});
  return contact;
}

export function defineLoaderJourneys(journey: Journey): void {
  journey.alike(
    'what the page asks for before the script is there is done when it is, in order',
    async (world) => {
      const body =
        world.stub +
        script(`
        window.heard = [];
        eS('on', 'ready', function () { heard.push('ready'); });
        eS('on', 'count', function (detail) { heard.push('count ' + detail.count); });
        eS('on', 'open', function () { heard.push('open'); });`) +
        init({}) +
        script(`eS('open');`);
      const device = await world.newDevice(await createReader(world));
      await device.open(world.site.publish({body}));
      await device.seesList('Hello');
      await device.seesCount(1);
      const heard = await device.page.evaluate<string[]>('heard');
      assert.deepEqual(heard.toSorted(), ['count 1', 'open', 'ready']);

      await device.page.evaluate(`eS('close')`);
      await device.inbox.waitFor({state: 'hidden'});
      await device.page.evaluate(`eS('toggle')`);
      await device.inbox.waitFor({state: 'visible'});
    },
  );

  journey.alike('a stub that wraps calls once is understood as well', async (world) => {
    const {url, siteId} = world.platform;
    const body =
      script(`window.eS = function () { eS.q.push(arguments); }; eS.q = [];`) +
      init({}) +
      `<script async src="${url}/scripts/${siteId}.js"></script>`;
    const device = await world.newDevice(await createReader(world));
    await device.open(world.site.publish({body}));
    await device.seesCount(1);
  });

  journey.alike('a script that is included twice serves the page once', async (world) => {
    const device = await world.newDevice(await createReader(world));
    const told = device.page.waitForEvent('console', (message) => message.text().includes('included twice'));
    await device.open(world.site.publish({body: world.stub + world.snippet}));
    await device.seesCount(1);
    assert.equal((await told).type(), 'info');
    assert.equal(await device.page.locator('app-inbox-bell').count(), 1);
    assert.equal(device.callsTo('/inbox-token').length, 1);
  });

  journey.alike('a second init changes nothing, and says so', async (world) => {
    const device = await world.newDevice(await createReader(world));
    device.expects(/eS\('init'\).*called before/);
    await device.open(world.site.publish({body: world.snippet + init({language: 'uk', corner: 'top-left'})}));
    await device.seesCount(1);
    assert.equal(await device.page.locator('app-inbox-bell').count(), 1);
    assert.equal(await device.page.locator('app-inbox-bell').getAttribute('data-corner'), 'bottom-right');
  });

  journey(
    'a picture that calls itself the current script does not become the bundle’s origin',
    async (world) => {
      const body = `<img name="currentScript" src="http://evil.example/x" alt="">${world.snippet}`;
      const device = await world.newDevice(await createReader(world));
      await device.page.route('http://evil.example/**', (route) => route.abort());
      await device.open(world.site.publish({body}));
      await device.seesCount(1);
      await device.openInbox();
      await device.seesList('Hello');
      const toEvil = device.requests.filter((request) => request.url().includes('evil.example'));
      assert.deepEqual(
        toEvil.map((request) => request.resourceType()),
        ['image'],
      );
    },
  );

  journey.alike('a script that never loads leaves the page as it was', async (world) => {
    const nowhere = {
      scriptsUrl: `${world.platform.url}/scripts/`,
      siteId: '22222222-2222-4222-8222-222222222222',
    };
    const device = await world.newDevice(await createReader(world));
    await device.open(world.site.publish({body: snippet(nowhere)}));
    await eventually(() => assert.equal(device.callsTo(`/scripts/${nowhere.siteId}.js`).length, 1));
    await device.page.evaluate(`eS('open'); eS('setLanguage', 'uk'); eS('no such thing');`);
    await device.page.getByRole('button', {name: 'Buy'}).click();
    assert.equal(await device.page.locator('app-inbox-bell, app-inbox-panel').count(), 0);
  });

  journey.alike(
    'a bundle that is blocked for good is told once, and leaves the page as it was',
    async (world) => {
      const device = await world.newDevice(await createReader(world));
      device.expects(/could not load.*content blocker/);
      await device.page.clock.install();
      await device.page.route('**/scripts/widget-*.js', (route) => route.abort());
      const body =
        world.stub + script(`eS('on', 'error', function (error) { window.told = error.code; });`) + init({});
      await device.open(world.site.publish({body}));
      await eventually(async () => {
        await device.page.clock.fastForward(10_000);
        assert.equal(await device.page.evaluate('window.told'), 'bundle-unavailable');
      });
      await device.page.evaluate(`eS('open')`);
      await device.page.getByRole('button', {name: 'Buy'}).click();
      assert.equal(await device.page.locator('app-inbox-bell').count(), 0);
    },
  );

  // In Firefox a module that could not be loaded once stays so until the page is loaded again (whatwg/html#6768).
  if (!isFirefox) {
    journey('a bundle that does not come at once is tried again', async (world) => {
      const device = await world.newDevice(await createReader(world));
      await device.page.clock.install();
      await device.page.route('**/scripts/widget-*.js', (route) => route.abort(), {times: 1});
      await device.open(world.plainPage);
      await eventually(async () => {
        await device.page.clock.fastForward(2000);
        assert.ok(await device.bell.isVisible(), 'the bell is there');
      });
      await device.seesCount(1);
    });

    journey(
      'an inbox whose chunk is blocked leaves a bell that counts, and opens when it can',
      async (world) => {
        const device = await world.newDevice(await createReader(world));
        await device.page.route('**/scripts/panel-*.js', (route) => route.abort());
        await device.open(world.plainPage);
        await device.seesCount(1);
        const wasRefused = device.page.waitForEvent('requestfailed', {
          predicate: (request) => request.url().includes('/scripts/panel-'),
        });
        await device.bell.click();
        await wasRefused;
        await device.page.getByRole('button', {name: 'Buy'}).click();
        assert.equal(await device.inbox.count(), 0);
        await device.page.unroute('**/scripts/panel-*.js');
        await device.bell.click();
        await device.seesList('Hello');
      },
    );
  }

  journey.alike('a site that hosts the bundle by itself configures it by hand', async (world) => {
    const body =
      stub({scriptsUrl: world.bundleHost.url, siteId: 'loader'}) + init({apiUrl: world.platform.url});
    const device = await world.newDevice(await createReader(world));
    await device.open(world.site.publish({body}));
    await device.seesCount(1);
    await device.openInbox();
    await device.seesList('Hello');
    const scripts = device.requests.filter((request) => request.resourceType() === 'script');
    assert.ok(scripts.length > 1, 'more than the loader is loaded');
    for (const request of scripts) assert.ok(request.url().startsWith(world.bundleHost.url), request.url());
  });

  journey.alike('a self-hosted script without apiUrl says what it needs', async (world) => {
    const device = await world.newDevice(await createReader(world));
    device.expects(/eS\('init'\).*apiUrl/);
    const body = stub({scriptsUrl: world.bundleHost.url, siteId: 'loader'}) + init({});
    await device.open(world.site.publish({body}));
    await eventually(() => assert.equal(device.callsTo('/loader.js').length, 1));
    await device.page.getByRole('button', {name: 'Buy'}).click();
    assert.equal(await device.page.locator('app-inbox-bell').count(), 0);
  });

  const POLICIES: Record<string, (origin: string) => string> = {
    'its hosts': (origin) => `'nonce-n0nce' ${origin}`,
    'trust in what it trusts': () => `'nonce-n0nce' 'strict-dynamic'`,
  };
  for (const [what, scriptSources] of Object.entries(POLICIES)) {
    journey(
      `a strict content security policy with ${what} needs no exception but the nonce`,
      async (world) => {
        const {url, siteId} = world.platform;
        const watch = `<script nonce="n0nce">window.violations = [];
        addEventListener('securitypolicyviolation', function (event) { violations.push(event.violatedDirective + ' ' + event.blockedURI); });</script>`;
        const page = world.site.publish({
          head: watch,
          body: snippet({scriptsUrl: `${url}/scripts/`, siteId, nonce: 'n0nce'}),
          nonce: 'n0nce',
          headers: {
            'Content-Security-Policy': `default-src 'none'; script-src ${scriptSources(url)}; connect-src 'self' ${url}; style-src 'none'; img-src 'self'; base-uri 'none'`,
          },
        });
        const device = await world.newDevice(await createReader(world));
        await device.open(page);
        await device.seesCount(1);
        await device.openInbox();
        await device.seesList('Hello');
        assert.deepEqual(await device.page.evaluate('violations'), []);
        // Its own style sheets are in effect: a floating bell floats.
        const position = await device.page
          .locator('app-inbox-bell')
          .evaluate((bell) => getComputedStyle(bell).position);
        assert.equal(position, 'fixed');
      },
    );
  }
}
