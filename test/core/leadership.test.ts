import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import {createLeadership} from '../../src/core/leadership.ts';
import {FakeBrowser} from './fake-browser.ts';
import {FakeEnvironment} from './fake-environment.ts';

/** Within so long somebody leads again, whatever has happened to the leader. */
const TAKEOVER = 10_000;

function setUp(count: number) {
  const environment = new FakeEnvironment();
  const browser = new FakeBrowser();
  const tabs = Array.from({length: count}, (_, index) => {
    const own = browser.newTab();
    const tab = {
      ...own,
      isLeading: false,
      isAlive: true,
      isFrozen: false,
      changes: 0,
      asked: 0,
      late: [] as (() => void)[],
      leadership: undefined as unknown as ReturnType<typeof createLeadership>,
    };
    tab.leadership = createLeadership({
      bus: own.open('bus'),
      environment: {
        // A frozen tab's timers wait.
        after: (milliseconds, callback) =>
          environment.after(milliseconds, () => (tab.isFrozen ? tab.late.push(callback) : callback())),
        random: () => index / 10,
        uuid: () => `tab-${index}`,
      },
      onChange: (isLeading) => {
        tab.isLeading = isLeading;
        tab.changes++;
      },
      onAsk: () => tab.asked++,
    });
    return tab;
  });
  return {
    environment,
    tabs,
    /** Those that talk to the platform. */
    leaders: () => tabs.filter((tab) => tab.isLeading && tab.isAlive && !tab.isFrozen),
  };
}

describe('createLeadership', () => {
  it('lets one of several tabs lead, and tells each at once where it stands', async () => {
    const {environment, tabs, leaders} = setUp(5);
    await environment.advance(60_000);
    expect(leaders()).to.have.length(1);
    expect(tabs.every(({changes}) => changes >= 1)).to.equal(true);
  });

  it('lets a tab lead that has no others to speak with', () => {
    let isLeading = false;
    createLeadership({
      bus: undefined,
      environment: new FakeEnvironment(),
      onChange: (leads) => (isLeading = leads),
      onAsk: () => {},
    });
    expect(isLeading).to.equal(true);
  });

  it('gives the lead to the next tab as soon as the leader is closed', async () => {
    const {environment, tabs, leaders} = setUp(3);
    await environment.advance(1000);
    const [leader] = leaders();
    leader!.isAlive = false;
    leader!.leadership.dispose();
    await environment.advance(0);
    expect(leaders()).to.have.length(1);
    expect(leaders()[0]).not.to.equal(leader);
    expect(tabs.filter(({isLeading}) => isLeading)).to.have.length(2);
  });

  it('gives the lead to the next tab as soon as the leader has crashed', async () => {
    const {environment, leaders} = setUp(3);
    await environment.advance(1000);
    const [leader] = leaders();
    leader!.isAlive = false;
    leader!.crash();
    await environment.advance(0);
    expect(leaders()).to.have.length(1);
  });

  it('lets one tab stand in within ten seconds for a leader that is frozen, and no more than one', async () => {
    const {environment, leaders} = setUp(5);
    await environment.advance(1000);
    const [leader] = leaders();
    leader!.isFrozen = true;
    leader!.freeze();
    await environment.advance(TAKEOVER);
    expect(leaders()).to.have.length(1);
    await environment.advance(60_000);
    expect(leaders()).to.have.length(1);
  });

  it('goes back to the holder of the lock when it thaws', async () => {
    const {environment, leaders} = setUp(3);
    await environment.advance(1000);
    const [leader] = leaders();
    leader!.isFrozen = true;
    leader!.freeze();
    await environment.advance(TAKEOVER);
    leader!.isFrozen = false;
    leader!.thaw();
    for (const callback of leader!.late.splice(0)) callback();
    await environment.advance(TAKEOVER);
    expect(leaders()).to.deep.equal([leader]);
  });

  it('does not mind what other scripts say on the channel', async () => {
    const {environment, tabs, leaders} = setUp(2);
    const stranger = tabs[0]!.open('bus');
    for (const word of [null, 7, 'beat', {}, {type: 'beat'}, {type: 'beat', from: 1}, {type: 'ask', x: 1}]) {
      stranger.post(word);
    }
    await environment.advance(60_000);
    expect(leaders()).to.have.length(1);
  });

  it('leaves no timer behind', async () => {
    const {environment, tabs} = setUp(3);
    await environment.advance(20_000);
    for (const {leadership} of tabs) leadership.dispose();
    expect(environment.leftovers.timers).to.equal(0);
  });

  it('has one leader again within ten seconds of anything, and never for long more than one', async () => {
    const act = fc.record({
      tab: fc.nat(4),
      what: fc.constantFrom('crash', 'close', 'freeze', 'thaw', 'ask'),
      pause: fc.nat(15_000),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(act, {maxLength: 12}), async (acts) => {
        const {environment, tabs, leaders} = setUp(5);
        for (const {tab: index, what, pause} of acts) {
          const tab = tabs[index]!;
          if (!tab.isAlive) continue;
          if (what === 'crash' || what === 'close') {
            tab.isAlive = false;
            if (what === 'crash') tab.crash();
            else tab.leadership.dispose();
          } else if (what === 'ask') {
            if (!tab.isFrozen) tab.leadership.ask();
          } else {
            tab.isFrozen = what === 'freeze';
            tab[what]();
            if (what === 'thaw') for (const callback of tab.late.splice(0)) callback();
          }
          await environment.advance(pause);
        }
        await environment.advance(TAKEOVER);
        const isAnybodyThere = tabs.some(({isAlive, isFrozen}) => isAlive && !isFrozen);
        expect(leaders().length).to.equal(isAnybodyThere ? 1 : 0);
      }),
      {numRuns: 300},
    );
  });
});
