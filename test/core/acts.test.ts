import {expect} from '@open-wc/testing';
import {createInbox} from '../../src/core/inbox.ts';
import type {Capability} from '../../src/protocol/configuration.ts';
import {FakeEnvironment, settle} from './fake-environment.ts';
import {FakePlatform} from './fake-platform.ts';

const ALL = ['stream', 'events', 'cursor', 'rich'] as const;

/** A platform with a list for each view, and an inbox that somebody listens to. */
async function setUp(capabilities: readonly Capability[] = ALL) {
  const environment = new FakeEnvironment();
  const platform = new FakePlatform(environment);
  const archived = [{...platform.add('old'), archivedAt: 5, newMessage: false}];
  platform.messages = [];
  platform.intercept = (request) => {
    if (request.includes('view=archived')) return Response.json({list: archived, next: null, counts: {}});
    if (request.startsWith('GET messages?limit'))
      return Response.json({list: platform.messages, next: null, counts: {unread: platform.unread}});
    return undefined;
  };
  for (const id of ['a', 'b', 'c']) platform.add(id, {entity: id === 'c' ? undefined : 'order 7'});
  const inbox = createInbox({
    apiUrl: 'https://platform.test',
    getAuthTokenCallback: () => Promise.resolve('c_anna1234.secret'),
    storage: 'none',
    capabilities,
    environment,
  });
  inbox.subscribe(() => {});
  const rest = async (milliseconds = 0) => {
    await Promise.all([import('../../src/core/sync.ts'), import('../../src/core/live.ts')]);
    for (let i = 0; i < 10; i++) await settle();
    await environment.advance(milliseconds);
    for (let i = 0; i < 10; i++) await settle();
  };
  await rest();
  await inbox.load();
  await rest(1000);
  platform.events.length = 0;
  return {environment, platform, inbox, rest};
}

const idsOf = (rows: readonly {id: string}[] = []) => rows.map(({id}) => id).join('');

describe('Inbox.act', () => {
  it('hides at once what is archived, and sends it when it can no longer be taken back', async () => {
    const {platform, inbox, rest} = await setUp();
    await inbox.act({type: 'archived', ids: ['b'], hold: 5000});
    expect(idsOf(inbox.state.notifications)).to.equal('ca');
    expect(inbox.state.count).to.equal(2);
    await rest(4900);
    expect(platform.events).to.deep.equal([]);
    await rest(300);
    expect(platform.events.map(({type, ids}) => [type, ids])).to.deep.equal([['archived', ['b']]]);
  });

  it('takes it back as if it had never been', async () => {
    const {platform, inbox, rest} = await setUp();
    const undo = await inbox.act({type: 'deleted', ids: ['b', 'c'], hold: 5000});
    expect(inbox.state.count).to.equal(1);
    await undo();
    expect(idsOf(inbox.state.notifications)).to.equal('cba');
    expect(inbox.state.count).to.equal(3);
    await rest(10_000);
    expect(platform.events).to.deep.equal([]);
  });

  it('sends what was done meanwhile without waiting for what is held', async () => {
    const {platform, inbox, rest} = await setUp();
    await inbox.act({type: 'archived', ids: ['b'], hold: 5000});
    await inbox.markRead('a');
    await rest(200);
    expect(platform.events.map(({type}) => type)).to.deep.equal(['read']);
  });

  it('brings back by itself what was put off', async () => {
    const {environment, inbox, rest} = await setUp();
    await inbox.act({type: 'snoozed', ids: ['a'], until: environment.now() + 60_000});
    await rest(500);
    expect(idsOf(inbox.state.notifications)).to.equal('cb');
    expect(inbox.state.count).to.equal(2);
    await rest(60_000);
    expect(idsOf(inbox.state.notifications)).to.equal('cba');
    expect(inbox.state.count).to.equal(3);
  });

  it('marks all that speak of one thing', async () => {
    const {platform, inbox, rest} = await setUp();
    await inbox.act({type: 'read', entity: 'order 7'});
    expect(inbox.state.count).to.equal(1);
    await rest(200);
    expect(platform.events.map(({key: _, ...event}) => event)).to.deep.include.members([
      {type: 'read', entity: 'order 7', at: (platform.events[0] as unknown as {at: number}).at},
    ]);
  });

  it('marks all that speak of one thing as read by its name, on the base contract what is loaded of it', async () => {
    for (const capabilities of [ALL, []]) {
      const {platform, inbox, rest} = await setUp(capabilities);
      await inbox.markRead({entity: 'order 7'});
      expect(inbox.state.notifications.map(({id, readAt}) => [id, readAt !== null])).to.deep.equal([
        ['c', false],
        ['b', true],
        ['a', true],
      ]);
      await rest(200);
      const sent = platform.events.map(({type, ids, ...event}) => ({
        type,
        ids,
        ...('entity' in event && event),
      }));
      if (capabilities.length)
        expect(sent[0]).to.deep.include({type: 'read', entity: 'order 7', ids: undefined});
      else expect(platform.messages.map(({newMessage}) => newMessage)).to.deep.equal([true, false, false]);
    }
  });

  it('does nothing that the base contract has no word for', async () => {
    const {platform, inbox, rest} = await setUp([]);
    await inbox.act({type: 'archived', ids: ['b']});
    await rest(1000);
    expect(idsOf(inbox.state.notifications)).to.equal('cba');
    expect(platform.requests.filter((request) => request.startsWith('POST'))).to.deep.equal([]);
  });
});

