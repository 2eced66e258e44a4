import {expect} from '@open-wc/testing';
import {LIMITS} from '../../../src/agent/templates/limits.ts';
import type {ViewNode} from '../../../src/agent/templates/nodes.ts';
import {resolve} from '../../../src/agent/templates/resolve.ts';
import {linesOf} from './support/box.ts';
import {Nonsense} from './support/nonsense.ts';

const RUNS = 50_000;
const scope = {timeZone: 'UTC', now: 0, locale: 'en-US'};

/** Every address that a click could follow. */
function urlsOf(nodes: readonly ViewNode[]): string[] {
  return [...JSON.stringify(nodes).matchAll(/"url":("(?:[^"\\]|\\.)*")/g)].map(
    ([, url]) => JSON.parse(url!) as string,
  );
}

describe('any template with any data', () => {
  it(`gives nodes that are harmless, in ${RUNS.toLocaleString('en')} runs`, function () {
    this.timeout(40_000);
    const nonsense = new Nonsense(20261121);
    let shown = 0;
    for (let run = 0; run < RUNS; run++) {
      const template = nonsense.template();
      const data = nonsense.data();
      const tell = () => `run ${run}: ${JSON.stringify(template)} over ${JSON.stringify(data)}`;
      let nodes: ViewNode[];
      try {
        nodes = resolve(template, data, scope);
      } catch (error) {
        throw new Error(tell(), {cause: error});
      }
      const text = linesOf(nodes).join('\n');
      shown += nodes.length;
      if (/\[object |undefined|\{\{[^{}]*\}\}|function |native code/.test(text)) throw new Error(tell());
      for (const url of urlsOf(nodes)) if (!/^(?:https?|mailto|tel):/.test(url)) throw new Error(tell());
    }
    // Else all of it would be about nothing.
    expect(shown).to.be.greaterThan(RUNS / 2);
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
