import {durationText, relativeText} from './durations.ts';
import {dateFormat, numberFormat} from './intl.ts';
import {LIMITS, type Budget} from './limits.ts';
import {resolveUrl, safeUrl} from './links.ts';
import type {ValueNode} from './nodes.ts';
import {isCurrency, type Frame} from './scope.ts';
import {readText} from './text.ts';
import {isTone, mapped, usualTone} from './tones.ts';
import type {DateStyle, Format} from './template.ts';
import {FORMAT_KINDS} from './template.ts';
import {isEmpty, toMoment, toNumber, toText} from './values.ts';
import {words} from './words.ts';

/** What a formatter gets beside the value. */
interface Setting {
  frame: Frame;
  budget: Budget;
  /** Fills a text of the format itself. */
  fill: (text: string | undefined) => string;
}

/** Undefined: the value is nothing that this format is for, and is shown as it is. */
type Formatter<F> = (value: unknown, format: F, setting: Setting) => ValueNode | undefined;
type FormatOf<K extends Format['kind']> = Extract<Format, {kind: K}>;

const number = (text: string): ValueNode => ({kind: 'number', text});
const MAX_DIGITS = 20;
const digitsOf = (digits: unknown) =>
  typeof digits === 'number' && digits >= 0 && digits <= MAX_DIGITS ? Math.trunc(digits) : undefined;
const localeOf = ({frame}: Setting) => frame.scope.locale!;

const asNumber: Formatter<FormatOf<'number'>> = (value, format, setting) => {
  const read = toNumber(value);
  if (read === undefined) return undefined;
  const digits = digitsOf(format.digits);
  const options = {maximumFractionDigits: digits ?? 6, minimumFractionDigits: digits};
  return number(numberFormat(localeOf(setting), options).format(read));
};

const asPercent: Formatter<FormatOf<'percent'>> = (value, format, setting) => {
  const read = toNumber(value);
  if (read === undefined) return undefined;
  const options = {style: 'percent', maximumFractionDigits: digitsOf(format.digits) ?? 1} as const;
  return number(numberFormat(localeOf(setting), options).format(format.scale === 100 ? read / 100 : read));
};

const asCurrency: Formatter<FormatOf<'currency'>> = (value, format, setting) => {
  const read = toNumber(value);
  if (read === undefined) return undefined;
  const {frame} = setting;
  const named = format.currencyPath === undefined ? undefined : frame.at(format.currencyPath);
  const code = [named, format.currency, frame.scope.currency].find(isCurrency) ?? 'USD';
  const formatter = numberFormat(localeOf(setting), {style: 'currency', currency: code.toUpperCase()});
  // Of the yen there are no cents.
  const minor = format.minorUnits ? 10 ** (formatter.resolvedOptions().maximumFractionDigits ?? 2) : 1;
  return number(formatter.format(read / minor));
};

const STYLES: readonly DateStyle[] = ['short', 'medium', 'long', 'full'];
const styleOf = (style: unknown) => STYLES.find((known) => known === style) ?? 'medium';

const asDate: Formatter<FormatOf<'date' | 'datetime' | 'time' | 'relative'>> = (value, format, setting) => {
  const moment = toMoment(value, format.input);
  if (!moment) return undefined;
  const locale = localeOf(setting);
  const {timeZone, now = 0} = setting.frame.scope;
  const zone = moment.isDay ? 'UTC' : timeZone;
  const style = styleOf(format.style);
  const date = new Date(moment.time);
  const write = (options: Intl.DateTimeFormatOptions) =>
    dateFormat(locale, {...options, timeZone: zone}).format(date);
  const title = write(moment.isDay ? {dateStyle: 'full'} : {dateStyle: 'full', timeStyle: 'short'});
  const dateTime = moment.isDay ? date.toISOString().slice(0, -14) : date.toISOString();
  const time = (text: string): ValueNode => ({kind: 'time', text, dateTime, title});
  if (format.kind === 'relative') return time(relativeText(moment, now, locale));
  if (format.kind === 'time' && !moment.isDay)
    return time(write({timeStyle: format.style ? style : 'short'}));
  if (format.kind === 'datetime' && !moment.isDay) return time(write({dateStyle: style, timeStyle: 'short'}));
  return time(write({dateStyle: style}));
};

const asBadge: Formatter<FormatOf<'badge' | 'status'>> = (value, format, {fill, budget}) => {
  const text = toText(value).trim();
  if (text === '') return undefined;
  const entry = mapped(format.map, text);
  const label = typeof entry?.label === 'string' ? fill(entry.label) : text;
  const tone = [entry?.tone, format.tone].find(isTone) ?? usualTone(text);
  const icon = typeof entry?.icon === 'string' ? entry.icon : undefined;
  return {kind: 'badge', text: budget.cut(label || text), tone, ...(icon && {icon})};
};

