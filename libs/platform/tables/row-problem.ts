import type { Bilingual, Lang } from '#platform/http';

/** One thing in a file that cannot be taken. */
export interface RowProblem {
  /** The row as a spreadsheet numbers it (the headings are row 1); in JSON the entry, from 1; null: the file as a whole. */
  row: number | null;
  /** The heading as the file writes it; in JSON the path, such as `[3].nameEn`. Null: the row as a whole. */
  column: string | null;
  /** What the cell holds, shortened. */
  value: string | null;
  detail: Bilingual;
}

/** A problem in one language, as answers and the command line carry it. */
export const toldIn = (lang: Lang, { row, column, value, detail }: RowProblem) => ({
  row,
  column,
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
