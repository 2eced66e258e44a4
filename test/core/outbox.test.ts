import {expect} from '@open-wc/testing';
import {InboxError} from '../../src/core/errors.ts';
import {createOutbox} from '../../src/core/outbox.ts';
import {createMemoryStorage, type Storage} from '../../src/core/storage.ts';
import type {Mutation} from '../../src/core/store.ts';
import {FakeEnvironment, settle} from './fake-environment.ts';

const mark = (key: string): Mutation => ({key, type: 'read', ids: [key], at: 1});
const keysOf = (mutations: readonly Mutation[]) => mutations.map(({key}) => key).join('');

function setUp(storage: Storage = createMemoryStorage()) {
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

  it('leaves no timer behind', async () => {
    const test = setUp();
    test.answer = offline;
    await test.outbox.add(mark('a'));
    await test.environment.advance(100);
    test.outbox.dispose();
    expect(test.environment.leftovers.timers).to.equal(0);
  });
});
