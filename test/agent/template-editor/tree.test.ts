import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import {History} from '../../../src/agent/template-editor/history.ts';
import {PRESETS, NEW_SECTIONS} from '../../../src/agent/template-editor/presets.ts';
import {pathsOf, previewData} from '../../../src/agent/template-editor/preview-data.ts';
import * as tree from '../../../src/agent/template-editor/tree.ts';
import {generateTemplate} from '../../../src/agent/templates/guess.ts';
import {resolve} from '../../../src/agent/templates/resolve.ts';
import type {Section, Template} from '../../../src/agent/templates/template.ts';
import {linesOf} from '../templates/support/box.ts';

const text = (content: string): Section => ({type: 'text', content});
const group = (title: string, ...sections: Section[]): Section => ({type: 'card', title, sections});
const of = (...sections: Section[]): Template => ({version: 1, type: 'card', sections});

/** `a [b c] d` */
const write = (sections: readonly Section[]): string =>
  sections
    .map((section) =>
      section.type === 'text'
        ? section.content
        : section.type === 'card'
          ? `[${write(section.sections)}]`
          : section.type,
    )
    .join(' ');
const start = () => of(text('a'), group('g', text('b'), text('c')), text('d'));

describe('the sections of a template', () => {
  const cases: [string, tree.Address, tree.Command, string, tree.Address][] = [
    ['up', [2], 'up', 'a d [b c]', [1]],
    ['down', [0], 'down', '[b c] a d', [1]],
    ['to the top', [2], 'top', 'd a [b c]', [0]],
    ['to the bottom', [0], 'bottom', '[b c] d a', [2]],
    ['into the group above', [2], 'in', 'a [b c d]', [1, 2]],
    ['out of the group', [1, 0], 'out', 'a [c] b d', [2]],
    ['down within the group', [1, 0], 'down', 'a [c b] d', [1, 1]],
    ['twice', [1], 'duplicate', 'a [b c] [b c] d', [2]],
  ];
  for (const [name, at, command, expected, to] of cases)
    it(`go ${name}`, () => {
      const moved = tree.perform(start(), at, command)!;
      expect(write(moved.template.sections)).to.equal(expected);
      expect(moved.at).to.deep.equal(to);
    });

  it('stay where there is nowhere to go', () => {
    for (const [at, command] of [
      [[0], 'up'],
      [[2], 'down'],
      [[0], 'in'],
      [[0], 'out'],
      [[9], 'up'],
      [[], 'up'],
    ] as const)
      expect(tree.perform(start(), at, command)).to.equal(undefined);
  });

  it('never go into themselves, nor deeper than a template may', () => {
    expect(tree.move(start(), [1], [1], 0)).to.equal(undefined);
    let deep = text('x');
    for (let depth = 0; depth < 5; depth++) deep = group('g', deep);
    expect(tree.move(of(group('g'), deep), [1], [0], 0)).to.equal(undefined);
  });

  it('are all there after any move, and lie where the move says', () => {
    const address = fc.array(fc.nat(3), {maxLength: 3});
    const large = of(
      group('x', text('1'), group('y', text('2'))),
      text('3'),
      group('z', text('4')),
      text('5'),
    );
    const letters = (template: Template) =>
      [...JSON.stringify(template).matchAll(/"(?:content|title)":"(\w)"/g)].map(([, c]) => c).sort();
    let count = 0;
    fc.assert(
      fc.property(address, address, fc.nat(4), (from, parent, index) => {
        const moved = tree.move(large, from, parent, index);
        if (!moved) return true;
        count++;
        const isThere = tree.sectionAt(moved.template, moved.at) === tree.sectionAt(large, from);
        return isThere && letters(moved.template).join() === letters(large).join();
      }),
      {numRuns: 3000, seed: 3},
    );
    expect(count).to.be.greaterThan(200);
  });
});

describe('what was done', () => {
  it('is taken back and done again, typing as one step', () => {
    const history = new History('');
    history.push('a', 'field');
    history.push('ab', 'field');
    history.push('ab!', 'other');
    history.undo();
    expect(history.present).to.equal('ab');
    history.undo();
    expect(history.present).to.equal('');
    expect(history.canUndo).to.equal(false);
    history.redo();
    expect(history.present).to.equal('ab');
    history.push('new');
    expect(history.canRedo).to.equal(false);
  });
});

describe('what to begin with', () => {
  it('is a preset that says nothing wrong', () => {
    for (const [name, make] of Object.entries(PRESETS)) {
      const codes = new Set<string>();
      resolve(make(), {}, {onWarning: ({code}) => codes.add(code)});
      codes.delete('bad-link'); // There is no data that a link could come from.
      expect([...codes], name).to.deep.equal([]);
    }
  });

  it('is a new section of each type that shows something', () => {
    for (const make of Object.values(NEW_SECTIONS))
      expect(JSON.stringify(resolve(of(make()), {name: 'x'}))).not.to.contain('Unsupported');
  });

  it('is generated from a sample, with formats by names and values', () => {
    const sample = {
      customer_id: 12345,
      lifetime_value: 2850,
      status: 'active',
      last_purchase: '2024-01-15',
      email: 'a@b.example',
      site: 'https://x.example/',
      vip: true,
      tags: ['a', 'b'],
      address: {city: 'Leeds'},
      orders: [{id: 'A', total: 5, state: 'paid', placed_at: '2024-01-01', lines: [{sku: 'x'}]}],
      notes: [{id: 1, note: 'n'}],
    };
    const lines = linesOf(resolve(generateTemplate(sample, 'Made'), sample, {locale: 'en-US'}));
    expect(lines).to.include.members([
      'Made',
      'Customer ID 12345',
      'Lifetime value $2,850.00',
      'Status [active]',
      'Last purchase Jan 15, 2024',
      'Vip Yes',
      'Tags a, b',
      'City Leeds',
      'Orders',
      'Total $5.00',
      '1 | n',
    ]);
  });

  it('is generated from any JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue({maxDepth: 5}), (sample) => {
        const template = generateTemplate(sample);
        return resolve(template, sample).length === 1 && JSON.stringify(template).length > 0;
      }),
      {numRuns: 500, seed: 9},
    );
  });

  it('is never generated with more sections than a template may have', () => {
    const ten = (make: () => unknown) =>
      Object.fromEntries(Array.from({length: 10}, (_, index) => [`part ${index}`, make()]));
    const sample = ten(() => ten(() => ({a: 1, list: [{a: 1, inner: {b: 1}}]})));
    const warnings: string[] = [];
    const template = generateTemplate(sample);
    resolve(template, sample, {onWarning: ({code}) => warnings.push(code)});
    expect(warnings).to.deep.equal([]);
    expect(JSON.stringify(template).match(/"type":/g)?.length).to.be.within(90, 101);
  });
});

describe('the sample on another day', () => {
  const sample = {name: 'Maya', day: '2024-01-15', list: [{n: 1}, {n: 2}]};

  it('has nothing, long texts, or many entries', () => {
    expect(previewData(sample, 'empty')).to.deep.equal({});
    const long = previewData(sample, 'long') as typeof sample;
    expect(long.name.length).to.be.greaterThan(100);
    expect(long.day).to.equal('2024-01-15');
    expect((previewData(sample, 'many') as typeof sample).list).to.have.length(60);
    expect(previewData(sample, 'populated')).to.equal(sample);
  });

  it('gives the paths that variables can name', () => {
    expect(pathsOf({a: {b: 1}, 'odd key': 2, c: 3})).to.deep.equal(['a', 'a.b', 'c']);
  });
});
