import {expect} from '@open-wc/testing';
import {createVisitor, type Visitor} from '../../../src/core/chat/visitor.ts';
import {FakeEnvironment} from '../fake-environment.ts';
import {FakeVisitors} from './fake-visitors.ts';

describe('the transcript of a visitor', () => {
  const siteId = `transcript-${Math.random()}`;
  let platform: FakeVisitors;
  let environment: FakeEnvironment;
  let token: string | undefined;
  let visitors: Visitor[];

  /** A page of the site; all share what this browser keeps. */
  function openPage(): Visitor {
    const visitor = createVisitor({
      apiUrl: 'https://platform.test/',
      siteId,
      memory: {
        read: () => token,
        write: (value) => void (token = value),
        clear: () => void (token = undefined),
      },
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
    token = undefined;
    visitors = [];
  });
  afterEach(() => {
    visitors.forEach((visitor) => visitor.end());
    indexedDB.deleteDatabase(`app-inbox-visitor-${siteId}`);
  });

  /** IndexedDB answers in tasks of its own, which no clock of ours moves: in small steps, else storage counts as dead. */
  async function turn(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve));
    await environment.advance(100);
  }
  /** Opens pages until one shows something: what the one before has kept may be on its way to the disk. */
  async function reopen(): Promise<Visitor> {
    for (;;) {
      const page = openPage();
      void page.open();
      for (let turns = 0; turns < 50 && !page.state.entries.length; turns++) await turn();
      if (page.state.entries.length) return page;
      page.end();
    }
  }
  const texts = (visitor: Visitor) => visitor.state.entries.map(({text}) => text);

  it('is there on a page days later before any answer, and nothing of it for another visitor', async () => {
    platform.hasConversation = true;
    platform.say('visitor', 'Are they ripe?');
    platform.say('agent', 'They are.');
    const first = openPage();
    void first.start();
    while (texts(first).length < 2) await turn();
    first.end();

    platform.isOffline = true;
    environment.skew += 3 * 86_400_000;
    const next = await reopen();
    expect(texts(next)).to.deep.equal(['Are they ripe?', 'They are.']);
    next.end();

    token = 'v_another';
    const other = openPage();
    void other.start().catch(() => {});
    for (let turns = 0; turns < 200; turns++) await turn();
    expect(texts(other)).to.deep.equal([]);
  });
});
