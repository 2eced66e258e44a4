import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {TOKENS} from '../../demo/console/studio/tokens.ts';
import {PASSWORD, startSites, type Browser} from '../shop/support.ts';

const sites = await startSites();

async function operator(): Promise<Browser> {
  const browser = sites.browser();
  await browser.post('/console/sign-in', {password: PASSWORD});
  return browser;
}

const saved = async () => (await sites.backend('GET', '/v1/site/configuration')).body as unknown;
const optionsOf = (text: string) =>
  JSON.parse(/window\.studioOptions = (\{.*\});/.exec(text)![1]!) as Record<string, unknown>;

describe('the theme studio', () => {
  for (const [method, path] of [
    ['GET', '/console/studio'],
    ['GET', '/console/studio-frame'],
    ['PUT', '/console/api/studio'],
    ['POST', '/console/api/studio/save'],
    ['POST', '/console/api/studio/arrival'],
  ] as const) {
    it(`asks for a sign-in at ${method} ${path}`, async () => {
      const {status} = await sites.browser().json(method, path, method === 'GET' ? undefined : {});
      assert.equal(status, path.includes('/api/') ? 401 : 303);
    });
  }

  it('edits every token that the inbox has, and no other', () => {
    const src = join(import.meta.dirname, '../../src');
    const text = readdirSync(src, {recursive: true, encoding: 'utf8'})
      .filter((name) => /^(?:themes|elements)\b.*\.ts$/.test(name.replaceAll('\\', '/')))
      .map((name) => readFileSync(join(src, name), 'utf8'))
      .join('\n');
    const documented = [...text.matchAll(/@cssproperty \[--app-inbox-([a-z-]+)/g)].map(([, name]) => name!);
    assert.deepEqual(TOKENS.map(({name}) => name).sort(), [...new Set(documented)].sort());
  });

  it('saves its part of the configuration, and leaves the rest as it was', async () => {
    await sites.backend('PUT', '/v1/site/configuration', {
      pollInterval: 60,
      layout: 'drawer',
      corner: 'top-left',
    });
    const browser = await operator();
    const content = {
      badge: 'unseen',
      categories: [
        {id: 'orders', names: {en: 'Orders'}},
        {id: 'spam', hidden: true},
      ],
      designs: {orders: '<b data-field="title"></b>'},
    };
    const studio = {
      ...content,
      theme: {accent: '#b4005a'},
      toasts: true,
      attention: {title: true},
      pollInterval: 5,
    };
    const {status} = await browser.json('POST', '/console/api/studio/save', studio);
    assert.equal(status, 200);
    assert.deepEqual(await saved(), {
      ...content,
      pollInterval: 60,
      theme: {accent: '#b4005a'},
      toasts: true,
      attention: {title: true},
    });
    const {text} = await browser.get('/console/studio');
    assert.match(text, /"theme":\{"accent":"#b4005a"\}/);
  });

  it('says what the platform does not take', async () => {
    const before = await saved();
    const browser = await operator();
    for (const wrong of [
      {theme: {accent: 'red; background: url(//evil)'}},
      {layout: 'ceiling'},
      {toasts: {max: 1000}},
      {attention: {siren: true}},
      {badge: 'all'},
      {categories: [{id: ''}]},
      {designs: {orders: 'x'.repeat(10_001)}},
    ]) {
      const {status, text} = await browser.json('POST', '/console/api/studio/save', wrong);
      assert.equal(status, 400, JSON.stringify(wrong));
      assert.ok((JSON.parse(text) as {errors: unknown[]}).errors.length > 0);
    }
    assert.deepEqual(await saved(), before);
  });

  it('shows in its frame what is tried out, to the operator who tries it only, and nothing of what is saved', async () => {
    await sites.backend('PUT', '/v1/site/configuration', {layout: 'drawer', corner: 'top-left'});
    const [browser, other] = [await operator(), await operator()];
    await browser.json('PUT', '/console/api/studio', {
      theme: {radius: '4px'},
      placement: {selector: '#mine'},
    });
    const options = optionsOf((await browser.get('/console/studio-frame')).text);
    assert.deepEqual(
      [options.theme, options.layout, options.corner, options.attention],
      [{radius: '4px'}, 'popover', 'bottom-right', false],
    );
    assert.deepEqual(options.placement, {selector: '#inbox-bell', position: 'beforeend'});
    assert.equal(optionsOf((await other.get('/console/studio-frame')).text).theme, 'light');
  });

  it('lets nothing that is tried out end its script', async () => {
    const browser = await operator();
    const attack = '</script><script>alert(1)//';
    await browser.json('PUT', '/console/api/studio', {bellIcon: attack, theme: {font: attack}});
    const address = `language=${encodeURIComponent(attack)}&scheme=${encodeURIComponent(attack)}`;
    const {text} = await browser.get(`/console/studio-frame?${address}`);
    assert.equal(text.split('</script>').length, text.split('<script').length);
    assert.ok(!text.includes('<script>alert'));
    assert.equal(optionsOf(text).bellIcon, attack);
  });

  it('holds samples, and one more for each arrival', async () => {
    const browser = await operator();
    const {token} = optionsOf((await browser.get('/console/studio-frame')).text);
    const count = async () => {
      const response = await fetch(`${sites.url}/console/preview/appinbox/v1/messages/count`, {
        headers: {'ES-TOKEN': String(token)},
      });
      return ((await response.json()) as {count: number}).count;
    };
    const before = await count();
    assert.ok(before > 2);
    assert.equal((await browser.json('POST', '/console/api/studio/arrival', {})).status, 204);
    assert.equal(await count(), before + 1);
  });
});