const asTags: Formatter<FormatOf<'tags'>> = (value, _format, {budget}) => {
  const entries: unknown[] = Array.isArray(value) ? value : toText(value).split(/[,;]/);
  const tags = entries
    .slice(0, LIMITS.shown)
    .map((entry) => budget.cut(toText(entry).trim()))
    .filter(Boolean);
  return tags.length ? {kind: 'tags', tags} : undefined;
};

const asBoolean: Formatter<FormatOf<'boolean'>> = (value, format, {fill}) => {
  const text = toText(value).trim().toLowerCase();
  const isTrue = ['true', '1', 'yes', 'y', 'on'].includes(text);
  if (!isTrue && !['false', '0', 'no', 'n', 'off'].includes(text)) return undefined;
  return {
    kind: 'boolean',
    isTrue,
    text: isTrue ? fill(format.yes) || words.yes : fill(format.no) || words.no,
  };
};

const asRating: Formatter<FormatOf<'rating'>> = (value, format, setting) => {
  const read = toNumber(value);
  const {max = 5} = format;
  if (read === undefined || typeof max !== 'number' || !(max >= 1 && max <= 10)) return undefined;
  const clamped = Math.max(0, Math.min(read, Math.trunc(max)));
  const text = numberFormat(localeOf(setting), {maximumFractionDigits: 1}).format(read);
  return {kind: 'rating', value: clamped, max: Math.trunc(max), text: words.rating(text, Math.trunc(max))};
};

const asDuration: Formatter<FormatOf<'duration'>> = (value, format, setting) => {
  const read = toNumber(value);
  if (read === undefined) return undefined;
  const {unit = 's'} = format;
  const seconds = unit === 'ms' ? read / 1000 : unit === 'min' ? read * 60 : read;
  return number(durationText(seconds, localeOf(setting)));
};

const linkTo = (url: string | undefined, text: string): ValueNode =>
  url ? {kind: 'link', text, url} : {kind: 'text', text};

const asEmail: Formatter<FormatOf<'email'>> = (value, _format, {budget}) => {
  const text = budget.cut(toText(value).trim());
  const address = /^[^\s@<>?&]+@[^\s@<>?&]+$/.test(text) && encodeURI(text);
  return text ? linkTo(address ? safeUrl(`mailto:${address}`) : undefined, text) : undefined;
};

const asPhone: Formatter<FormatOf<'phone'>> = (value, _format, {budget}) => {
  const text = budget.cut(toText(value).trim());
  const digits = /^[-+\d\s().]{3,40}$/.test(text) && text.replace(/[^+\d]/g, '');
  return text ? linkTo(digits ? safeUrl(`tel:${digits}`) : undefined, text) : undefined;
};

const asLink: Formatter<FormatOf<'link'>> = (value, format, {frame, fill, budget}) => {
  const text = budget.cut(toText(value));
  const url =
    format.url === undefined ? safeUrl(text, frame.scope.linkHosts) : resolveUrl(readText(format.url), frame);
  const label = fill(format.label) || text;
  return label ? linkTo(url, label) : undefined;
};

const asJson: Formatter<Format> = (value, _format, {budget}) => {
  const text = JSON.stringify(value, null, 2) as string | undefined;
  if (text === undefined) return undefined;
  budget.charge(text.length);
  return {kind: 'code', text: budget.cut(text)};
};

const FORMATTERS: {[K in Format['kind']]: Formatter<FormatOf<K>>} = {
  text: () => undefined,
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
  json: asJson,
};

export const isFormatKind = (kind: unknown): kind is Format['kind'] =>
  (FORMAT_KINDS as readonly unknown[]).includes(kind);

/** A value as its format has it; as it is where it has none, or is nothing that the format is for. */
export function formatValue(value: unknown, format: Format | undefined, setting: Setting): ValueNode {
  const {budget, fill} = setting;
  // A format may make a link of a text of its own; all others need a value.
  if (isEmpty(value)) {
    const empty = typeof format?.empty === 'string' ? fill(format.empty) : '';
    return {kind: 'text', text: empty || words.none, isEmpty: true};
  }
  if (format && isFormatKind(format.kind)) {
    const formatter = FORMATTERS[format.kind] as Formatter<Format>;
    const node = formatter(value, format, setting);
    if (node) return node;
  }
  const text = toText(value);
  // What is neither text nor a list of texts: its JSON says more than its type would.
  if (text === '' && typeof value === 'object') return asJson(value, {kind: 'json'}, setting)!;
  if (typeof value === 'boolean') return asBoolean(value, {kind: 'boolean'}, setting)!;
  return {kind: 'text', text: budget.cut(text)};
}
