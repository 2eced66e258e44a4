import {formatValue} from './format.ts';
import {guessFormat} from './guess.ts';
import {labelOf} from './labels.ts';
import {Budget, LIMITS} from './limits.ts';
import type {PairNode, ViewNode} from './nodes.ts';
import {isObject} from './resolver.ts';
import {Frame, settle} from './scope.ts';
import {toText} from './values.ts';
import {words} from './words.ts';

const MAX_DEPTH = 6;

/** Data that nobody has designed a template for: labels and values, folded where they are nested. */
export function dataNodes(data: unknown): ViewNode[] {
  const budget = new Budget();
  const nodes = nodesOf(data, budget, '', 0);
  if (budget.isSpent) nodes.push({kind: 'notice', key: 'limit', text: words.tooLarge});
  return nodes.length ? nodes : [{kind: 'notice', key: 'none', text: words.noData}];
}

const setting = (budget: Budget) => ({frame: new Frame(undefined, settle({})), budget, fill: toText});

function pairOf(name: string, value: unknown, budget: Budget): PairNode {
  return {label: labelOf(name), value: formatValue(value, guessFormat(name, value), setting(budget))};
}

function nodesOf(data: unknown, budget: Budget, key: string, depth: number): ViewNode[] {
  if (!budget.step()) return [];
  if (Array.isArray(data)) return listNodes(data, budget, key, depth);
  if (!isObject(data)) {
    const row = {label: '', value: formatValue(data, undefined, setting(budget))};
    return data === undefined ? [] : [{kind: 'pairs', key, layout: 'inline', rows: [row]}];
  }
  const rows: PairNode[] = [];
  const nested: ViewNode[] = [];
  for (const [name, value] of Object.entries(data).slice(0, LIMITS.entries)) {
    if (!budget.step()) break;
    const isNested = typeof value === 'object' && value !== null && Object.keys(value).length > 0;
    if (!isNested || depth >= MAX_DEPTH) rows.push(pairOf(name, value, budget));
    else if (Array.isArray(value) && value.every((entry) => typeof entry !== 'object'))
      rows.push({label: labelOf(name), value: formatValue(value, {kind: 'tags'}, setting(budget))});
    else {
      const at = `${key}/${name}`;
      const nodes = nodesOf(value, budget, at, depth + 1);
      nested.push({kind: 'group', key: at, isCard: false, title: labelOf(name), fold: 'closed', nodes});
    }
  }
  return [...(rows.length ? [{kind: 'pairs', key, layout: 'inline', rows} as const] : []), ...nested];
}

function listNodes(data: readonly unknown[], budget: Budget, key: string, depth: number): ViewNode[] {
  const shown = data.slice(0, LIMITS.entries);
  const items = shown.map((entry, index) => ({
    title: words.entry(index + 1),
    nodes: nodesOf(entry, budget, `${key}/${index}`, depth + 1),
    isOpen: data.length === 1,
  }));
  const hidden = data.length - shown.length;
  return [{kind: 'repeat', key, layout: 'accordion', items, limit: 10, hidden, empty: words.noEntries}];
}
