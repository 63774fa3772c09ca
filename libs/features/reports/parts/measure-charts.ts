import type { ChartBlock, TableBlock } from '../report.document.js';
import { NOTHING } from '../report.formats.js';
import type { Material } from '../report.material.js';

const WORDS = {
  done: { en: 'Reported progress, %', es: 'Avance informado, %' },
  rest: { en: 'Still to do', es: 'Por hacer' },
  unreported: { en: 'No percentage reported', es: 'Sin porcentaje informado' },
  percentReads: {
    en: (what: string) =>
      `${what}. Each bar is 100 percent long; where no percentage was reported, it says so and shows no zero.`,
    es: (what: string) =>
      `${what}. Cada barra equivale al 100 por ciento; donde no se informó un porcentaje, se indica y no se muestra un cero.`,
  },
  before: { en: 'Before, %', es: 'Antes, %' },
  now: { en: 'Now, %', es: 'Ahora, %' },
  beforeOf: { en: (place: string) => `${place}, before`, es: (place: string) => `${place}, antes` },
  nowOf: { en: (place: string) => `${place}, now`, es: (place: string) => `${place}, ahora` },
  own: { en: 'Own resources', es: 'Recursos propios' },
  funded: { en: 'Funded', es: 'Financiado' },
  gap: { en: 'Gap', es: 'Brecha' },
  moneyReads: {
    en: (what: string, currency: string) =>
      `${what}, in millions of ${currency}. Places with an amount that is not known are in the table only.`,
    es: (what: string, currency: string) =>
      `${what}, en millones de ${currency}. Los lugares con un monto que se desconoce figuran solo en el cuadro.`,
  },
};

/** One bar of a chart of percentages; null where none was reported. */
export interface PercentBar {
  label: string;
  percent: number | null;
  /** What stands at its end beside the percentage. */
  beside?: string;
}

/** Percentages as bars of equal length, above the table that holds them. */
export function percentChart(
  id: string,
  bars: readonly PercentBar[],
  table: TableBlock,
  material: Material,
  measure?: string,
): ChartBlock | TableBlock {
  if (!bars.some(({ percent }) => percent !== null)) return table;
  const words = material.words(WORDS);
  return {
    type: 'chart',
    id,
    number: 0,
    caption: table.caption,
    description: words.percentReads(table.caption),
    series: [
      { key: 'measure-now', label: measure ?? words.done },
      { key: 'measure-rest', label: words.rest },
      { key: 'coverage-not_reported', label: words.unreported },
    ],
    bars: bars.map(({ label, percent, beside }) => ({
      label,
      values: percent === null ? [0, 0, 100] : [percent, 100 - percent, 0],
      texts: [percent === null ? '' : material.formats.percent(String(percent)), '', ''],
      end: [
        percent === null ? NOTHING : material.formats.percent(String(percent)),
        ...(beside ? [beside] : []),
      ].join(' · '),
    })),
    illustrative: table.illustrative,
    table,
  };
}

/** Means of percentages before and now, two bars a place, above the table of the changes. */
export function changeChart(
  places: readonly { label: string; before: number; now: number }[],
  table: TableBlock,
  material: Material,
): ChartBlock | TableBlock {
  if (places.length === 0) return table;
  const words = material.words(WORDS);
  const bar = (label: string, values: [number, number]) => {
    const shown = Math.max(...values);
    return {
      label,
      values: [...values, 100 - shown],
      texts: [...values.map((value) => (value === 0 ? '' : material.formats.percent(String(value)))), ''],
      end: material.formats.percent(String(shown)),
    };
  };
  return {
    type: 'chart',
    id: `${table.id}-chart`,
    number: 0,
    caption: table.caption,
    description: words.percentReads(table.caption),
    series: [
      { key: 'measure-before', label: words.before },
      { key: 'measure-now', label: words.now },
      { key: 'measure-rest', label: words.rest },
    ],
    bars: places.flatMap(({ label, before, now }) => [
      bar(words.beforeOf(label), [before, 0]),
      bar(words.nowOf(label), [0, now]),
    ]),
    illustrative: table.illustrative,
    table,
  };
}

/** Own resources, what is funded and the gap as one bar a place, in millions. */
export function gapChart(
  places: readonly { label: string; own: number; funded: number; gap: number }[],
  currency: string,
  table: TableBlock,
  material: Material,
): ChartBlock | TableBlock {
  if (places.length === 0) return table;
  const words = material.words(WORDS);
  const millions = (amount: number): number => Math.round(amount / 100_000) / 10;
  return {
    type: 'chart',
    id: `${table.id}-chart`,
    number: 0,
    caption: table.caption,
    description: words.moneyReads(table.caption, currency),
    series: [
      { key: 'money-own', label: words.own },
      { key: 'money-funded', label: words.funded },
      { key: 'money-gap', label: words.gap },
    ],
    bars: places.map(({ label, own, funded, gap }) => ({
      label,
      values: [own, funded, gap].map(millions),
      end: `${currency} ${millions(own + funded + gap).toLocaleString(material.lang)} M`,
    })),
    illustrative: table.illustrative,
    table,
  };
}
