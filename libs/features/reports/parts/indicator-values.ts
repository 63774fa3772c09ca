import type { Loose } from '../regional.reader.js';
import type { Inline } from '../report.document.js';
import { NBSP } from '../report.formats.js';
import type { Material } from '../report.material.js';

const WORDS = {
  unknown: { en: 'unknown', es: 'desconocido' },
  not_reported: { en: 'not reported', es: 'no reportado' },
  not_applicable: { en: 'not asked', es: 'no se pide' },
  carried: { en: 'carried forward', es: 'arrastrado de antes' },
  yes: { en: 'yes', es: 'sí' },
  no: { en: 'no', es: 'no' },
};

/** A value of an indicator as people read it; null when nobody was asked for it. */
export function written(row: Loose, given: Loose, material: Material): Inline | null {
  const words = material.words(WORDS);
  if (given.isEmpty) return null;
  const value = given.number('value');
  const state = given.text('state');
  if (value === null)
    return state === 'unknown' || state === 'not_applicable' ? words[state] : words.not_reported;
  const mark = state === 'carried_forward' ? ` (${words.carried})` : '';
  const number = decimal(value, material);
  switch (row.text('valueType')) {
    case 'percent':
      return `${number}${material.lang === 'es' ? NBSP : ''}%${mark}`;
    case 'yes_no':
      return `${value === 1 ? words.yes : words.no}${mark}`;
    case 'ordinal':
      return row.list('scale')[value - 1]?.asWords() ?? number;
    case 'money':
      return `${given.text('currency') ?? ''}${NBSP}${number}${mark}`;
    default:
      return `${number} ${row.text(material.lang === 'en' ? 'unitEn' : 'unitEs') ?? ''}${mark}`.trim();
  }
}

/** With up to four decimals. */
export const decimal = (value: number, { lang }: Material): string =>
  value.toLocaleString(lang === 'en' ? 'en-GB' : 'es-MX', { maximumFractionDigits: 4 });
