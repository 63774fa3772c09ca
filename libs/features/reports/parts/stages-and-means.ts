import type { RollupCell } from '#features/rollups';
import type { ChartBlock } from '../report.document.js';
import type { Material } from '../report.material.js';
import { numeric, table, withoutSilent } from './tables.js';

const WORDS = {
  with: {
    en: (caption: string) => `${caption}, mean progress and its change in percentage points`,
    es: (caption: string) => `${caption}, avance medio y su variación en puntos porcentuales`,
  },
  now: { en: 'Mean now', es: 'Media actual' },
  midYear: { en: 'Since mid-year', es: 'Desde el ciclo semestral' },
  annual: { en: 'Since the last annual cycle', es: 'Desde el último ciclo anual' },
  note: {
    en: 'The means compare the commitments that reported in each cycle, which need not be the same ones.',
    es: 'Las medias comparan los compromisos informados en cada ciclo, que no tienen por qué ser los mismos.',
  },
};

/** A row of a table: what it is called and what was counted there. */
export interface Counted {
  label: string;
  cell: RollupCell | undefined;
}

/** The changes of a mean by the kind of the cycle that they are since. */
export function changesOf(cell: RollupCell | undefined, { content }: Material) {
  const [same, other] = [cell?.changeSameKind ?? null, cell?.changeOtherKind ?? null];
  return content.cycle.kind === 'annual'
    ? { midYear: other, annual: same }
    : { midYear: same, annual: other };
}

/**
 * A chart of stages whose table has the mean of each row beside them, and how it moved, with a row for all of them.
 * @param rows of the chart, in its order
 */
export function withMeans(
  chart: ChartBlock,
  rows: readonly Counted[],
  all: Counted,
  material: Material,
): ChartBlock {
  const { formats } = material;
  const words = material.words(WORDS);
  const measured = (cell: RollupCell | undefined): string[] => {
    const { midYear, annual } = changesOf(cell, material);
    return [formats.percent(cell?.meanPercent ?? null), formats.change(midYear), formats.change(annual)];
  };
  const sums = chart.series.map((_, i) => chart.bars.reduce((sum, { values }) => sum + (values[i] ?? 0), 0));
  const total = [
    all.label,
    ...sums.map((sum) => formats.count(sum)),
    all.cell ? formats.ofAll(all.cell.reported, all.cell.commitments) : null,
    ...measured(all.cell),
  ];
  const told = table(
    chart.table.id,
    words.with(chart.caption),
    [...chart.table.columns, numeric(words.now), numeric(words.midYear), numeric(words.annual)],
    [
      ...chart.table.rows.map(({ cells }, i) => [...cells, ...measured(rows[i]?.cell)]),
      { total: true, cells: total },
    ],
    { note: words.note, illustrative: chart.illustrative },
  );
  const shown = withoutSilent(told, [words.midYear, words.annual]);
  const isCompared = shown.columns.length > told.columns.length - 2;
  return { ...chart, table: { ...shown, note: isCompared ? shown.note : null } };
}
