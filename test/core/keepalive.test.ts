/** What is sent as the page goes outlives it. */
import {expect} from '@open-wc/testing';
import type {Capability} from '../../src/protocol/configuration.ts';
import {createInbox} from '../../src/core/inbox.ts';
import {FakeEnvironment, settle} from './fake-environment.ts';
import {FakePlatform} from './fake-platform.ts';

/** What browsers let outlive their pages: bytes of all such bodies together (Fetch, "HTTP-network-or-cache fetch"). */
const QUOTA = 64 * 1024;

async function setUp(...capabilities: Capability[]) {
  const environment = new FakeEnvironment();
  const platform = new FakePlatform(environment);
  const answer = environment.handler;
  const sent: {method: string; keepalive: boolean; size: number}[] = [];
  environment.handler = (url, init) => {
    const {method = 'GET', keepalive = false, body} = init;
    sent.push({method, keepalive, size: new TextEncoder().encode(body as string | undefined).length});
    return answer(url, init);
  };
  platform.add('a', {seenAt: 1});
  const inbox = createInbox({
    apiUrl: 'https://platform.test',
    getAuthTokenCallback: () => Promise.resolve('c_anna1234.secret'),
    storage: 'none',
    environment,
    capabilities,
  });
  const rest = async () => {
    await Promise.all([import('../../src/core/sync.ts'), import('../../src/core/live.ts')]);
    for (let turn = 0; turn < 10; turn++) await settle();
  };
  inbox.subscribe(() => {});
  await inbox.load();
  await rest();
  const posts = () => sent.filter(({method}) => method === 'POST');
  return {environment, platform, inbox, rest, sent, posts};
}

describe('what is sent as the page goes', () => {
  for (const capabilities of [['events', 'stream'], []] satisfies Capability[][]) {
    it(`outlives it, with ${capabilities.join(' and ') || 'the base contract alone'}`, async () => {
      const {environment, inbox, rest, sent, posts} = await setUp(...capabilities);
      expect(sent.every(({keepalive}) => !keepalive)).to.equal(true);
      await inbox.markRead('a');
      expect(posts()).to.deep.equal([]);
      environment.signal('hide');
      await rest();
      // No timer has come: the page has none left.
      expect(posts()).to.have.length(1);
      expect(posts()[0]!.keepalive).to.equal(true);
    });
  }

  it('is sent without that where it is more than browsers take so, which would refuse it', async () => {
    const {environment, inbox, rest, posts} = await setUp('events');
    for (let mark = 0; mark < 4; mark++)
      await inbox.act({type: 'action', ids: ['a'], action: 'ü'.repeat(QUOTA / 4)});
    environment.signal('hide');
    await rest();
    expect(posts().length).to.be.above(0);
    for (const {keepalive, size} of posts()) expect(keepalive && size > QUOTA).to.equal(false);
    expect(posts().reduce((total, {size}) => total + size, 0)).to.be.above(QUOTA);
  });
});
