import { type Loose, plainText } from '../regional.reader.js';
import { type Material, type Part } from '../report.material.js';
import { decimal, written } from './indicator-values.js';
import { seriesOverYears } from './indicator-series.js';
import { budgetChart } from './indicator-budget.js';
import { percentChart } from './measure-charts.js';
import { numeric, table } from './tables.js';

const WORDS = {
  results: {
    en: 'Indicators: baseline, target and actual',
    es: 'Indicadores: línea de base, meta y valor real',
  },
  code: { en: 'Code', es: 'Código' },
  indicator: { en: 'Indicator', es: 'Indicador' },
  group: { en: 'Place and population', es: 'Lugar y población' },
  baseline: { en: 'Baseline', es: 'Línea de base' },
  target: { en: 'Target', es: 'Meta' },
  actual: { en: 'Actual', es: 'Valor real' },
  source: { en: 'Source', es: 'Fuente' },
  actualShare: { en: 'Actual value, %', es: 'Valor real, %' },
  targetOf: { en: (value: string) => `target ${value}%`, es: (value: string) => `meta ${value}\u00a0%` },
};

/** Values of indicators in the year, every source; kept apart from what the States report of their commitments. */
export const indicatorTables: Part = {
  id: 'annex-indicators',
  annex: true,
  title: { en: 'Indicators and partners’ results', es: 'Indicadores y resultados de socios' },
  compose: (material) => {
    const words = material.words(WORDS);
    const content = material.regional('indicators');
    const values = content.list('values');
    if (values.length === 0) return null;
    const budget = content.list('budget');
    const results = table(
      'indicator-values',
      words.results,
      [
        ...[words.code, words.indicator, words.group],
        ...[numeric(words.baseline), numeric(words.target), numeric(words.actual), words.source],
      ],
      values.map((row) => [
        row.text('code'),
        row.pair('name'),
        [row.pair('place') ?? '', ', ', row.pair('population') ?? ''],
        ...['baseline', 'target', 'actual'].map((role) => written(row, row.at('values').at(role), material)),
        material.sources.cite([row.text('source') ?? ''].filter(Boolean)),
      ]),
    );
    const shares = percentChart(
      'indicator-shares',
      shareBars(values, material),
      results,
      material,
      words.actualShare,
    );
    const series = seriesOverYears(content, material);
    return { blocks: [shares, ...series, ...(budget.length === 0 ? [] : [budgetChart(budget, material)])] };
  },
};

/** Indicators in percent with an actual value, each with its target. */
const shareBars = (values: readonly Loose[], material: Material) =>
  values.flatMap((row) => {
    const percent = row.at('values').at('actual').number('value');
    if (row.text('valueType') !== 'percent' || percent === null || percent < 0 || percent > 100) return [];
    const target = row.at('values').at('target').number('value');
    return [
      {
        label: [row.text('code') ?? '', plainText(row.pair('place') ?? '')].join(' '),
        percent,
        ...(target === null ? {} : { beside: material.words(WORDS).targetOf(decimal(target, material)) }),
      },
    ];
  });
