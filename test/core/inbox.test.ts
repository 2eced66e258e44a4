import {expect, waitUntil} from '@open-wc/testing';
import {createInbox, type InboxOptions} from '../../src/core/inbox.ts';
import {createIndexedDbStorage} from '../../src/core/storage.ts';
import {FakeEnvironment, settle} from './fake-environment.ts';
import {FakePlatform} from './fake-platform.ts';

const STREAM = ['stream', 'events'] as const;

function setUp(options: Partial<InboxOptions> = {}) {
  const environment = new FakeEnvironment();
  const platform = new FakePlatform(environment);
  const inbox = createInbox({
    apiUrl: 'https://platform.test',
    getAuthTokenCallback: () => Promise.resolve('c_anna1234.secret'),
    storage: 'none',
    environment,
    ...options,
  });
  return {environment, platform, inbox};
}

/** Lets the inbox come to rest: its lazy module is loaded by the browser, which takes as long as it takes. */
async function rest(environment: FakeEnvironment, milliseconds = 0): Promise<void> {
  await Promise.all([import('../../src/core/sync.ts'), import('../../src/core/live.ts')]);
  for (let i = 0; i < 10; i++) await settle();
  await environment.advance(milliseconds);
  for (let i = 0; i < 10; i++) await settle();
}

const titles = (inbox: ReturnType<typeof createInbox>) => inbox.state.notifications.map(({title}) => title);

