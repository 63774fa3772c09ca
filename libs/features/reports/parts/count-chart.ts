import type { ChartBlock } from '../report.document.js';
import type { Material } from '../report.material.js';
import { numeric, table } from './tables.js';

/** One bar of counts, one for each series. */
export interface CountRow {
  label: string;
  values: number[];
  /** What stands at the bar's end and in the last column of the table. */
  end: string;
}

/** What a chart of counts says: `head` over its rows, `last` over what stands at their ends. */
export interface Counts {
  id: string;
  caption: string;
  description: string;
  head: string;
  last: string;
  series: ChartBlock['series'];
  rows: readonly CountRow[];
  illustrative: boolean;
}

/** Counts as stacked bars above a table of the same numbers. */
export function countChart(counts: Counts, { formats }: Material): ChartBlock {
  const { id, caption, description, head, last, series, rows, illustrative } = counts;
  return {
    type: 'chart',
    id,
    number: 0,
    caption,
    description,
    series,
    bars: rows.map(({ label, values, end }) => ({ label, values, end })),
    illustrative,
    table: table(
      `${id}-data`,
      caption,
      [head, ...series.map(({ label }) => numeric(label)), numeric(last)],
      rows.map(({ label, values, end }) => [label, ...values.map((value) => formats.count(value)), end]),
      { illustrative },
    ),
  };
}

/** Only the series that some row has any of. */
export function withoutEmpty(series: ChartBlock['series'], rows: readonly CountRow[]) {
  const used = series.map((_, i) => rows.some(({ values }) => (values[i] ?? 0) > 0));
  return {
    series: series.filter((_, i) => used[i]),
    rows: rows.map((row) => ({ ...row, values: row.values.filter((_, i) => used[i]) })),
  };
}
