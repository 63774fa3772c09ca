import type { Loose } from '../regional.reader.js';
import type { Block, Line } from '../report.document.js';
import type { Material } from '../report.material.js';
import { type GapBar, gapChart } from './measure-charts.js';
import { numeric, table } from './tables.js';

const WORDS = {
  byState: { en: 'What remained to be funded, by State', es: 'Lo que quedaba por financiar, por Estado' },
  byArea: { en: 'What remained to be funded, by area', es: 'Lo que quedaba por financiar, por área' },
  state: { en: 'State', es: 'Estado' },
  area: { en: 'Area', es: 'Área' },
  region: { en: 'Region', es: 'Región' },
  noArea: { en: 'No area stated', es: 'Sin área indicada' },
  quantified: { en: 'Commitments quantified', es: 'Compromisos cuantificados' },
  own: { en: 'Own resources', es: 'Recursos propios' },
  sought: { en: 'Cooperation sought', es: 'Cooperación solicitada' },
  funded: { en: 'Funded', es: 'Financiado' },
  announced: { en: 'Announced', es: 'Anunciado' },
  gap: { en: 'Gap', es: 'Brecha' },
  unknown: { en: 'not known', es: 'se desconoce' },
  apart: { en: 'without a rate', es: 'sin tipo de cambio' },
  leftOut: {
    en: (n: number, currency: string) =>
      n === 1
        ? `1 amount in ${currency} is not included: no rate`
        : `${n} amounts in ${currency} are not included: no rate`,
    es: (n: number, currency: string) =>
      n === 1
        ? `no incluye 1 monto en ${currency}: sin tipo de cambio`
        : `no incluye ${n} montos en ${currency}: sin tipo de cambio`,
  },
  note: {
    en: 'By exchange rates that a source stated; amounts without one stand beside. What was announced funds nothing yet.',
    es: 'Según tipos de cambio que indica una fuente; los montos que no tienen uno figuran aparte. Lo anunciado aún no financia.',
  },
};

/** The gap of the report's year as the snapshot counted it, by State and by area; nothing when no need or contribution was entered. */
export function quantifiedGap(counted: Loose, material: Material): Block[] {
  const rows = counted.list('rows');
  const currency = counted.text('currency');
  if (rows.length === 0 || currency === null) return [];
  const words = material.words(WORDS);
  const year = counted.number('year');
  const blocks = (id: string, title: string, of: string, shown: readonly Loose[]): Block[] => {
    if (shown.length === 0) return [];
    const caption = year === null ? title : `${title}, ${year}`;
    const columns = [
      of,
      ...[words.quantified, words.own, words.sought, words.funded, words.announced, words.gap].map(numeric),
    ];
    const cells = shown.map((row) => cellsOf(row, material));
    const told = table(id, `${caption}, ${currency}`, columns, cells, { note: words.note });
    return [gapChart(caption, barsOf(shown, material), currency, told, material)];
  };
  const areas = rows.filter((row) => row.text('scope') === 'area');
  const places = rows.filter((row) => !areas.includes(row));
  return [
    ...blocks('quantified-gap', words.byState, words.state, places),
    ...blocks('quantified-gap-areas', words.byArea, words.area, areas),
  ];
}

function placeOf(row: Loose, material: Material): string {
  const words = material.words(WORDS);
  const key = row.text('key');
  if (row.text('scope') === 'region') return words.region;
  if (key === null) return words.noArea;
  return row.text('scope') === 'state' ? material.stateName(key) : material.areaName(key);
}

/** Amounts are in the currency that the caption says; others say theirs. */
function cellsOf(row: Loose, material: Material): (string | Line)[] {
  const { formats } = material;
  const words = material.words(WORDS);
  const gap = row.text('gap');
  const total = (of: Loose): Line => {
    const amount = of.text('amount');
    const apart = of
      .list('apart')
      .map((money) => formats.money(Number(money.text('amount')), money.text('currency') ?? ''));
    return [
      amount === null ? words.unknown : formats.count(Number(amount)),
      ...(apart.length > 0 ? [` (${words.apart}: ${apart.join(', ')})`] : []),
    ];
  };
  return [
    placeOf(row, material),
    String(row.number('quantified') ?? 0),
    ...['ownResources', 'sought', 'funded', 'announced'].map((name) => total(row.at(name))),
    [
      gap === null ? words.unknown : formats.count(Number(gap)),
      ...row
        .list('leftOut')
        .map((left) => ` (${words.leftOut(left.number('count') ?? 0, left.text('currency') ?? '')})`),
    ],
  ];
}

/** States, or areas, whose gap is known; the whole region, which all others are parts of, only where it stands alone. */
function barsOf(rows: readonly Loose[], material: Material): GapBar[] {
  const parts = rows.filter((row) => row.text('scope') !== 'region');
  return (parts.length > 0 ? parts : rows).flatMap((row) => {
    const [own, funded] = ['ownResources', 'funded'].map((name) => row.at(name).text('amount') ?? null);
    const gap = row.text('gap');
    if (gap === null || funded === null || funded === undefined) return [];
    const known = own === null || own === undefined ? null : Number(own);
    return [{ label: placeOf(row, material), own: known, funded: Number(funded), gap: Number(gap) }];
  });
}
