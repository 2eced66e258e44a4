import {isObject} from './json.ts';
import type {Format, Item, Section, Template} from './template.ts';
import {labelOf} from './labels.ts';
import {LIMITS} from './limits.ts';
import {writePath} from './path.ts';
import {toMoment, toNumber} from './values.ts';

const MAX_ITEMS = 30;
const MAX_COLUMNS = 6;

/** How many more sections the template may have. */
interface Room {
  sections: number;
}

/** Names and values that say what a value is. The first that fits counts. */
const HINTS: readonly {names?: RegExp; fits: (value: unknown, name: string) => boolean; format: Format}[] = [
  {fits: (value) => typeof value === 'boolean', format: {kind: 'boolean'}},
  {
    fits: (value) => typeof value === 'string' && !!toMoment(value, 'iso') && value.length > 10,
    format: {kind: 'datetime'},
  },
  {fits: (value) => typeof value === 'string' && !!toMoment(value, 'iso'), format: {kind: 'date'}},
  {
    names: /(?:_at|At|date|_on|timestamp)$/,
    fits: (value) => typeof value === 'number' && value > 1e8,
    format: {kind: 'date'},
  },
  {
    names: /(?:price|total|amount|balance|revenue|cost|spent|fee|value|mrr|arr)$/i,
    fits: (value) => toNumber(value) !== undefined,
    format: {kind: 'currency'},
  },
  {
    names: /rating|stars/i,
    fits: (value) => Number(value) <= 5 && Number(value) >= 0,
    format: {kind: 'rating'},
  },
  {names: /(?:percent|pct|rate)$/i, fits: (value) => typeof value === 'number', format: {kind: 'percent'}},
  {
    names: /(?:^|_)(?:status|state|tier|plan|stage|level|priority)$/i,
    fits: (value) => typeof value === 'string' && value.length <= 40,
    format: {kind: 'status'},
  },
  {
    fits: (value) =>
      typeof value === 'string' && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value) && value.length < 200,
    format: {kind: 'email'},
  },
  {
    names: /phone|mobile|tel$/i,
    fits: (value) => typeof value === 'string' && /^[-+\d\s().]{5,}$/.test(value),
    format: {kind: 'phone'},
  },
  {
    names: /^(?!.*(?:id|zip|code|number|year)$)/i,
    fits: (value) => typeof value === 'number',
    format: {kind: 'number'},
  },
];

/** What a value is, by its name and itself; undefined: a text. */
export function guessFormat(name: string, value: unknown): Format | undefined {
  if (typeof value === 'string' && /^https?:\/\/\S+$/.test(value)) return {kind: 'link', url: value};
  return HINTS.find(({names, fits}) => (!names || names.test(name)) && fits(value, name))?.format;
}

function itemOf(name: string, value: unknown, path: readonly string[]): Item {
  const text = `{{${writePath([...path, name])}}}`;
  const format = guessFormat(name, value);
  return {
    label: labelOf(name),
    value: text,
    ...(format && {format: format.kind === 'link' ? {kind: 'link', url: text} : format}),
  };
}

const isScalar = (value: unknown) => typeof value !== 'object' || value === null;
const isListOfObjects = (value: unknown): value is Record<string, unknown>[] =>
  Array.isArray(value) && isObject(value[0]);

/** A list of small objects is a table, of larger ones an accordion. */
function listSection(
  title: string,
  path: readonly string[],
  list: Record<string, unknown>[],
  room: Room,
): Section {
  const [first] = list as [Record<string, unknown>];
  const fields = Object.entries(first).filter(([, value]) => isScalar(value));
  const source = writePath(path);
  const head = {...(title && {title}), source};
  if (fields.length <= 4 && fields.length === Object.keys(first).length) {
    const columns = fields.map(([name, value]) => {
      const {label = '', ...rest} = itemOf(name, value, []);
      const isNumber = rest.format?.kind === 'currency' || rest.format?.kind === 'number';
      return {
        header: label,
        value: rest.value,
        format: rest.format,
        ...(isNumber && {align: 'end' as const}),
      };
    });
    return {type: 'table', ...head, columns: columns.slice(0, MAX_COLUMNS), limit: 5};
  }
  const name =
    fields.find(([name]) => /^(?:name|title|id|number|reference)$/i.test(name))?.[0] ?? fields[0]?.[0];
  return {
    type: 'repeat',
    ...head,
    ...(name !== undefined && {itemTitle: `{{${writePath([name])}}}`}),
    layout: 'accordion',
    limit: 5,
    sections: sectionsOf(first, [], 3, room),
  };
}

function sectionsOf(
  data: Record<string, unknown>,
  path: readonly string[],
  depth: number,
  room: Room,
): Section[] {
  const entries = Object.entries(data).slice(0, MAX_ITEMS);
  const items = entries
    .filter(
      ([, value]) => isScalar(value) || (Array.isArray(value) && isScalar(value[0]) && value.length > 0),
    )
    .map(([name, value]) =>
      Array.isArray(value)
        ? {...itemOf(name, undefined, path), format: {kind: 'tags' as const}}
        : itemOf(name, value, path),
    );
  const sections: Section[] = [];
  if (items.length && room.sections-- > 0) sections.push({type: 'key-value-list', items});
  for (const [name, value] of entries) {
    const at = [...path, name];
    const isList = isListOfObjects(value);
    if (!isList && !(isObject(value) && depth < LIMITS.depth - 1)) continue;
    if (room.sections-- <= 0) break;
    if (isList) sections.push(listSection(labelOf(name), at, value, room));
    else {
      const inner = sectionsOf(value, at, depth + 1, room);
      if (inner.length) sections.push({type: 'card', title: labelOf(name), sections: inner});
    }
  }
  return sections.slice(0, 20);
}

/** A first design for an answer, from an example of it. */
export function generateTemplate(sample: unknown, title = ''): Template {
  const room: Room = {sections: LIMITS.sections - 1};
  const sections = isListOfObjects(sample)
    ? [listSection('', [], sample, room)]
    : isObject(sample)
      ? sectionsOf(sample, [], 1, room)
      : [{type: 'text' as const, content: '{{root}}'}];
  return {version: 1, type: 'card', ...(title && {title}), sections};
}