describe('Inbox.loadView', () => {
  it('brings another list, which follows what is done to its rows', async () => {
    const {inbox, rest} = await setUp();
    expect(inbox.state.views.archived).to.equal(undefined);
    const loading = inbox.loadView('archived');
    await loading;
    expect(idsOf(inbox.state.views.archived?.notifications)).to.equal('old');
    expect(inbox.state.views.archived?.list).to.equal('ready');
    expect(idsOf(inbox.state.notifications)).to.equal('cba');
    await inbox.act({type: 'archived', ids: ['c']});
    expect(idsOf(inbox.state.views.archived?.notifications)).to.equal('cold');
    await inbox.act({type: 'unarchived', ids: ['old']});
    expect(idsOf(inbox.state.views.archived?.notifications)).to.equal('c');
    expect(idsOf(inbox.state.notifications)).to.equal('bolda');
    await rest();
  });

  it('asks for its next page as the page of that list', async () => {
    const {platform, inbox} = await setUp();
    const {intercept} = platform;
    const older = {...platform.add('older', {createdDate: 1}), archivedAt: 6, newMessage: false};
    platform.intercept = (request) => {
      if (!request.includes('view=archived')) return intercept(request);
      if (request.includes('cursor=')) return Response.json({list: [older], next: null});
      return Response.json({list: [{...older, id: 'old', createdDate: 2}], next: 'place 2'});
    };
    await inbox.loadView('archived');
    expect(inbox.state.views.archived?.hasMore).to.equal(true);
    await inbox.loadMore('archived');
    expect(platform.requests.at(-1))
      .to.match(/[?&]cursor=place(\+|%20)2/)
      .and.to.include('view=archived');
    expect(idsOf(inbox.state.views.archived?.notifications)).to.equal('oldolder');
    expect(inbox.state.views.archived?.hasMore).to.equal(false);
    expect(idsOf(inbox.state.notifications), 'nothing of it in the inbox').to.equal('cba');
  });

  it('says that it failed, and tries again when asked again', async () => {
    const {platform, inbox} = await setUp();
    const {intercept} = platform;
    platform.intercept = (request) =>
      request.includes('view=snoozed') ? Response.json({}, {status: 400}) : intercept(request);
    const failure = await inbox.loadView('snoozed').then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(failure).to.be.instanceOf(Error);
    expect(inbox.state.views.snoozed?.list).to.equal('failed');
    platform.intercept = () => Response.json({list: [], next: null});
    await inbox.loadView('snoozed');
    expect(inbox.state.views.snoozed).to.deep.equal({list: 'ready', notifications: [], hasMore: false});
  });
});
