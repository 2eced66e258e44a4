/** What resolving a display template costs, beside LiquidJS writing the same text: in one run, on the same data. */
import {performance} from 'node:perf_hooks';
import {Liquid} from 'liquidjs';
import type {ViewNode} from '../../src/agent/templates/nodes.ts';
import {resolve} from '../../src/agent/templates/resolve.ts';
import type {Section, Template} from '../../src/agent/templates/template.ts';

const SECTIONS = 100;
const FIELDS = 10;
const RUNS = 40;

/** About a megabyte: 100 groups of fields, and a remark that makes up the weight. */
function makeData(): Record<string, unknown> {
  return Object.fromEntries(
    Array.from({length: SECTIONS}, (_, section) => [
      `group_${section}`,
      {
        ...Object.fromEntries(
          Array.from({length: FIELDS}, (_, field) => [`field_${field}`, `value ${section}-${field}`]),
        ),
        remark: 'x'.repeat(10_000),
      },
    ]),
  );
}

const sections = Array.from({length: SECTIONS}, (_, section): Section => ({
  type: 'key-value-list',
  title: `Group ${section}`,
  items: Array.from({length: FIELDS}, (_, field) => ({
    label: `Field ${field}`,
    value: `{{group_${section}.field_${field}}}`,
  })),
}));
const template: Template = {version: 1, type: 'simple', sections};
const liquidText = sections
  .map((section) => {
    if (section.type !== 'key-value-list') return '';
    return `${section.title}\n${section.items.map(({label, value}) => `${label}: ${value}\n`).join('')}`;
  })
  .join('');

const textOf = (nodes: readonly ViewNode[]) =>
  nodes
    .map((node) => {
      if (node.kind !== 'pairs') return '';
      const rows = node.rows.map(({label, value}) => `${label}: ${'text' in value ? value.text : ''}\n`);
      return `${node.title}\n${rows.join('')}`;
    })
    .join('');

/** The middle of many, milliseconds. */
function median(run: () => unknown): number {
  const times = Array.from({length: RUNS}, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[RUNS / 2]!;
}

const data = makeData();
const liquid = new Liquid();
const parsed = liquid.parse(liquidText);
const scope = {now: 0, timeZone: 'UTC'};
const same = textOf(resolve(template, data, scope)) === liquid.renderSync(parsed, data);
if (!same) throw new Error('The two do not write the same text');

const ours = median(() => resolve(template, data, scope));
const oursWithText = median(() => textOf(resolve(template, data, scope)));
const parsedOnce = median(() => liquid.renderSync(parsed, data));
const parsedEachTime = median(() => liquid.parseAndRenderSync(liquidText, data));
const ms = (time: number) => `${time.toFixed(2)} ms`;
console.log(
  `${SECTIONS} sections of ${FIELDS} values over ${(JSON.stringify(data).length / 1e6).toFixed(1)} MB, middle of ${RUNS}`,
);
console.table({
  'resolve, to nodes': {time: ms(ours)},
  'resolve, to the same text': {time: ms(oursWithText)},
  'LiquidJS, parsed before': {time: ms(parsedOnce), 'times resolve': (parsedOnce / ours).toFixed(1)},
  'LiquidJS, parsed each time': {
    time: ms(parsedEachTime),
    'times resolve': (parsedEachTime / ours).toFixed(1),
  },
});
