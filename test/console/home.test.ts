import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {createHome} from '../../demo/home.ts';
import {CUSTOMERS} from '../../demo/shop/customers.ts';
import {KEY} from '../platform/support/platform.ts';
import {startSites} from '../shop/support.ts';

const sites = await startSites();
sites.platform.app.route('/', createHome({apiKey: KEY}));
await sites.browser().post('/shop/sign-in', {customer: CUSTOMERS[0]!.id});

const plain = (html: string) =>
  html.replace(
    /&(quot|#39|lt|gt|amp);/g,
    (_, name: string) => ({quot: '"', '#39': "'", lt: '<', gt: '>', amp: '&'})[name]!,
  );

/** What the shell would make of a command of the page. */
function readCommand(command: string) {
  const [, method = ''] = /-X (\w+)/.exec(command) ?? [];
  const [, url = ''] = /(http:\S+)/.exec(command) ?? [];
  const [, body = ''] = /-d '([^']*)'/.exec(command) ?? [];
  const headers = [...command.matchAll(/-H '([^:]+): ([^']*)'/g)].map(([, name, value]) => [name!, value!]);
  return {url, init: {method, body, headers: Object.fromEntries(headers) as Record<string, string>}};
}

describe('the first page', () => {
  it('gives commands that work when they are pasted', async () => {
    const {text} = await sites.browser().get('/');
    const commands = [...text.matchAll(/<pre[^>]*><code>([^]*?)<\/code>/g)].map(([, code]) =>
      readCommand(plain(code!)),
    );
    const answers = await Promise.all(commands.map(({url, init}) => fetch(url, init)));
    assert.deepEqual(
      answers.map(({status}) => status),
      [201, 200],
    );
    assert.notEqual(((await answers[1]!.json()) as {token: string}).token, '');
  });

  it('leads to pages that are there', async () => {
    const {text} = await sites.browser().get('/');
    const links = new Set([...text.matchAll(/href="(\/[^"]*)"/g)].map(([, href]) => href!));
    for (const expected of ['/shop/', '/console/', '/openapi.json']) assert.ok(links.has(expected));
    for (const link of links) assert.ok([200, 303].includes((await sites.browser().get(link)).status), link);
  });

  it('shows no key that was set for this platform', async () => {
    process.env.APP_INBOX_API_KEY = 'a-secret-key-0000000000000000';
    const response = await createHome().request('http://localhost/');
    delete process.env.APP_INBOX_API_KEY;
    const text = await response.text();
    assert.ok(!text.includes('a-secret-key') && text.includes('YOUR_API_KEY'));
  });
});
