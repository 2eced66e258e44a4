import {expect} from '@open-wc/testing';
import {
  createConversationsClient,
  type ConversationsClient,
} from '../../../src/agent/conversations/client.ts';

/** The browser's, as far as the client uses it: the test says what comes. */
class FakeEventSource extends EventTarget {
  static readonly CLOSED = 2;
  static made: FakeEventSource[] = [];
  readyState = 1;
  constructor(readonly url: string) {
    super();
    FakeEventSource.made.push(this);
  }
  close(): void {
    this.readyState = FakeEventSource.CLOSED;
  }
  tell(type: string, data: unknown = {}): void {
    this.dispatchEvent(new MessageEvent(type, {data: JSON.stringify(data)}));
  }
}

describe('the client’s live connection', () => {
  const real = window.EventSource;
  let client: ConversationsClient;
  let heard: string[];
  const listener = (name: string) => ({
    onReady: () => void heard.push(`${name} ready`),
    onTyping: ({id}: {id: string}) => void heard.push(`${name} ${id}`),
    onConnection: (isLive: boolean) => void heard.push(`${name} ${isLive ? 'live' : 'lost'}`),
  });
  const last = () => FakeEventSource.made.at(-1)!;

  beforeEach(() => {
    window.EventSource = FakeEventSource as never;
    FakeEventSource.made = [];
    heard = [];
    client = createConversationsClient({baseUrl: '/desk'});
  });
  afterEach(() => {
    window.EventSource = real;
  });

  it('is one for all who listen, and tells each of them', () => {
    client.subscribe(listener('a'));
    client.subscribe(listener('b'));
    last().tell('ready');
    last().tell('typing', {id: 'c1', by: null});
    expect(FakeEventSource.made.map(({url}) => url)).to.deep.equal(['/desk/conversations/stream']);
    expect(heard).to.deep.equal(['a ready', 'b ready', 'a c1', 'b c1']);
  });

  it('tells who comes later that it is there already, and not while it is lost', async () => {
    client.subscribe(listener('early'));
    last().tell('ready');
    client.subscribe(listener('late'));
    await Promise.resolve();
    expect(heard).to.deep.equal(['early ready', 'late ready']);
    last().dispatchEvent(new Event('error'));
    heard = [];
    client.subscribe(listener('meanwhile'));
    await Promise.resolve();
    expect(heard).to.deep.equal([]);
    last().tell('ready');
    expect(heard).to.deep.equal(['early ready', 'late ready', 'meanwhile ready']);
  });

  it('does not tell who has left before that', async () => {
    client.subscribe(listener('early'));
    last().tell('ready');
    client.subscribe(listener('late'))();
    await Promise.resolve();
    expect(heard).to.deep.equal(['early ready']);
  });

  it('ends with the last who listens, and begins again with the next', async () => {
    const stop = client.subscribe(listener('a'));
    last().tell('ready');
    stop();
    expect(last().readyState).to.equal(FakeEventSource.CLOSED);
    client.subscribe(listener('b'));
    await Promise.resolve();
    expect(heard).to.deep.equal(['a ready']);
    expect(FakeEventSource.made).to.have.length(2);
  });
});
