/** The helper for dashboard apps is small, and brings nothing along. */
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {brotliCompressSync} from 'node:zlib';
import {bundle} from './journeys/support/bundle.ts';
import {findExcess} from './size/compare.ts';

/** Bytes of brotli that an app may be asked for. */
const BUDGET = 1500;

describe('the guest helper', () => {
  it('keeps its budget', async () => {
    const code = await bundle('src/entries/guest.ts', {minify: true});
    assert.match(code, /appContext/);
    assert.doesNotMatch(code, /\bimport\b/);
    assert.equal(findExcess('guest', brotliCompressSync(code).length, BUDGET), undefined);
  });
});
