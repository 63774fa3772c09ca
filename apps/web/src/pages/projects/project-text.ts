import type { TFunction } from 'i18next';
import type { Formats } from '~/i18n/formats';

export const DAY_PRECISIONS = ['day', 'month', 'year', 'not_stated'] as const;
type Precision = (typeof DAY_PRECISIONS)[number];

/** A day as exactly as it is known. */
export function knownDay(
  t: TFunction,
  { day, month }: Formats,
  on: string | null | undefined,
  precision: Precision,
): string {
  if (!on || precision === 'not_stated') return t('project.notStated');
  return precision === 'day' ? day(on) : precision === 'month' ? month(on) : on.slice(0, 4);
}

/** Money with its currency, hundredths whole or not at all; the amount is decimal text. */
export const money = (
  { number }: Formats,
  amount: string | null | undefined,
  currency: string | null | undefined,
): string | null =>
  amount && currency
    ? `${currency} ${number(Number(amount)).replace(/[.,]\d$/, (tenths) => `${tenths}0`)}`
    : null;

/** What was reported: the percent, unless the words name it themselves ("75 % de avance"), and the words. */
export function standing({ percent }: Formats, value: number | null | undefined, words: string): string {
  if (typeof value !== 'number') return words;
  const named = new RegExp(`(?<![\\d.,])${String(value).replace('.', '[.,]')}\\s*%`);
  return named.test(words) ? words : [percent(value), words].filter(Boolean).join(' · ');
}
