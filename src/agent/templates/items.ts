import type {Allowance} from './allowance.ts';
import {compileCondition} from './condition.ts';
import {compileSource, compileText, formatAt} from './fill.ts';
import {isFormatKind, type ToNode} from './format.ts';
import type {Frame, Lookup} from './frame.ts';
import {isObject, type Json} from './json.ts';
import {compileUrl} from './links.ts';
import type {PairNode, ValueNode} from './nodes.ts';
import type {Run} from './run.ts';
import type {Format} from './template.ts';
import {isEmpty, toText} from './values.ts';

/** A label with its value; undefined where it is not to be shown. */
export type ToPair = (run: Run, frame: Frame) => PairNode | undefined;

/** The value of an item or of a cell: how it is read, a step for whoever does it, and how it is shown. */
export function compileValue(item: Json, at: string): {read: Lookup; show: ToNode} {
  const {read, pipe} = compileSource(item.value, `${at}.value`);
  const format = isObject(item.format)
    ? (item.format as unknown as Format)
    : isFormatKind(item.type)
      ? ({kind: item.type} as Format)
      : pipe;
  const toNode = formatAt(format, at);
  const link = compileLink(item.link, at);
  const unknown = format && !isFormatKind(format.kind) ? toText(format.kind).slice(0, 60) : undefined;
  if (unknown === undefined && !link) return {read, show: toNode};
  return {
    read,
    show(value, run, frame) {
      if (unknown !== undefined) run.warn('bad-format', `${at}.format`, `unknown format: ${unknown}`);
      const node = toNode(value, run, frame);
      return link ? link(node, run, frame) : node;
    },
  };
}

/** Undefined: there is no link. What has no text, or no value, is none either. */
function compileLink(
  link: unknown,
  at: string,
): ((node: ValueNode, run: Run, frame: Frame) => ValueNode) | undefined {
  if (typeof link !== 'string' || link === '') return undefined;
  const address = compileUrl(link);
  return (node, run, frame) => {
    if (!('text' in node) || (node.kind === 'text' && node.isEmpty)) return node;
    const url = address(run, frame);
    if (url) return {kind: 'link', text: node.text, url};
    run.warn('bad-link', `${at}.link`, 'leads to no address that may be followed');
    return node;
  };
}

/** Undefined: that is no item. */
export function compileItem(
  item: unknown,
  at: string,
  allowance: Allowance,
  {hidesEmpty = false} = {},
): ToPair | undefined {
  if (!isObject(item) || !allowance.part()) return undefined;
  const holds = compileCondition(item.when, `${at}.when`, allowance);
  const {read, show} = compileValue(item, at);
  const badgeOf = compileBadge(item.badge, `${at}.badge`, allowance);
  const label = compileText(item.label, `${at}.label`);
  const icon = typeof item.icon === 'string' ? item.icon : '';
  const canCopy = item.copy === true;
  return (run, frame) => {
    if (!run.step() || (holds && !holds(run, frame))) return undefined;
    run.step();
    const raw = read(run, frame);
    const value = show(raw, run, frame);
    const badge = badgeOf?.(run, frame);
    if (hidesEmpty && !badge && isEmpty(raw)) return undefined;
    const pair: PairNode = {label: label(run, frame), value};
    if (badge) pair.badge = badge;
    if (icon) pair.icon = icon;
    if (canCopy && !isEmpty(raw)) pair.copy = toText(raw);
    return pair;
  };
}

function compileBadge(
  badge: unknown,
  at: string,
  allowance: Allowance,
): ((run: Run, frame: Frame) => PairNode['badge']) | undefined {
  if (!isObject(badge)) return undefined;
  const holds = compileCondition(badge.when, `${at}.when`, allowance);
  const {read} = compileSource(badge.value, at);
  const toNode = formatAt({kind: 'badge', map: badge.map, tone: badge.tone} as Format, at);
  return (run, frame) => {
    if (!run.step() || (holds && !holds(run, frame))) return undefined;
    const raw = read(run, frame);
    if (isEmpty(raw)) return undefined;
    const node = toNode(raw, run, frame);
    return node.kind === 'badge' ? node : undefined;
  };
}
