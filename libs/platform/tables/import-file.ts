import { invalid } from '#platform/http';

/** What a person hands in: the bytes of a CSV file, or JSON that is parsed already. */
export type ImportFile = { format: 'csv'; bytes: Uint8Array } | { format: 'json'; content: unknown };

/**
 * A file by the ending of its name: `.csv`, `.tsv`, `.txt` or `.json`.
 * @throws DomainError invalid for another ending, or JSON that cannot be parsed
 */
export function importFileNamed(name: string, bytes: Uint8Array): ImportFile {
  const ending = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  if (ending === 'json') return { format: 'json', content: parsed(bytes) };
  if (['csv', 'tsv', 'txt'].includes(ending)) return { format: 'csv', bytes };
  throw invalid('file', {
    en: `${name} is neither CSV nor JSON; save a spreadsheet as "CSV UTF-8" and import that`,
    es: `${name} no es CSV ni JSON; guarde la hoja de cálculo como "CSV UTF-8" e importe ese archivo`,
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
