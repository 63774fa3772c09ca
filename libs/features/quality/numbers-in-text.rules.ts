import { parseDecimal } from '#platform/decimal';
import { plain } from './figure-subject.rules.js';

/** A number as it stands in a text. */
export interface NumberInText {
  /** `12,800` */
  raw: string;
  /** The exact decimal that it means: `12800`. */
  value: string;
  /** The mark between thousands, if any; a blank of any kind is a space. */
  thousands: ',' | '.' | ' ' | null;
  /** The mark before decimals, if any. */
  decimal: ',' | '.' | null;
  start: number;
  end: number;
}

/** Groups of three after one mark are thousands; anything else after a point or a comma is decimals. Dates and ranges are no numbers. */
const NUMBER =
  /(?<![\p{L}\d]|\d[.,/–-])(?:(\d{1,3})((?:[.,\u0020\u00a0\u202f]\d{3})+)|(\d+))(?:([.,])(\d+))?(?![\p{L}]|[.,/–-]?\d)/gu;

export function numbersIn(text: string | null): NumberInText[] {
  return [...(text ?? '').matchAll(NUMBER)].flatMap((match): NumberInText[] => {
    const [raw, head, groups, whole, decimal, fraction] = match;
    const marks = new Set((groups ?? '').replace(/\d/g, '').replace(/\s/g, ' '));
    if (marks.size > 1) return [];
    const [mark] = marks;
    const digits = `${head ?? ''}${(groups ?? '').replace(/\D/g, '')}${whole ?? ''}`;
    return [
      {
        raw,
        value: plain(parseDecimal(`${digits}${fraction === undefined ? '' : `.${fraction}`}`)),
        thousands: (mark as NumberInText['thousands']) ?? null,
        decimal: (decimal as NumberInText['decimal']) ?? null,
        start: match.index,
        end: match.index + raw.length,
      },
    ];
  });
}

const LOCALES = { en: 'en-US', es: 'es-MX' } as const;

/** An exact decimal as people of the region read it: 12,800.5 */
export const spoken = (value: number | string | null, lang: 'en' | 'es'): string =>
  new Intl.NumberFormat(LOCALES[lang], { maximumFractionDigits: 6 }).format(Number(value));
