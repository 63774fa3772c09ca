import { DateTime, IANAZone } from 'luxon';

/**
 * Days and instants. A day is the text `2024-07-01`, without a time zone; an instant is a `Date`. Only with an IANA time
 * zone does a day become an instant.
 */

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MILLISECONDS_A_DAY = 86_400_000;

/** True for a day that exists: `2024-02-29` is one, `2023-02-29` is not. */
export const isDay = (value: unknown): value is string =>
  typeof value === 'string' && DAY.test(value) && DateTime.fromISO(value, { zone: 'utc' }).isValid;

export const isTimeZone = (value: string): boolean => IANAZone.isValidZone(value);

/**
 * The instant at which clocks in `timeZone` show `hour` o'clock on `day`. Where clocks are set forward over that hour, it
 * is the same distance after the change; where they are set back, it is the first of the two.
 * @throws RangeError for a day, hour or time zone that does not exist.
 */
export function localInstant(day: string, hour: number, timeZone: string): Date {
  const start = midnight(day);
  if (!Number.isInteger(hour) || hour < 0 || hour > 23)
    throw new RangeError(`Not an hour of the day: ${hour}`);
  const { year, month, day: dayOfMonth } = start;
  const local = DateTime.fromObject({ year, month, day: dayOfMonth, hour }, { zone: zone(timeZone) });
  const first = local.getPossibleOffsets().reduce((a, b) => (b.toMillis() < a.toMillis() ? b : a), local);
  return first.toJSDate();
}

/** The day that calendars in `timeZone` show at an instant. */
export function localDay(at: Date, timeZone: string): string {
  const local = DateTime.fromJSDate(at, { zone: zone(timeZone) });
  if (!local.isValid) throw new RangeError('Not an instant');
  return local.toFormat('yyyy-MM-dd');
}

/** The day `days` after `day` (before it, when negative). */
export const addDays = (day: string, days: number): string =>
  midnight(day).plus({ days }).toFormat('yyyy-MM-dd');

/** How many days after `from` the day `to` comes; negative when it comes before. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((midnight(to).toMillis() - midnight(from).toMillis()) / MILLISECONDS_A_DAY);

function midnight(day: string): DateTime<true> {
  const utc = DAY.test(day) ? DateTime.fromISO(day, { zone: 'utc' }) : undefined;
  if (!utc?.isValid) throw new RangeError(`Not a day: ${day}`);
  return utc;
}

const zones = new Map<string, IANAZone>();

function zone(name: string): IANAZone {
  const known = zones.get(name);
  if (known) return known;
  if (!IANAZone.isValidZone(name)) throw new RangeError(`Not a time zone: ${name}`);
  const made = IANAZone.create(name);
  zones.set(name, made);
  return made;
}
