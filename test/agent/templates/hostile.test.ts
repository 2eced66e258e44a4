import {expect} from '@open-wc/testing';
import {LIMITS} from '../../../src/agent/templates/limits.ts';
import {resolve} from '../../../src/agent/templates/resolve.ts';
import {linesOf} from './support/box.ts';
import {fuzz} from './support/fuzz.ts';
import {Nonsense} from './support/nonsense.ts';

const scope = {timeZone: 'UTC', now: 0, locale: 'en-US'};

describe('any template with any data', () => {
  it('gives nodes that are harmless: a share of the runs of `npm run fuzz`', function () {
    this.timeout(40_000);
    const runs = 5000;
    // Else all of it would be about nothing.
    expect(fuzz(runs, 20261121)).to.be.greaterThan(runs / 2);
    expect(({} as Record<string, unknown>).polluted).to.equal(undefined);
  });

  it('gives the same for the same, and changes neither', () => {
    const nonsense = new Nonsense(7);
    for (let run = 0; run < 500; run++) {
      const template = nonsense.template();
      const data = nonsense.data();
      const before = JSON.stringify([template, data]);
      const first = JSON.stringify(resolve(template, data, scope));
      expect(JSON.stringify(resolve(template, data, scope))).to.equal(first);
      expect(JSON.stringify([template, data])).to.equal(before);
    }
  });
});

describe('too much', () => {
  const simple = (sections: unknown[]) => ({version: 1, type: 'simple', sections});

  it('of one text is cut, with a mark', () => {
    const [line] = linesOf(resolve(simple([{type: 'text', content: '{{v}}'}]), {v: 'x'.repeat(1024 * 1024)}));
    expect(line).to.have.length(LIMITS.text + 1);
    expect(line).to.match(/x…$/);
  });

  it('is never cut through a character', () => {
    const [line] = linesOf(resolve(simple([{type: 'text', content: '{{v}}'}]), {v: `x${'😀'.repeat(5000)}`}));
    expect(line).to.match(/^x(?:😀)+…$/u);
  });

  it('of entries is counted, and not shown', () => {
    const entries = Array.from({length: 1000}, (_, index) => ({index}));
    const [node] = resolve(simple([{type: 'repeat', source: 'e', sections: [], itemTitle: 'e'}]), {
      e: entries,
    });
    expect(node?.kind === 'repeat' && [node.items.length, node.hidden, node.limit]).to.deep.equal([
      LIMITS.entries,
      800,
      LIMITS.shown,
    ]);
  });

  it('of sections is left out', () => {
    const sections = Array.from({length: 150}, () => ({type: 'text', content: 'x'}));
    expect(resolve(simple(sections), {})).to.have.length(LIMITS.sections);
  });

  it('of depth is left out', () => {
    let section: object = {type: 'text', content: 'deep'};
    for (let depth = 0; depth < 50; depth++) section = {type: 'card', sections: [section]};
    expect(linesOf(resolve(simple([section]), {}))).to.deep.equal([]);
  });

  it('of repeating ends soon, and says so', () => {
    const entries = Array.from({length: 200}, (_, index) => index);
    let section: object = {type: 'text', content: '{{index}}'};
    for (let depth = 0; depth < 4; depth++) section = {type: 'repeat', source: 'root.e', sections: [section]};
    const start = performance.now();
    const nodes = resolve(simple([section]), {e: entries});
    expect(performance.now() - start).to.be.lessThan(2000);
    expect(nodes.at(-1)?.kind).to.equal('notice');
  });

  it('of nesting in the data is no matter', () => {
    let data: unknown = 'deep';
    for (let depth = 0; depth < 5000; depth++) data = {a: data};
    expect(linesOf(resolve(simple([{type: 'text', content: '{{a.a.a}}.'}]), data))).to.deep.equal(['.']);
  });
});
