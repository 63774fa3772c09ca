import type { Bilingual, FieldProblem } from '#platform/http';
import type { ImportFile } from './import-file.js';
import type { RowProblem } from './row-problem.js';

/** One column that a file may have. The field's own name is accepted as heading, too. */
export interface ImportColumn {
  en: string;
  es: string;
  /** Further headings that are understood. */
  also?: readonly string[];
  description: Bilingual;
  /** A file without this column is refused once, not row by row. */
  required?: boolean;
  /** The cell holds several values, with semicolons between them. */
  list?: boolean;
  /** Words of the field by key, so that a cell may hold either the key or one of these labels. */
  words?: Readonly<Record<string, Bilingual>>;
}

/** A row that may be taken, and how to tell of what the service finds wrong in it. */
export interface GoodRow<T> {
  row: number;
  value: T;
  problem(field: string, detail: Bilingual): RowProblem;
}

/** What a file holds, checked: the good rows, and everything that is wrong in the others. */
export interface CheckedRows<T> {
  /** How many rows the file has. */
  rows: number;
  good: GoodRow<T>[];
  problems: RowProblem[];
  /** What a person should know, and what keeps no row from being taken. */
  warnings?: RowProblem[];
}

/** One kind of import: `kind` is its name on the command line. */
export interface ImportDefinition<T> {
  kind: string;
  about: Bilingual;
  /** What people read about the columns. */
  columns: readonly (ImportColumn & { field: string })[];
  read(file: ImportFile): Promise<CheckedRows<T>>;
}

/** A kind of import whose file is a table: one row, one object of `dto`. */
export interface TableImport<T extends object> {
  kind: string;
  about: Bilingual;
  columns: Readonly<Partial<Record<keyof T & string, ImportColumn>>>;
  /** What a row is turned into and checked against, with the decorators of #platform/http. */
  dto: new () => T;
  /** What only several fields together tell. Pure; `field` names the column. */
  refuses?: (row: T) => FieldProblem[];
  /** What makes two rows the same: the later one is a problem. */
  key?: (row: T) => string;
}
