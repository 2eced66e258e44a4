import {expect} from '@open-wc/testing';
import {InboxError} from '../../src/core/errors.ts';
import {createLastMarks} from '../../src/core/last-marks.ts';
import {createOutbox} from '../../src/core/outbox.ts';
import {createMemoryStorage, type Storage} from '../../src/core/storage.ts';
import type {Mutation} from '../../src/core/store.ts';
import type {TabBus} from '../../src/core/tab-bus.ts';
import {FakeBrowser} from './fake-browser.ts';
import {FakeEnvironment, settle} from './fake-environment.ts';

const mark = (key: string): Mutation => ({key, type: 'read', ids: [key], at: 1});
const keysOf = (mutations: readonly Mutation[]) => mutations.map(({key}) => key).join('');

const lastMarks = createLastMarks('outbox-test');
beforeEach(() => lastMarks.clear());

/** @param isKept whether storage and the last marks outlive the page */
function setUp(storage: Storage = createMemoryStorage(), bus?: TabBus, isKept = true) {
  const environment = new FakeEnvironment();
  const test = {
    environment,
    storage,
    sent: [] as string[],
    confirmed: '',
    errors: [] as InboxError[],
    /** What the platform does with a batch. */
    answer: (_batch: readonly Mutation[]): Promise<ReadonlyMap<string, string>> => Promise.resolve(new Map()),
    stored: async () => keysOf(((await storage.get('outbox')) ?? []) as Mutation[]),
    outbox: undefined as unknown as ReturnType<typeof createOutbox>,
  };
  test.outbox = createOutbox({
    storage,
    key: 'outbox',
    environment,
    lastMarks: isKept ? lastMarks : undefined,
    bus,
    maxBatch: 10,
    send: (batch) => {
      test.sent.push(keysOf(batch));
      return test.answer(batch);
    },
    onChange: (confirmed) => (test.confirmed += keysOf(confirmed)),
    onError: (error) => test.errors.push(error),
  });
  return test;
}

const offline = () => Promise.reject(new InboxError('offline', 'no network'));
const refused = () => Promise.reject(new InboxError('refused', 'no', {status: 400}));