describe('createInbox', () => {
  it('asks nothing before somebody listens', async () => {
    const {environment, platform} = setUp();
    await rest(environment, 60_000);
    expect(platform.requests).to.deep.equal([]);
  });

  it('counts as soon as somebody listens, and tells a late listener the last count', async () => {
    const {environment, platform, inbox} = setUp();
    platform.add('a');
    platform.add('b');
    const counts: number[] = [];
    inbox.on('count', ({count}) => counts.push(count));
    await rest(environment);
    inbox.on('count', ({count}) => counts.push(count));
    expect(counts).to.deep.equal([2, 2]);
    expect(platform.requests[0]).to.equal('GET messages/count');
  });

  it('shows the list when asked, and asks for it only then', async () => {
    const {environment, platform, inbox} = setUp();
    platform.add('a');
    inbox.subscribe(() => {});
    await rest(environment);
    expect(platform.requests).not.to.include('GET messages');
    await inbox.load();
    expect(titles(inbox)).to.deep.equal(['Title a']);
    expect(inbox.state.list).to.equal('ready');
  });

  it('connects only when a list that is on its way is there, or has failed', async () => {
    for (const isAnswered of [true, false]) {
      const {environment, platform, inbox} = setUp({capabilities: STREAM});
      let answer = (_: Response) => {};
      const {handler} = environment;
      environment.handler = (url, init) =>
        url.endsWith('/messages') ? new Promise((resolve) => (answer = resolve)) : handler(url, init);
      inbox.subscribe(() => {});
      const loaded = inbox.load();
      await rest(environment);
      expect(platform.openStreams).to.equal(0);
      answer(Response.json({list: []}, {status: isAnswered ? 200 : 503}));
      await loaded.catch(() => {});
      await rest(environment);
      expect(platform.openStreams).to.equal(1);
      inbox.dispose();
    }
  });

  it('polls, with jitter, and shows what has arrived', async () => {
    const {environment, platform, inbox} = setUp({pollInterval: 30});
    const arrived: string[] = [];
    inbox.on('notification', ({notification}) => arrived.push(notification.id));
    await rest(environment);
    await inbox.load();
    platform.add('a');
    await rest(environment, 29_000);
    expect(arrived).to.deep.equal([]);
    await rest(environment, 12_000);
    expect(arrived).to.deep.equal(['a']);
    expect(inbox.state.count).to.equal(1);
    await rest(environment, 120_000);
    expect(arrived).to.deep.equal(['a']);
  });

  it('polls nothing while the page is hidden, and at once when it is looked at', async () => {
    const {environment, platform, inbox} = setUp();
    inbox.subscribe(() => {});
    await rest(environment);
    environment.visible = false;
    await rest(environment, 45_000);
    const before = platform.requests.length;
    await rest(environment, 600_000);
    expect(platform.requests.length).to.equal(before);
    environment.visible = true;
    environment.signal('wake');
    await rest(environment);
    expect(platform.requests.length).to.be.greaterThan(before);
  });

  it('stops when the last listener leaves, and goes on with the next', async () => {
    const {environment, platform, inbox} = setUp({capabilities: STREAM});
    const end = inbox.subscribe(() => {});
    await rest(environment);
    expect(platform.openStreams).to.equal(1);
    end();
    await rest(environment);
    expect(platform.openStreams).to.equal(0);
    expect(inbox.state.connection).to.equal('paused');
    inbox.subscribe(() => {});
    await rest(environment);
    expect(platform.openStreams).to.equal(1);
  });

  it('shows live what the stream brings, each thing once', async () => {
    const {environment, platform, inbox} = setUp({capabilities: STREAM});
    const arrived: string[] = [];
    inbox.on('notification', ({notification}) => arrived.push(notification.id));
    await rest(environment);
    await inbox.load();
    const message = platform.add('a');
    for (let i = 0; i < 3; i++) platform.push('message', message, 1);
    platform.push('count', {count: 1});
    await rest(environment);
    expect(titles(inbox)).to.deep.equal(['Title a']);
    expect(arrived).to.deep.equal(['a']);
    expect(inbox.state.count).to.equal(1);
    platform.push('state', {type: 'read', ids: ['a'], at: 5}, 2);
    platform.push('count', {count: 0});
    await rest(environment);
    expect(inbox.state.notifications[0]?.readAt).to.equal(5);
    expect(inbox.state.count).to.equal(0);
    platform.push('removed', {ids: ['a']}, 3);
    await rest(environment);
    expect(titles(inbox)).to.deep.equal([]);
  });

  it('fetches again when the stream shows a gap, resyncs or sends nonsense', async () => {
    const {environment, platform, inbox} = setUp({capabilities: STREAM});
    inbox.subscribe(() => {});
    await rest(environment);
    await inbox.load();
    const fetches = () => platform.requests.filter((request) => request === 'GET messages').length;
    platform.push('count', {count: 0}, 4);
    await rest(environment);
    const before = fetches();
    platform.add('lost');
    platform.push('removed', {ids: []}, 6);
    await rest(environment);
    expect(fetches()).to.equal(before + 1);
    expect(titles(inbox)).to.deep.equal(['Title lost']);
    platform.push('resync', {});
    await rest(environment);
    expect(fetches()).to.equal(before + 2);
  });

  it('resumes an ended stream from the last event', async () => {
    const {environment, platform, inbox} = setUp({capabilities: STREAM});
    const resumed: (string | undefined)[] = [];
    const {handler} = environment;
    environment.handler = (url, init) => {
      if (url.endsWith('/stream')) resumed.push((init.headers as Record<string, string>)['Last-Event-ID']);
      return handler(url, init);
    };
    inbox.subscribe(() => {});
    await rest(environment);
    platform.push('count', {count: 0}, 41);
    await rest(environment);
    platform.hangUp();
    await rest(environment, 6000);
    expect(resumed).to.deep.equal([undefined, '41']);
    expect(inbox.state.connection).to.equal('open');
  });

  it('notices a stream that has gone silent', async () => {
    const {environment, platform, inbox} = setUp({capabilities: STREAM});
    inbox.subscribe(() => {});
    await rest(environment);
    await rest(environment, 42_000);
    expect(platform.requests.filter((request) => request === 'GET stream')).to.have.length(2);
    expect(platform.openStreams).to.equal(1);
  });

  it('polls while the stream cannot be had', async () => {
    const {environment, platform, inbox} = setUp({capabilities: STREAM});
    platform.intercept = (request) =>
      request === 'GET stream' ? new Response('blocked', {status: 502}) : undefined;
    inbox.subscribe(() => {});
    await rest(environment);
    platform.add('a');
    for (let i = 0; i < 6; i++) await rest(environment, 20_000);
    expect(inbox.state.count).to.equal(1);
  });

  it('marks at once and tells the platform', async () => {
    const {environment, platform, inbox} = setUp();
    platform.add('a');
    platform.add('b');
    inbox.subscribe(() => {});
    await rest(environment);
    await inbox.load();
    await inbox.markRead('a');
    expect(inbox.state.count).to.equal(1);
    expect(inbox.state.pending).to.equal(1);
    await rest(environment, 200);
    expect(platform.unread).to.equal(1);
    expect(inbox.state.pending).to.equal(0);
    await inbox.markAllRead();
    expect(inbox.state.count).to.equal(0);
    await rest(environment, 200);
    expect(platform.unread).to.equal(0);
    expect(inbox.state.count).to.equal(0);
  });

  it('records what was seen and clicked only where the platform takes events', async () => {
    for (const capabilities of [[], STREAM] as const) {
      const {environment, platform, inbox} = setUp({capabilities});
      platform.add('a');
      inbox.subscribe(() => {});
      await rest(environment);
      await inbox.load();
      await inbox.markSeen('a');
      await inbox.click('a');
      await rest(environment, 200);
      expect(platform.events.map(({type}) => type)).to.deep.equal(
        capabilities.length ? ['delivered', 'seen', 'clicked', 'read'] : [],
      );
      expect(platform.unread).to.equal(0);
    }
  });

  it('keeps what is marked offline, says that it is offline, and sends it later', async () => {
    const {environment, platform, inbox} = setUp();
    platform.add('a');
    inbox.subscribe(() => {});
    await rest(environment);
    await inbox.load();
    platform.intercept = () => Promise.reject(new TypeError('Failed to fetch'));
    environment.online = false;
    environment.signal('offline');
    await inbox.markRead('a');
    await rest(environment, 20_000);
    expect(inbox.state.isOffline).to.equal(true);
    expect(inbox.state.pending).to.equal(1);
    expect(platform.unread).to.equal(1);
    platform.intercept = () => undefined;
    environment.online = true;
    environment.signal('wake');
    await rest(environment, 1000);
    expect(platform.unread).to.equal(0);
    expect(inbox.state.pending).to.equal(0);
    expect(inbox.state.isOffline).to.equal(false);
  });

  it('shows nothing, says nothing and asks nothing more for an unknown contact', async () => {
    let calls = 0;
    const {environment, platform, inbox} = setUp({
      getAuthTokenCallback: () => {
        calls++;
        return Promise.resolve('');
      },
    });
    const errors: string[] = [];
    inbox.on('error', ({code}) => errors.push(code));
    await rest(environment, 600_000);
    await inbox.load();
    expect(inbox.state).to.include({session: 'anonymous', count: undefined, list: 'ready', error: undefined});
    expect(errors).to.deep.equal([]);
    expect(calls).to.equal(1);
    expect(platform.requests).to.deep.equal([]);
  });

  it('finds a contact who signs in later, when the page is looked at again', async () => {
    let token = '';
    const {environment, platform, inbox} = setUp({getAuthTokenCallback: () => Promise.resolve(token)});
    platform.add('a');
    inbox.subscribe(() => {});
    await rest(environment);
    token = 'c_anna1234.secret';
    environment.signal('wake');
    await rest(environment, 1000);
    expect(inbox.state.session).to.equal('anonymous');
    await rest(environment, 60_000);
    environment.signal('wake');
    await rest(environment);
    expect(inbox.state.count).to.equal(1);
  });

  it('drops everything of one contact when the token is another one’s', async () => {
    const tokens = ['c_anna1234.s', 'c_bert1234.s'];
    const {environment, platform, inbox} = setUp({
      getAuthTokenCallback: () => Promise.resolve(tokens.shift()!),
    });
    platform.add('annas');
    inbox.subscribe(() => {});
    await rest(environment);
    await inbox.load();
    expect(titles(inbox)).to.deep.equal(['Title annas']);
    platform.messages = [];
    platform.add('berts');
    platform.intercept = () => {
      platform.intercept = () => undefined;
      return new Response(null, {status: 401});
    };
    const seen: string[] = [];
    inbox.subscribe(() => seen.push(...titles(inbox)));
    await inbox.refresh().catch(() => {});
    await rest(environment, 1000);
    await inbox.load();
    expect(titles(inbox)).to.deep.equal(['Title berts']);
    expect(seen.slice(seen.indexOf('Title berts'))).not.to.include('Title annas');
    expect(inbox.state.count).to.equal(1);
  });

  it('fails visibly and recovers by itself', async () => {
    const {environment, platform, inbox} = setUp();
    platform.add('a');
    platform.intercept = () => new Response('<html>', {status: 500});
    const errors: string[] = [];
    inbox.on('error', ({code}) => errors.push(code));
    await rest(environment);
    await inbox.load().catch(() => {});
    expect(inbox.state.list).to.equal('failed');
    expect(errors).to.include('unavailable');
    platform.intercept = () => undefined;
    await rest(environment, 60_000);
    expect(inbox.state).to.include({list: 'ready', count: 1, error: undefined});
  });

  it('takes a notification away when it expires', async () => {
    const {environment, platform, inbox} = setUp();
    platform.add('a', {expiryDate: new Date(environment.now() + 10_000).toISOString()});
    inbox.subscribe(() => {});
    await rest(environment);
    await inbox.load();
    expect(titles(inbox)).to.have.length(1);
    await rest(environment, 10_000);
    expect(titles(inbox)).to.have.length(0);
    expect(inbox.state.count).to.equal(0);
  });

  it('notices what has expired while a page’s timers were late, whatever came first', async () => {
    const {environment, platform, inbox} = setUp({capabilities: STREAM});
    platform.add('a', {expiryDate: new Date(environment.now() + 10_000).toISOString()});
    inbox.subscribe(() => {});
    await rest(environment);
    await inbox.load();
    // A machine that slept: its clock has gone on, and its timers have not.
    environment.skew = 60_000;
    platform.push('message', platform.add('b'), 1);
    await rest(environment, 1);
    expect([titles(inbox), inbox.state.count]).to.deep.equal([['Title b'], 1]);
  });

  it('is not harmed by a listener that throws', async () => {
    const {environment, platform, inbox} = setUp();
    platform.add('a');
    const {error} = console;
    console.error = () => {};
    try {
      inbox.on('count', () => {
        throw new Error('page');
      });
      let count = 0;
      inbox.on('count', (detail) => (count = detail.count));
      await rest(environment);
      expect(count).to.equal(1);
    } finally {
      console.error = error;
    }
  });

  it('leaves nothing behind after dispose', async () => {
    const {environment, platform, inbox} = setUp({capabilities: STREAM});
    platform.add('a');
    inbox.subscribe(() => {});
    await rest(environment);
    await inbox.load();
    inbox.dispose();
    await rest(environment);
    expect(platform.openStreams).to.equal(0);
    expect(environment.leftovers).to.deep.equal({timers: 0, watchers: 0});
  });

  it('refuses an address that is none', () => {
    expect(() => setUp({apiUrl: 'nonsense'})).to.throw(TypeError);
  });
});

