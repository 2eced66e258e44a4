import {durationText, relativeText} from './durations.ts';
import type {Fill} from './fill.ts';
import type {Frame} from './frame.ts';
import {dateFormat, numberFormat} from './intl.ts';
import {LIMITS} from './limits.ts';
import {compileUrl, safeUrl} from './links.ts';
import {lookupAt} from './frame.ts';
import type {ValueNode} from './nodes.ts';
import type {Run} from './run.ts';
import {isCurrency} from './scope.ts';
import {isTone, readStatusMap, usualTone} from './tones.ts';
import type {DateStyle, Format} from './template.ts';
import {FORMAT_KINDS} from './template.ts';
import {isEmpty, toMoment, toNumber, toText} from './values.ts';
import {words} from './words.ts';

/** A value as its format has it. */
export type ToNode = (value: unknown, run: Run, frame: Frame) => ValueNode;
/** Undefined: the value is nothing that this format is for, and is shown as it is. */
type Attempt = (value: unknown, run: Run, frame: Frame) => ValueNode | undefined;
/** Compiles a text of the format itself. */
type FillOf = (text: unknown) => Fill;
type Compile<F> = (format: F, fillOf: FillOf) => Attempt;
type FormatOf<K extends Format['kind']> = Extract<Format, {kind: K}>;

const number = (text: string): ValueNode => ({kind: 'number', text});
const MAX_DIGITS = 20;
const digitsOf = (digits: unknown) =>
  typeof digits === 'number' && digits >= 0 && digits <= MAX_DIGITS ? Math.trunc(digits) : undefined;

/** Numbers as the browser writes them in a locale; the formatter is looked for once a locale. */
function numbers(options: Intl.NumberFormatOptions): (value: number, run: Run) => string {
  let locale: string | undefined;
  let formatter: Intl.NumberFormat;
  return (value, {scope}) => {
    if (scope.locale !== locale) formatter = numberFormat((locale = scope.locale), options);
    return formatter.format(value);
  };
}

const asNumber: Compile<FormatOf<'number'>> = ({digits}) => {
  const wanted = digitsOf(digits);
  const write = numbers({maximumFractionDigits: wanted ?? 6, minimumFractionDigits: wanted});
  return (value, run) => {
    const read = toNumber(value);
    return read === undefined ? undefined : number(write(read, run));
  };
};

const asPercent: Compile<FormatOf<'percent'>> = ({digits, scale}) => {
  const write = numbers({style: 'percent', maximumFractionDigits: digitsOf(digits) ?? 1});
  return (value, run) => {
    const read = toNumber(value);
    return read === undefined ? undefined : number(write(scale === 100 ? read / 100 : read, run));
  };
};

const asCurrency: Compile<FormatOf<'currency'>> = ({currency, currencyPath, minorUnits}) => {
  const named = currencyPath === undefined ? undefined : lookupAt(currencyPath);
  let locale: string | undefined;
  let code: string | undefined;
  let formatter: Intl.NumberFormat;
  let minor = 1;
  return (value, run, frame) => {
    const read = toNumber(value);
    if (read === undefined) return undefined;
    const {scope} = run;
    const found = named?.(run, frame);
    const wanted = isCurrency(found) ? found : isCurrency(currency) ? currency : scope.currency;
    if (wanted !== code || scope.locale !== locale) {
      [locale, code] = [scope.locale, wanted];
      formatter = numberFormat(locale, {style: 'currency', currency: code.toUpperCase()});
      // Of the yen there are no cents.
      minor = minorUnits ? 10 ** (formatter.resolvedOptions().maximumFractionDigits ?? 2) : 1;
    }
    return number(formatter.format(read / minor));
  };
};

const STYLES: readonly DateStyle[] = ['short', 'medium', 'long', 'full'];
const styleOf = (style: unknown) => STYLES.find((known) => known === style) ?? 'medium';

const asDate: Compile<FormatOf<'date' | 'datetime' | 'time' | 'relative'>> = (format) => {
  const style = styleOf(format.style);
  const {kind, input} = format;
  const shape: Intl.DateTimeFormatOptions =
    kind === 'time'
      ? {timeStyle: format.style ? style : 'short'}
      : kind === 'datetime'
        ? {dateStyle: style, timeStyle: 'short'}
        : {dateStyle: style};
  return (value, {scope}) => {
    const moment = toMoment(value, input);
    if (!moment) return undefined;
    const {locale, now} = scope;
    const {isDay} = moment;
    const date = new Date(moment.time);
    const write = (options: Intl.DateTimeFormatOptions) =>
      dateFormat(locale, options, isDay ? 'UTC' : scope.timeZone).format(date);
    return {
      kind: 'time',
      text:
        kind === 'relative' ? relativeText(moment, now, locale) : write(isDay ? {dateStyle: style} : shape),
      dateTime: isDay ? date.toISOString().slice(0, -14) : date.toISOString(),
      title: write(isDay ? WHOLE_DAY : WHOLE_MOMENT),
    };
  };
};
const WHOLE_DAY: Intl.DateTimeFormatOptions = {dateStyle: 'full'};
const WHOLE_MOMENT: Intl.DateTimeFormatOptions = {dateStyle: 'full', timeStyle: 'short'};

const asBadge: Compile<FormatOf<'badge' | 'status'>> = ({map, tone}, fillOf) => {
  const entryOf = readStatusMap(map, fillOf);
  return (value, run, frame) => {
    const text = toText(value).trim();
    if (text === '') return undefined;
    const entry = entryOf(text);
    const node: ValueNode = {
      kind: 'badge',
      text: run.cut(entry?.label?.(run, frame) || text),
      tone: entry?.tone ?? (isTone(tone) ? tone : usualTone(text)),
    };
    if (entry?.icon) node.icon = entry.icon;
    return node;
  };
};

