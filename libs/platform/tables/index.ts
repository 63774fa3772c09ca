export type {
  CheckedRows,
  GoodRow,
  ImportColumn,
  ImportDefinition,
  TableImport,
} from './import-definition.js';
export { column, defineImport } from './define-import.js';
export { type ImportFile, importFileNamed } from './import-file.js';
export {
  IMPORT_MODES,
  type ImportMode,
  ImportRefused,
  type ImportResult,
  importRows,
} from './import-rows.js';
export { ImportAnswer, ImportKindDto } from './import-route.js';
export { type ImportKind, importKind, ImportsModule } from './imports.module.js';
export { inFileOrder, type RowProblem, shown, toldIn } from './row-problem.js';
export { type Cell, csvFile, type NamedTable, xlsxFile } from './table-file.js';
