import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import {placeBeside} from '../../src/elements/base/beside.ts';

const VIEWPORT = {width: 1280, height: 800};
const bellAt = (left: number, top: number) => ({left, top, width: 40, height: 40});

describe('placeBeside', () => {
  it('hangs under a bell at the top right, their right edges in line', () => {
    const place = placeBeside(bellAt(1216, 12), 400, VIEWPORT, 'ltr');
    expect(place.left + 400).to.equal(1256);
    expect(place.top).to.equal(60);
    expect(place.origin).to.equal(380);
  });

  it('hangs under a bell at the top left of a right-to-left page, their left edges in line', () => {
    expect(placeBeside(bellAt(24, 12), 400, VIEWPORT, 'rtl')).to.include({left: 24, top: 60, origin: 20});
  });

  it('stands over a bell at the bottom, and then grows upwards', () => {
    const place = placeBeside(bellAt(1216, 740), 400, VIEWPORT, 'ltr');
    expect(place.top).to.be.undefined;
    expect(place.bottom).to.equal(68);
    expect(place.maxHeight).to.equal(724);
  });

  it('stays inside the viewport wherever the bell is', () => {
    const at = (max: number) => fc.integer({min: 0, max});
    fc.assert(
      fc.property(
        at(1240),
        at(760),
        fc.constantFrom('ltr' as const, 'rtl' as const),
        (left, top, direction) => {
          const place = placeBeside(bellAt(left, top), 400, VIEWPORT, direction);
          expect(place.left).to.be.within(8, 1280 - 400 - 8);
          expect(place.maxHeight).to.be.greaterThan(300);
          expect((place.top ?? place.bottom!) + place.maxHeight).to.be.at.most(800 - 8);
          // It neither covers the bell, nor leaves it.
          if (place.top !== undefined) expect(place.top).to.equal(top + 48);
          else expect(800 - place.bottom!).to.equal(top - 8);
          expect(place.left + place.origin).to.be.within(left - 8, left + 48);
        },
      ),
    );
  });
});