const asTags: Compile<FormatOf<'tags'>> = () => (value, run) => {
  const entries: unknown[] = Array.isArray(value) ? value : toText(value).split(/[,;]/);
  const tags = entries
    .slice(0, LIMITS.shown)
    .map((entry) => run.cut(toText(entry).trim()))
    .filter(Boolean);
  return tags.length ? {kind: 'tags', tags} : undefined;
};

const TRUE = ['true', '1', 'yes', 'y', 'on'];
const FALSE = ['false', '0', 'no', 'n', 'off'];

const asBoolean: Compile<FormatOf<'boolean'>> = (format, fillOf) => {
  const [yes, no] = [fillOf(format.yes), fillOf(format.no)];
  return (value, run, frame) => {
    const text = toText(value).trim().toLowerCase();
    const isTrue = TRUE.includes(text);
    if (!isTrue && !FALSE.includes(text)) return undefined;
    return {
      kind: 'boolean',
      isTrue,
      text: isTrue ? yes(run, frame) || words.yes : no(run, frame) || words.no,
    };
  };
};

const asRating: Compile<FormatOf<'rating'>> = ({max = 5}) => {
  if (typeof max !== 'number' || !(max >= 1 && max <= 10)) return () => undefined;
  const most = Math.trunc(max);
  const write = numbers({maximumFractionDigits: 1});
  return (value, run) => {
    const read = toNumber(value);
    if (read === undefined) return undefined;
    const shown = Math.max(0, Math.min(read, most));
    return {kind: 'rating', value: shown, max: most, text: words.rating(write(read, run), most)};
  };
};

const asDuration: Compile<FormatOf<'duration'>> =
  ({unit = 's'}) =>
  (value, {scope}) => {
    const read = toNumber(value);
    if (read === undefined) return undefined;
    const seconds = unit === 'ms' ? read / 1000 : unit === 'min' ? read * 60 : read;
    return number(durationText(seconds, scope.locale));
  };

const linkTo = (url: string | undefined, text: string): ValueNode =>
  url ? {kind: 'link', text, url} : {kind: 'text', text};

const asEmail: Compile<FormatOf<'email'>> = () => (value, run) => {
  const text = run.cut(toText(value).trim());
  const address = /^[^\s@<>?&]+@[^\s@<>?&]+$/.test(text) && encodeURI(text);
  return text ? linkTo(address ? safeUrl(`mailto:${address}`) : undefined, text) : undefined;
};

const asPhone: Compile<FormatOf<'phone'>> = () => (value, run) => {
  const text = run.cut(toText(value).trim());
  const digits = /^[-+\d\s().]{3,40}$/.test(text) && text.replace(/[^+\d]/g, '');
  return text ? linkTo(digits ? safeUrl(`tel:${digits}`) : undefined, text) : undefined;
};

const asLink: Compile<FormatOf<'link'>> = ({url, label}, fillOf) => {
  const name = fillOf(label);
  const address = url === undefined ? undefined : compileUrl(url);
  return (value, run, frame) => {
    const text = run.cut(toText(value));
    const found = address ? address(run, frame) : safeUrl(text, run.scope.linkHosts);
    const shown = name(run, frame) || text;
    return shown ? linkTo(found, shown) : undefined;
  };
};

function jsonOf(value: unknown, run: Run): ValueNode | undefined {
  const text = JSON.stringify(value, null, 2) as string | undefined;
  if (text === undefined) return undefined;
  run.charge(text.length);
  return {kind: 'code', text: run.cut(text)};
}

const COMPILERS: {[K in Format['kind']]: Compile<FormatOf<K>> | undefined} = {
  text: undefined,
  number: asNumber,
  percent: asPercent,
  currency: asCurrency,
  date: asDate,
  datetime: asDate,
  time: asDate,
  relative: asDate,
  duration: asDuration,
  badge: asBadge,
  status: asBadge,
  tags: asTags,
  boolean: asBoolean,
  rating: asRating,
  email: asEmail,
  phone: asPhone,
  link: asLink,
  json: () => jsonOf,
};

export const isFormatKind = (kind: unknown): kind is Format['kind'] =>
  (FORMAT_KINDS as readonly unknown[]).includes(kind);

const asWords = asBoolean({kind: 'boolean'}, () => () => '');

/** What no format has made anything of. */
function plainNode(value: unknown, run: Run, frame: Frame): ValueNode {
  const text = toText(value);
  // What is neither text nor list of texts: its JSON says more than its type would.
  if (text === '' && typeof value === 'object') return jsonOf(value, run)!;
  if (typeof value === 'boolean') return asWords(value, run, frame)!;
  return {kind: 'text', text: run.cut(text)};
}

/** Without a format and words of its own, every value is shown in the same way. */
const asItIs: ToNode = (value, run, frame) =>
  isEmpty(value) ? {kind: 'text', text: words.none, isEmpty: true} : plainNode(value, run, frame);

/**
 * A format, compiled: what is not there is said in its words, and what it is not for is shown as it is.
 *
 * @param format from people, so of any shape
 */
export function compileFormat(format: Format | undefined, fillOf: FillOf): ToNode {
  const empty = typeof format?.empty === 'string' ? fillOf(format.empty) : undefined;
  const compile =
    format && isFormatKind(format.kind) ? (COMPILERS[format.kind] as Compile<Format>) : undefined;
  const attempt = compile?.(format!, fillOf);
  if (!attempt && !empty) return asItIs;
  return (value, run, frame) => {
    if (isEmpty(value)) return {kind: 'text', text: empty?.(run, frame) || words.none, isEmpty: true};
    return attempt?.(value, run, frame) ?? plainNode(value, run, frame);
  };
}
