import type { Lang } from '#platform/http';
import type { AnnexColumn, AnnexTable, AnnexType } from './annex.table.js';

const TYPES: Record<AnnexType, { type: string; [limit: string]: unknown }> = {
  text: { type: 'string' },
  number: { type: 'number' },
  whole: { type: 'integer', minimum: 0 },
  percent: { type: 'number', minimum: 0, maximum: 100 },
  date: { type: 'string', format: 'date' },
  yes_no: { type: 'boolean' },
};

/** `data.schema.json`: what `data.json` holds, as JSON Schema. */
export const schemaOf = (tables: readonly AnnexTable[], lang: Lang) => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  type: 'object',
  additionalProperties: false,
  required: tables.map(({ key }) => key),
  properties: {
    $schema: { type: 'string' },
    ...Object.fromEntries(tables.map((table) => [table.key, listOf(table, lang)])),
  },
});

const listOf = ({ title, columns, primaryKey = [] }: AnnexTable, lang: Lang) => ({
  type: 'array',
  title: title[lang],
  items: {
    type: 'object',
    additionalProperties: false,
    required: columns.map(({ key }) => key),
    properties: Object.fromEntries(
      columns.map((column) => [column.key, valueOf(column, primaryKey.includes(column.key), lang)]),
    ),
  },
});

/** null says that nothing is known or nothing applies; what tells rows apart is never null. */
function valueOf({ type, title, about, values }: AnnexColumn, isKey: boolean, lang: Lang) {
  const { type: one, ...limits } = TYPES[type];
  return {
    title: title[lang],
    description: about[lang],
    type: isKey ? one : [one, 'null'],
    ...limits,
    ...(values ? { enum: isKey ? values : [...values, null] } : {}),
  };
}
