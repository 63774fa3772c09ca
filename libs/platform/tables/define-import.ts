import { type Bilingual, checked, DomainError, type FieldProblem } from '#platform/http';
import type { FieldColumn } from './headings.js';
import type {
  CheckedRows,
  GoodRow,
  ImportColumn,
  ImportDefinition,
  TableImport,
} from './import-definition.js';
import { type RawRow, type RawTable, rawTable } from './raw-table.js';
import { inFileOrder, type RowProblem, shown } from './row-problem.js';

/** A column of an import, in one line. */
export const column = (
  en: string,
  es: string,
  description: Bilingual,
  rest: Partial<ImportColumn> = {},
): ImportColumn => ({ en, es, description, ...rest });

/**
 * Defines an import of rows from a spreadsheet or CSV (headings in English or Spanish) or JSON (a list of objects, by field or
 * heading).
 * Reading it tells every problem at once, each with row and column.
 */
export function defineImport<T extends object>(table: TableImport<T>): ImportDefinition<T> {
  const columns = Object.entries(table.columns).map(([field, column]) => ({
    ...(column as FieldColumn),
    field,
  }));
  const { kind, about } = table;
  return {
    kind,
    about,
    columns,
    read: async (file) => checkRows(table, await rawTable(file, columns)),
  };
}

async function checkRows<T extends object>(table: TableImport<T>, raw: RawTable): Promise<CheckedRows<T>> {
  const good: GoodRow<T>[] = [];
  const problems = [...raw.problems];
  const seen = new Map<string, number>();
  const broken = new Set(raw.problems.map(({ row }) => row));
  for (const row of raw.rows) {
    const tell = (field: string, detail: Bilingual): RowProblem => problemIn(row, field, detail);
    if (row.cells.size === 0 && broken.has(row.row)) continue;
    const found = await rowOf(table, row);
    const wrong = found.problems.filter(({ field }) => !raw.missing.has(field));
    if (found.value && wrong.length === 0) wrong.push(...(table.refuses?.(found.value) ?? []));
    const key = found.value && table.key?.(found.value);
    const same = key === undefined ? undefined : seen.get(key);
    if (same !== undefined) wrong.push({ field: '', detail: repeated(same) });
    else if (key !== undefined) seen.set(key, row.row);
    problems.push(...wrong.map(({ field, detail }) => tell(field, detail)));
    if (found.value && wrong.length === 0 && !broken.has(row.row))
      good.push({ row: row.row, value: found.value, problem: tell });
  }
  return { rows: raw.rows.length, good: raw.blocked ? [] : good, problems: inFileOrder(problems) };
}

async function rowOf<T extends object>(
  table: TableImport<T>,
  { cells }: RawRow,
): Promise<{ value?: T; problems: FieldProblem[] }> {
  const input = Object.fromEntries([...cells].map(([field, { value }]) => [field, value]));
  try {
    return { value: await checked(table.dto, input), problems: [] };
  } catch (error) {
    if (error instanceof DomainError) return { problems: error.fields };
    throw error;
  }
}

function problemIn(row: RawRow, field: string, detail: Bilingual): RowProblem {
  const [, name = '', rest = ''] = /^([^.[]*)(.*)$/s.exec(field) ?? [];
  const held = row.cells.get(name);
  const { column, cell } = name === '' ? { column: null, cell: null } : (held ?? row.absent(name));
  return {
    row: row.row,
    column: column && `${column}${held ? rest : ''}`,
    cell,
    value: shown(held?.value),
    detail,
  };
}

const repeated = (row: number): Bilingual => ({
  en: `repeats row ${row}; keep one of the two`,
  es: `repite la fila ${row}; deje una de las dos`,
});
