/** The script tag's bundle stays as small as it was, and within its budgets. Measures dist/cdn, which the build makes. */
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {compare} from './size/compare.ts';
import {filesOf, measure, type Sizes} from './size/measure.ts';

const noted = JSON.parse(readFileSync(join(import.meta.dirname, 'size.json'), 'utf8')) as Sizes;

describe('the size of the bundle', () => {
  it('is what was noted, and within its budgets', () => {
    const sizes = measure(join(import.meta.dirname, '../dist/cdn'));
    assert.equal(compare(sizes, noted).join('\n'), '');
  });
});

describe('the check of the sizes', () => {
  const cases: [string, Sizes, Sizes, RegExp | undefined][] = [
    ['lets a size be', {bell: 1000}, {bell: 1000}, undefined],
    ['lets a size waver by one in a hundred', {bell: 1009}, {bell: 1000}, undefined],
    ['sees what has grown', {bell: 1011}, {bell: 1000}, /^bell has grown from 1,000 bytes to 1,011 bytes/],
    ['asks for the number of what has shrunk', {bell: 979}, {bell: 1000}, /^bell has shrunk/],
    ['sees what is over its budget, noted or not', {bell: 2001}, {bell: 2001}, /over its budget of 2,000/],
    ['asks for the number of what is new', {bell: 10, sv: 5}, {bell: 10}, /^sv is new \(5 bytes\)/],
    ['sees what is gone', {bell: 10}, {bell: 10, sv: 5}, /^sv is gone/],
  ];
  for (const [name, sizes, before, sentence] of cases) {
    it(name, () => {
      const found = compare(sizes, before, {bell: 2000});
      assert.equal(found.length, sentence ? 1 : 0, found.join('\n'));
      if (sentence) assert.match(found[0]!, sentence);
    });
  }

  it('follows static imports, each file once, and no dynamic ones', () => {
    const manifest = {
      a: {file: 'a.js', imports: ['b', 'c'], dynamicImports: ['d']},
      b: {file: 'b.js', imports: ['c']},
      c: {file: 'c.js', imports: ['a']},
      d: {file: 'd.js'},
    };
    assert.deepEqual([...filesOf(manifest, ['a'])], ['a.js', 'b.js', 'c.js']);
  });
});
