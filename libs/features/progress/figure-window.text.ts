import type { Lang } from '#platform/http';
import type { FigureContent } from './figure.content.js';

/**
 * When a figure was so, briefly: "Jan–Sep 2024", "since Mar 2024", "up to Sep 2024", "on 30 Sep 2024"; in the words of
 * the source when it gives no dates; null when it says nothing at all.
 */
export function windowText(figure: FigureContent, lang: Lang): string | null {
  const [start, end] = [figure.windowStart ?? null, figure.windowEnd ?? null];
  const asOf = figure.asOf ?? (figure.basis === 'stock' ? end : null);
  if (figure.basis === 'stock' && asOf !== null) return `${WORDS[lang].on} ${dayText(asOf, lang)}`;
  if (start !== null && end !== null) return rangeText(start, end, lang);
  if (start !== null) return `${WORDS[lang].since} ${sinceText(start, figure.basis === 'cumulative', lang)}`;
  if (end !== null) return `${WORDS[lang].upTo} ${isLast(end) ? monthText(end, lang) : dayText(end, lang)}`;
  if (asOf !== null) return `${WORDS[lang].on} ${dayText(asOf, lang)}`;
  // What sources most often say of a window needs its noun to be understood.
  if (figure.windowTextEn?.trim().toLowerCase() === 'not stated') return WORDS[lang].notStated;
  return inWords(figure.windowTextEn, figure.windowTextEs, lang);
}

/** A month by its name; the first day of a year, where years are what counts, by that year. */
function sinceText(start: string, byYear: boolean, lang: Lang): string {
  if (!isFirst(start)) return dayText(start, lang);
  return byYear && split(start).month === 1 ? `${split(start).year}` : monthText(start, lang);
}

/** The text in a language or, when it is missing there, in the other one; null when there is none. */
export const inWords = (
  en: string | null | undefined,
  es: string | null | undefined,
  lang: Lang,
): string | null => (lang === 'en' ? en?.trim() || es?.trim() : es?.trim() || en?.trim()) || null;

/** Whole years and months by their names, anything else by its days; what both ends share is said once. */
function rangeText(start: string, end: string, lang: Lang): string {
  const [from, to] = [split(start), split(end)];
  if (!isFirst(start) || !isLast(end)) return dayRange(start, end, lang);
  if (from.month === 1 && to.month === 12)
    return from.year === to.year ? `${from.year}` : `${from.year}–${to.year}`;
  if (from.year !== to.year) return `${monthText(start, lang)} – ${monthText(end, lang)}`;
  return from.month === to.month ? monthText(end, lang) : `${monthName(start, lang)}–${monthText(end, lang)}`;
}

function dayRange(start: string, end: string, lang: Lang): string {
  const [from, to] = [split(start), split(end)];
  if (start === end) return dayText(end, lang);
  if (from.year !== to.year) return `${dayText(start, lang)} – ${dayText(end, lang)}`;
  if (from.month !== to.month) return `${from.day} ${monthName(start, lang)} – ${dayText(end, lang)}`;
  return `${from.day}–${dayText(end, lang)}`;
}

const WORDS: Record<Lang, { on: string; since: string; upTo: string; notStated: string }> = {
  en: { on: 'on', since: 'since', upTo: 'up to', notStated: 'period not stated' },
  es: { on: 'al', since: 'desde', upTo: 'hasta', notStated: 'período no indicado' },
};

const MONTH: Record<Lang, Intl.DateTimeFormat> = {
  en: new Intl.DateTimeFormat('en-US', { month: 'short', timeZone: 'UTC' }),
  es: new Intl.DateTimeFormat('es-MX', { month: 'short', timeZone: 'UTC' }),
};

const monthName = (day: string, lang: Lang): string => MONTH[lang].format(new Date(`${day}T00:00:00Z`));
const monthText = (day: string, lang: Lang): string => `${monthName(day, lang)} ${split(day).year}`;
const dayText = (day: string, lang: Lang): string => `${split(day).day} ${monthText(day, lang)}`;

function split(day: string): { year: number; month: number; day: number } {
  const [year = 0, month = 0, dayOfMonth = 0] = day.split('-').map(Number);
  return { year, month, day: dayOfMonth };
}

const isFirst = (day: string): boolean => split(day).day === 1;

function isLast(day: string): boolean {
  const { year, month, day: dayOfMonth } = split(day);
  return new Date(Date.UTC(year, month, 0)).getUTCDate() === dayOfMonth;
}
