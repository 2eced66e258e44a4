import type {Format, FormatKind, Section, SectionType} from '../templates/template.ts';
import {FORMAT_KINDS, TONES} from '../templates/template.ts';
import {words} from './words.ts';

/** A property that a form edits. */
export type Field = {name: string; label: string} & (
  | {kind: 'text'; isLong?: boolean; hint?: string}
  | {kind: 'path'}
  | {kind: 'number'; min: number; max: number}
  | {kind: 'flag'}
  | {kind: 'choice'; options: readonly {value: string | number; label: string}[]}
  | {kind: 'condition'}
  /** An object of its own; without fields that are set, it is left out. */
  | {kind: 'form'; fields: (value: Record<string, unknown>) => readonly Field[]}
  | {kind: 'list'; entry: string; fields: readonly Field[]; make: () => object}
  /** Entries by name. */
  | {kind: 'map'; entry: string; fields: readonly Field[]}
);

const text = (name: string, label: string, more: {isLong?: boolean; hint?: string} = {}): Field => ({
  kind: 'text',
  name,
  label,
  ...more,
});
const path = (name: string, label: string): Field => ({kind: 'path', name, label});
const flag = (name: string, label: string): Field => ({kind: 'flag', name, label});
const number = (name: string, label: string, min: number, max: number): Field => ({
  kind: 'number',
  name,
  label,
  min,
  max,
});
const capital = (value: string) => value.charAt(0).toUpperCase() + value.slice(1);
const choice = (
  name: string,
  label: string,
  values: readonly string[],
  labels?: Record<string, string>,
): Field => ({
  kind: 'choice',
  name,
  label,
  options: values.map((value) => ({value, label: labels?.[value] ?? capital(value)})),
});

const when: Field = {kind: 'condition', name: 'when', label: 'Shown'};
const tone = choice('tone', 'Tone', TONES);
const icon = text('icon', 'Icon', {hint: 'A name of Material Symbols'});
const empty = text('empty', 'When there is nothing');
const limit = number('limit', 'Show at first', 1, 50);
const map: Field = {
  kind: 'map',
  name: 'map',
  label: 'Words for values',
  entry: 'value',
  fields: [text('label', 'Label'), tone, icon],
};
const dates = [
  choice('style', 'Style', ['short', 'medium', 'long', 'full']),
  choice('input', 'The value is', ['auto', 'iso', 'unix', 'unix_ms'], {
    auto: 'Found out',
    iso: 'ISO 8601',
    unix: 'Seconds since 1970',
    unix_ms: 'Milliseconds since 1970',
  }),
];

/** What each format can be told beside its kind. */
const FORMATS: Readonly<Record<FormatKind, readonly Field[]>> = {
  text: [],
  email: [],
  phone: [],
  json: [],
  tags: [],
  boolean: [text('yes', 'Word for yes'), text('no', 'Word for no')],
  rating: [number('max', 'Of at most', 1, 10)],
  number: [number('digits', 'Decimals', 0, 10)],
  percent: [
    {
      kind: 'choice',
      name: 'scale',
      label: 'One half is',
      options: [
        {value: 1, label: '0.5'},
        {value: 100, label: '50'},
      ],
    },
    number('digits', 'Decimals', 0, 10),
  ],
  currency: [
    text('currency', 'Currency', {hint: 'EUR, USD, …'}),
    path('currencyPath', 'Currency from'),
    flag('minorUnits', 'The value counts cents'),
  ],
  date: dates,
  datetime: dates,
  time: dates,
  relative: dates.slice(1),
  duration: [
    choice('unit', 'The value counts', ['ms', 's', 'min'], {
      ms: 'Milliseconds',
      s: 'Seconds',
      min: 'Minutes',
    }),
  ],
  badge: [tone, map],
  status: [tone, map],
  link: [text('url', 'Address'), text('label', 'Text')],
};

const format: Field = {
  kind: 'form',
  name: 'format',
  label: 'Format',
  fields: (value) => {
    const kind = (value as Partial<Format>).kind;
    const known = kind !== undefined && Object.hasOwn(FORMATS, kind);
    return [
      choice('kind', 'Format', FORMAT_KINDS, words.formats),
      ...(known ? [...FORMATS[kind], text('empty', 'When there is no value')] : []),
    ];
  },
};

