import { createHash } from 'node:crypto';
import type { Lang } from '#platform/http';
import type { ReportOrigin } from '../report.document.js';
import type { AnnexColumn, AnnexTable } from './annex.table.js';

/** A table with the file in which it is. */
export interface TableFile {
  table: AnnexTable;
  csv: string;
}

interface PackageSubject {
  name: string;
  origin: ReportOrigin;
  lang: Lang;
}

const FIELD_TYPES = {
  text: 'string',
  number: 'number',
  whole: 'integer',
  percent: 'number',
  date: 'date',
  yes_no: 'boolean',
} as const;

/** How the files are written, in the words of the CSV Dialect of Frictionless. */
const DIALECT = {
  csvddfVersion: 1.2,
  delimiter: ',',
  lineTerminator: '\r\n',
  quoteChar: '"',
  doubleQuote: true,
  skipInitialSpace: false,
  header: true,
  caseSensitiveHeader: true,
};

/** `datapackage.json`: the tables as a Tabular Data Package of Frictionless, version 1. */
export const packageOf = (files: readonly TableFile[], { name, origin, lang }: PackageSubject) => ({
  profile: 'tabular-data-package',
  name,
  snapshot: origin,
  resources: files.map(({ table, csv }) => ({
    profile: 'tabular-data-resource',
    name: table.key,
    path: `${table.key}.csv`,
    title: table.title[lang],
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    bytes: Buffer.byteLength(csv),
    hash: `sha256:${createHash('sha256').update(csv).digest('hex')}`,
    dialect: DIALECT,
    sources: [{ title: table.from[lang] }],
    schema: {
      fields: table.columns.map((column) => fieldOf(column, table, lang)),
      missingValues: [''],
      ...(table.primaryKey ? { primaryKey: table.primaryKey } : {}),
      ...pointersOf(table, files),
    },
  })),
});

const fieldOf = (column: AnnexColumn, { primaryKey }: AnnexTable, lang: Lang) => ({
  name: column.key,
  type: FIELD_TYPES[column.type],
  format: 'default',
  title: column.title[lang],
  description: column.about[lang],
  ...(column.unit ? { unit: column.unit[lang] } : {}),
  constraints: {
    ...(primaryKey?.includes(column.key) ? { required: true } : {}),
    ...(column.type === 'whole' ? { minimum: 0 } : {}),
    ...(column.type === 'percent' ? { minimum: 0, maximum: 100 } : {}),
    ...(column.values ? { enum: column.values } : {}),
  },
});

/** A table without rows is not in the package, and nothing points to it. */
function pointersOf({ pointsTo }: AnnexTable, files: readonly TableFile[]) {
  if (!pointsTo || !files.some(({ table }) => table.key === pointsTo.table)) return {};
  const { table: resource, column: fields } = pointsTo;
  return { foreignKeys: [{ fields, reference: { resource, fields } }] };
}
