import {offsetAt} from './api/parameters.ts';
import {DAY} from './chat-columns.ts';

/** All zones differ from UTC by whole quarters, and change at whole quarters. */
const QUARTER = 900_000;

/** How far local time is ahead in each quarter of a day. Most days have one offset, which is asked for once. */
export function createOffsets(timezone: string): (day: number) => (started: number) => number {
  const known = new Map<number, number>();
  const offsetOf = (time: number) => {
    const offset = known.get(time) ?? offsetAt(time, timezone);
    known.set(time, offset);
    return offset;
  };
  return (day) => {
    const first = offsetOf(day * DAY);
    if (first === offsetOf((day + 1) * DAY)) return () => first;
    return (started) => offsetOf(day * DAY + Math.floor(started / QUARTER) * QUARTER);
  };
}