describe('createOutbox', () => {
  it('shows a mark at once and stores it before it is sent', async () => {
    const test = setUp();
    const kept = test.outbox.add(mark('a'));
    expect(keysOf(test.outbox.pending)).to.equal('a');
    await kept;
    expect(await test.stored()).to.equal('a');
    expect(test.sent).to.deep.equal([]);
    await test.environment.advance(100);
    expect(test.sent).to.deep.equal(['a']);
    expect(test.confirmed).to.equal('a');
    expect(test.outbox.pending).to.deep.equal([]);
    expect(await test.stored()).to.equal('');
  });

  it('does not send while storage is still writing', async () => {
    const storage = createMemoryStorage();
    let finish: () => void = () => {};
    const slow: Storage = {
      ...storage,
      update: async (key, change) => {
        await new Promise<void>((resolve) => (finish = resolve));
        await storage.update(key, change);
      },
    };
    const test = setUp(slow);
    void test.outbox.add(mark('a'));
    void test.outbox.flush();
    await test.environment.advance(5000);
    expect(test.sent).to.deep.equal([]);
    finish();
    await settle();
    expect(test.sent).to.deep.equal(['a']);
  });

  it('sends marks that come together as one batch, in order', async () => {
    const test = setUp();
    for (const key of 'abc') void test.outbox.add(mark(key));
    await test.environment.advance(100);
    expect(test.sent).to.deep.equal(['abc']);
  });

  it('splits what is more than a batch', async () => {
    const test = setUp();
    for (const key of 'abcdefghijklm') void test.outbox.add(mark(key));
    await test.environment.advance(100);
    expect(test.sent).to.deep.equal(['abcdefghij', 'klm']);
  });

  it('keeps everything while there is no network, tries again ever more rarely, and sends it at last', async () => {
    const test = setUp();
    test.answer = offline;
    await test.outbox.add(mark('a'));
    await test.environment.advance(60_000);
    expect(test.sent.length).to.be.within(4, 9);
    expect(keysOf(test.outbox.pending)).to.equal('a');
    expect(await test.stored()).to.equal('a');
    test.answer = () => Promise.resolve(new Map());
    await test.outbox.flush();
    expect(test.outbox.pending).to.deep.equal([]);
    expect(test.errors).to.deep.equal([]);
  });

  it('waits as long as the platform asks', async () => {
    const test = setUp();
    test.environment.chance = 0;
    test.answer = () =>
      Promise.reject(new InboxError('unavailable', 'busy', {status: 429, retryAfter: 20_000}));
    await test.outbox.add(mark('a'));
    await test.environment.advance(19_000);
    expect(test.sent).to.have.length(1);
    await test.environment.advance(1_100);
    expect(test.sent).to.have.length(2);
  });

  it('sends again after a reload what was not confirmed', async () => {
    const first = setUp();
    first.answer = offline;
    await first.outbox.add(mark('a'));
    await first.environment.advance(100);
    first.outbox.dispose();
    const second = setUp(first.storage);
    await second.outbox.restore();
    await second.environment.advance(100);
    expect(second.sent).to.deep.equal(['a']);
    expect(await second.stored()).to.equal('');
  });

  it('rolls back only the mark that the platform refuses, and says so', async () => {
    const test = setUp();
    test.answer = (batch) => (keysOf(batch).includes('b') ? refused() : Promise.resolve(new Map()));
    for (const key of 'abc') void test.outbox.add(mark(key));
    await test.environment.advance(100);
    expect(test.confirmed).to.equal('ac');
    expect(test.outbox.pending).to.deep.equal([]);
    expect(test.errors.map(({code}) => code)).to.deep.equal(['refused']);
    expect(await test.stored()).to.equal('');
  });

  it('drops an event that the platform rejects inside a batch, and says so', async () => {
    const test = setUp();
    test.answer = () => Promise.resolve(new Map([['b', 'not-found']]));
    for (const key of 'abc') void test.outbox.add(mark(key));
    await test.environment.advance(100);
    expect(test.confirmed).to.equal('ac');
    expect(test.errors).to.have.length(1);
  });

  it('says that nothing was kept where storage fails, and sends all the same', async () => {
    const storage = createMemoryStorage();
    const test = setUp({...storage, update: () => Promise.reject(new InboxError('storage-failed', 'full'))});
    let code = '';
    await test.outbox.add(mark('a')).catch((error: InboxError) => (code = error.code));
    expect(code).to.equal('storage-failed');
    await test.environment.advance(100);
    expect(test.confirmed).to.equal('a');
  });

  it('reads nothing but mutations out of a storage that somebody has scribbled on', async () => {
    for (const scribble of ['x', 7, {}, [null, 'x', {key: 1}, mark('a')]]) {
      const test = setUp();
      await test.storage.set('outbox', scribble);
      await test.outbox.restore();
      expect(keysOf(test.outbox.pending)).to.equal(Array.isArray(scribble) ? 'a' : '');
    }
  });

  it('sends at once what is not on its way when the page goes, and nothing twice when it stays', async () => {
    const storage = createMemoryStorage();
    const test = setUp({...storage, get: () => new Promise(() => {}), update: () => new Promise(() => {})});
    void test.outbox.add(mark('a'));
    test.outbox.leave();
    test.outbox.leave();
    expect(test.sent).to.deep.equal(['a']);
    await settle();
    expect(test.confirmed).to.equal('a');
  });

  it('holds back what can be undone, and forgets what was', async () => {
    const test = setUp();
    await test.outbox.add(mark('a'), {hold: 5000});
    await test.outbox.add(mark('b'), {hold: 5000});
    await test.outbox.add(mark('c'));
    test.outbox.leave();
    await test.environment.advance(1000);
    expect(test.sent).to.deep.equal(['c']);
    await test.outbox.withdraw(['a']);
    expect(keysOf(test.outbox.pending)).to.equal('b');
    expect(await test.stored()).to.equal('b');
    await test.environment.advance(5000);
    expect(test.sent).to.deep.equal(['c', 'b']);
    await test.outbox.withdraw(['b']);
    expect(test.confirmed).to.equal('cb');
  });

  it('sends after a reload what was held when the page died, once it cannot be undone any more', async () => {
    const first = setUp();
    await first.outbox.add(mark('a'), {hold: 5000});
    first.outbox.dispose();
    const second = setUp(first.storage);
    await second.outbox.restore();
    await second.environment.advance(1000);
    expect(second.sent).to.deep.equal([]);
    await second.environment.advance(5000);
    expect(second.sent).to.deep.equal(['a']);
  });

  it('hands on to the next page what storage had not taken when the page went, held or not', async () => {
    const storage = createMemoryStorage();
    const first = setUp({...storage, update: () => new Promise(() => {})});
    first.answer = offline;
    void first.outbox.add(mark('a'), {hold: 5000});
    void first.outbox.add(mark('b'));
    first.outbox.leave();
    first.outbox.dispose();
    const second = setUp(storage);
    await second.outbox.restore();
    expect(keysOf(second.outbox.pending)).to.equal('ab');
    expect(await second.stored()).to.equal('ab');
    expect(lastMarks.read()).to.deep.equal([]);
    await second.environment.advance(1000);
    expect(second.sent).to.deep.equal(['b']);
    await second.environment.advance(5000);
    expect(second.sent).to.deep.equal(['b', 'a']);
  });

  it('sends nothing that was taken back just before the page went, whether storage has heard of it or not', async () => {
    const storage = createMemoryStorage();
    let isGoing = false;
    const first = setUp({
      ...storage,
      update: (...change) => (isGoing ? new Promise(() => {}) : storage.update(...change)),
    });
    await first.outbox.add(mark('a'), {hold: 5000});
    await first.outbox.add(mark('b'), {hold: 5000});
    isGoing = true;
    void first.outbox.withdraw(['a']);
    await settle();
    first.outbox.dispose();
    const second = setUp(storage);
    await second.outbox.restore();
    expect(keysOf(second.outbox.pending)).to.equal('b');
    await second.environment.advance(6000);
    expect(second.sent).to.deep.equal(['b']);
    expect(await second.stored()).to.equal('');
    expect(lastMarks.withdrawn).to.deep.equal([]);
  });

  it('remembers what was taken back only until storage has forgotten it', async () => {
    const test = setUp();
    await test.outbox.add(mark('a'), {hold: 5000});
    const ended = test.outbox.withdraw(['a']);
    expect(lastMarks.withdrawn).to.deep.equal(['a']);
    await ended;
    expect(lastMarks.withdrawn).to.deep.equal([]);
    for (const scribble of ['', '{', 'null', '[null, 1, "b"]', '{"length": 1}']) {
      localStorage.setItem('outbox-test:withdrawn', scribble);
      expect(lastMarks.withdrawn).to.deep.equal(scribble.includes('"b"') ? ['b'] : []);
    }
  });

  it('keeps beside the storage only what that has not taken, and only until it has', async () => {
    const storage = createMemoryStorage();
    let finish: () => void = () => {};
    const wait = new Promise<void>((resolve) => (finish = resolve));
    const test = setUp({...storage, update: (...change) => wait.then(() => storage.update(...change))});
    void test.outbox.add(mark('a'), {hold: 5000});
    test.outbox.leave();
    expect(keysOf(lastMarks.read())).to.equal('a');
    finish();
    await settle();
    expect(lastMarks.read()).to.deep.equal([]);
    test.outbox.leave();
    expect(lastMarks.read()).to.deep.equal([]);
  });

  it('sends even what is held when the page goes, where nothing outlives the page', async () => {
    const test = setUp(undefined, undefined, false);
    await test.outbox.add(mark('a'), {hold: 5000});
    test.environment.visible = false; // another tab is looked at: this one may come back
    test.outbox.leave();
    expect(test.sent).to.deep.equal([]);
    test.environment.visible = true;
    test.outbox.leave();
    expect(test.sent).to.deep.equal(['a']);
  });

  it('takes what stands in local storage for what it is', () => {
    for (const scribble of ['', '{', 'null', '[null, 1, {"key": 1}]', '{"length": 1}']) {
      localStorage.setItem('outbox-test', scribble);
      expect(lastMarks.read()).to.deep.equal([]);
      expect(lastMarks.add([mark('a')])).to.equal(true);
      expect(keysOf(lastMarks.read())).to.equal('a');
    }
  });

  it('leaves no timer behind', async () => {
    const test = setUp();
    test.answer = offline;
    await test.outbox.add(mark('a'));
    await test.environment.advance(100);
    test.outbox.dispose();
    expect(test.environment.leftovers.timers).to.equal(0);
  });
});

