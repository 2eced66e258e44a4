/** A mark's confirmation that comes after the platform has told of something later. */
import {expect} from '@open-wc/testing';
import type {Capability} from '../../src/protocol/configuration.ts';
import {createInbox} from '../../src/core/inbox.ts';
import {FakeEnvironment, settle} from './fake-environment.ts';
import {FakePlatform} from './fake-platform.ts';

async function setUp(...capabilities: Capability[]) {
  const environment = new FakeEnvironment();
  const platform = new FakePlatform(environment);
  const inbox = createInbox({
    apiUrl: 'https://platform.test',
    getAuthTokenCallback: () => Promise.resolve('c_anna1234.secret'),
    storage: 'none',
    environment,
    capabilities,
  });
  const rest = async (milliseconds = 0) => {
    await Promise.all([import('../../src/core/sync.ts'), import('../../src/core/live.ts')]);
    for (let turn = 0; turn < 10; turn++) await settle();
    await environment.advance(milliseconds);
    for (let turn = 0; turn < 10; turn++) await settle();
  };
  platform.add('a');
  inbox.subscribe(() => {});
  await rest();
  await inbox.load();
  platform.push('count', {count: 1}, 1);
  await rest();

  /** The answer to the next batch waits until it is let go. It is that of a platform that has taken the batch. */
  let answer = (_: Response) => {};
  platform.intercept = (request) =>
    request === 'POST events' ? new Promise((resolve) => (answer = resolve)) : undefined;
  const letGo = async () => {
    platform.intercept = () => undefined;
    answer(Response.json({results: []}));
    await rest();
  };
  const isRead = () => inbox.state.notifications[0]!.readAt !== null;
  return {environment, platform, inbox, rest, letGo, isRead};
}

describe('a late confirmation', () => {
  it('does not bring back what another device has undone meanwhile', async () => {
    const {platform, inbox, rest, letGo, isRead} = await setUp('stream', 'events');
    await inbox.markRead('a');
    await rest(200);
    platform.push('state', {type: 'read', ids: ['a'], at: 5}, 2);
    platform.push('state', {type: 'unread', ids: ['a'], at: 6}, 3);
    platform.push('count', {count: 1});
    await letGo();
    expect(inbox.state.pending).to.equal(0);
    expect([isRead(), inbox.state.count]).to.deep.equal([false, 1]);
  });

  it('shows the mark until the stream tells of it', async () => {
    const {platform, inbox, rest, letGo, isRead} = await setUp('stream', 'events');
    await inbox.markRead('a');
    await rest(200);
    await letGo();
    expect([isRead(), inbox.state.count]).to.deep.equal([true, 0]);
    platform.push('state', {type: 'read', ids: ['a'], at: 5}, 2);
    platform.push('state', {type: 'unread', ids: ['a'], at: 6}, 3);
    await rest();
    expect([isRead(), inbox.state.count]).to.deep.equal([false, 1]);
  });

  it('asks for the list again when that has come between the mark and its confirmation', async () => {
    const {platform, inbox, rest} = await setUp('events');
    platform.messages[0]!.newMessage = false;
    // The mark takes effect, its answer is lost, and another device undoes it: the list says so.
    platform.intercept = (request) =>
      request === 'POST events' ? Promise.reject(new TypeError('Failed to fetch')) : undefined;
    await inbox.act({type: 'archived', ids: ['a']});
    await rest(200);
    await inbox.refresh();
    platform.intercept = () => undefined;
    await rest(5000);
    expect(inbox.state.pending).to.equal(0);
    expect(inbox.state.notifications.map(({id}) => id)).to.deep.equal(['a']);
  });

  it('asks for nothing again when nobody has told of its rows', async () => {
    const {platform, inbox, rest, letGo} = await setUp('stream', 'events');
    await inbox.markRead('a');
    await rest(200);
    platform.requests.length = 0;
    platform.push('message', platform.add('b'), 2);
    platform.push('count', {count: 1});
    await letGo();
    expect(platform.requests.filter((request) => request.startsWith('GET'))).to.deep.equal([]);
  });
});