describe('createInbox with a cache', () => {
  let site = 0;
  const options = () => ({storage: 'indexeddb' as const, siteId: `site-${++site}-${Math.random()}`});
  const holdBack = () => new Promise<Response>(() => {});

  /** Somebody's visit, with one notification, whose list this device has kept. */
  async function visit(shared: Partial<InboxOptions>, id: string) {
    const test = setUp(shared);
    test.platform.add(id);
    test.inbox.subscribe(() => {});
    await rest(test.environment);
    await test.inbox.load();
    await rest(test.environment, 1000);
    return test;
  }

  it('paints the number before anybody has answered, and the rows before the platform has', async () => {
    const shared = options();
    const first = await visit(shared, 'a');
    first.inbox.dispose();

    let answer: (token: string) => void = () => {};
    const second = setUp({
      ...shared,
      getAuthTokenCallback: () => new Promise((resolve) => (answer = resolve)),
    });
    second.platform.intercept = holdBack;
    second.inbox.subscribe(() => {});
    const counted = new Promise((resolve) => second.inbox.on('count', resolve));
    await second.environment.advance(0);
    expect(await counted).to.deep.equal({count: 1});
    const isPainted = new Promise<void>((resolve) => {
      second.inbox.subscribe(({notifications}) => notifications.length && resolve());
    });
    void second.inbox.load().catch(() => {});
    answer('c_anna1234.secret');
    await isPainted;
    expect(titles(second.inbox)).to.deep.equal(['Title a']);
    second.inbox.dispose();
  });

  it('paints the number before the platform has answered, however quickly the site has', async () => {
    const shared = options();
    const first = await visit(shared, 'a');
    first.inbox.dispose();

    const second = setUp(shared);
    second.platform.intercept = holdBack;
    second.inbox.subscribe(() => {});
    await settle();
    expect(second.inbox.state.session).to.equal('authenticated');
    await second.environment.advance(0);
    expect(second.inbox.state.count).to.equal(1);
    second.inbox.dispose();
  });

  it('shows nothing of what has expired since, and lets what is there expire offline as well', async () => {
    const shared = options();
    const first = setUp(shared);
    for (const [id, life] of [
      ['a', 5000],
      ['b', 20_000],
      ['c', 90_000],
    ] as const)
      first.platform.add(id, {expiryDate: new Date(first.environment.now() + life).toISOString()});
    first.inbox.subscribe(() => {});
    await rest(first.environment);
    await first.inbox.load();
    await rest(first.environment, 1000);
    first.inbox.dispose();

    const second = setUp(shared);
    second.environment.skew = 10_000;
    second.platform.intercept = () => Promise.reject(new TypeError('Failed to fetch'));
    second.inbox.subscribe(() => {});
    void second.inbox.load().catch(() => {});
    await rest(second.environment);
    await waitUntil(() => second.inbox.state.notifications.length > 0);
    expect(titles(second.inbox)).to.deep.equal(['Title c', 'Title b']);
    await rest(second.environment, 10_000);
    expect(titles(second.inbox)).to.deep.equal(['Title c']);
    second.inbox.dispose();
  });

  it('keeps the number of a page that is left before it has ever been idle', async () => {
    const shared = options();
    const first = setUp(shared);
    first.environment.whenIdle = () => {};
    first.platform.add('a');
    first.inbox.subscribe(() => {});
    await rest(first.environment);
    expect(first.inbox.state.count).to.equal(1);
    first.environment.signal('hide');
    first.inbox.dispose();

    const second = setUp({...shared, getAuthTokenCallback: () => new Promise(() => {})});
    second.inbox.subscribe(() => {});
    await second.environment.advance(0);
    expect(second.inbox.state.count).to.equal(1);
    second.inbox.dispose();
  });

  it('leaves nothing of a contact on the device of a visitor who has signed out, however busy the page was', async () => {
    const shared = options();
    const first = setUp(shared);
    first.environment.whenIdle = () => {};
    first.platform.add('a');
    first.inbox.subscribe(() => {});
    await rest(first.environment);
    await first.inbox.load();
    await rest(first.environment, 1000);
    const database = `app-inbox:${shared.siteId}`;
    const storage = createIndexedDbStorage(database, first.environment);
    expect(await storage.get('list:c_anna1234'))
      .to.have.property('rows')
      .with.lengthOf(1);
    first.inbox.dispose();

    const second = setUp({...shared, getAuthTokenCallback: () => Promise.resolve('')});
    second.inbox.subscribe(() => {});
    // The browser deletes when it comes to it; a row that stays ends this by the runner's time-out.
    while (await storage.get('list:c_anna1234')) await rest(second.environment);
    second.inbox.dispose();
  });

  it('shows the next contact nothing of the last one', async () => {
    const shared = options();
    const first = await visit(shared, 'annas');
    first.inbox.dispose();

    const second = setUp({...shared, getAuthTokenCallback: () => Promise.resolve('c_bert1234.secret')});
    const seen: string[] = [];
    second.inbox.subscribe(() => seen.push(...titles(second.inbox)));
    second.platform.intercept = holdBack;
    void second.inbox.load().catch(() => {});
    await rest(second.environment, 1000);
    expect(seen).to.deep.equal([]);
    expect(second.inbox.state.count).to.equal(undefined);
    second.inbox.dispose();
  });

  it('wipes this device at logout', async () => {
    const shared = options();
    const first = await visit(shared, 'a');
    await first.inbox.logout();
    expect(first.inbox.state).to.include({session: 'ended', count: undefined});
    expect(titles(first.inbox)).to.deep.equal([]);

    const second = setUp({...shared, getAuthTokenCallback: () => new Promise(() => {})});
    second.inbox.subscribe(() => {});
    await rest(second.environment);
    expect(second.inbox.state.count).to.equal(undefined);
    second.inbox.dispose();
  });
});