describe('createOutbox in several tabs', () => {
  function setUpTabs() {
    const storage = createMemoryStorage();
    const browser = new FakeBrowser();
    const tabs = [1, 2].map(() => {
      const own = browser.newTab();
      return Object.assign(setUp(storage, own.open('bus')), {crash: own.crash});
    });
    return {tabs: tabs as [(typeof tabs)[0], (typeof tabs)[0]], storage};
  }

  it('shows in all tabs what is marked in one, and sends it once', async () => {
    const {
      tabs: [one, other],
    } = setUpTabs();
    await one.outbox.add(mark('a'));
    await settle();
    expect(keysOf(other.outbox.pending)).to.equal('a');
    await one.environment.advance(100);
    await other.environment.advance(60_000);
    expect([one.sent, other.sent]).to.deep.equal([['a'], []]);
    expect([one.confirmed, other.confirmed]).to.deep.equal(['a', 'a']);
    expect(other.outbox.pending).to.deep.equal([]);
  });

  it('sends for a tab that has died', async () => {
    const {
      tabs: [one, other],
    } = setUpTabs();
    await one.outbox.add(mark('a'));
    await settle();
    one.outbox.dispose();
    one.crash();
    await other.environment.advance(20_000);
    expect(other.sent).to.deep.equal(['a']);
    expect(await other.stored()).to.equal('');
  });

  it('does not wait for ever for a tab that is frozen while it sends', async () => {
    const {
      tabs: [one, other],
    } = setUpTabs();
    one.answer = () => new Promise(() => {});
    await one.outbox.add(mark('a'));
    await one.environment.advance(100);
    expect(one.sent).to.deep.equal(['a']);
    await other.outbox.add(mark('b'));
    await other.environment.advance(10_000);
    expect(other.sent.join('')).to.contain('b');
  });

  it('takes back in all tabs what is undone in one', async () => {
    const {
      tabs: [one, other],
    } = setUpTabs();
    await one.outbox.add(mark('a'), {hold: 5000});
    await settle();
    await one.outbox.withdraw(['a']);
    await settle();
    expect([...one.outbox.pending, ...other.outbox.pending]).to.deep.equal([]);
    await other.environment.advance(60_000);
    expect([...one.sent, ...other.sent]).to.deep.equal([]);
  });

  it('does not send what another tab has sent while this one heard nothing', async () => {
    const storage = createMemoryStorage();
    const [one, other] = [setUp(storage), setUp(storage)];
    one.answer = other.answer = offline;
    await one.outbox.add(mark('a'));
    await other.outbox.restore();
    one.answer = () => Promise.resolve(new Map());
    await one.outbox.flush();
    await other.outbox.flush();
    expect(other.sent).to.deep.equal([]);
    expect(other.outbox.pending).to.deep.equal([]);
  });
});
