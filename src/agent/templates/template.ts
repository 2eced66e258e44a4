/**
 * A display template, version 1: how an integration's answer is shown in a contact's profile.
 *
 * Texts may hold variables, `Order {{id}}`, each with one format at most, `{{total | currency:EUR}}`. A text that is one
 * variable alone keeps the variable's type: a number stays a number.
 */
export interface Template {
  $schema?: string;
  /** @default 1: the first templates had none */
  version?: 1;
  type: 'card' | 'simple';
  title?: Text;
  description?: Text;
  icon?: string;
  defaults?: {locale?: string; currency?: string; timeZone?: string};
  sections: Section[];
}

/** May hold `{{variables}}`. */
export type Text = string;
/** `a.b[0]["odd key"]`: case-sensitive, own properties only. In repeated parts it starts at the item. */
export type Path = string;
export type Tone = 'neutral' | 'info' | 'positive' | 'warning' | 'danger' | 'accent';
export type Align = 'start' | 'center' | 'end';

export interface SectionBase {
  id?: string;
  title?: Text;
  /** A name of Material Symbols. */
  icon?: string;
  /** Shown only where this holds. */
  when?: Condition;
  collapsible?: boolean;
  collapsed?: boolean;
}

export interface PairsSection extends SectionBase {
  type: 'key-value-list';
  layout?: 'inline' | 'stacked';
  /** Leaves out what has no value. */
  hideEmpty?: boolean;
  items: Item[];
}
export interface ListSection extends SectionBase {
  type: 'list';
  source: Path;
  item: Item;
  ordered?: boolean;
  limit?: number;
  empty?: Text;
}
export interface TableSection extends SectionBase {
  type: 'table';
  source: Path;
  caption?: Text;
  columns: Column[];
  sort?: Sort;
  limit?: number;
  empty?: Text;
}
export interface TextSection extends SectionBase {
  type: 'text';
  content: Text;
  style?: 'body' | 'heading' | 'caption' | 'muted' | 'code' | 'callout';
  tone?: Tone;
}
export interface ButtonsSection extends SectionBase {
  type: 'buttons';
  buttons: Button[];
}
export interface SeparatorSection {
  type: 'separator';
  id?: string;
  when?: Condition;
}
export interface CardSection extends SectionBase {
  type: 'card';
  description?: Text;
  sections: Section[];
}
/** Its sections once for each entry of a list. */
export interface RepeatSection extends SectionBase {
  type: 'repeat';
  source: Path;
  sections: Section[];
  itemTitle?: Text;
  layout?: 'stack' | 'cards' | 'accordion';
  filter?: Condition;
  sort?: Sort;
  limit?: number;
  empty?: Text;
}
export type Section =
  | PairsSection
  | ListSection
  | TableSection
  | TextSection
  | ButtonsSection
  | SeparatorSection
  | CardSection
  | RepeatSection;
export type SectionType = Section['type'];

export interface Item {
  id?: string;
  label?: Text;
  value: Text;
  format?: Format;
  /** Short for `format: {kind}`. */
  type?: FormatKind;
  badge?: {value: Text; tone?: Tone; map?: StatusMap; when?: Condition};
  link?: Text;
  icon?: string;
  /** Offers to copy the value. */
  copy?: boolean;
  when?: Condition;
}
export interface Column {
  header: Text;
  value: Text;
  format?: Format;
  link?: Text;
  align?: Align;
  when?: Condition;
}
export interface Button {
  label: Text;
  url: Text;
  style?: 'primary' | 'secondary' | 'link' | 'danger';
  icon?: string;
  when?: Condition;
}
export interface Sort {
  by: Path;
  dir?: 'asc' | 'desc';
}
/** By the value, in any case of letters. */
export type StatusMap = Record<string, {label?: Text; tone?: Tone; icon?: string}>;

interface Emptiable {
  /** Stands for a value that is not there. @default an em dash */
  empty?: Text;
}
export type DateStyle = 'short' | 'medium' | 'long' | 'full';
export type Format =
  | ({kind: 'text' | 'email' | 'phone' | 'json' | 'tags'} & Emptiable)
  | ({kind: 'boolean'; yes?: Text; no?: Text} & Emptiable)
  | ({kind: 'rating'; max?: number} & Emptiable)
  | ({kind: 'number'; digits?: number} & Emptiable)
  /** `scale: 1`: 0.5 is half; 100: 50 is half. */
  | ({kind: 'percent'; scale?: 1 | 100; digits?: number} & Emptiable)
  /** `minorUnits`: the number counts cents. */
  | ({kind: 'currency'; currency?: string; currencyPath?: Path; minorUnits?: boolean} & Emptiable)
  | ({
      kind: 'date' | 'datetime' | 'time' | 'relative';
      style?: DateStyle;
      input?: 'auto' | 'iso' | 'unix' | 'unix_ms';
    } & Emptiable)
  | ({kind: 'duration'; unit?: 'ms' | 's' | 'min'} & Emptiable)
  | ({kind: 'badge' | 'status'; map?: StatusMap; tone?: Tone} & Emptiable)
  | ({kind: 'link'; url: Text; label?: Text} & Emptiable);
export type FormatKind = Format['kind'];

export type Operator =
  | 'exists'
  | 'not_exists'
  | 'empty'
  | 'not_empty'
  | 'truthy'
  | 'falsy'
  | 'eq'
  | 'ne'
  | 'gt'
  | 'gte'
  | 'lt'
  | 'lte'
  | 'contains'
  | 'not_contains'
  | 'starts_with'
  | 'ends_with'
  | 'in'
  | 'not_in';
/** `value` may be a text of one variable: then the two values are compared. No regular expressions: they can hang a page. */
export type Condition =
  {all: Condition[]} | {any: Condition[]} | {not: Condition} | {path: Path; op: Operator; value?: unknown};

export const VERSION = 1;
export const SECTION_TYPES: readonly SectionType[] = [
  'key-value-list',
  'table',
  'list',
  'repeat',
  'text',
  'buttons',
  'card',
  'separator',
];
export const FORMAT_KINDS: readonly FormatKind[] = [
  'text',
  'number',
  'currency',
  'percent',
  'date',
  'datetime',
  'time',
  'relative',
  'duration',
  'status',
  'badge',
  'tags',
  'boolean',
  'rating',
  'email',
  'phone',
  'link',
  'json',
];
export const OPERATORS: readonly Operator[] = [
  'exists',
  'not_exists',
  'empty',
  'not_empty',
  'truthy',
  'falsy',
  'eq',
  'ne',
  'gt',
  'gte',
  'lt',
  'lte',
  'contains',
  'not_contains',
  'starts_with',
  'ends_with',
  'in',
  'not_in',
];
export const TONES: readonly Tone[] = ['neutral', 'info', 'positive', 'warning', 'danger', 'accent'];
