import {expect} from '@open-wc/testing';
import {PausableTimer} from '../../src/elements/toasts/pausable-timer.ts';
import {Speech} from '../../src/elements/toasts/speech.ts';
import {FakeClock} from './fake-clock.ts';

describe('PausableTimer', () => {
  it('fires once its time has run, rests left out', () => {
    const clock = new FakeClock();
    let fired = 0;
    const timer = new PausableTimer(6000, () => fired++, clock);
    clock.pass(60_000);
    expect(fired, 'it begins at rest').to.equal(0);
    timer.run();
    clock.pass(4000);
    timer.rest();
    clock.pass(60_000);
    timer.run();
    clock.pass(1999);
    expect(fired).to.equal(0);
    clock.pass(1);
    expect(fired).to.equal(1);
  });

  it('leaves time to move away after somebody has looked', () => {
    const clock = new FakeClock();
    let fired = 0;
    const timer = new PausableTimer(6000, () => fired++, clock);
    timer.run();
    clock.pass(5900);
    timer.rest(2000);
    timer.run();
    clock.pass(1999);
    expect(fired).to.equal(0);
    clock.pass(1);
    expect(fired).to.equal(1);
  });

  it('runs once, however often it is told to', () => {
    const clock = new FakeClock();
    const timer = new PausableTimer(1000, () => {}, clock);
    timer.run();
    timer.run();
    expect(clock.timerCount).to.equal(1);
    timer.rest();
    expect(clock.timerCount).to.equal(0);
  });
});

describe('Speech', () => {
  it('says the first by its own words, and a burst of two hundred in at most three sentences', () => {
    const clock = new FakeClock();
    const region = document.createElement('div');
    const speech = new Speech(region, clock);
    const said = new Set<string>();
    for (let index = 0; index < 200; index++) {
      speech.say(`Arrival ${index}`, (count) => `${count} new`);
      if (region.textContent) said.add(region.textContent);
      clock.pass(40);
    }
    clock.pass(5000);
    said.add(region.textContent);
    clock.pass(20_000);
    expect([...said].filter(Boolean)).to.deep.equal(['Arrival 0', '124 new', '75 new']);
    expect(region.textContent).to.equal('');
    expect(clock.timerCount).to.equal(0);
  });

  it('falls silent when it is stopped', () => {
    const clock = new FakeClock();
    const region = document.createElement('div');
    const speech = new Speech(region, clock);
    speech.say('One', String);
    speech.stop();
    expect(region.textContent).to.equal('');
    expect(clock.timerCount).to.equal(0);
  });
});
