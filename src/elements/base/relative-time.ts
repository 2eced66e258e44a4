const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Days that their weekday still names without doubt. */
const NAMED_DAYS = 6;

const FORMATS = {
  weekday: {weekday: 'short'},
  date: {day: 'numeric', month: 'short'},
  dateWithYear: {day: 'numeric', month: 'short', year: 'numeric'},
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/** Making a formatter costs more than a hundred uses of it, so each is made once, when it is first needed. */
const made = new Map<string, unknown>();
export function once<T>(key: string, make: () => T): T {
  if (!made.has(key)) made.set(key, make());
  return made.get(key) as T;
}

const formatDate = (format: keyof typeof FORMATS, time: number, language: string) =>
  once(`${format} ${language}`, () => new Intl.DateTimeFormat(language, FORMATS[format])).format(time);

const formatAge = (count: number, unit: 'minute' | 'hour', language: string) =>
  once(
    `${unit} ${language}`,
    () => new Intl.NumberFormat(language, {style: 'unit', unit, unitDisplay: 'short'}),
  ).format(count);

const formatDistance = (count: number, unit: 'second' | 'day', language: string) =>
  once(`relative ${language}`, () => new Intl.RelativeTimeFormat(language, {numeric: 'auto'})).format(
    count,
    unit,
  );

/** Whole calendar days from `time` to `now`, as the contact's wall calendar has them; summer time does not count. */
export function daysBetween(time: number, now: number): number {
  const midnight = (at: number) => {
    const date = new Date(at);
    return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
  };
  return Math.round((midnight(now) - midnight(time)) / DAY);
}

/**
 * When something happened, in as few words as say it: "Now", "5 min", "2 hr", "Yesterday", "Mon", "12 Mar",
 * "12 Mar 2024".
 *
 * A time that is ahead by less than a day is "now": clocks differ. One further ahead is a date.
 *
 * @param time epoch, milliseconds
 * @param now epoch, milliseconds
 */
export function formatRelativeTime(time: number, now: number, language: string): string {
  const age = now - time;
  const days = daysBetween(time, now);
  let text: string;
  if (age < MINUTE && age > -DAY) text = formatDistance(0, 'second', language);
  else if (age >= 0 && age < HOUR) text = formatAge(Math.floor(age / MINUTE), 'minute', language);
  else if (age >= 0 && age < DAY) text = formatAge(Math.floor(age / HOUR), 'hour', language);
  else if (days === 1) text = formatDistance(-1, 'day', language);
  else {
    const isNamed = days > 1 && days <= NAMED_DAYS;
    const isThisYear = new Date(time).getFullYear() === new Date(now).getFullYear();
    text = formatDate(isNamed ? 'weekday' : isThisYear ? 'date' : 'dateWithYear', time, language);
  }
  // Some languages write these words small, because they expect a sentence around them.
  return text.charAt(0).toLocaleUpperCase(language) + text.slice(1);
}
