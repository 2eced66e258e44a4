/** Marks that an earlier page has left on this device, and that another tab sends while this one is still waking up. */
import {expect} from '@open-wc/testing';
import {pendingKeyOf} from '../../src/core/cache.ts';
import {createInbox} from '../../src/core/inbox.ts';
import {createIndexedDbStorage} from '../../src/core/storage.ts';
import type {Mutation} from '../../src/core/store.ts';
import {FakeEnvironment, settle} from './fake-environment.ts';
import {FakePlatform} from './fake-platform.ts';

const CONTACT = 'c_anna1234';
const LEFT: Mutation = {key: 'left', type: 'read', ids: ['a'], at: 1};

/** An inbox whose list is there, and whose page has had no time yet for the rest. */
async function setUp(siteId: string) {
  const environment = new FakeEnvironment();
  const platform = new FakePlatform(environment);
  const storage = createIndexedDbStorage(`app-inbox:${siteId}`, environment);
  await storage.set(pendingKeyOf(CONTACT), [LEFT]);
  const waiting: (() => void)[] = [];
  environment.whenIdle = (callback) => void waiting.push(callback);
  platform.add('a', {seenAt: 1});
  const inbox = createInbox({
    apiUrl: 'https://platform.test',
    siteId,
    getAuthTokenCallback: () => Promise.resolve(`${CONTACT}.secret`),
    environment,
    capabilities: ['stream', 'events'],
  });
  inbox.subscribe(() => {});
  await inbox.load();
  const becomeIdle = async () => {
    for (const callback of waiting.splice(0)) callback();
    await Promise.all([import('../../src/core/sync.ts'), import('../../src/core/live.ts')]);
    for (let turn = 0; turn < 10; turn++) await settle();
    // After what the inbox has asked of the storage.
    await storage.get(pendingKeyOf(CONTACT));
    await environment.advance(1000);
    await storage.get(pendingKeyOf(CONTACT));
    for (let turn = 0; turn < 10; turn++) await settle();
  };
  const forget = () => storage.set(pendingKeyOf(CONTACT), []);
  return {platform, inbox, becomeIdle, forget, end: () => inbox.logout()};
}

describe('marks that an earlier page has left', () => {
  it('are shown at once, and sent when the page has time', async () => {
    const {platform, inbox, becomeIdle, end} = await setUp('left-marks');
    expect(inbox.state.pending).to.equal(1);
    expect(inbox.state.notifications[0]!.readAt).to.not.be.null;
    await becomeIdle();
    expect(platform.events.map(({key}) => key)).to.include('left');
    expect(inbox.state.pending).to.equal(0);
    await end();
  });

  it('do not wait for ever where another tab has sent them by then', async () => {
    const {platform, inbox, becomeIdle, forget, end} = await setUp('sent-marks');
    platform.messages[0]!.newMessage = false;
    await forget();
    await becomeIdle();
    expect(platform.events.map(({key}) => key)).to.not.include('left');
    expect(inbox.state.pending).to.equal(0);
    await end();
  });
});
