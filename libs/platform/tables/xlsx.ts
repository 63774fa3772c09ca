import type { Bilingual } from '#platform/http';
import { cellName, type RowProblem, type TableRecord } from './row-problem.js';
import { unpackedSize } from './zip-size.js';

/** Most that a workbook may hold unpacked, in bytes: fifty times what a full table of this product needs. */
const MOST_UNPACKED = 32 * 1024 * 1024;
/** Cells of the rectangle around everything on a sheet, empty ones too. */
const MOST_CELLS = 1_000_000;

export type XlsxTable = { records: TableRecord[]; problems: RowProblem[] } | { unreadable: Bilingual };

/**
 * Reads the first sheet of a workbook into rows of text, as its CSV would have them: days as 2024-05-01, numbers with a
 * point and without Excel's rounding noise, percent cells with their sign. Nothing is unpacked before its size is known,
 * and no grid is laid out before its corners are, so that a small file cannot fill the memory.
 */
export async function readXlsx(bytes: Uint8Array): Promise<XlsxTable> {
  const unpacked = unpackedSize(bytes);
  if (unpacked === null) return { unreadable: bytes[0] === 0xd0 ? OLD_OR_LOCKED : BROKEN };
  if (unpacked > MOST_UNPACKED) return { unreadable: TOO_LARGE };
  const { readXlsx: read, streamXlsxRows } = await import('hucre/xlsx');
  try {
    let [lastRow, lastColumn] = [0, 0];
    for await (const { index, values } of streamXlsxRows(bytes)) {
      lastRow = Math.max(lastRow, index + 1);
      lastColumn = Math.max(lastColumn, values.length);
      if (lastRow * lastColumn > MOST_CELLS) return { unreadable: TOO_WIDE };
    }
    const { sheets } = await read(bytes, { sheets: [0], readStyles: true });
    return sheets[0] ? tableOf(sheets[0]) : { unreadable: BROKEN };
  } catch {
    return { unreadable: BROKEN };
  }
}

type CellValue = string | number | boolean | Date | null;
interface SheetOf {
  rows: CellValue[][];
  cells?: Map<string, { type: string; style?: { numFmt?: string } }>;
}

function tableOf({ rows, cells }: SheetOf): XlsxTable {
  const records: TableRecord[] = [];
  const problems: RowProblem[] = [];
  rows.forEach((values, at) => {
    const row = at + 1;
    const fields = values.map((value, column) => {
      const cell = cells?.get(`${at},${column}`);
      if (cell?.type === 'error' && value !== null) {
        problems.push({
          row,
          column: null,
          cell: cellName(row, column),
          value: String(value),
          detail: ERROR_CELL,
        });
        return '';
      }
      return textOf(value, cell?.style?.numFmt ?? '');
    });
    while (fields.at(-1) === '') fields.pop();
    if (fields.length > 0) records.push({ row, fields });
  });
  return { records, problems };
}

function textOf(value: CellValue, format: string): string {
  if (value === null) return '';
  if (value instanceof Date) return value.toISOString().replace(/T00:00:00\.000Z$/, '');
  if (typeof value !== 'number') return String(value);
  return format.includes('%') ? `${plain(value * 100)}%` : plain(value);
}

/** Excel keeps 15 digits; what stands behind them is noise of binary fractions. */
const plain = (value: number): string =>
  value.toLocaleString('en-US', { useGrouping: false, maximumSignificantDigits: 15 });

const BROKEN: Bilingual = {
  en: 'cannot be read as a workbook; open it in a spreadsheet program and save it again as .xlsx',
  es: 'no se puede leer como libro de Excel; ábralo en un programa de hojas de cálculo y guárdelo de nuevo como .xlsx',
};
const OLD_OR_LOCKED: Bilingual = {
  en: 'is an old .xls file or has a password; save it as .xlsx without a password',
  es: 'es un archivo .xls antiguo o tiene contraseña; guárdelo como .xlsx sin contraseña',
};
const TOO_LARGE: Bilingual = {
  en: 'unpacks to more than 32 MiB; copy the table alone into a new workbook',
  es: 'ocupa más de 32 MiB descomprimido; copie solo la tabla en un libro nuevo',
};
const TOO_WIDE: Bilingual = {
  en: 'has cells far away from its table; delete the empty rows and columns behind it, or copy the table alone into a new workbook',
  es: 'tiene celdas muy lejos de su tabla; elimine las filas y columnas vacías que siguen o copie solo la tabla en un libro nuevo',
};
const ERROR_CELL: Bilingual = {
  en: 'shows an error of the spreadsheet; correct its formula or write the value',
  es: 'muestra un error de la hoja de cálculo; corrija la fórmula o escriba el valor',
};
