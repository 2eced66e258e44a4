import {resolveItem, resolveValue} from './items.ts';
import {LIMITS} from './limits.ts';
import {resolveUrl} from './links.ts';
import type {ButtonNode, PairNode, ViewNode} from './nodes.ts';
import {isObject, listOf, oneOf, type Json, type Resolver} from './resolver.ts';
import type {Frame} from './scope.ts';
import {readText} from './text.ts';
import {toText} from './values.ts';
import {words} from './words.ts';

/** Where a section stands: in the template, and how deep. */
interface Place {
  at: string;
  key: string;
  depth: number;
}
type Make = (resolver: Resolver, section: Json, frame: Frame, place: Place) => ViewNode | undefined;

const isPresent = <T>(value: T | undefined): value is T => value !== undefined;

/** What most sections have. */
function titled(resolver: Resolver, section: Json, frame: Frame, {at, key}: Place) {
  const title = resolver.text(section.title, frame, `${at}.title`);
  const {icon, collapsible, collapsed} = section;
  const isFolding = collapsible === true || collapsed === true;
  const fold: 'open' | 'closed' = collapsed === true ? 'closed' : 'open';
  return {
    key,
    ...(title && {title}),
    ...(typeof icon === 'string' && icon && {icon}),
    // Without a title there is nothing to fold it by.
    ...(isFolding && title && {fold}),
  };
}

function limits(resolver: Resolver, section: Json, frame: Frame, at: string, hidden: number) {
  const {limit} = section;
  const isLimit = typeof limit === 'number' && limit >= 1;
  return {
    limit: Math.min(isLimit ? Math.trunc(limit) : LIMITS.shown, LIMITS.shown),
    hidden,
    empty: resolver.text(section.empty, frame, `${at}.empty`) || words.noEntries,
  };
}

const pairs: Make = (resolver, section, frame, place) => {
  const hidesEmpty = section.hideEmpty === true;
  const rows = listOf(section.items)
    .map((item, index) => resolveItem(resolver, item, frame, `${place.at}.items[${index}]`, {hidesEmpty}))
    .filter(isPresent);
  if (rows.length === 0) return undefined;
  const layout = oneOf(section.layout, ['inline', 'stacked'] as const, 'inline');
  return {...titled(resolver, section, frame, place), kind: 'pairs', layout, rows};
};

const list: Make = (resolver, section, frame, place) => {
  const {at} = place;
  const {frames, hidden} = resolver.entries(section.source, {}, frame, at);
  const items = frames
    .map((child): PairNode | undefined => resolveItem(resolver, section.item, child, `${at}.item`))
    .filter(isPresent);
  const isOrdered = section.ordered === true;
  return {
    ...titled(resolver, section, frame, place),
    ...limits(resolver, section, frame, at, hidden),
    kind: 'list',
    isOrdered,
    items,
  };
};

const table: Make = (resolver, section, frame, place) => {
  const {at} = place;
  const columns = listOf(section.columns)
    .slice(0, LIMITS.columns)
    .map((column, index) => ({column, at: `${at}.columns[${index}]`}))
    .filter((entry): entry is {column: Json; at: string} => isObject(entry.column))
    .filter(({column, at}) => resolver.holds(column.when as never, frame, at));
  if (columns.length === 0) return undefined;
  const {frames, hidden} = resolver.entries(section.source, {sort: section.sort as never}, frame, at);
  const rows = frames.map((child) =>
    columns.map(({column, at}) => resolveValue(resolver, column, child, at).node),
  );
  const headers = columns.map(({column, at}) => ({
    text: resolver.text(column.header, frame, `${at}.header`),
    align: oneOf(column.align, ['start', 'center', 'end'] as const, 'start'),
  }));
  const caption = resolver.text(section.caption, frame, `${at}.caption`);
  return {
    ...titled(resolver, section, frame, place),
    ...limits(resolver, section, frame, at, hidden),
    kind: 'table',
    ...(caption && {caption}),
    headers,
    rows,
  };
};

const TEXT_STYLES = ['body', 'heading', 'caption', 'muted', 'code', 'callout'] as const;

