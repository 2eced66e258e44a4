/** What resolving a display template costs, beside LiquidJS writing the same text: in one run, on the same data. */
import {performance} from 'node:perf_hooks';
import {Liquid} from 'liquidjs';
import type {ViewNode} from '../../../src/agent/templates/nodes.ts';
import {resolve} from '../../../src/agent/templates/resolve.ts';
import {median} from '../report.ts';
import {makeData, sections, template} from './sample.ts';

/** Enough that all of them are compiled by the engine, and that what else the machine does evens out. */
const ROUNDS = 120;
const WARM = 40;

const liquidText = sections
  .map(({title, items}) => `${title}\n${items.map(({label, value}) => `${label}: ${value}\n`).join('')}`)
  .join('');

function textOf(nodes: readonly ViewNode[]): string {
  let text = '';
  for (const node of nodes) {
    if (node.kind !== 'pairs') continue;
    text += `${node.title}\n`;
    for (const {label, value} of node.rows) text += `${label}: ${'text' in value ? value.text : ''}\n`;
  }
  return text;
}

/** Milliseconds, medians; the ratios are those of the rounds, in which all take turns. */
export interface Comparison {
  nodes: number;
  text: number;
  fresh: number;
  parsedOnce: number;
  parsedEachTime: number;
  /** How many times as long LiquidJS takes, parsed once: as resolving to nodes, and to the same text. */
  ratioOfNodes: number;
  ratioOfText: number;
  /** And where both begin with the template as it comes from the platform. */
  ratioOfFresh: number;
}

/** @throws Error if the two do not write the same text */
export function compareWithLiquid(): Comparison {
  const data = makeData();
  const source = JSON.stringify(template);
  const liquid = new Liquid();
  const parsed = liquid.parse(liquidText);
  const scope = {now: 0, timeZone: 'UTC', locale: 'en-US'};
  if (textOf(resolve(template, data, scope)) !== liquid.renderSync(parsed, data))
    throw new Error('The two do not write the same text');

  const time = (run: () => unknown) => {
    const start = performance.now();
    run();
    return performance.now() - start;
  };
  const rounds = Array.from({length: WARM + ROUNDS}, () => ({
    nodes: time(() => resolve(template, data, scope)),
    text: time(() => textOf(resolve(template, data, scope))),
    fresh: time(() => textOf(resolve(JSON.parse(source), data, scope))),
    parsedOnce: time(() => liquid.renderSync(parsed, data)),
    parsedEachTime: time(() => liquid.parseAndRenderSync(liquidText, data)),
  })).slice(WARM);
  const middle = (of: (round: (typeof rounds)[number]) => number) => median(rounds.map(of));
  return {
    nodes: middle(({nodes}) => nodes),
    text: middle(({text}) => text),
    fresh: middle(({fresh}) => fresh),
    parsedOnce: middle(({parsedOnce}) => parsedOnce),
    parsedEachTime: middle(({parsedEachTime}) => parsedEachTime),
    ratioOfNodes: middle(({parsedOnce, nodes}) => parsedOnce / nodes),
    ratioOfText: middle(({parsedOnce, text}) => parsedOnce / text),
    ratioOfFresh: middle(({parsedEachTime, fresh}) => parsedEachTime / fresh),
  };
}
