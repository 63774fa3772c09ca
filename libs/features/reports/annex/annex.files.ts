import { strToU8, type Zippable, zipSync } from 'fflate';
import { csvFile } from '#platform/tables';
import type { ReportOrigin } from '../report.document.js';
import type { Material } from '../report.material.js';
import { annexTables } from './annex.js';
import { packageOf } from './annex.package.js';
import { schemaOf } from './annex.schema.js';
import type { AnnexCell, AnnexTable, AnnexType } from './annex.table.js';

/** Stands for the day of making: the same snapshot gives the same bytes. */
const ALWAYS = new Date(Date.UTC(1980, 0, 1));
const ALWAYS_IN_ZIP = new Date(1980, 0, 1);
const FORMATS: Partial<Record<AnnexType, string>> = { whole: '#,##0', percent: '0.0%', date: 'yyyy-mm-dd' };
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

/**
 * Days as days and percentages as such, so that they sort and are computed with; without the noise of binary fractions. Texts stay
 * cells of text: nothing in them runs as a formula.
 */
function typed(cell: AnnexCell, type: AnnexType | undefined): AnnexCell | Date {
  if (type === 'date' && typeof cell === 'string') return new Date(`${cell}T00:00:00Z`);
  return type === 'percent' && typeof cell === 'number' ? Number((cell / 100).toPrecision(12)) : cell;
}

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
 * The tables as files in a ZIP: each as CSV under its key, all of them as JSON with its schema, and `datapackage.json`, which tells
 * statistics programs what the files are and how the tables hang together.
 */
export function annexZip(material: Material, origin: ReportOrigin): Buffer {
  const { content, lang } = material;
  const name = `mirps-${content.cycle.key.replaceAll('_', '-')}-${lang}`;
  const tables = annexTables(material);
  const files = tables.map((table) => ({ table, csv: csvOf(table) }));
  const texts: Record<string, string> = {
    'datapackage.json': json(packageOf(files, { name, origin, lang })),
    'data.json': json({
      $schema: 'data.schema.json',
      ...Object.fromEntries(tables.map((table) => [table.key, objectsOf(table)])),
    }),
    'data.schema.json': json(schemaOf(tables, lang)),
    ...Object.fromEntries(files.map(({ table, csv }) => [`${table.key}.csv`, csv])),
  };
  const zipped: Zippable = Object.fromEntries(
    Object.entries(texts).map(([file, text]) => [file, [strToU8(text), { mtime: ALWAYS_IN_ZIP }]]),
  );
  return Buffer.from(zipSync(zipped, { level: 6 }));
}

/** Excel takes a file without the mark for one in the machine's own encoding, and shows its accents as two letters each. */
const UTF8_MARK = '\uFEFF';

const csvOf = ({ columns, rows }: AnnexTable): string =>
  UTF8_MARK +
  csvFile({
    columns: columns.map(({ key }) => key),
    rows: rows.map((cells) => cells.map((cell) => (typeof cell === 'boolean' ? String(cell) : cell))),
  });

const json = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`;

const objectsOf = ({ columns, rows }: AnnexTable): Record<string, AnnexCell>[] =>
  rows.map((cells) => Object.fromEntries(columns.map(({ key }, i) => [key, cells[i] ?? null])));
