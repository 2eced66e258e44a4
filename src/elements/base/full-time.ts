import {once} from './relative-time.ts';

/** The whole date with its time of day: for a tooltip and for screen readers. */
export function formatFullTime(time: number, language: string): string {
  return once(
    `full ${language}`,
    () => new Intl.DateTimeFormat(language, {dateStyle: 'full', timeStyle: 'short'}),
  ).format(time);
}
