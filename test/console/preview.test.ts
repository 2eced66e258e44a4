import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {LANGUAGES as CONSOLE_LANGUAGES} from '../../demo/console/languages.ts';
import {LANGUAGES} from '../../src/i18n/languages.ts';
import {PASSWORD, startSites, type Browser} from '../shop/support.ts';

const sites = await startSites();

async function operator(): Promise<{browser: Browser; token: string}> {
  const browser = sites.browser();
  await browser.post('/console/sign-in', {password: PASSWORD});
  const {text} = await browser.get('/console/preview-frame?language=en');
  const [, token = ''] = /"token":"([^"]+)"/.exec(text) ?? [];
  assert.ok(token);
  return {browser, token};
}

/** As the inbox in the frame asks: with its token, without cookies. */
const ask = (path: string, token: string) =>
  fetch(`${sites.url}/console/preview/appinbox/v1/messages${path}`, {headers: {'ES-TOKEN': token}});

describe('the preview', () => {
  it('shows the draft as a new message, to the operator who writes it only', async () => {
    const {browser, token} = await operator();
    const other = await operator();
    assert.deepEqual(await (await ask('/count', token)).json(), {count: 0});
    await browser.json('PUT', '/console/api/draft', {
      title: 'Draft',
      content: '<b>x</b>',
      severity: 'high',
      id: 'mine',
    });
    assert.deepEqual(await (await ask('/count', token)).json(), {count: 1});
    const {list} = (await (await ask('', token)).json()) as {list: Record<string, unknown>[]};
    assert.equal(list.length, 1);
    assert.deepEqual(
      [list[0]!.title, list[0]!.content, list[0]!.severity, list[0]!.newMessage],
      ['Draft', '<b>x</b>', 'high', true],
    );
    assert.notEqual(list[0]!.id, 'mine');
    assert.deepEqual(await (await ask('/count', other.token)).json(), {count: 0});
  });

  it('speaks every language of the inbox', async () => {
    assert.deepEqual(CONSOLE_LANGUAGES.map(({code}) => code).sort(), [...LANGUAGES].sort());
    const {browser} = await operator();
    const {text} = await browser.get('/console/preview-frame?language=he');
    assert.match(text, /"language":"he"/);
    assert.match(text, /dir="rtl"/);
  });

  it('is empty while there is no title, and survives a draft that is none', async () => {
    const {browser, token} = await operator();
    for (const draft of [{content: 'no title'}, null, 5, [], 'x']) {
      await browser.json('PUT', '/console/api/draft', draft);
      assert.deepEqual(await (await ask('', token)).json(), {list: [], totalPages: 1});
    }
  });

  it('is refused with a token that nobody was given, and after the sign-out', async () => {
    assert.equal((await ask('', 'none')).status, 401);
    const {browser, token} = await operator();
    await browser.post('/console/sign-out');
    assert.equal((await ask('', token)).status, 401);
  });

  it('takes nothing from its address into its script', async () => {
    const {browser} = await operator();
    const attack = encodeURIComponent('</script><script>alert(1)//');
    const {text} = await browser.get(`/console/preview-frame?language=${attack}&theme=${attack}`);
    assert.ok(!text.includes('alert(1)'));
    assert.match(text, /"language":"en"/);
  });
});