const badge: Field = {
  kind: 'form',
  name: 'badge',
  label: 'Badge',
  fields: ({value}) => [text('value', 'Badge'), ...(value ? [tone, map, when] : [])],
};

const itemFields = [
  text('label', 'Label'),
  text('value', 'Value'),
  format,
  badge,
  text('link', 'Link'),
  icon,
  flag('copy', 'Offer to copy'),
  when,
];
const title = text('title', 'Title');
const common = [icon, flag('collapsible', 'Can be folded'), flag('collapsed', 'Begins folded'), when];
const sort: Field = {
  kind: 'form',
  name: 'sort',
  label: 'Sorted by',
  fields: ({by}) => [
    path('by', 'Sorted by'),
    ...(by
      ? [choice('dir', 'Direction', ['asc', 'desc'], {asc: 'Smallest first', desc: 'Largest first'})]
      : []),
  ],
};

/** The properties of each section, the most used first. */
export const SECTION_FIELDS: Readonly<Record<SectionType, readonly Field[]>> = {
  'key-value-list': [
    title,
    {
      kind: 'list',
      name: 'items',
      label: 'Rows',
      entry: 'row',
      fields: itemFields,
      make: () => ({label: 'Label', value: '{{name}}'}),
    },
    choice('layout', 'Layout', ['inline', 'stacked'], {inline: 'Side by side', stacked: 'Stacked'}),
    flag('hideEmpty', 'Leave out rows without a value'),
    ...common,
  ],
  list: [
    title,
    path('source', 'List'),
    {kind: 'form', name: 'item', label: 'Each entry', fields: () => itemFields},
    flag('ordered', 'Numbered'),
    limit,
    empty,
    ...common,
  ],
  table: [
    title,
    path('source', 'List'),
    {
      kind: 'list',
      name: 'columns',
      label: 'Columns',
      entry: 'column',
      fields: [
        text('header', 'Heading'),
        text('value', 'Value'),
        format,
        text('link', 'Link'),
        choice('align', 'Aligned to the', ['start', 'center', 'end']),
        when,
      ],
      make: () => ({header: 'Heading', value: '{{name}}'}),
    },
    text('caption', 'Caption'),
    sort,
    limit,
    empty,
    ...common,
  ],
  text: [
    title,
    text('content', 'Text', {isLong: true}),
    choice('style', 'Style', ['body', 'heading', 'caption', 'muted', 'code', 'callout']),
    tone,
    ...common,
  ],
  buttons: [
    title,
    {
      kind: 'list',
      name: 'buttons',
      label: 'Buttons',
      entry: 'button',
      fields: [
        text('label', 'Label'),
        text('url', 'Address'),
        choice('style', 'Style', ['primary', 'secondary', 'link', 'danger']),
        icon,
        when,
      ],
      make: () => ({label: 'Open', url: 'https://', style: 'secondary'}),
    },
    ...common,
  ],
  card: [title, text('description', 'Description'), ...common],
  repeat: [
    title,
    path('source', 'List'),
    text('itemTitle', 'Title of each entry'),
    choice('layout', 'Layout', ['stack', 'cards', 'accordion']),
    {kind: 'condition', name: 'filter', label: 'Only entries'},
    sort,
    limit,
    empty,
    ...common,
  ],
  separator: [when],
};

/** The properties of the template itself. */
export const TEMPLATE_FIELDS: readonly Field[] = [
  title,
  text('description', 'Description'),
  icon,
  choice('type', 'Frame', ['card', 'simple'], {card: 'A card with a title', simple: 'None'}),
  {
    kind: 'form',
    name: 'defaults',
    label: 'Defaults',
    fields: () => [
      text('currency', 'Currency', {hint: 'EUR, USD, …'}),
      text('locale', 'Locale', {hint: 'en-GB, de, …'}),
      text('timeZone', 'Time zone', {hint: 'Europe/Stockholm, …'}),
    ],
  },
];

/** What a section is called where it has no title. */
export function nameOf(section: Section): string {
  const title = 'title' in section && typeof section.title === 'string' ? section.title : '';
  const kind = Object.hasOwn(words.types, section.type) ? words.types[section.type] : String(section.type);
  const own =
    section.type === 'text' && typeof section.content === 'string' ? section.content.slice(0, 40) : '';
  return title || own || kind;
}
