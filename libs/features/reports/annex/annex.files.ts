import { strToU8, type Zippable, zipSync } from 'fflate';
import { csvFile } from '#platform/tables';
import type { ReportOrigin } from '../report.document.js';
import type { Material } from '../report.material.js';
import { annexTables } from './annex.js';
import type { AnnexCell, AnnexTable } from './annex.table.js';

/** Stands for the day of making: the same snapshot gives the same bytes. */
const ALWAYS = new Date(Date.UTC(1980, 0, 1));
const ALWAYS_IN_ZIP = new Date(1980, 0, 1);
const FORMATS = { text: undefined, number: undefined, date: 'yyyy-mm-dd', yes_no: undefined } as const;
const WIDEST = 60;
const NARROWEST = 9;

/** A workbook with one sheet a table: typed cells, frozen heads, filters, and the dictionary as the last sheet. */
export async function annexXlsx(material: Material): Promise<Buffer> {
  const { writeXlsx } = await import('hucre/xlsx');
  const { lang } = material;
  const file = await writeXlsx({
    properties: { created: ALWAYS, modified: ALWAYS },
    sheets: annexTables(material).map(({ title, columns, rows }) => {
      const head = columns.map((column) => column.title[lang]);
      return {
        name: title[lang],
        rows: [head, ...rows.map((cells) => cells.map((cell, i) => typed(cell, columns[i]?.type)))],
        columns: columns.map(({ type }, i) => ({
          width: widthOf(
            head[i] ?? '',
            rows.map((cells) => cells[i] ?? null),
          ),
          ...(FORMATS[type] ? { numFmt: FORMATS[type] } : {}),
        })),
        cells: new Map(head.map((value, i) => [`0,${i}`, { value, style: { font: { bold: true } } }])),
        freezePane: { rows: 1, columns: 1 },
        autoFilter: { range: `A1:${letters(columns.length)}${rows.length + 1}` },
      };
    }),
  });
  return Buffer.from(file);
}

/** Days as days, so that they sort and filter as such. Texts stay cells of text: nothing in them runs as a formula. */
const typed = (cell: AnnexCell, type: string | undefined): AnnexCell | Date =>
  type === 'date' && typeof cell === 'string' ? new Date(`${cell}T00:00:00Z`) : cell;

const widthOf = (head: string, cells: readonly AnnexCell[]): number =>
  Math.min(
    WIDEST,
    Math.max(
      NARROWEST,
      head.length + 3,
      ...cells.map((cell) => (cell === null ? 0 : String(cell).length + 1)),
    ),
  );

/** `A`, `Z`, `AA`: the last of so many columns. */
const letters = (columns: number): string =>
  columns <= 26
    ? String.fromCharCode(64 + columns)
    : letters(Math.floor((columns - 1) / 26)) + letters(((columns - 1) % 26) + 1);

/**
 * The tables as files in a ZIP: each as CSV under its key, all of them as JSON, and `datapackage.json`, which tells
 * statistics programs the types of the columns (Frictionless Data Package).
 */
export function annexZip(material: Material, origin: ReportOrigin): Buffer {
  const tables = annexTables(material);
  const texts: Record<string, string> = {
    'datapackage.json': json(packageOf(tables, material, origin)),
    'data.json': json(Object.fromEntries(tables.map((table) => [table.key, objectsOf(table)]))),
    ...Object.fromEntries(
      tables.map(({ key, columns, rows }) => [
        `${key}.csv`,
        csvFile({
          columns: columns.map((column) => column.key),
          rows: rows.map((cells) => cells.map((cell) => (typeof cell === 'boolean' ? String(cell) : cell))),
        }),
      ]),
    ),
  };
  const files: Zippable = Object.fromEntries(
    Object.entries(texts).map(([name, text]) => [name, [strToU8(text), { mtime: ALWAYS_IN_ZIP }]]),
  );
  return Buffer.from(zipSync(files, { level: 6 }));
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`;

const objectsOf = ({ columns, rows }: AnnexTable): Record<string, AnnexCell>[] =>
  rows.map((cells) => Object.fromEntries(columns.map(({ key }, i) => [key, cells[i] ?? null])));

const FIELD_TYPES = { text: 'string', number: 'number', date: 'date', yes_no: 'boolean' } as const;

const packageOf = (tables: readonly AnnexTable[], { content, lang }: Material, origin: ReportOrigin) => ({
  name: `mirps-${content.cycle.key.replaceAll('_', '-')}-${lang}`,
  snapshot: origin,
  resources: tables.map(({ key, title, columns }) => ({
    name: key,
    path: `${key}.csv`,
    title: title[lang],
    schema: {
      fields: columns.map((column) => ({
        name: column.key,
        type: FIELD_TYPES[column.type],
        title: column.title[lang],
        description: column.about[lang],
      })),
    },
  })),
});
