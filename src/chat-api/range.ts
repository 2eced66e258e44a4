import {ChatApiError} from './errors.ts';

const DAY = 86_400_000;
/** What the platform takes in one request. */
const MAX_RANGE = 365 * DAY;

export interface TimeRange {
  from: Date;
  to: Date;
}

/** A moment that a caller gave; throws where it is none. */
export function readMoment(value: Date | string | number, name: string): Date {
  const date = new Date(value);
  if (Number.isNaN(date.getTime())) throw new ChatApiError('invalid-argument', `${name} is no date`);
  return date;
}

/** `2020-01-31`: a day as it was given, or the day of a moment in UTC. */
export function readDay(value: Date | string, name: string): string {
  const isDay = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
  const text = readMoment(value, name).toISOString().slice(0, 10);
  // 2020-02-30 would silently become the first of March.
  if (isDay && text !== value)
    throw new ChatApiError('invalid-argument', `${name} is no day of the calendar`);
  return text;
}

/**
 * The range in pieces that the platform takes. They follow each other without a gap; a piece begins a millisecond after
 * the one before has ended, because the platform counts both ends in.
 */
export function splitRange({from, to}: TimeRange): TimeRange[] {
  if (from > to) throw new ChatApiError('invalid-argument', 'the range ends before it begins');
  const pieces: TimeRange[] = [];
  for (let start = from.getTime(); start <= to.getTime(); start += MAX_RANGE + 1) {
    pieces.push({from: new Date(start), to: new Date(Math.min(start + MAX_RANGE, to.getTime()))});
  }
  return pieces;
}
