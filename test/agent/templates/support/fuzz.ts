/** Resolves nonsense, and looks at what comes of it. */
import type {ViewNode} from '../../../../src/agent/templates/nodes.ts';
import {resolve} from '../../../../src/agent/templates/resolve.ts';
import {linesOf} from './box.ts';
import {Nonsense} from './nonsense.ts';

const scope = {timeZone: 'UTC', now: 0, locale: 'en-US'};
/** What no screen may show. */
const RAW = /\[object |undefined|\{\{[^{}]*\}\}|function |native code/;

/** Every address that a click could follow. */
function urlsOf(nodes: readonly ViewNode[]): string[] {
  return [...JSON.stringify(nodes).matchAll(/"url":("(?:[^"\\]|\\.)*")/g)].map(
    ([, url]) => JSON.parse(url!) as string,
  );
}

/**
 * @returns how many parts there were to look at
 * @throws Error with the template and the data that gave something harmful, or failed
 */
export function fuzz(runs: number, seed: number): number {
  const nonsense = new Nonsense(seed);
  let shown = 0;
  for (let run = 0; run < runs; run++) {
    const template = nonsense.template();
    const data = nonsense.data();
    const tell = () => `run ${run}: ${JSON.stringify(template)} over ${JSON.stringify(data)}`;
    let nodes: ViewNode[];
    try {
      nodes = resolve(template, data, scope);
    } catch (error) {
      throw new Error(tell(), {cause: error});
    }
    shown += nodes.length;
    if (RAW.test(linesOf(nodes).join('\n'))) throw new Error(tell());
    for (const url of urlsOf(nodes)) if (!/^(?:https?|mailto|tel):/.test(url)) throw new Error(tell());
  }
  return shown;
}
