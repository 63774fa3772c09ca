import type { ImportDefinition } from '#platform/tables';
import { readUnhcrResults } from './unhcr-results.reader.js';
import type { ResultRow } from './result-row.js';

/** `mirps import unhcr-results FILE`: a country's results and budget of a year, as one JSON document. */
export const unhcrResultsImport: ImportDefinition<ResultRow> = {
  kind: 'unhcr-results',
  about: {
    en: 'a UNHCR results report (JSON with document, indicators and budget_usd)',
    es: 'un informe de resultados de ACNUR (JSON con document, indicators y budget_usd)',
  },
  columns: [],
  read: (file) =>
    Promise.resolve(
      file.format === 'json'
        ? readUnhcrResults(file.content)
        : {
            rows: 0,
            good: [],
            problems: [
              {
                row: null,
                column: null,
                value: null,
                detail: {
                  en: 'must be JSON: a report has several lists',
                  es: 'debe ser JSON: un informe tiene varias listas',
                },
              },
            ],
          },
    ),
};
