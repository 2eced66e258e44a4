const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Days that their weekday still names without doubt. */
const NAMED_DAYS = 6;

export interface TimeStyle {
  language: string;
  timeStyle: 'narrow' | 'short';
}

const FORMATS = {
  weekday: {weekday: 'short'},
  date: {day: 'numeric', month: 'short'},
  dateWithYear: {day: 'numeric', month: 'short', year: 'numeric'},
  full: {dateStyle: 'full', timeStyle: 'short'},
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/** Making a formatter costs more than a hundred uses of it, so each is made once, when it is first needed. */
const made = new Map<string, unknown>();
function once<T>(key: string, make: () => T): T {
  if (!made.has(key)) made.set(key, make());
  return made.get(key) as T;
}

const formatDate = (format: keyof typeof FORMATS, time: number, {language}: TimeStyle) =>
  once(`${format} ${language}`, () => new Intl.DateTimeFormat(language, FORMATS[format])).format(time);

const formatDistance = (count: number, unit: Intl.RelativeTimeFormatUnit, {language, timeStyle}: TimeStyle) =>
  once(
    `relative ${language}`,
    () => new Intl.RelativeTimeFormat(language, {numeric: 'auto', style: timeStyle}),
  ).format(count, unit);

/** Whole calendar days from `time` to `now`, as the contact's wall calendar has them; summer time does not count. */
export function daysBetween(time: number, now: number): number {
  const midnight = (at: number) => {
    const date = new Date(at);
    return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
  };
  return Math.round((midnight(now) - midnight(time)) / DAY);
}

/**
 * When something happened, in as few words as say it: "now", "5m ago", "2h ago", "Yesterday", "Mon", "12 Mar",
 * "12 Mar 2024".
 *
 * A time that is ahead by less than a day is "now": clocks differ. One further ahead is a date.
 *
 * @param time epoch, milliseconds
 * @param now epoch, milliseconds
 */
export function formatRelativeTime(time: number, now: number, style: TimeStyle): string {
  const age = now - time;
  const days = daysBetween(time, now);
  let text: string;
  if (age < MINUTE && age > -DAY) text = formatDistance(0, 'second', style);
  else if (age >= 0 && age < HOUR) text = formatDistance(-Math.floor(age / MINUTE), 'minute', style);
  else if (age >= 0 && age < DAY) text = formatDistance(-Math.floor(age / HOUR), 'hour', style);
  else if (days === 1) text = formatDistance(-1, 'day', style);
  else if (days > 1 && days <= NAMED_DAYS) text = formatDate('weekday', time, style);
  else if (new Date(time).getFullYear() === new Date(now).getFullYear())
    text = formatDate('date', time, style);
  else text = formatDate('dateWithYear', time, style);
  // Some languages write these words small, because they expect a sentence around them.
  return text.charAt(0).toLocaleUpperCase(style.language) + text.slice(1);
}

/** The whole date with its time of day: for a tooltip and for screen readers. */
export function formatFullTime(time: number, style: TimeStyle): string {
  return formatDate('full', time, style);
}
