import { type Loose, plainText } from '../regional.reader.js';
import type { ChartBlock } from '../report.document.js';
import type { Material } from '../report.material.js';
import { written } from './indicator-values.js';
import { numeric, table } from './tables.js';

/** More would be an annex of their own; the tables of the year hold every indicator. */
const MOST = 24;

const WORDS = {
  year: { en: 'Year', es: 'Año' },
  actual: { en: 'Actual value', es: 'Valor real' },
  target: { en: 'Target', es: 'Meta' },
  targetOf: { en: (value: string) => `target ${value}`, es: (value: string) => `meta ${value}` },
  source: { en: 'Source', es: 'Fuente' },
  other: { en: 'Another source', es: 'Otra fuente' },
  differ: { en: 'sources differ', es: 'las fuentes difieren' },
  reads: {
    en: (what: string) => `${what}. One bar a year and source; a line across a bar is its target.`,
    es: (what: string) => `${what}. Una barra por año y fuente; una línea que cruza la barra es su meta.`,
  },
};

/** What one source says of one year. */
interface Point {
  year: number;
  source: string;
  /** Of several sources the one that counts, or the only one. */
  counts: boolean;
  differs: boolean;
  actual: number | null;
  values: Loose;
}

/** Indicators of the year over the years, as far as their series have values of more than one. */
export function seriesOverYears(content: Loose, material: Material): ChartBlock[] {
  const { year } = material.content.cycle;
  const rows = Map.groupBy(content.list('values'), (row) => row.text('seriesId'));
  const earlier = Map.groupBy(content.list('earlier'), (row) => row.text('seriesId'));
  return [...rows]
    .flatMap(([seriesId, ofYear]) => {
      const [head] = ofYear;
      if (seriesId === null || !head || !hasScale(head)) return [];
      const points = pointsOf([...(earlier.get(seriesId) ?? []), ...ofYear], year);
      const years = new Set(points.filter(({ actual }) => actual !== null).map((point) => point.year));
      return years.size < 2 || points.some(({ actual }) => (actual ?? 0) < 0)
        ? []
        : [seriesChart(head, points, material)];
    })
    .slice(0, MOST);
}

/** Levels and answers are no lengths; amounts may be in several currencies. */
const hasScale = (row: Loose): boolean =>
  !['ordinal', 'yes_no', 'money'].includes(row.text('valueType') ?? '');

function pointsOf(rows: readonly Loose[], thisYear: number): Point[] {
  const told = rows.map((row) => ({
    year: row.number('year') ?? thisYear,
    source: row.text('source') ?? '',
    preferred: row.isTrue('preferred'),
    actual: row.at('values').at('actual').number('value'),
    values: row.at('values'),
  }));
  return told
    .map(({ preferred, ...point }) => {
      const same = told.filter(({ year }) => year === point.year);
      const chosen = same.some((each) => each.preferred) ? preferred : same[0]?.source === point.source;
      const actuals = new Set(same.flatMap(({ actual }) => actual ?? []));
      return { ...point, counts: chosen, differs: actuals.size > 1 };
    })
    .sort((a, b) => a.year - b.year || (a.source < b.source ? -1 : 1));
}

function seriesChart(head: Loose, points: readonly Point[], material: Material): ChartBlock {
  const words = material.words(WORDS);
  const text = (point: Point, role: string): string =>
    plainText(written(head, point.values.at(role), material) ?? '');
  const place = [head.pair('place'), head.pair('population')].flatMap((each) => each ?? []).map(plainText);
  const caption =
    `${head.text('code') ?? ''} ${plainText(head.pair('name') ?? '')}: ${place.join(', ')}`.trim();
  const told = points.filter(({ actual }) => actual !== null);
  const hasTarget = told.some(({ values }) => values.at('target').number('value') !== null);
  const id = `indicator-series-${head.text('seriesId') ?? ''}`;
  return {
    type: 'chart',
    id,
    number: 0,
    caption,
    description: words.reads(caption),
    series: [
      { key: 'measure-now', label: words.actual },
      { key: 'measure-before', label: words.other },
    ],
    bars: told.map((point) => {
      const target = point.values.at('target').number('value');
      const values = [point.actual ?? 0, 0];
      return {
        label: point.differs ? `${point.year} (${words.differ})` : String(point.year),
        values: point.counts ? values : values.toReversed(),
        texts: ['', ''],
        end: [
          text(point, 'actual'),
          ...(target === null ? [] : [words.targetOf(text(point, 'target'))]),
        ].join(' · '),
        ...(target === null ? {} : { mark: target }),
      };
    }),
    ...(hasTarget ? { markLabel: words.target } : {}),
    illustrative: false,
    table: table(
      `${id}-table`,
      caption,
      [words.year, numeric(words.target), numeric(words.actual), words.source],
      points.map((point) => [
        String(point.year),
        text(point, 'target'),
        text(point, 'actual'),
        [
          ...(point.source ? material.sources.cite([point.source]) : []),
          ...(point.differs ? [` ${words.differ}`] : []),
        ],
      ]),
    ),
  };
}
