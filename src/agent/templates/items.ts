import {isFormatKind} from './format.ts';
import {resolveUrl} from './links.ts';
import type {PairNode, ValueNode} from './nodes.ts';
import {isObject, type Resolver} from './resolver.ts';
import type {Frame} from './scope.ts';
import type {Format} from './template.ts';
import {readText} from './text.ts';
import {isEmpty, toText} from './values.ts';

/** A value with its format and link: of an item, or of a cell. */
export function resolveValue(
  resolver: Resolver,
  item: Record<string, unknown>,
  frame: Frame,
  at: string,
): {node: ValueNode; isMissing: boolean; value: unknown} {
  const {value, pipe} = resolver.raw(item.value, frame, `${at}.value`);
  const format = isObject(item.format)
    ? (item.format as unknown as Format)
    : isFormatKind(item.type)
      ? ({kind: item.type} as Format)
      : pipe;
  if (format && !isFormatKind(format.kind))
    resolver.warn('bad-format', `${at}.format`, `unknown format: ${toText(format.kind).slice(0, 60)}`);
  const node = resolver.value(value, format, frame, at);
  return {node: linked(resolver, item, node, frame, at), isMissing: isEmpty(value), value};
}

function linked(
  resolver: Resolver,
  {link}: Record<string, unknown>,
  node: ValueNode,
  frame: Frame,
  at: string,
): ValueNode {
  if (typeof link !== 'string' || link === '' || !('text' in node)) return node;
  if (node.kind === 'text' && node.isEmpty) return node;
  const url = resolveUrl(readText(link), frame);
  if (url) return {kind: 'link', text: node.text, url};
  resolver.warn('bad-link', `${at}.link`, 'leads to no address that may be followed');
  return node;
}

/** A label with its value; undefined where it is not to be shown. */
export function resolveItem(
  resolver: Resolver,
  item: unknown,
  frame: Frame,
  at: string,
  {hidesEmpty = false} = {},
): PairNode | undefined {
  if (!isObject(item) || !resolver.budget.step()) return undefined;
  if (!resolver.holds(item.when as never, frame, at)) return undefined;
  const {node, isMissing, value} = resolveValue(resolver, item, frame, at);
  const badge = resolveBadge(resolver, item.badge, frame, `${at}.badge`);
  if (isMissing && hidesEmpty && !badge) return undefined;
  return {
    label: resolver.text(item.label, frame, `${at}.label`),
    value: node,
    ...(badge && {badge}),
    ...(typeof item.icon === 'string' && item.icon && {icon: item.icon}),
    ...(item.copy === true && !isMissing && {copy: toText(value)}),
  };
}

function resolveBadge(resolver: Resolver, badge: unknown, frame: Frame, at: string): PairNode['badge'] {
  if (!isObject(badge) || !resolver.holds(badge.when as never, frame, at)) return undefined;
  const {value} = resolver.raw(badge.value, frame, at);
  if (isEmpty(value)) return undefined;
  const format = {kind: 'badge', map: badge.map, tone: badge.tone} as Format;
  const node = resolver.value(value, format, frame, at);
  return node.kind === 'badge' ? node : undefined;
}
