import type { Column, Inline, Line, Row, TableBlock } from '../report.document.js';
import { asLine } from '../report.material.js';

const NOTHING = '—';

type Cell = Line | Inline | null;

/** A table; its number is set when the document is put together. Cells without anything show a dash. */
export function table(
  id: string,
  caption: string,
  columns: (string | Column)[],
  rows: (Cell[] | { id?: string; cells: Cell[]; total?: boolean })[],
  rest: { note?: string; illustrative?: boolean } = {},
): TableBlock {
  return {
    type: 'table',
    id,
    number: 0,
    caption,
    columns: columns.map((column) => (typeof column === 'string' ? { title: column } : column)),
    rows: rows.map((row) =>
      Array.isArray(row) ? { cells: row.map(cell) } : ({ ...row, cells: row.cells.map(cell) } satisfies Row),
    ),
    note: rest.note ?? null,
    illustrative: rest.illustrative ?? false,
  };
}

export const numeric = (title: string): Column => ({ title, numeric: true });

const cell = (content: Cell): Line => {
  const line = content === null ? [] : asLine(content);
  return line.length === 0 || (line.length === 1 && line[0] === '') ? [NOTHING] : line;
};

/** A table without the columns of these that say nothing in any row. */
export function withoutSilent(table: TableBlock, dispensable: readonly string[]): TableBlock {
  const told = table.columns.map(
    ({ title }, i) =>
      !dispensable.includes(title) ||
      table.rows.some(({ cells }) => cells[i]?.length !== 1 || cells[i][0] !== NOTHING),
  );
  return {
    ...table,
    columns: table.columns.filter((_, i) => told[i]),
    rows: table.rows.map((row) => ({ ...row, cells: row.cells.filter((_, i) => told[i]) })),
  };
}
