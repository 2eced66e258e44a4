import {ProblemError} from '../../problem.ts';

const DAY = 86_400_000;
/** What one request may span. */
export const MAX_RANGE = 365 * DAY;
/** Values of one filter. More belong into another request. */
const MAX_VALUES = 500;

const bad = (message: string) => new ProblemError('invalid-request', message);

/** A day of the calendar, `2020-01-31`: its first moment in UTC. */
export function readDay(text: string, name: string): number {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN;
  // 2020-02-30 is read as the first of March by some.
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text)
    throw bad(`${name}: give a day as YYYY-MM-DD`);
  return time;
}

/** Milliseconds by which the zone's clocks are ahead of UTC at a moment. */
export function offsetAt(time: number, timezone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: timezone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(time);
  const number = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  const local = Date.UTC(
    number('year'),
    number('month') - 1,
    number('day'),
    number('hour'),
    number('minute'),
    number('second'),
  );
  return local - Math.floor(time / 1000) * 1000;
}

/** A zone by its IANA name; undefined: none was given. */
export function readTimezone(text: string | undefined): string | undefined {
  if (!text) return undefined;
  try {
    return new Intl.DateTimeFormat('en', {timeZone: text.slice(0, 100)}).resolvedOptions().timeZone;
  } catch {
    throw bad('timezone: give an IANA name, for example Europe/Stockholm');
  }
}

const MOMENT = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?)?$/;

/** A moment, `2020-01-01T00:00:00.000Z`. Without a zone it is local time of `timezone`, or UTC. */
export function readMoment(text: string, name: string, timezone?: string): number {
  // In an address that nobody encoded, the plus of an offset has become a space.
  const found = MOMENT.exec(text.replace(/ (?=\d{2}:?\d{2}$)/, '+'));
  if (!found) throw bad(`${name}: give a time as 2020-01-01T00:00:00.000Z`);
  readDay(found[1]!, name);
  const hasZone = found[5] !== undefined;
  const time = Date.parse(hasZone ? found[0] : `${found[2] ? found[0] : `${found[1]}T00:00:00`}Z`);
  if (Number.isNaN(time)) throw bad(`${name}: there is no such time`);
  if (hasZone || !timezone) return time;
  // The offset at a time near by, and then at the time that it makes: right on both sides of a change of clocks.
  return time - offsetAt(time - offsetAt(time, timezone), timezone);
}

export function checkRange(from: number, to: number, names: [string, string], max = MAX_RANGE): void {
  if (from > to) throw bad(`${names[0]} is later than ${names[1]}`);
  if (to - from > max) throw bad(`${names[0]} to ${names[1]}: at most 365 days in one request`);
}

/** The values of a parameter that may be there several times, or as one text with commas. */
export function readValues(query: URLSearchParams, ...names: string[]): string[] {
  const values = names.flatMap((name) => [...query.getAll(name), ...query.getAll(`${name}[]`)]);
  const all = [...new Set(values.flatMap((value) => value.split(',')).map((value) => value.trim()))].filter(
    Boolean,
  );
  if (all.length > MAX_VALUES) throw bad(`${names[0]}: at most ${MAX_VALUES} values in one request`);
  return all;
}

export function readIds(query: URLSearchParams, ...names: string[]): number[] {
  return readValues(query, ...names).map((value) => {
    if (!/^\d{1,15}$/.test(value)) throw bad(`${names[0]}: ids are numbers`);
    return Number(value);
  });
}
