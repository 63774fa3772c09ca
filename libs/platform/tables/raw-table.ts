import type { Bilingual } from '#platform/http';
import { readCsv } from './csv.js';
import { type FieldColumn, folded, matchHeadings } from './headings.js';
import { type ImportFile, utf8 } from './import-file.js';
import { cellName, type RowProblem, shown, type TableRecord } from './row-problem.js';
import { readXlsx } from './xlsx.js';

/** How the file calls the place of a value: its heading or JSON path, and the spreadsheet's name of the cell. */
interface Place {
  column: string;
  cell: string | null;
}

/** A row as the file has it: what each field holds, and how the file calls it. */
export interface RawRow {
  row: number;
  cells: Map<string, Place & { value: unknown }>;
  /** Where a field would be that this row holds nothing for. */
  absent: (field: string) => Place;
}

export interface RawTable {
  rows: RawRow[];
  problems: RowProblem[];
  /** Required columns that the whole file lacks; told once. */
  missing: Set<string>;
  /** The file or its headings are wrong, so that no row can be trusted. */
  blocked: boolean;
}

/** What a file holds, its cells by the fields that they mean. */
export async function rawTable(file: ImportFile, columns: readonly FieldColumn[]): Promise<RawTable> {
  if (file.format === 'json') return json(file, columns);
  return file.format === 'csv' ? csv(file.bytes, columns) : xlsx(file.bytes, columns);
}

function csv(bytes: Uint8Array, columns: readonly FieldColumn[]): RawTable {
  let text: string;
  try {
    text = utf8(bytes);
  } catch {
    return unreadable({
      en: 'is not UTF-8; save it as "CSV UTF-8"',
      es: 'no está en UTF-8; guárdelo como "CSV UTF-8"',
    });
  }
  const { records, problems } = readCsv(text);
  return grid(records, problems, columns);
}

async function xlsx(bytes: Uint8Array, columns: readonly FieldColumn[]): Promise<RawTable> {
  const read = await readXlsx(bytes);
  return 'unreadable' in read ? unreadable(read.unreadable) : grid(read.records, read.problems, columns);
}

/** Rows of cells as a table; the first one holds the headings. */
function grid(
  records: readonly TableRecord[],
  problems: readonly RowProblem[],
  columns: readonly FieldColumn[],
): RawTable {
  const [head, ...body] = records;
  if (!head) return unreadable({ en: 'is empty', es: 'está vacío' });
  const headings = matchHeadings(head, columns);
  const rows = body.map(({ row, fields }) => {
    const cells: RawRow['cells'] = new Map();
    headings.matched.forEach((column, at) => {
      const text = fields[at]?.trim() ?? '';
      if (column && text !== '' && !cells.has(column.field))
        cells.set(column.field, {
          column: head.fields[at] ?? column.en,
          cell: cellName(row, at),
          value: meaning(column, text),
        });
    });
    return { row, cells, absent: placeOf(row, columns, headings.matched, head.fields) };
  });
  const beyond = body.flatMap(({ row, fields }) =>
    fields.slice(head.fields.length).some((field) => field.trim() !== '') ? [tooMany(row)] : [],
  );
  const found = [...headings.problems, ...problems, ...beyond];
  return {
    rows,
    problems: found,
    missing: headings.missing,
    blocked: found.some(({ row }) => row === head.row),
  };
}

const placeOf =
  (
    row: number,
    columns: readonly FieldColumn[],
    matched: readonly (FieldColumn | undefined)[],
    headings: readonly string[],
  ) =>
  (field: string): Place => {
    const at = matched.findIndex((column) => column?.field === field);
    const column = headings[at] ?? columns.find((each) => each.field === field)?.en ?? field;
    return { column, cell: at < 0 ? null : cellName(row, at) };
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
    const absent = (field: string): Place => ({ column: `[${at}].${field}`, cell: null });
    if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) {
      problems.push({ row, column: `[${at}]`, value: shown(entry), detail: NO_OBJECT });
      return { row, cells, absent };
    }
    for (const [name, value] of Object.entries(entry)) {
      const column = columns.find((each) => headingsOf(each).includes(folded(name)));
      cells.set(column?.field ?? name, {
        ...absent(name),
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
  const key = keyOf(column, text);
  return column.words && (key === 'true' || key === 'false') ? key === 'true' : key;
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
