/** What values mean, whatever type a system has given them. */

/** How a number may be written in a text. Amounts as people write them ("1.234,56") say too little of their locale. */
const NUMBER = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d{1,3})?$/i;
/** A day, with or without a time: RFC 3339, and what its relatives leave out. */
const ISO = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?\s?(?:Z|[-+]\d{2}:?\d{2})?)?$/i;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** Seconds until the year 5138 lie below, milliseconds since 1973 above. */
const MILLISECONDS_FROM = 1e11;

export const isMissing = (value: unknown): value is null | undefined | '' =>
  value === undefined || value === null || value === '' || (typeof value === 'number' && Number.isNaN(value));

/** Nothing to show or to go through. */
export function isEmpty(value: unknown): boolean {
  if (isMissing(value)) return true;
  if (typeof value === 'string') return value.trim() === '';
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

export function toNumber(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value !== 'string' || value.length > 40 || !NUMBER.test(value.trim())) return undefined;
  const number = Number(value);
  return Number.isFinite(number) ? number : undefined;
}

export interface Moment {
  /** Milliseconds since 1970. */
  time: number;
  /** A day without a time is that day everywhere. */
  isDay: boolean;
}

export function toMoment(value: unknown, input: unknown = 'auto'): Moment | undefined {
  const number = input === 'iso' ? undefined : toNumber(value);
  if (number !== undefined) {
    const isSeconds = input === 'unix' || (input !== 'unix_ms' && Math.abs(number) < MILLISECONDS_FROM);
    return momentAt(isSeconds ? number * 1000 : number, false);
  }
  if (typeof value !== 'string' || input === 'unix' || input === 'unix_ms') return undefined;
  const text = value.trim();
  if (text.length > 40 || !ISO.test(text)) return undefined;
  // Only with the letter is it the same in every browser.
  return momentAt(Date.parse(text.replace(' ', 'T').replace(/\s/g, '')), DAY.test(text));
}

function momentAt(time: number, isDay: boolean): Moment | undefined {
  // ECMA-262, 21.4.1.1: beyond, there are no dates.
  return Math.abs(time) <= 8.64e15 ? {time, isDay} : undefined;
}

/** A value within a text: numbers, texts and booleans as they are, lists of them with commas; others have no text. */
export function toText(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return value;
    case 'number':
      return Number.isFinite(value) ? String(value) : '';
    case 'boolean':
    case 'bigint':
      return String(value);
    default:
      return Array.isArray(value)
        ? value
            .slice(0, 100)
            .filter((entry) => typeof entry !== 'object')
            .map(toText)
            .filter(Boolean)
            .join(', ')
        : '';
  }
}

/** Numbers as numbers, else moments as moments, else texts. Negative: the first comes first. */
export function compareValues(a: unknown, b: unknown): number {
  const [x, y] = [toNumber(a), toNumber(b)];
  if (x !== undefined && y !== undefined) return x - y;
  const [from, to] = [toMoment(a, 'iso'), toMoment(b, 'iso')];
  if (from && to) return from.time - to.time;
  const [left, right] = [toText(a), toText(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}
