import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {seed} from '../../demo/seed.ts';
import {CUSTOMERS} from '../../demo/shop/customers.ts';
import {KEY} from '../platform/support/platform.ts';
import {startSites} from './support.ts';

const DAY = 24 * 60 * 60 * 1000;
const sites = await startSites();
await seed({platformUrl: sites.url, apiKey: KEY}, sites.clock.now());

interface Message {
  title: string;
  createdDate: number;
  newMessage: boolean;
  link: string | null;
  image: string | null;
  pinned?: boolean;
  severity?: string;
  actions?: object[];
  customData: {avatar?: {name: string; image: string}} | null;
}

async function inboxOf(id: string): Promise<Message[]> {
  const {body} = await sites.backend('POST', '/v1/auth/contact/token', {externalCustomerId: id});
  const response = await fetch(`${sites.url}/appinbox/v1/messages`, {
    headers: {'ES-TOKEN': String(body.token)},
  });
  return ((await response.json()) as {list: Message[]}).list;
}

describe('a new demo', () => {
  it('knows all customers of the shop, each in their language', async () => {
    const {body} = await sites.backend('GET', '/v1/contacts');
    const list = body.list as unknown as {externalCustomerId: string; language: string}[];
    assert.deepEqual(
      new Map(list.map(({externalCustomerId, language}) => [externalCustomerId, language])),
      new Map(CUSTOMERS.map(({id, language}) => [id, language]).reverse() as [string, string][]),
    );
  });

  it('has an inbox for each that looks lived in, and an empty one for the newest', async () => {
    for (const {id} of CUSTOMERS.slice(0, -1)) {
      const list = await inboxOf(id);
      assert.ok(list.length >= 8 && list.length <= 20, `${id}: ${list.length}`);
      const ages = list.map(({createdDate}) => sites.clock.now() - createdDate);
      assert.ok(Math.min(...ages) < DAY / 24 && Math.max(...ages) > 20 * DAY);
      for (const state of [true, false]) assert.ok(list.some(({newMessage}) => newMessage === state));
      assert.ok(list.some(({pinned}) => pinned) && list.some(({actions}) => actions?.length));
      assert.ok(list.some(({image}) => image) && list.some(({image}) => !image));
      assert.ok(
        list.some(({customData}) => customData?.avatar),
        'somebody has written',
      );
    }
    assert.deepEqual(await inboxOf(CUSTOMERS.at(-1)!.id), []);
  });

  it('writes to each in their language', async () => {
    const newest = async (id: string) => (await inboxOf(id))[0]!.title;
    assert.deepEqual(
      await Promise.all(['tilth-1001', 'tilth-1003', 'tilth-1005', 'tilth-1006'].map(newest)),
      ['New: Iceland poppy', 'Новинка: мак Iceland', 'Nyhet: vallmon Iceland', 'جديد: خشخاش Iceland'],
    );
  });

  it('links and shows only what is there', async () => {
    for (const {id} of CUSTOMERS.slice(0, -1)) {
      const browser = sites.browser();
      await browser.post('/shop/sign-in', {customer: id});
      for (const {link, image, customData} of await inboxOf(id)) {
        for (const path of [link, image, customData?.avatar?.image]) {
          if (path) assert.equal((await browser.get(path)).status, 200, path);
        }
      }
    }
  });

  it('is still full a month later', async () => {
    sites.clock.advance(30 * DAY);
    assert.ok((await inboxOf(CUSTOMERS[0]!.id)).length >= 8);
  });
});
