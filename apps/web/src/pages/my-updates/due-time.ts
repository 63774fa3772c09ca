import { remembered } from '~/i18n/remembered';

const days = remembered(
  (timeZone: string) => new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }),
);

/** The day that this instant is in a time zone, `2026-12-06`. */
const dayIn = (at: Date, timeZone: string): string => days(timeZone).format(at);

const HERE = Intl.DateTimeFormat().resolvedOptions().timeZone;

export interface DueTime {
  /** Days until the last day on which it can be sent, by the reader's calendar; negative when late. */
  daysLeft: number;
  /** The last minute at which it is not late. */
  until: string;
  /** The reader's last day ends when the State's does. */
  wholeDay: boolean;
}

/** When something that closes at `closesAt` is due for a reader in `timeZone`. */
export function dueTime(closesAt: string, now = new Date(), timeZone = HERE): DueTime {
  const closes = new Date(closesAt);
  const until = new Date(closes.getTime() - 60_000);
  const last = dayIn(until, timeZone);
  return {
    daysLeft: Math.round((Date.parse(last) - Date.parse(dayIn(now, timeZone))) / 86_400_000),
    until: until.toISOString(),
    wholeDay: dayIn(closes, timeZone) !== last,
  };
}
