/** One of the times until which a notification can be put off. */
export interface SnoozeTime {
  name: 'laterToday' | 'thisEvening' | 'tomorrow' | 'thisWeekend' | 'nextWeek';
  /** Epoch, milliseconds. */
  at: number;
}

const HOUR = 3_600_000;
const MORNING = 9;
const EVENING = 18;
const SATURDAY = 6;
const MONDAY = 1;

/**
 * The times that make sense now, by the contact's wall calendar, soonest first. What would be the same as another is
 * left out, and so is an evening that is nearly there.
 *
 * @param now epoch, milliseconds
 */
export function snoozeTimes(now: number): SnoozeTime[] {
  const date = new Date(now);
  const day = date.getDay();
  /** So many days on, at that hour: by the calendar, so that a change of the clocks in between does not count. */
  const at = (days: number, hour: number) =>
    new Date(date.getFullYear(), date.getMonth(), date.getDate() + days, hour).getTime();
  const daysTo = (weekday: number) => (weekday - day + 7) % 7 || 7;
  const evening = at(0, EVENING);
  const later = Math.ceil((now + 2 * HOUR) / HOUR) * HOUR;
  const times: SnoozeTime[] = [
    ...(later < evening ? [{name: 'laterToday' as const, at: later}] : []),
    ...(evening - now > HOUR ? [{name: 'thisEvening' as const, at: evening}] : []),
    {name: 'tomorrow', at: at(1, MORNING)},
    ...(day >= 1 && day <= 4 ? [{name: 'thisWeekend' as const, at: at(daysTo(SATURDAY), MORNING)}] : []),
    ...(daysTo(MONDAY) > 1 ? [{name: 'nextWeek' as const, at: at(daysTo(MONDAY), MORNING)}] : []),
  ];
  return times;
}

/** A moment as `<input type=datetime-local>` has it: the contact's wall time, to the minute. */
export function toLocalInput(time: number): string {
  const date = new Date(time);
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
}
