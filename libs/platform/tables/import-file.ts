import { invalid } from '#platform/http';

/** What a person hands in: the bytes of a workbook or a CSV file, or JSON that is parsed already. */
export type ImportFile = { format: 'csv' | 'xlsx'; bytes: Uint8Array } | { format: 'json'; content: unknown };

/** A workbook or CSV, whichever the bytes are: a workbook is a ZIP archive, or an OLE container when old or locked. */
export const tableFile = (bytes: Uint8Array): ImportFile => ({
  format: [ZIP, OLE].some((mark) => mark.every((byte, at) => bytes[at] === byte)) ? 'xlsx' : 'csv',
  bytes,
});

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const OLE = [0xd0, 0xcf, 0x11, 0xe0];

/**
 * A file by the ending of its name: `.xlsx`, `.csv`, `.tsv`, `.txt` or `.json`.
 * @throws DomainError invalid for another ending, or JSON that cannot be parsed
 */
export function importFileNamed(name: string, bytes: Uint8Array): ImportFile {
  const ending = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  if (ending === 'json') return { format: 'json', content: parsed(bytes) };
  if (['xlsx', 'xls', 'csv', 'tsv', 'txt'].includes(ending)) return tableFile(bytes);
  throw invalid('file', {
    en: `${name} is no XLSX, CSV or JSON file; save a spreadsheet as .xlsx and import that`,
    es: `${name} no es un archivo XLSX, CSV ni JSON; guarde la hoja de cálculo como .xlsx e importe ese archivo`,
  });
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(utf8(bytes).replace(/^\uFEFF/, '')) as unknown;
  } catch (error) {
    throw invalid('file', {
      en: `is not JSON: ${error instanceof Error ? error.message : String(error)}`,
      es: `no es JSON: ${error instanceof Error ? error.message : String(error)}`,
    });
  }
}

/** @throws TypeError for bytes that are no UTF-8 */
export const utf8 = (bytes: Uint8Array): string => new TextDecoder('utf-8', { fatal: true }).decode(bytes);
