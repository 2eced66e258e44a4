import {expect} from '@open-wc/testing';
import {snoozeTimes, toLocalInput} from '../../src/elements/panel/tools/snooze-times.ts';

/** Wednesday, 4 March 2026. */
const at = (day: number, hour: number, minute = 0) => new Date(2026, 2, day, hour, minute).getTime();
const offered = (now: number) => snoozeTimes(now).map(({name, at: time}) => `${name} ${toLocalInput(time)}`);

describe('snoozeTimes', () => {
  it('offers on a weekday morning all there is', () => {
    expect(offered(at(4, 10, 20))).to.deep.equal([
      'laterToday 2026-03-04T13:00',
      'thisEvening 2026-03-04T18:00',
      'tomorrow 2026-03-05T09:00',
      'thisWeekend 2026-03-07T09:00',
      'nextWeek 2026-03-09T09:00',
    ]);
  });

  it('leaves out an evening that has come, and days that are tomorrow', () => {
    expect(offered(at(4, 17, 30))[0]).to.equal('tomorrow 2026-03-05T09:00');
    expect(offered(at(6, 19))).to.deep.equal(['tomorrow 2026-03-07T09:00', 'nextWeek 2026-03-09T09:00']);
    expect(offered(at(8, 19))).to.deep.equal(['tomorrow 2026-03-09T09:00']);
  });

  it('only ever offers what is ahead, soonest first, at any hour of a year', () => {
    for (let now = at(1, 0, 7); now < at(366, 0); now += 3_600_000 * 5) {
      const times = snoozeTimes(now).map(({at: time}) => time);
      expect(times, new Date(now).toString()).to.deep.equal([...times].sort((a, b) => a - b));
      expect(Math.min(...times)).to.be.above(now);
      expect(new Set(times).size).to.equal(times.length);
    }
  });
});
