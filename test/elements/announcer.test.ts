import {expect} from '@open-wc/testing';
import {Announcer} from '../../src/elements/panel/announcer.ts';
import {FakeClock} from './fake-clock.ts';

function setUp() {
  const clock = new FakeClock();
  const said: {at: number; text: string}[] = [];
  const start = clock.now();
  const host = {
    addController() {},
    removeController() {},
    requestUpdate() {
      if (announcer.text) said.push({at: clock.now() - start, text: announcer.text});
    },
    updateComplete: Promise.resolve(true),
  };
  const announcer = new Announcer(host, (count) => `${count} new`, clock);
  return {clock, said, announcer};
}

describe('Announcer', () => {
  it('speaks of a burst in few sentences, at least five seconds apart', () => {
    const {clock, said, announcer} = setUp();
    for (let i = 0; i < 200; i++) {
      announcer.add();
      clock.pass(40);
    }
    clock.pass(20_000);
    expect(said.map(({text}) => text)).to.deep.equal(['1 new', '124 new', '75 new']);
    for (let i = 1; i < said.length; i++) expect(said[i]!.at - said[i - 1]!.at).to.be.at.least(5000);
  });

  it('says the same sentence twice when the same happens again, with silence in between', () => {
    const {clock, said, announcer} = setUp();
    announcer.add();
    clock.pass(6000);
    expect(announcer.text).to.equal('');
    announcer.add();
    clock.pass(6000);
    expect(said.map(({text}) => text)).to.deep.equal(['1 new', '1 new']);
    expect(clock.timerCount).to.equal(0);
  });

  it('falls silent when its host goes', () => {
    const {clock, said, announcer} = setUp();
    announcer.add();
    announcer.hostDisconnected();
    clock.pass(60_000);
    expect(said).to.be.empty;
    expect(clock.timerCount).to.equal(0);
  });
});
