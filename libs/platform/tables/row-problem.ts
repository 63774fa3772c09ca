import type { Bilingual, Lang } from '#platform/http';

/** A row of a spreadsheet or of CSV, its cells as text. */
export interface TableRecord {
  /** As a spreadsheet numbers it, the first is 1. */
  row: number;
  fields: string[];
}

/** One thing in a file that cannot be taken. */
export interface RowProblem {
  /** The row as a spreadsheet numbers it (the headings are row 1); in JSON the entry, from 1; null: the file as a whole. */
  row: number | null;
  /** The heading as the file writes it; in JSON the path, such as `[3].nameEn`. Null: the row as a whole. */
  column: string | null;
  /** The cell as a spreadsheet names it, such as `B7`; null or left out where there is none. */
  cell?: string | null;
  /** What the cell holds, shortened. */
  value: string | null;
  detail: Bilingual;
}

/** A problem in one language, as answers and the command line carry it. */
export const toldIn = (lang: Lang, { row, column, cell, value, detail }: RowProblem) => ({
  row,
  column,
  cell: cell ?? null,
  value,
  detail: detail[lang],
});

/** By row, then as they were found; what concerns the whole file comes first. */
export const inFileOrder = (problems: readonly RowProblem[]): RowProblem[] =>
  [...problems].sort((a, b) => (a.row ?? 0) - (b.row ?? 0));

const LONGEST = 120;

/** A cell as a problem shows it. */
export function shown(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

/** A cell's name in a spreadsheet; `at` counts columns from 0. */
export function cellName(row: number, at: number): string {
  let letters = '';
  for (let left = at; left >= 0; left = Math.floor(left / 26) - 1)
    letters = String.fromCharCode(65 + (left % 26)) + letters;
  return `${letters}${row}`;
}
