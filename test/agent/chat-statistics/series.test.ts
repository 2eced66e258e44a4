import {expect} from '@open-wc/testing';
import type {ChatSummary, Group} from '../../../src/protocol/chat-summary.ts';
import {barsOf, readSeries, shortName} from '../../../src/agent/chat-statistics/series.ts';
import {formatDuration} from '../../../src/agent/chat-statistics/words.ts';

const group = (key: string, chats = 1, name = key): Group => ({
  key,
  name,
  chats,
  answered: chats,
  rating: null,
  rated: 0,
  responseTime: 1000,
});

const SUMMARY: ChatSummary = {
  from: Date.parse('2026-03-27T23:00:00Z'),
  to: Date.parse('2026-03-31T21:59:59.999Z'),
  timezone: 'Europe/Stockholm',
  chats: 3,
  answered: 3,
  responseTime: {count: 3, median: 1000, p90: 2000},
  duration: {count: 3, median: 1000, p90: 2000},
  rating: {count: 1, mean: 4, counts: [0, 0, 0, 1, 0]},
  byDay: [group('2026-03-29', 3)],
  byHour: [group('9', 2), group('10')],
  byAgent: [group('1', 2, 'Nadia'), group('', 1, '')],
  byChannel: Array.from({length: 40}, (_, index) => group(`V${index}`)),
  byReferral: [group('Direct', 3)],
};

describe('the series of the statistics', () => {
  const [days, hours, ratings, agents, , channels] = readSeries(SUMMARY);

  it('have every day of the range, in its own zone, over a change of clocks', () => {
    expect(days!.rows.map(({key, chats}) => `${key} ${chats}`)).to.deep.equal([
      '2026-03-28 0',
      '2026-03-29 3',
      '2026-03-30 0',
      '2026-03-31 0',
    ]);
  });

  it('have every hour of the day and every rating', () => {
    expect(hours!.rows).to.have.length(24);
    expect(hours!.rows[9]).to.include({label: '09:00', chats: 2});
    expect(ratings!.rows.map(({chats}) => chats)).to.deep.equal([0, 0, 0, 1, 0]);
  });

  it('name those whom nobody answered, and draw no more bars than can be told apart', () => {
    expect(agents!.rows.map(({label}) => label)).to.deep.equal(['Nadia', 'Nobody']);
    expect(channels!.rows).to.have.length(40);
    expect(barsOf(channels!)).to.have.length(12);
  });

  it('have names that fit beside a bar', () => {
    expect(shortName('Nadia Petrenko')).to.equal('Nadia Petrenko');
    expect(shortName('V3221352333715281423')).to.equal('V32213…15281423');
  });
});

const DURATIONS: [number | null, string][] = [
  [null, '–'],
  [850, '850 ms'],
  [42_000, '42 s'],
  [59_600, '1 min'],
  [185_000, '3 min 5 s'],
  [7_800_000, '2 h 10 min'],
];
for (const [milliseconds, words] of DURATIONS) {
  it(`${milliseconds} ms are ${words}`, () => expect(formatDuration(milliseconds)).to.equal(words));
}
