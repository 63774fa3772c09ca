import type { Lang } from './index';

/** The region's Spanish writes 1,234.5 as English does. */
const LOCALES: Record<Lang, string> = { en: 'en-GB', es: 'es-MX' };

export interface Formats {
  /** A calendar day (`2024-07-01`), the same everywhere. */
  day: (date: string | null | undefined) => string;
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

const made = new Map<Lang, Formats>();

/** Formats are costly to make and cheap to keep. */
export function formatsOf(lang: Lang): Formats {
  const kept = made.get(lang);
  if (kept) return kept;
  const formats = create(LOCALES[lang]);
  made.set(lang, formats);
  return formats;
}

function create(locale: string): Formats {
  const days = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' });
  const instants = new Map<string, Intl.DateTimeFormat>();
  const zoned = (timeZone = ''): Intl.DateTimeFormat => {
    const kept = instants.get(timeZone);
    if (kept) return kept;
    const format = new Intl.DateTimeFormat(locale, {
      dateStyle: 'medium',
      timeStyle: 'short',
      ...(timeZone === '' ? {} : { timeZone }),
    });
    instants.set(timeZone, format);
    return format;
  };
  const number = (value: number, digits = 2): string =>
    value.toLocaleString(locale, { maximumFractionDigits: digits });
  return {
    day: (date) => (date ? days.format(new Date(`${date.slice(0, 10)}T00:00:00Z`)) : ''),
    instant: (at, timeZone) => (at ? zoned(timeZone).format(new Date(at)) : ''),
    number,
    compact: (value) => value.toLocaleString(locale, { notation: 'compact', maximumFractionDigits: 1 }),
    percent: (value, digits = 1) => `${number(value, digits)}${locale.startsWith('es') ? '\u00a0' : ''}%`,
    bytes: (value) =>
      value < 1024 * 1024
        ? `${number(Math.max(1, value / 1024), 0)} KB`
        : `${number(value / 1024 / 1024, 1)} MB`,
    list: (values) => lists.format(values),
  };
}
