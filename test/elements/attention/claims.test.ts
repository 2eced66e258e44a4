import {expect} from '@open-wc/testing';
import {Claims} from '../../../src/elements/attention/claims.ts';
import {FakeClock} from '../fake-clock.ts';

/** So many tabs of one browser: the real locks, and a visibility of each tab's own. */
function openTabs(...visible: boolean[]) {
  const name = crypto.randomUUID();
  return visible.map((isVisible) => {
    const clock = new FakeClock();
    if (!isVisible) clock.setVisible(false);
    return {clock, claims: new Claims(name, Object.assign(clock, {locks: navigator.locks}))};
  });
}
type Tabs = ReturnType<typeof openTabs>;
const all = (tabs: Tabs, id: string) => Promise.all(tabs.map(({claims}) => claims.claim(id)));
const close = (tabs: Tabs) => tabs.forEach(({claims}) => claims.dispose());
/** Locks are given in later tasks. */
const settled = () => navigator.locks.query();

describe('Claims', () => {
  it('gives an arrival to one of several tabs', async () => {
    const tabs = openTabs(true, true, true);
    await settled();
    for (const id of ['a', 'b', 'c']) expect((await all(tabs, id)).filter(Boolean)).to.have.length(1);
    close(tabs);
  });

  it('gives it to the tab that is looked at', async () => {
    const tabs = openTabs(false, true, false);
    await settled();
    expect(await all(tabs, 'a')).to.deep.equal([false, true, false]);
    expect(await all(tabs, 'b')).to.deep.equal([false, true, false]);
    close(tabs);
  });

  it('gives it to one of the hidden tabs where none is looked at, also when several arrive at once', async () => {
    const tabs = openTabs(false, false);
    await settled();
    const taken = await Promise.all(['a', 'b', 'c'].map((id) => all(tabs, id)));
    for (const answers of taken) expect(answers.filter(Boolean)).to.have.length(1);
    close(tabs);
  });

  it('follows what is looked at', async () => {
    const tabs = openTabs(true, false);
    await settled();
    tabs[0]!.clock.setVisible(false);
    tabs[1]!.clock.setVisible(true);
    await settled();
    expect(await all(tabs, 'a')).to.deep.equal([false, true]);
    close(tabs);
  });

  it('takes an arrival again only after a minute, and holds nothing when it has ended', async () => {
    const tabs = openTabs(true);
    const {claims, clock} = tabs[0]!;
    expect(await claims.claim('a')).to.equal(true);
    expect(await claims.claim('a')).to.equal(false);
    clock.pass(60_000);
    await settled();
    expect(await claims.claim('a')).to.equal(true);
    claims.dispose();
    expect(clock.timerCount).to.equal(0);
    expect(clock.watcherCount).to.equal(0);
  });

  it('lets every tab speak for itself where there are no locks', async () => {
    const world = Object.assign(new FakeClock(), {locks: undefined});
    const claims = new Claims('x', world);
    expect(await claims.claim('a')).to.equal(true);
    claims.dispose();
  });
});
