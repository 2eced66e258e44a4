import {expect} from '@open-wc/testing';
import {Ticker} from '../../src/elements/base/ticker.ts';
import {FakeClock} from './fake-clock.ts';

describe('Ticker', () => {
  it('serves any number of listeners with one timer, twice a minute', () => {
    const clock = new FakeClock();
    const ticker = new Ticker(clock);
    let ticks = 0;
    for (let i = 0; i < 100; i++) ticker.listen(() => ticks++);
    expect(clock.timerCount).to.equal(1);
    clock.pass(60_000);
    expect(ticks).to.equal(200);
    expect(clock.timerCount).to.equal(1);
  });

  it('leaves no timer and no listener behind when the last one has gone', () => {
    const clock = new FakeClock();
    const ticker = new Ticker(clock);
    const stops = [ticker.listen(() => {}), ticker.listen(() => {})];
    for (const stop of stops) stop();
    stops[0]!();
    expect(clock.timerCount).to.equal(0);
    expect(clock.watcherCount).to.equal(0);
  });

  it('rests while the page is hidden, and ticks at once when it comes back', () => {
    const clock = new FakeClock();
    const ticker = new Ticker(clock);
    let ticks = 0;
    ticker.listen(() => ticks++);
    clock.setVisible(false);
    clock.pass(3_600_000);
    expect(ticks).to.equal(0);
    expect(clock.timerCount).to.equal(0);
    clock.setVisible(true);
    expect(ticks).to.equal(1);
    clock.pass(30_000);
    expect(ticks).to.equal(2);
  });
});
