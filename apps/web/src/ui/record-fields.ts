import type { RecordField } from './RecordInput';
import { type RecordValues, severalIn } from './record-values';

type Kind = 'line' | 'text';

/** A text in both languages: two fields, `titleEn` and `titleEs`. */
export const inBoth = (name: string, label: string, kind: Kind = 'line', required = false): RecordField[] =>
  (['En', 'Es'] as const).map((lang) => ({
    ...{ name: `${name}${lang}`, label: `${label} (${lang.toUpperCase()})`, kind, required },
  }));

/** What stands in fields of both languages, as the API takes it. */
export const bothIn = <N extends string>(values: RecordValues, name: N) =>
  ({
    [`${name}En`]: values[`${name}En`]?.trim() ?? '',
    [`${name}Es`]: values[`${name}Es`]?.trim() ?? '',
  }) as {
    [P in `${N}En` | `${N}Es`]: string;
  };

/** Rows of one field: a line each, its parts with a bar between. */
export const rowsIn = (values: RecordValues, name: string): string[][] =>
  severalIn(values, name, /\n+/).map((line) => line.split('|').map((part) => part.trim()));

/** Rows as one field shows them. */
export const rowsOf = (rows: readonly (readonly (string | number | null | undefined)[])[]): string =>
  rows
    .map((parts) =>
      parts
        .map((part) => part ?? '')
        .join(' | ')
        .replace(/( \| )+$/, ''),
    )
    .join('\n');

/** Texts in both languages as rows: English | Spanish. */
export const wordsIn = (values: RecordValues, name: string): { en: string; es: string }[] =>
  rowsIn(values, name).map(([en = '', es = '']) => ({ en, es }));

/** A list in one part of a row. */
export const partsOf = (text = ''): string[] =>
  text
    .split(/[,;]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** A number, or null for nothing; what is no number stays as it is written, so that the API can say so. */
export const numberIn = (text: string | undefined): number | null => {
  const written = (text ?? '').trim();
  if (written === '') return null;
  const number = Number(written);
  return Number.isNaN(number) ? (written as unknown as number) : number;
};
