import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import {formatFullTime} from '../../src/elements/base/full-time.ts';
import {daysBetween, formatRelativeTime} from '../../src/elements/base/relative-time.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A Saturday at noon, far from any midnight. */
const NOW = new Date(2026, 10, 21, 12).getTime();
const ago = (milliseconds: number, language = 'en') => formatRelativeTime(NOW - milliseconds, NOW, language);

describe('formatRelativeTime', () => {
  it('says "Now" in the first minute, then minutes, then hours', () => {
    expect([0, 59 * SECOND].map((age) => ago(age))).to.deep.equal(['Now', 'Now']);
    expect([MINUTE, 5 * MINUTE, HOUR - 1].map((age) => ago(age))).to.deep.equal(['1 min', '5 min', '59 min']);
    expect([HOUR, 2 * HOUR, DAY - 1].map((age) => ago(age))).to.deep.equal(['1 hr', '2 hr', '23 hr']);
  });

  it('names yesterday, then the day of the week, then the date', () => {
    expect(ago(DAY)).to.equal('Yesterday');
    expect(ago(3 * DAY)).to.equal('Wed');
    expect(ago(6 * DAY)).to.equal('Sun');
    expect(ago(7 * DAY)).to.equal('Nov 14');
    expect(ago(80 * DAY)).to.equal('Sep 2');
  });

  it('adds the year to a date of another year, 1970 included', () => {
    expect(ago(400 * DAY)).to.equal('Oct 17, 2025');
    expect(formatRelativeTime(0, NOW, 'en')).to.match(/19(70|69)/);
  });

  it('takes a clock that is ahead for now, and a date far ahead for a date', () => {
    expect(ago(-2 * HOUR)).to.equal('Now');
    expect(ago(-400 * DAY)).to.match(/2027/);
  });

  it('speaks the language it is asked for', () => {
    expect(ago(5 * MINUTE, 'uk')).to.equal('5 хв');
    expect(ago(2 * HOUR, 'de')).to.equal('2 Std.');
    expect(ago(DAY, 'ar')).to.equal('أمس');
  });

  it('always says something, and never "Invalid Date" nor a negative age', () => {
    const times = fc.integer({min: -8.64e15, max: 8.64e15});
    fc.assert(
      fc.property(times, fc.integer({min: 0, max: 4e12}), (time, now) => {
        const text = formatRelativeTime(time, now, 'en');
        expect(text).to.not.be.empty;
        expect(text).to.not.match(/invalid|NaN|undefined|^-|in /i);
        expect(formatFullTime(time, 'en')).to.not.match(/invalid/i);
      }),
    );
  });

  it('never makes something younger by waiting, as long as it counts minutes or hours', () => {
    const minutes = (text: string) => {
      const [, count, unit] = /^(\d+) ([mh])/.exec(text) ?? [];
      if (count) return Number(count) * (unit === 'h' ? 60 : 1);
      return text === 'Now' ? 0 : Infinity;
    };
    const ages = fc.integer({min: 0, max: 2 * DAY});
    fc.assert(
      fc.property(ages, ages, (a, b) => {
        expect(minutes(ago(Math.min(a, b)))).to.be.at.most(minutes(ago(Math.max(a, b))));
      }),
    );
  });
});

describe('daysBetween', () => {
  it('counts midnights, not hours', () => {
    const lateEvening = new Date(2026, 10, 20, 23, 59).getTime();
    const earlyMorning = new Date(2026, 10, 21, 0, 1).getTime();
    expect(daysBetween(lateEvening, earlyMorning)).to.equal(1);
    expect(daysBetween(earlyMorning, new Date(2026, 10, 21, 23, 59).getTime())).to.equal(0);
  });

  it('counts a day as one where summer time begins and ends', () => {
    for (let month = 0; month < 12; month++) {
      for (let day = 1; day < 28; day++) {
        expect(
          daysBetween(new Date(2026, month, day, 12).getTime(), new Date(2026, month, day + 1, 12).getTime()),
        ).to.equal(1);
      }
    }
  });
});
