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

/**
 * Runs each once, in another order in each round: who follows whom, and meets the garbage that it has left, goes round. With a
 * prime number of them, each follows each of the others equally often.
 *
 * @returns milliseconds
 */
function inTurn<Name extends string>(runs: Record<Name, () => unknown>, round: number): Record<Name, number> {
  const entries = Object.entries<() => unknown>(runs);
  const {length} = entries;
  const step = 1 + (Math.floor(round / length) % (length - 1));
  const turn = entries.map((_, index) => entries[(round + index * step) % length]!);
  return Object.fromEntries(
    turn.map(([name, run]) => {
      const start = performance.now();
      run();
      return [name, performance.now() - start];
    }),
  ) as Record<Name, number>;
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
  const runs = {
    nodes: () => resolve(template, data, scope),
    text: () => textOf(resolve(template, data, scope)),
    fresh: () => textOf(resolve(JSON.parse(source), data, scope)),
    parsedOnce: (): unknown => liquid.renderSync(parsed, data),
    parsedEachTime: (): unknown => liquid.parseAndRenderSync(liquidText, data),
  };
  const rounds = Array.from({length: WARM + ROUNDS}, (_, round) => inTurn(runs, round)).slice(WARM);
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
