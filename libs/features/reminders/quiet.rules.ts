import { addDays } from '#platform/calendar';

/** Days of the week in the order of ISO: the first is 1. */
export const WEEKDAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;

/** When somebody wants no reminders by mail. */
export interface QuietTimes {
  /** Days of the week, ISO: 1 is Monday, 7 is Sunday; six at most. */
  weekdays: readonly number[];
  /** Days, both included, as `2024-12-20`. */
  ranges: readonly { from: string; to: string }[];
}

export const NEVER_QUIET: QuietTimes = { weekdays: [], ranges: [] };

/** So long a way no quiet times go; beyond it nothing is put off any further. */
const LONGEST_DAYS = 4_000;

/** ISO: 1 is Monday, 7 is Sunday. */
const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7;

export const isQuiet = (day: string, { weekdays, ranges }: QuietTimes): boolean =>
  weekdays.includes(weekdayOf(day)) || ranges.some(({ from, to }) => from <= day && day <= to);

/** The day itself, or the first one after it on which reminders may come. */
export function workingDayFrom(day: string, quiet: QuietTimes): string {
  let on = day;
  for (let days = 0; days < LONGEST_DAYS && isQuiet(on, quiet); days += 1) on = addDays(on, 1);
  return on;
}
