import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import {RowHeights} from '../../src/elements/panel/row-heights.ts';

describe('RowHeights', () => {
  it('takes a row that was never seen for an average one', () => {
    const heights = new RowHeights();
    heights.setRows(['a', 'b', 'c']);
    expect(heights.total).to.equal(3 * 86);
    heights.measure('a', 100);
    heights.measure('b', 60);
    expect([0, 1, 2, 3].map((index) => heights.top(index))).to.deep.equal([0, 100, 160, 240]);
  });

  it('forgets no height when rows come and go', () => {
    const heights = new RowHeights();
    heights.setRows(['a', 'b']);
    heights.measure('b', 40);
    heights.setRows(['new', 'b']);
    expect(heights.total - heights.top(1)).to.equal(40);
  });

  it('finds the row at any place', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({min: 1, max: 300}), {minLength: 1, maxLength: 50}),
        fc.integer({min: -50, max: 20_000}),
        (sizes, place) => {
          const heights = new RowHeights();
          heights.setRows(sizes.map((_, index) => String(index)));
          for (const [index, size] of sizes.entries()) heights.measure(String(index), size);
          const index = heights.at(place);
          const inside = Math.max(0, Math.min(place, heights.total - 1));
          expect(heights.top(index)).to.be.at.most(inside);
          expect(heights.top(index + 1)).to.be.above(inside);
        },
      ),
    );
  });
});
