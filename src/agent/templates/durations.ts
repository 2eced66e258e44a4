import {listFormat, numberFormat, relativeFormat} from './intl.ts';
import type {Moment} from './values.ts';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The largest unit that a span fills, in seconds. */
const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 365.25 * DAY],
  ['month', 30.44 * DAY],
  ['day', DAY],
  ['hour', HOUR],
  ['minute', MINUTE],
];

/** "3 days ago", "tomorrow", "now". A day without a time is counted in whole days. */
export function relativeText({time, isDay}: Moment, now: number, locale: string): string {
  const today = isDay ? Math.floor(now / (DAY * 1000)) * DAY * 1000 : now;
  const seconds = (time - today) / 1000;
  const size = Math.abs(seconds);
  const [unit, length] = UNITS.find(([, length]) => size >= length) ?? (isDay ? ['day', DAY] : ['second', 1]);
  const count = unit === 'second' && size < 45 ? 0 : Math.trunc(seconds / length);
  return relativeFormat(locale).format(count, unit);
}

/** The two largest units: "2 hr, 5 min". */
export function durationText(seconds: number, locale: string): string {
  const size = Math.abs(seconds);
  const parts: [string, number][] = [
    ['day', Math.floor(size / DAY)],
    ['hour', Math.floor((size % DAY) / HOUR)],
    ['minute', Math.floor((size % HOUR) / MINUTE)],
    ['second', Math.floor(size % MINUTE)],
  ];
  const first = parts.findIndex(([, count]) => count > 0);
  const shown = first < 0 ? [['second', 0] as const] : parts.slice(first, first + 2).filter(([, n]) => n > 0);
  const texts = shown.map(([unit, count]) =>
    numberFormat(locale, {style: 'unit', unit, unitDisplay: 'short'}).format(count),
  );
  return (seconds < 0 ? '−' : '') + listFormat(locale).format(texts);
}
