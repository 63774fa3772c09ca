/** A cell of a table to take along; null where nothing is known. */
export type Cell = string | number | null;

/** A table with a name for its sheet. */
export interface NamedTable {
  name: string;
  columns: readonly string[];
  rows: readonly (readonly Cell[])[];
}

/** CSV (RFC 4180) with a header; what a spreadsheet would carry out as a formula is kept text. */
export const csvFile = ({ columns, rows }: Omit<NamedTable, 'name'>): string =>
  [columns, ...rows].map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('');

/**
 * A workbook of some sheets with frozen heads; texts are cells of text, so that nothing runs as a formula.
 * @param madeAt what it says of its making; with one, the same tables give the same bytes
 */
export async function xlsxFile(tables: readonly NamedTable[], madeAt = new Date()): Promise<Uint8Array> {
  const { writeXlsx } = await import('hucre/xlsx');
  return writeXlsx({
    properties: { created: madeAt, modified: madeAt },
    sheets: tables.map(({ name, columns, rows }) => ({
      name,
      rows: [[...columns], ...rows.map((cells) => [...cells])],
      freezePane: { rows: 1 },
    })),
  });
}

function csvCell(value: Cell): string {
  if (typeof value === 'number') return String(value);
  const text = value ?? '';
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
