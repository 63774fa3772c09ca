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
  gapOf: { en: (amount: string) => `gap ${amount}`, es: (amount: string) => `brecha ${amount}` },
  ownUnknown: { en: 'own not known', es: 'propios sin dato' },
  moneyCaption: {
    en: (what: string, currency: string) => `${what}, in millions of ${currency}`,
    es: (what: string, currency: string) => `${what}, en millones de ${currency}`,
  },
  moneyReads: {
    en: (what: string, currency: string) =>
      `${what}, in millions of ${currency}: own resources, what is funded, and the gap. Where the gap is not known, the place is in the table only.`,
    es: (what: string, currency: string) =>
      `${what}, en millones de ${currency}: recursos propios, lo financiado y la brecha. Donde la brecha se desconoce, el lugar figura solo en el cuadro.`,
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

/** Own resources, what is funded and the gap of a place; `own` null where nobody stated it, `gap` below zero where more came than was sought. */
export interface GapBar {
  label: string;
  own: number | null;
  funded: number;
  gap: number;
}

/** One bar a place in millions, with its gap in words at the end, above the table that holds them. */
export function gapChart(
  caption: string,
  places: readonly GapBar[],
  currency: string,
  table: TableBlock,
  material: Material,
): ChartBlock | TableBlock {
  if (places.length === 0) return table;
  const words = material.words(WORDS);
  const { formats } = material;
  return {
    type: 'chart',
    id: `${table.id}-chart`,
    number: 0,
    caption: words.moneyCaption(caption, currency),
    description: [
      words.moneyReads(caption, currency),
      ...places.map(({ label, gap }) => `${label}: ${words.gapOf(formats.millions(gap))}.`),
    ].join(' '),
    series: [
      { key: 'money-own', label: words.own },
      { key: 'money-funded', label: words.funded },
      { key: 'money-gap', label: words.gap },
    ],
    bars: places.map(({ label, own, funded, gap }) => {
      const amounts = [own ?? 0, funded, Math.max(0, gap)];
      return {
        label,
        values: amounts.map((amount) => Math.round(amount / 10_000) / 100),
        texts: amounts.map((amount) => (amount === 0 ? '' : formats.millions(amount))),
        end: [words.gapOf(formats.millions(gap)), ...(own === null ? [words.ownUnknown] : [])].join(', '),
      };
    }),
    illustrative: table.illustrative,
    table,
  };
}
