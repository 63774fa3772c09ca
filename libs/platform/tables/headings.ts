import type { ImportColumn } from './import-definition.js';
import { cellName, type RowProblem, type TableRecord } from './row-problem.js';

export type FieldColumn = ImportColumn & { field: string };

/** Headings are the same whatever their case, accents, spaces, hyphens and underscores. */
export const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

/** Which column of the definition each heading of a file is, and what is wrong with the headings. */
export function matchHeadings(
  { row, fields: headings }: TableRecord,
  columns: readonly FieldColumn[],
): { matched: (FieldColumn | undefined)[]; problems: RowProblem[]; missing: Set<string> } {
  const byName = new Map<string, FieldColumn>();
  for (const column of columns)
    for (const name of [column.field, column.en, column.es, ...(column.also ?? [])])
      byName.set(folded(name), column);
  const matched = headings.map((heading) => byName.get(folded(heading)));
  const problems: RowProblem[] = [];
  const place = (at: number) => ({ row, cell: cellName(row, at) });
  headings.forEach((heading, at) => {
    const column = matched[at];
    if (heading.trim() === '') return;
    if (!column) problems.push({ ...place(at), ...unknown(heading, columns) });
    else if (matched.indexOf(column) < at) problems.push({ ...place(at), ...twice(heading) });
  });
  const missing = columns.filter((column) => column.required && !matched.includes(column));
  problems.push(...missing.map((column) => ({ row, ...absent(column) })));
  return { matched, problems, missing: new Set(missing.map(({ field }) => field)) };
}

type HeadingProblem = Omit<RowProblem, 'row'>;

const unknown = (heading: string, columns: readonly FieldColumn[]): HeadingProblem => ({
  column: heading,
  value: null,
  detail: {
    en: `is no column of this import; rename or remove it. There are: ${columns.map(({ en }) => en).join(', ')}`,
    es: `no es una columna de esta importación; cámbiele el nombre o quítela. Existen: ${columns.map(({ es }) => es).join(', ')}`,
  },
});

const twice = (heading: string): HeadingProblem => ({
  column: heading,
  value: null,
  detail: { en: 'is there twice; keep one', es: 'aparece dos veces; deje una' },
});

const absent = ({ en, es }: FieldColumn): HeadingProblem => ({
  column: en,
  value: null,
  detail: { en: `the column "${en}" is missing`, es: `falta la columna "${es}"` },
});
