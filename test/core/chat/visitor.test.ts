import {expect} from '@open-wc/testing';
import {createVisitor, type Visitor} from '../../../src/core/chat/visitor.ts';
import type {VisitorMemory} from '../../../src/core/chat/visitor-session.ts';
import {InboxError} from '../../../src/core/errors.ts';
import {FakeEnvironment, settle} from '../fake-environment.ts';
import {FakeVisitors} from './fake-visitors.ts';

function createMemory(): VisitorMemory & {token?: string} {
  const memory: VisitorMemory & {token?: string} = {
    read: () => memory.token,
    write: (token) => void (memory.token = token),
    clear: () => void delete memory.token,
  };
  return memory;
}

describe('a visitor', () => {
  let platform: FakeVisitors;
  let environment: FakeEnvironment;
  let memory: ReturnType<typeof createMemory>;
  let visitors: Visitor[] = [];

  function create(): Visitor {
    const visitor = createVisitor({
      apiUrl: 'https://platform.test/',
      siteId: 's1',
      storage: 'none',
      memory,
      environment,
      getVisit: () => ({page: {url: 'https://shop.test/', title: 'Shop'}, referrer: '', language: 'en'}),
    });
    visitors.push(visitor);
    return visitor;
  }

  beforeEach(() => {
    platform = new FakeVisitors();
    environment = new FakeEnvironment();
    environment.handler = platform.answer;
    memory = createMemory();
    visitors = [];
  });
  afterEach(() => visitors.forEach((visitor) => visitor.end()));

  /** Waits for promises while what is due at once happens. */
  async function soon<T>(promise: Promise<T>): Promise<T> {
    await settle();
    await environment.advance(1);
    return promise;
  }

  it('neither stores nor sends anything before it is started', async () => {
    create();
    await settle();
    expect(platform.asked).to.deep.equal([]);
    expect(memory.token).to.equal(undefined);
  });

  it('opens one session for everything, and keeps who it is', async () => {
    const visitor = create();
    const all = [
      visitor.start(),
      visitor.report({type: 'name', name: 'Ada'}),
      visitor.report({type: 'card', id: 'c', data: 'd'}),
    ];
    await soon(Promise.all(all));
    expect(platform.asked.filter((path) => path === 'POST /session')).to.have.length(1);
    expect(memory.token).to.equal('v_1');
    expect(platform.events.map(({type}) => type)).to.deep.equal(['name', 'card']);
  });

  it('is the same visitor on the next page', async () => {
    await create().start();
    await create().start();
    expect(memory.token).to.equal('v_1');
    expect(platform.tokens.size).to.equal(1);
  });

  it('is a new one when the platform does not know it any more, and loses nothing of what it reported', async () => {
    const visitor = create();
    await visitor.start();
    platform.tokens.clear();
    await soon(visitor.report({type: 'name', name: 'Ada'}));
    expect(platform.events).to.have.length(1);
    expect(memory.token).to.equal('v_1');
  });

  it('keeps what is reported offline in its order, and sends it later, each once', async () => {
    platform.isOffline = true;
    const visitor = create();
    const all = ['a', 'b', 'c'].map((name) => visitor.report({type: 'name', name}));
    await visitor.send('Hello');
    await settle();
    expect(visitor.state.entries.map(({text, status}) => [text, status])).to.deep.equal([
      ['Hello', 'sending'],
    ]);
    platform.isOffline = false;
    await environment.advance(60_000);
    await Promise.all(all);
    expect(platform.events.map((event) => (event.type === 'name' ? event.name : event.type))).to.deep.equal([
      'a',
      'b',
      'c',
      'message',
    ]);
    expect(visitor.state.entries.map(({text, status}) => [text, status])).to.deep.equal([['Hello', 'sent']]);
  });

  it('says at once that the browser is offline, until the platform has answered again', async () => {
    const visitor = create();
    const told: string[] = [];
    visitor.subscribe(({connection}) => connection !== told.at(-1) && told.push(connection));
    await visitor.open();
    await settle();
    expect(told).to.deep.equal(['connecting', 'live']);
    platform.isOffline = true;
    environment.signal('offline');
    await settle();
    expect(told.at(-1)).to.equal('offline');
    await environment.advance(60_000);
    expect(told, 'it tries again, and the notice stays').to.have.length(3);
    platform.isOffline = false;
    environment.signal('wake');
    await settle();
    expect(told.slice(3)).to.deep.equal(['connecting', 'live']);
  });

  it('comes back after its stream has ended, over the time that the platform asks for', async () => {
    platform.retry = 30_000;
    const visitor = create();
    await visitor.open();
    await settle();
    const streams = () => platform.asked.filter((path) => path === 'GET /stream').length;
    platform.endStreams();
    await settle();
    expect(visitor.state.connection).to.equal('offline');
    await environment.advance(29_000); // of 60 s at most, half by chance
    expect(streams()).to.equal(1);
    await environment.advance(2000);
    expect(streams()).to.equal(2);
    expect(visitor.state.connection).to.equal('live');
  });

  it('has a fresh stream at once when the machine has slept', async () => {
    const visitor = create();
    await visitor.open();
    await settle();
    environment.signal('wake');
    await settle();
    environment.skew += 60_000;
    environment.signal('wake');
    await settle();
    expect(platform.asked.filter((path) => path === 'GET /stream')).to.have.length(2);
    expect(visitor.state.connection).to.equal('live');
  });

  it('waits as long as the platform asks for, and then sends what was refused', async () => {
    const visitor = create();
    await visitor.start();
    platform.refusal = () =>
      Response.json({code: 'too-many-requests'}, {status: 429, headers: {'Retry-After': '30'}});
    const told = visitor.report({type: 'name', name: 'Ada'});
    await settle();
    await environment.advance(1);
    expect(platform.asked).to.include('POST /events');
    platform.refusal = undefined;
    await environment.advance(29_000);
    expect(platform.events).to.deep.equal([]);
    await environment.advance(3000);
    await told;
    expect(platform.events).to.have.length(1);
  });

  it('says which report was refused for good, and goes on with the others', async () => {
    const visitor = create();
    platform.refused.add('key-1');
    const bad = visitor.report({type: 'name', name: 'x'}).catch((error: InboxError) => error.code);
    const good = visitor.report({type: 'name', name: 'y'});
    expect(await soon(bad)).to.equal('refused');
    await good;
    expect(platform.events).to.have.length(1);
  });

  it('shows its own message once, before and after the platform has it, under the same key', async () => {
    const visitor = create();
    const seen: string[] = [];
    visitor.subscribe(({entries}) => seen.push(entries.map(({key, status}) => `${key} ${status}`).join()));
    await visitor.send('Hello');
    await settle();
    await environment.advance(1000);
    expect([...new Set(seen.filter(Boolean))]).to.deep.equal(['key-1 sending', 'key-1 sent']);
  });

  it('tells whoever waits for it that a report was refused as a whole, and why', async () => {
    const visitor = create();
    platform.refusal = () => Response.json({code: 'not-found', detail: 'No such site'}, {status: 404});
    const told = visitor.report({type: 'name', name: 'x'}).catch((error: InboxError) => error.message);
    expect(await soon(told)).to.equal('No such site');
  });

  it('begins its session anew after the one that is on its way: it stays one visitor', async () => {
    const visitor = create();
    const starts = [visitor.start(), visitor.start(), visitor.start()];
    await soon(Promise.all(starts));
    expect(platform.asked.filter((path) => path === 'POST /session')).to.have.length(3);
    expect(platform.tokens.size).to.equal(1);
  });

  it('sends while it is paused what it was told before, without a stream', async () => {
    platform.hasConversation = true;
    const visitor = create();
    await visitor.start();
    await settle();
    platform.isOffline = true;
    const told = visitor.report({type: 'name', name: 'Ada'});
    await settle();
    visitor.pause();
    platform.isOffline = false;
    platform.asked = [];
    await environment.advance(60_000);
    await told;
    expect(platform.asked).to.deep.equal(['POST /events']);
    await visitor.start();
    await settle();
    expect(platform.asked, 'and follows again').to.include('GET /stream');
  });

  it('counts the agents’ messages until they are read', async () => {
    platform.hasConversation = true;
    platform.say('agent', 'One');
    platform.say('agent', 'Two');
    const visitor = create();
    await visitor.start();
    await visitor.send('Hi');
    await environment.advance(1000);
    expect(visitor.state.unread).to.equal(2);
    visitor.markRead();
    expect(visitor.state.unread).to.equal(0);
    await environment.advance(1000);
    expect(platform.events.find(({type}) => type === 'read')).to.include({upTo: 2});
  });

  it('ends without a timer, a listener or a promise that is left open', async () => {
    const visitor = create();
    await visitor.start();
    await visitor.open();
    platform.isOffline = true;
    const open = visitor.report({type: 'name', name: 'x'}).catch((error: InboxError) => error.code);
    await settle();
    visitor.end();
    expect(await open).to.equal('ended');
    await environment.advance(60_000);
    expect(environment.leftovers.watchers).to.equal(0);
    expect(environment.leftovers.timers).to.equal(0);
  });
});
