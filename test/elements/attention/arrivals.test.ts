import {expect} from '@open-wc/testing';
import {InboxError} from '../../../src/core/errors.ts';
import {watchArrivals} from '../../../src/elements/attention/arrivals.ts';
import {FakeInbox, makeNotification} from '../fake-inbox.ts';

function setUp(inbox = FakeInbox.with([])) {
  const arrived: string[] = [];
  const ending = new AbortController();
  watchArrivals(inbox, ({id}) => arrived.push(id), ending.signal);
  return {inbox, arrived, ending};
}
/** Its promises are kept in microtasks. */
const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('watchArrivals', () => {
  it('tells of nothing that came with the first list, and of everything after it', async () => {
    const {inbox, arrived} = setUp();
    inbox.receive(makeNotification(0));
    await settled();
    expect(arrived).to.be.empty;
    inbox.receive(makeNotification(1));
    expect(arrived).to.deep.equal(['n1']);
  });

  it('waits for the first list as long as it fails', async () => {
    const inbox = FakeInbox.with([], {isOffline: true});
    let isFailing = true;
    inbox.load = () =>
      isFailing ? Promise.reject(new InboxError('offline', 'No network')) : Promise.resolve();
    const {arrived} = setUp(inbox);
    await settled();
    inbox.receive(makeNotification(0));
    isFailing = false;
    inbox.patch({isOffline: false});
    inbox.receive(makeNotification(1));
    await settled();
    inbox.receive(makeNotification(2));
    expect(arrived).to.deep.equal(['n2']);
  });

  it('takes the list of the next contact for what was there before', async () => {
    const {inbox, arrived} = setUp();
    await settled();
    inbox.patch({session: 'anonymous'});
    inbox.receive(makeNotification(0));
    inbox.patch({session: 'authenticated'});
    inbox.receive(makeNotification(1));
    await settled();
    inbox.receive(makeNotification(2));
    expect(arrived).to.deep.equal(['n2']);
  });

  it('hears nothing after its end', async () => {
    const {inbox, arrived, ending} = setUp();
    await settled();
    ending.abort();
    inbox.receive(makeNotification(0));
    expect(arrived).to.be.empty;
  });
});
