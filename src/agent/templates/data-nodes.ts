import {formatAt} from './fill.ts';
import {Frame} from './frame.ts';
import {guessFormat} from './guess.ts';
import {isObject} from './json.ts';
import {labelOf} from './labels.ts';
import {LIMITS} from './limits.ts';
import type {PairNode, ValueNode, ViewNode} from './nodes.ts';
import {Run} from './run.ts';
import {settle} from './scope.ts';
import type {Format} from './template.ts';
import {words} from './words.ts';

const MAX_DEPTH = 6;

/** Data that nobody has designed a template for: labels and values, folded where they are nested. */
export function dataNodes(data: unknown): ViewNode[] {
  const run = new Run(settle({}));
  const nodes = nodesOf(data, run, '', 0);
  if (run.isSpent) nodes.push({kind: 'notice', key: 'limit', text: words.tooLarge});
  return nodes.length ? nodes : [{kind: 'notice', key: 'none', text: words.noData}];
}

const nowhere = new Frame(undefined);
const valueOf = (value: unknown, format: Format | undefined, run: Run): ValueNode =>
  formatAt(format, '')(value, run, nowhere);

function pairOf(name: string, value: unknown, run: Run): PairNode {
  return {label: labelOf(name), value: valueOf(value, guessFormat(name, value), run)};
}

function nodesOf(data: unknown, run: Run, key: string, depth: number): ViewNode[] {
  if (!run.step()) return [];
  if (Array.isArray(data)) return listNodes(data, run, key, depth);
  if (!isObject(data)) {
    const row = {label: '', value: valueOf(data, undefined, run)};
    return data === undefined ? [] : [{kind: 'pairs', key, layout: 'inline', rows: [row]}];
  }
  const rows: PairNode[] = [];
  const nested: ViewNode[] = [];
  for (const [name, value] of Object.entries(data).slice(0, LIMITS.entries)) {
    if (!run.step()) break;
    const isNested = typeof value === 'object' && value !== null && Object.keys(value).length > 0;
    if (!isNested || depth >= MAX_DEPTH) rows.push(pairOf(name, value, run));
    else if (Array.isArray(value) && value.every((entry) => typeof entry !== 'object'))
      rows.push({label: labelOf(name), value: valueOf(value, {kind: 'tags'}, run)});
    else {
      const at = `${key}/${name}`;
      const nodes = nodesOf(value, run, at, depth + 1);
      nested.push({kind: 'group', key: at, isCard: false, title: labelOf(name), fold: 'closed', nodes});
    }
  }
  return [...(rows.length ? [{kind: 'pairs', key, layout: 'inline', rows} as const] : []), ...nested];
}

function listNodes(data: readonly unknown[], run: Run, key: string, depth: number): ViewNode[] {
  const shown = data.slice(0, LIMITS.entries);
  const items = shown.map((entry, index) => ({
    title: words.entry(index + 1),
    nodes: nodesOf(entry, run, `${key}/${index}`, depth + 1),
    isOpen: data.length === 1,
  }));
  const hidden = data.length - shown.length;
  return [{kind: 'repeat', key, layout: 'accordion', items, limit: 10, hidden, empty: words.noEntries}];
}
