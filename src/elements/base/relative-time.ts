const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Days that their weekday still names without doubt. */
const NAMED_DAYS = 6;

export interface TimeStyle {
  language: string;
  timeStyle: 'narrow' | 'short';
}

/** The formatters of one language. Making one costs more than a hundred uses of it. */
interface Formatters {
  relative: Intl.RelativeTimeFormat;
  weekday: Intl.DateTimeFormat;
  date: Intl.DateTimeFormat;
  dateWithYear: Intl.DateTimeFormat;
  full: Intl.DateTimeFormat;
}
const cache = new Map<string, Formatters>();

function formatters({language, timeStyle}: TimeStyle): Formatters {
  let made = cache.get(language);
  if (!made) {
    made = {
      relative: new Intl.RelativeTimeFormat(language, {numeric: 'auto', style: timeStyle}),
      weekday: new Intl.DateTimeFormat(language, {weekday: 'short'}),
      date: new Intl.DateTimeFormat(language, {day: 'numeric', month: 'short'}),
      dateWithYear: new Intl.DateTimeFormat(language, {day: 'numeric', month: 'short', year: 'numeric'}),
      full: new Intl.DateTimeFormat(language, {dateStyle: 'full', timeStyle: 'short'}),
    };
    cache.set(language, made);
  }
  return made;
}

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
  const {relative, weekday, date, dateWithYear} = formatters(style);
  const age = now - time;
  const days = daysBetween(time, now);
  let text: string;
  if (age < MINUTE && age > -DAY) text = relative.format(0, 'second');
  else if (age >= 0 && age < HOUR) text = relative.format(-Math.floor(age / MINUTE), 'minute');
  else if (age >= 0 && age < DAY) text = relative.format(-Math.floor(age / HOUR), 'hour');
  else if (days === 1) text = relative.format(-1, 'day');
  else if (days > 1 && days <= NAMED_DAYS) text = weekday.format(time);
  else if (new Date(time).getFullYear() === new Date(now).getFullYear()) text = date.format(time);
  else text = dateWithYear.format(time);
  // Some languages write these words small, because they expect a sentence around them.
  return text.charAt(0).toLocaleUpperCase(style.language) + text.slice(1);
}

/** The whole date with its time of day: for a tooltip and for screen readers. */
export function formatFullTime(time: number, style: TimeStyle): string {
  return formatters(style).full.format(time);
}
