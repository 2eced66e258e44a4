import type {Allowance} from './allowance.ts';
import {compileCondition} from './condition.ts';
import {compileEntries} from './entries.ts';
import {compileText} from './fill.ts';
import type {Frame} from './frame.ts';
import {compileItem, compileValue} from './items.ts';
import {isObject, listOf, oneOf, type Json} from './json.ts';
import {LIMITS} from './limits.ts';
import {compileUrl} from './links.ts';
import type {ButtonNode, PairNode, ViewNode} from './nodes.ts';
import type {Run} from './run.ts';
import {TONES} from './template.ts';
import {toText} from './values.ts';
import {words} from './words.ts';

/** Where a section stands: in the template, and how deep. */
interface Place {
  at: string;
  depth: number;
  allowance: Allowance;
}
/** A section, compiled; undefined where it shows nothing. `key`: which part of the view it becomes. */
type Make = (run: Run, frame: Frame, key: string) => ViewNode | undefined;
/** Sections, compiled, in order. */
export type MakeAll = (run: Run, frame: Frame, key: string) => ViewNode[];
type Compile = (section: Json, place: Place) => Make | undefined;

const isPresent = <T>(value: T | undefined): value is T => value !== undefined;

type TitledNode = Exclude<ViewNode, {kind: 'separator' | 'html' | 'notice'}>;

/** What most sections have. */
function compileHead({title, icon, collapsible, collapsed}: Json, {at}: Place) {
  const fill = compileText(title, `${at}.title`);
  const ownIcon = typeof icon === 'string' ? icon : '';
  const fold = collapsed === true ? 'closed' : collapsible === true ? 'open' : undefined;
  return (node: TitledNode, run: Run, frame: Frame): TitledNode => {
    const text = fill(run, frame);
    if (text) node.title = text;
    if (ownIcon) node.icon = ownIcon;
    // Without a title there is nothing to fold it by.
    if (text && fold) node.fold = fold;
    return node;
  };
}

/** How many entries are shown at first, and what stands in place of none. */
function compileLimits({limit, empty}: Json, {at}: Place) {
  const isLimit = typeof limit === 'number' && limit >= 1;
  const fill = compileText(empty, `${at}.empty`);
  return {
    limit: Math.min(isLimit ? Math.trunc(limit) : LIMITS.shown, LIMITS.shown),
    emptyOf: (run: Run, frame: Frame) => fill(run, frame) || words.noEntries,
  };
}

const pairs: Compile = (section, place) => {
  const {at, allowance} = place;
  const hidesEmpty = section.hideEmpty === true;
  const items = listOf(section.items)
    .map((item, index) => compileItem(item, `${at}.items[${index}]`, allowance, {hidesEmpty}))
    .filter(isPresent);
  const layout = oneOf(section.layout, ['inline', 'stacked'] as const, 'inline');
  const head = compileHead(section, place);
  return (run, frame, key) => {
    const rows: PairNode[] = [];
    for (const toPair of items) {
      const row = toPair(run, frame);
      if (row) rows.push(row);
    }
    return rows.length === 0 ? undefined : head({kind: 'pairs', key, layout, rows}, run, frame);
  };
};

const list: Compile = (section, place) => {
  const {at, allowance} = place;
  const entriesOf = compileEntries({source: section.source}, at, allowance);
  const toPair = compileItem(section.item, `${at}.item`, allowance);
  const {limit, emptyOf} = compileLimits(section, place);
  const head = compileHead(section, place);
  const isOrdered = section.ordered === true;
  return (run, frame, key) => {
    const {frames, hidden} = entriesOf(run, frame);
    const items = frames.map((child) => toPair?.(run, child)).filter(isPresent);
    const empty = emptyOf(run, frame);
    return head({kind: 'list', key, isOrdered, items, limit, hidden, empty}, run, frame);
  };
};

const table: Compile = (section, place) => {
  const {at, allowance} = place;
  const columns = listOf(section.columns)
    .slice(0, LIMITS.columns)
    .map((column, index) => compileColumn(column, `${at}.columns[${index}]`, allowance))
    .filter(isPresent);
  const entriesOf = compileEntries({source: section.source, sort: section.sort}, at, allowance);
  const captionOf = compileText(section.caption, `${at}.caption`);
  const {limit, emptyOf} = compileLimits(section, place);
  const head = compileHead(section, place);
  return (run, frame, key) => {
    const shown = columns.filter(({holds}) => !holds || holds(run, frame));
    if (shown.length === 0) return undefined;
    const {frames, hidden} = entriesOf(run, frame);
    const cell = (child: Frame, {read, show}: (typeof shown)[number]) => {
      run.step();
      return show(read(run, child), run, child);
    };
    const rows = frames.map((child) => shown.map((column) => cell(child, column)));
    const headers = shown.map(({headerOf, align}) => ({text: headerOf(run, frame), align}));
    const caption = captionOf(run, frame);
    const empty = emptyOf(run, frame);
    return head(
      {kind: 'table', key, ...(caption && {caption}), headers, rows, limit, hidden, empty},
      run,
      frame,
    );
  };
};

function compileColumn(column: unknown, at: string, allowance: Allowance) {
  if (!isObject(column) || !allowance.part()) return undefined;
  return {
    ...compileValue(column, at),
    holds: compileCondition(column.when, `${at}.when`, allowance),
    headerOf: compileText(column.header, `${at}.header`),
    align: oneOf(column.align, ['start', 'center', 'end'] as const, 'start'),
  };
}

