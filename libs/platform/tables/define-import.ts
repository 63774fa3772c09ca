import { type Bilingual, checked, DomainError, type FieldProblem } from '#platform/http';
import { readCsv } from './csv.js';
import { type FieldColumn, folded, matchHeadings } from './headings.js';
import type { CheckedRows, GoodRow, ImportDefinition, TableImport } from './import-definition.js';
import { type ImportFile, utf8 } from './import-file.js';
import { inFileOrder, type RowProblem, shown } from './row-problem.js';

/** A row as the file has it: what each field holds, and how the file calls it. */
interface RawRow {
  row: number;
  cells: Map<string, { column: string; value: unknown }>;
  /** The name of a column that this row has no cell for. */
  absent: (field: string) => string;
}

interface RawTable {
  rows: RawRow[];
  problems: RowProblem[];
  /** Required columns that the whole file lacks; told once. */
  missing: Set<string>;
  /** The file or its headings are wrong, so that no row can be trusted. */
  blocked: boolean;
}

/**
 * Defines an import of rows from CSV (headings in English or Spanish) or JSON (a list of objects, by field or heading).
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
    read: (file) => checkRows(table, file.format === 'csv' ? csv(file, columns) : json(file, columns)),
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
  const cell = row.cells.get(name);
  const column = name === '' ? null : `${cell?.column ?? row.absent(name)}${cell ? rest : ''}`;
  return { row: row.row, column, value: shown(cell?.value), detail };
}

const repeated = (row: number): Bilingual => ({
  en: `repeats row ${row}; keep one of the two`,
  es: `repite la fila ${row}; deje una de las dos`,
});

function csv(file: Extract<ImportFile, { format: 'csv' }>, columns: readonly FieldColumn[]): RawTable {
  let text: string;
  try {
    text = utf8(file.bytes);
  } catch {
    return unreadable({
      en: 'is not UTF-8; save it as "CSV UTF-8"',
      es: 'no está en UTF-8; guárdelo como "CSV UTF-8"',
    });
  }
  const { records, problems } = readCsv(text);
  const [head, ...body] = records;
  if (!head) return unreadable({ en: 'is empty', es: 'está vacío' });
  const headings = matchHeadings(head.fields, columns);
  const rows = body.map(({ row, fields }) => {
    const cells: RawRow['cells'] = new Map();
    headings.matched.forEach((column, at) => {
      const text = fields[at]?.trim() ?? '';
      if (column && text !== '' && !cells.has(column.field))
        cells.set(column.field, { column: head.fields[at] ?? column.en, value: meaning(column, text) });
    });
    return { row, cells, absent: nameOf(columns, headings.matched, head.fields) };
  });
  const beyond = body.flatMap(({ row, fields }) =>
    fields.slice(head.fields.length).some((field) => field.trim() !== '') ? [tooMany(row)] : [],
  );
  const found = [...headings.problems, ...problems, ...beyond];
  return { rows, problems: found, missing: headings.missing, blocked: found.some(({ row }) => row === 1) };
}

const nameOf =
  (
    columns: readonly FieldColumn[],
    matched: readonly (FieldColumn | undefined)[],
    headings: readonly string[],
  ) =>
  (field: string): string => {
    const at = matched.findIndex((column) => column?.field === field);
    return headings[at] ?? columns.find((column) => column.field === field)?.en ?? field;
  };

const tooMany = (row: number): RowProblem => ({
  row,
  column: null,
  value: null,
  detail: {
    en: 'has more cells than there are headings; put text with commas in quotation marks',
    es: 'tiene más celdas que encabezados; ponga entre comillas el texto que lleva comas',
  },
});

function json(
  { content }: Extract<ImportFile, { format: 'json' }>,
  columns: readonly FieldColumn[],
): RawTable {
  if (!Array.isArray(content))
    return unreadable({
      en: 'must be a list of objects, one for each row',
      es: 'debe ser una lista de objetos, uno por fila',
    });
  const problems: RowProblem[] = [];
  const rows = content.map((entry: unknown, at): RawRow => {
    const row = at + 1;
    const cells: RawRow['cells'] = new Map();
    const absent = (field: string): string => `[${at}].${field}`;
    if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) {
      problems.push({ row, column: `[${at}]`, value: shown(entry), detail: NO_OBJECT });
      return { row, cells, absent };
    }
    for (const [name, value] of Object.entries(entry)) {
      const column = columns.find((each) => headingsOf(each).includes(folded(name)));
      cells.set(column?.field ?? name, {
        column: absent(name),
        value: column && typeof value === 'string' ? meaning(column, value) : (value as unknown),
      });
    }
    return { row, cells, absent };
  });
  return { rows, problems, missing: new Set(), blocked: false };
}

const NO_OBJECT: Bilingual = { en: 'must be an object', es: 'debe ser un objeto' };

const headingsOf = ({ field, en, es, also = [] }: FieldColumn): string[] =>
  [field, en, es, ...also].map(folded);

/** A cell's text as the field wants it: the parts of a list, the key behind a label. */
function meaning(column: FieldColumn, text: string): unknown {
  if (column.list)
    return text
      .split(';')
      .map((part) => keyOf(column, part.trim()))
      .filter((part) => part !== '');
  return keyOf(column, text);
}

function keyOf({ words }: FieldColumn, text: string): string {
  if (!words || Object.hasOwn(words, text)) return text;
  const same = folded(text);
  const found = Object.entries(words).find(([key, { en, es }]) =>
    [key, en, es].some((w) => folded(w) === same),
  );
  return found?.[0] ?? text;
}

const unreadable = (detail: Bilingual): RawTable => ({
  rows: [],
  problems: [{ row: null, column: null, value: null, detail }],
  missing: new Set(),
  blocked: true,
});
