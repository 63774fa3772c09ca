import type { Lang } from './index';
import { remembered } from './remembered';

/** The region's Spanish writes 1,234.5 as English does. */
const LOCALES: Record<Lang, string> = { en: 'en-GB', es: 'es-MX' };

export interface Formats {
  /** A calendar day (`2024-07-01`), the same everywhere. */
  day: (date: string | null | undefined) => string;
  /** The month of such a day, where no more is known. */
  month: (date: string) => string;
  /** An instant, in the zone of the reader or in the one named. */
  instant: (at: string | null | undefined, timeZone?: string) => string;
  number: (value: number, digits?: number) => string;
  /** 1.2M: for an axis. */
  compact: (value: number) => string;
  /** `62.5` becomes `62.5 %` with the language's spacing. */
  percent: (value: number, digits?: number) => string;
  bytes: (value: number) => string;
  list: (values: string[]) => string;
}

export const formatsOf = remembered((lang: Lang) => create(LOCALES[lang]));

function create(locale: string): Formats {
  const dayOf = (date: string) => new Date(`${date.slice(0, 10)}T00:00:00Z`);
  const days = remembered(
    (timeZone: string) =>
      new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone }),
  );
  const months = remembered(
    (timeZone: string) => new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric', timeZone }),
  );
  const instants = remembered(
    (timeZone: string | undefined) =>
      new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone }),
  );
  const numbers = remembered(
    (maximumFractionDigits: number) => new Intl.NumberFormat(locale, { maximumFractionDigits }),
  );
  const compact = remembered(
    (maximumFractionDigits: number) =>
      new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits }),
  );
  const lists = remembered((type: 'conjunction') => new Intl.ListFormat(locale, { type }));
  const number = (value: number, digits = 2): string => numbers(digits).format(value);
  return {
    day: (date) => (date ? days('UTC').format(dayOf(date)) : ''),
    month: (date) => months('UTC').format(dayOf(date)),
    instant: (at, timeZone) => (at ? instants(timeZone).format(new Date(at)) : ''),
    number,
    compact: (value) => compact(1).format(value),
    percent: (value, digits = 1) => `${number(value, digits)}${locale.startsWith('es') ? '\u00a0' : ''}%`,
    bytes: (value) =>
      value < 1024 * 1024
        ? `${number(Math.max(1, value / 1024), 0)} KB`
        : `${number(value / 1024 / 1024, 1)} MB`,
    list: (values) => lists('conjunction').format(values),
  };
}
