import {isObject} from '../templates/json.ts';
import type {Template} from '../templates/template.ts';
import {sectionAt, type Address} from './tree.ts';
import type {words} from './words.ts';

export type PreviewState = keyof typeof words.states;

const LONG = 'Maximiliane-Friederike von und zu Oberwaldkirchen an der Donau ';
const MANY = 60;
const MAX_DEPTH = 12;

function map(value: unknown, edit: (value: unknown) => unknown, depth = 0): unknown {
  if (depth > MAX_DEPTH) return value;
  if (Array.isArray(value)) return edit(value.map((entry) => map(entry, edit, depth + 1)));
  if (isObject(value))
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [name, map(inner, edit, depth + 1)]),
    );
  return edit(value);
}

/** Words that say something of themselves: longer, they would not be what they are. */
const isWritten = (value: unknown): value is string =>
  typeof value === 'string' && !/^(?:https?:|\d{4}-\d\d-\d\d|[A-Z]{3}$)/.test(value);

/** The sample as it could be on another day. */
export function previewData(sample: unknown, state: PreviewState): unknown {
  switch (state) {
    case 'empty':
      return Array.isArray(sample) ? [] : {};
    case 'long':
      return map(sample, (value) => (isWritten(value) ? `${value} ${LONG.repeat(2)}`.trim() : value));
    case 'many':
      return map(sample, (value) =>
        Array.isArray(value) && value.length
          ? Array.from({length: MANY}, (_, index) => value[index % value.length] as unknown)
          : value,
      );
    default:
      return sample;
  }
}

/** What variables of a section are looked up in: within repeated parts, the first entry. */
export function sampleAt(template: Template, at: Address, sample: unknown): unknown {
  let data = sample;
  for (let level = 1; level <= at.length; level++) {
    const section = sectionAt(template, at.slice(0, level));
    const isOwn = level === at.length;
    if (!section || !('source' in section) || (isOwn && section.type === 'repeat')) continue;
    const list = String(section.source)
      .split('.')
      .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], data);
    if (Array.isArray(list)) data = list[0];
  }
  return data;
}

/** The paths that a variable can name in the sample: within repeated parts, those of one entry. */
export function pathsOf(sample: unknown, prefix = '', depth = 0): string[] {
  if (!isObject(sample) || depth > 3) return [];
  return Object.entries(sample)
    .slice(0, 60)
    .flatMap(([name, value]) => {
      if (!/^[^.[\]"'\s{}|]+$/.test(name)) return [];
      const path = prefix ? `${prefix}.${name}` : name;
      return [path, ...pathsOf(value, path, depth + 1)];
    })
    .slice(0, 200);
}