const text: Make = (resolver, section, frame, place) => {
  const content = resolver.text(section.content, frame, `${place.at}.content`);
  if (content === '') return undefined;
  const style = oneOf(section.style, TEXT_STYLES, 'body');
  const tone = oneOf(
    section.tone,
    ['neutral', 'info', 'positive', 'warning', 'danger', 'accent'] as const,
    undefined as never,
  );
  return {
    ...titled(resolver, section, frame, place),
    kind: 'text',
    text: content,
    style,
    ...(tone && {tone}),
  };
};

const BUTTON_STYLES = ['primary', 'secondary', 'link', 'danger'] as const;

const buttons: Make = (resolver, section, frame, place) => {
  const made = listOf(section.buttons)
    .slice(0, LIMITS.buttons)
    .map((button, index): ButtonNode | undefined => {
      const at = `${place.at}.buttons[${index}]`;
      if (!isObject(button) || !resolver.holds(button.when as never, frame, at)) return undefined;
      const label = resolver.text(button.label, frame, `${at}.label`);
      const url = resolveUrl(readText(button.url), frame);
      if (!url) resolver.warn('bad-link', `${at}.url`, 'leads to no address that may be followed');
      if (!label) return undefined;
      const icon = typeof button.icon === 'string' ? button.icon : undefined;
      const style = oneOf(button.style, BUTTON_STYLES, 'secondary');
      return {label, style, ...(url && {url}), ...(icon && {icon})};
    })
    .filter(isPresent);
  if (made.length === 0) return undefined;
  return {...titled(resolver, section, frame, place), kind: 'buttons', buttons: made};
};

const card: Make = (resolver, section, frame, place) => {
  const nodes = resolveSections(resolver, section.sections, frame, place);
  if (nodes.length === 0) return undefined;
  const description = resolver.text(section.description, frame, `${place.at}.description`);
  const head = titled(resolver, section, frame, place);
  return {...head, kind: 'group', isCard: true, ...(description && {description}), nodes};
};

const repeat: Make = (resolver, section, frame, place) => {
  const {at, key} = place;
  const options = {filter: section.filter as never, sort: section.sort as never};
  const {frames, hidden} = resolver.entries(section.source, options, frame, at);
  const items = frames.map((child, index) => ({
    title: resolver.text(section.itemTitle, child, `${at}.itemTitle`),
    nodes: resolveSections(resolver, section.sections, child, {...place, key: `${key}/${index}`}),
  }));
  const layout = oneOf(section.layout, ['stack', 'cards', 'accordion'] as const, 'stack');
  return {
    ...titled(resolver, section, frame, place),
    ...limits(resolver, section, frame, at, hidden),
    kind: 'repeat',
    layout,
    items,
  };
};

const MAKERS: Readonly<Record<string, Make>> = {
  'key-value-list': pairs,
  list,
  table,
  text,
  buttons,
  card,
  repeat,
  separator: (_resolver, _section, _frame, {key}) => ({kind: 'separator', key}),
};

/** The sections that are to be shown, in order. */
export function resolveSections(
  resolver: Resolver,
  sections: unknown,
  frame: Frame,
  {at, key, depth}: Place,
): ViewNode[] {
  const nodes: ViewNode[] = [];
  for (const [index, section] of listOf(sections).entries()) {
    const place = {
      at: at ? `${at}.sections[${index}]` : `sections[${index}]`,
      key: `${key}/s${index}`,
      depth: depth + 1,
    };
    if (depth >= LIMITS.depth || (isObject(section) && !resolver.budget.admits(section))) {
      resolver.warn('limit', place.at, 'there are more sections, or deeper ones, than a template may have');
      break;
    }
    if (resolver.budget.isSpent || !resolver.budget.step()) break;
    const node = resolveSection(resolver, section, frame, place);
    if (node) nodes.push(node);
  }
  return nodes;
}

function resolveSection(
  resolver: Resolver,
  section: unknown,
  frame: Frame,
  place: Place,
): ViewNode | undefined {
  const type = isObject(section) ? toText(section.type) : '';
  if (!isObject(section) || !Object.hasOwn(MAKERS, type)) {
    resolver.warn('unknown-section', place.at, type.slice(0, 60));
    return {kind: 'notice', key: place.key, text: words.unknownPart(type.slice(0, 60))};
  }
  return resolver.holds(section.when as never, frame, place.at)
    ? MAKERS[type]!(resolver, section, frame, place)
    : undefined;
}
