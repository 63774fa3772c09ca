import { remembered } from './remembered';

/** The last minute of a local day in a time zone, as an instant. */
export const endOfDay = (date: string, timeZone: string): Date => atLocal(date, '23:59', timeZone);

/** The time zone of this device. */
export const ownZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/**
 * The moment at which something begins on a day, as the API takes it: null for none and for today, which mean now. What is no
 * day stays as it is, so that the API can say so.
 */
export function fromDay(date: string | null | undefined, timeZone = ownZone()): string | null {
  if (!date || !isDay(date)) return date || null;
  const [first, over] = [startOfDay(date, timeZone), startOfDay(dayAfter(date), timeZone)];
  const now = Date.now();
  return first.getTime() <= now && now < over.getTime() ? null : first.toISOString();
}

/** The moment at which a day is over, when what lasts through it ends; otherwise as above. */
export const throughDay = (date: string | null | undefined, timeZone = ownZone()): string | null =>
  !date || !isDay(date) ? date || null : startOfDay(dayAfter(date), timeZone).toISOString();

const startOfDay = (date: string, timeZone: string): Date => atLocal(date, '00:00', timeZone);

const isDay = (date: string): boolean => !Number.isNaN(Date.parse(`${date}T00:00:00Z`));

const dayAfter = (date: string): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + 24 * 60 * 60_000).toISOString().slice(0, 10);

function atLocal(date: string, time: string, timeZone: string): Date {
  const wanted = Date.parse(`${date}T${time}:00Z`);
  const first = wanted - offsetOf(new Date(wanted), timeZone);
  // The offset may differ at the instant found (a clock change on that day), so it is taken once more there.
  return new Date(wanted - offsetOf(new Date(first), timeZone));
}

const clocks = remembered(
  (timeZone: string) =>
    new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    }),
);

/** How far local time is ahead of UTC at an instant, in milliseconds. */
function offsetOf(at: Date, timeZone: string): number {
  const parts = clocks(timeZone).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes): number =>
    Number(parts.find((each) => each.type === type)?.value ?? 0);
  const local = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return local - Math.floor(at.getTime() / 1000) * 1000;
}
