import type { Database } from '#platform/database';
import { type Bilingual, currentRequest, DomainError, type ErrorCode, invalid } from '#platform/http';
import type { CheckedRows, GoodRow } from './import-definition.js';
import { inFileOrder, type RowProblem, toldIn } from './row-problem.js';

/** `check` changes nothing; `all` takes every row or none; `good` takes the good rows and leaves the others. */
export const IMPORT_MODES = ['check', 'all', 'good'] as const;
export type ImportMode = (typeof IMPORT_MODES)[number];

export interface ImportResult {
  rows: number;
  imported: number;
  problems: RowProblem[];
  /** What a person should know although it was taken; absent: nothing. */
  warnings?: RowProblem[];
}

/** Not every row was good, and nothing was imported. The problem document lists what is wrong. */
export class ImportRefused extends DomainError {
  constructor(readonly result: ImportResult) {
    const lang = currentRequest()?.lang ?? 'es';
    super('invalid', refusal(result), [], {
      rows: result.rows,
      imported: 0,
      problems: result.problems.map((problem) => toldIn(lang, problem)),
    });
  }
}

/**
 * Takes the rows of a checked file through `apply`, a verb of a service, in one transaction with a savepoint for each row:
 * what only the service notices is a problem of that row, and the rows behind it are still looked at.
 * @throws DomainError invalid for more than 2,000 rows; ImportRefused in mode `all` when any row is wrong; then nothing has changed
 */
export async function importRows<T>(
  database: Database,
  file: CheckedRows<T>,
  apply: (value: T, row: number) => Promise<unknown>,
  { mode }: { mode: ImportMode },
): Promise<ImportResult> {
  if (file.rows > MOST_ROWS) throw invalid('file', TOO_MANY);
  const problems = [...file.problems];
  let imported = 0;
  const takeRows = async (): Promise<void> => {
    for (const row of file.good) {
      const wrong = await take(database, row, apply);
      problems.push(...wrong);
      if (wrong.length === 0) imported += 1;
    }
    if (mode === 'check' || (mode === 'all' && problems.length > 0)) throw new TakeBack();
  };
  try {
    await database.transaction(() => database.savepoint(takeRows));
  } catch (error) {
    if (!(error instanceof TakeBack)) throw error;
    imported = 0;
  }
  const result: ImportResult = {
    ...{ rows: file.rows, imported, problems: inFileOrder(problems) },
    ...(file.warnings?.length ? { warnings: file.warnings } : {}),
  };
  if (mode === 'all' && problems.length > 0) throw new ImportRefused(result);
  return result;
}

/** More would hold one transaction, and whoever waits behind it, for minutes. */
const MOST_ROWS = 2_000;
const TOO_MANY: Bilingual = {
  en: `holds more than ${MOST_ROWS} rows; take them in several files`,
  es: `tiene más de ${MOST_ROWS} filas; impórtelas en varios archivos`,
};

class TakeBack extends Error {}

/** What a service may refuse in one row while the others are still worth a look. */
const OF_THE_ROW: readonly ErrorCode[] = ['invalid', 'forbidden', 'not_found', 'conflict', 'gone', 'stale'];

async function take<T>(
  database: Database,
  row: GoodRow<T>,
  apply: (value: T, row: number) => Promise<unknown>,
): Promise<RowProblem[]> {
  try {
    await database.savepoint(() => apply(row.value, row.row));
    return [];
  } catch (error) {
    if (!(error instanceof DomainError) || !OF_THE_ROW.includes(error.code)) throw error;
    if (error.fields.length === 0) return [row.problem('', error.detail)];
    return error.fields.map(({ field, detail }) => row.problem(field, detail));
  }
}

function refusal({ rows, problems }: ImportResult): Bilingual {
  const wrong = new Set(problems.map(({ row }) => row)).size;
  return {
    en: `Nothing was imported: ${problems.length} problems in ${wrong} places of a file with ${rows} rows. Correct them, or import the good rows only.`,
    es: `No se importó nada: ${problems.length} problemas en ${wrong} lugares de un archivo con ${rows} filas. Corríjalos o importe solo las filas correctas.`,
  };
}
