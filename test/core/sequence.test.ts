import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import {createSequence} from '../../src/core/sequence.ts';

const event = (id: number | '', type = 'message') => ({id: String(id), type, data: '{}'});

describe('createSequence', () => {
  it('takes the first event as it comes, and each that follows it', () => {
    const sequence = createSequence();
    expect(sequence.judge(event(41, 'count'))).to.equal('new');
    expect([42, 43].map((id) => sequence.judge(event(id)))).to.deep.equal(['new', 'new']);
    expect(sequence.lastId).to.equal('43');
  });

  it('sees that some may be missing where nobody has said from where the list goes on', () => {
    const sequence = createSequence();
    expect(sequence.judge(event(41))).to.equal('gap');
    expect(sequence.judge(event(42))).to.equal('new');
  });

  it('sees that some are missing, and goes on behind them', () => {
    const sequence = createSequence();
    sequence.judge(event(1));
    expect(sequence.judge(event(4))).to.equal('gap');
    expect(sequence.judge(event(5))).to.equal('new');
  });

  it('takes a number once, whoever brings it', () => {
    const sequence = createSequence();
    sequence.startAt('0');
    expect([1, 1, 2, 1, 2].map((id) => sequence.judge(event(id)))).to.deep.equal([
      'new',
      'old',
      'new',
      'old',
      'old',
    ]);
  });

  it('lets through what has no number, and the count that carries the last one', () => {
    const sequence = createSequence();
    expect(sequence.judge(event('', 'count'))).to.equal('new');
    sequence.judge(event(3));
    expect(sequence.judge(event(3, 'count'))).to.equal('new');
  });

  it('starts anew where the platform has forgotten', () => {
    const sequence = createSequence();
    sequence.judge(event(900));
    expect(sequence.judge(event(2, 'resync'))).to.equal('gap');
    expect(sequence.judge(event(3))).to.equal('new');
  });

  it('never goes back when somebody tells where to start', () => {
    const sequence = createSequence();
    sequence.startAt('7');
    sequence.startAt('5');
    sequence.startAt('');
    expect(sequence.lastId).to.equal('7');
  });

  it('lets each event through at most once, in order, and misses no hole, however they are mixed up', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({min: 1, max: 30}), {maxLength: 100}), (ids) => {
        const sequence = createSequence();
        const taken: number[] = [];
        for (const id of ids) {
          const last = taken.at(-1);
          const verdict = sequence.judge(event(id));
          if (verdict === 'old') expect(last !== undefined && id <= last).to.equal(true);
          else {
            expect(last === undefined || id > last).to.equal(true);
            expect(verdict).to.equal(last === undefined || id > last + 1 ? 'gap' : 'new');
            taken.push(id);
          }
        }
      }),
    );
  });
});