const TEXT_STYLES = ['body', 'heading', 'caption', 'muted', 'code', 'callout'] as const;

const text: Compile = (section, place) => {
  const content = compileText(section.content, `${place.at}.content`);
  const style = oneOf(section.style, TEXT_STYLES, 'body');
  const tone = oneOf(section.tone, [...TONES, undefined], undefined);
  const head = compileHead(section, place);
  return (run, frame, key) => {
    const text = content(run, frame);
    if (text === '') return undefined;
    return head({kind: 'text', key, text, style, ...(tone && {tone})}, run, frame);
  };
};

const BUTTON_STYLES = ['primary', 'secondary', 'link', 'danger'] as const;

const buttons: Compile = (section, place) => {
  const {at, allowance} = place;
  const makers = listOf(section.buttons)
    .slice(0, LIMITS.buttons)
    .map((button, index) => compileButton(button, `${at}.buttons[${index}]`, allowance))
    .filter(isPresent);
  const head = compileHead(section, place);
  return (run, frame, key) => {
    const made = makers.map((make) => make(run, frame)).filter(isPresent);
    return made.length === 0 ? undefined : head({kind: 'buttons', key, buttons: made}, run, frame);
  };
};

function compileButton(
  button: unknown,
  at: string,
  allowance: Allowance,
): ((run: Run, frame: Frame) => ButtonNode | undefined) | undefined {
  if (!isObject(button)) return undefined;
  const holds = compileCondition(button.when, `${at}.when`, allowance);
  const labelOf = compileText(button.label, `${at}.label`);
  const urlOf = compileUrl(button.url);
  const icon = typeof button.icon === 'string' ? button.icon : '';
  const style = oneOf(button.style, BUTTON_STYLES, 'secondary');
  return (run, frame) => {
    if (holds && !holds(run, frame)) return undefined;
    const label = labelOf(run, frame);
    const url = urlOf(run, frame);
    if (!url) run.warn('bad-link', `${at}.url`, 'leads to no address that may be followed');
    return label ? {label, style, ...(url && {url}), ...(icon && {icon})} : undefined;
  };
}

const card: Compile = (section, place) => {
  const makeNodes = compileSections(section.sections, place);
  const descriptionOf = compileText(section.description, `${place.at}.description`);
  const head = compileHead(section, place);
  return (run, frame, key) => {
    const nodes = makeNodes(run, frame, key);
    if (nodes.length === 0) return undefined;
    const description = descriptionOf(run, frame);
    return head({kind: 'group', key, isCard: true, ...(description && {description}), nodes}, run, frame);
  };
};

const repeat: Compile = (section, place) => {
  const {at, allowance} = place;
  const entriesOf = compileEntries(section, at, allowance);
  const makeNodes = compileSections(section.sections, place);
  const titleOf = compileText(section.itemTitle, `${at}.itemTitle`);
  const {limit, emptyOf} = compileLimits(section, place);
  const head = compileHead(section, place);
  const layout = oneOf(section.layout, ['stack', 'cards', 'accordion'] as const, 'stack');
  return (run, frame, key) => {
    const {frames, hidden} = entriesOf(run, frame);
    const items = frames.map((child, index) => ({
      title: titleOf(run, child),
      nodes: makeNodes(run, child, `${key}/${index}`),
    }));
    const empty = emptyOf(run, frame);
    return head({kind: 'repeat', key, layout, items, limit, hidden, empty}, run, frame);
  };
};

const COMPILERS: Readonly<Record<string, Compile>> = {
  'key-value-list': pairs,
  list,
  table,
  text,
  buttons,
  card,
  repeat,
  separator: () => (_run, _frame, key) => ({kind: 'separator', key}),
};

function compileSection(section: unknown, place: Place): Make | undefined {
  const type = isObject(section) ? toText(section.type) : '';
  if (!isObject(section) || !Object.hasOwn(COMPILERS, type)) {
    const name = type.slice(0, 60);
    return (run, _frame, key) => {
      run.warn('unknown-section', place.at, name);
      return {kind: 'notice', key, text: words.unknownPart(name)};
    };
  }
  const holds = compileCondition(section.when, `${place.at}.when`, place.allowance);
  const make = COMPILERS[type]!(section, place);
  if (!holds) return make;
  return (run, frame, key) => (holds(run, frame) ? make?.(run, frame, key) : undefined);
}

/** Compiles the sections of a template, a card or a repeated part: as many, and as deep, as a template may have. */
export function compileSections(sections: unknown, {at, depth, allowance}: Place): MakeAll {
  const makers: {make: Make | undefined; suffix: string}[] = [];
  let beyond: string | undefined;
  for (const [index, section] of listOf(sections).entries()) {
    const place = {at: at ? `${at}.sections[${index}]` : `sections[${index}]`, depth: depth + 1, allowance};
    if (depth >= LIMITS.depth || !allowance.section()) {
      beyond = place.at;
      break;
    }
    makers.push({make: compileSection(section, place), suffix: `/s${index}`});
  }
  return (run, frame, key) => {
    const nodes: ViewNode[] = [];
    for (const {make, suffix} of makers) {
      if (run.isSpent || !run.step()) return nodes;
      const node = make?.(run, frame, key + suffix);
      if (node) nodes.push(node);
    }
    if (beyond !== undefined)
      run.warn('limit', beyond, 'there are more sections, or deeper ones, than a template may have');
    return nodes;
  };
}
