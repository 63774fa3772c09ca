import type { Loose } from '../regional.reader.js';
import type { Block, Line } from '../report.document.js';
import type { Material } from '../report.material.js';
import { gapChart } from './measure-charts.js';
import { numeric, table } from './tables.js';

const WORDS = {
  caption: { en: 'What remained to be funded', es: 'Lo que quedaba por financiar' },
  place: { en: 'Region, State or area', es: 'Región, Estado o área' },
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

/** The gap of the report's year as the snapshot counted it; nothing when no need or contribution was entered. */
export function quantifiedGap(counted: Loose, material: Material): Block[] {
  const rows = counted.list('rows');
  const currency = counted.text('currency');
  if (rows.length === 0 || currency === null) return [];
  const words = material.words(WORDS);
  const total = (of: Loose): Line => {
    const amount = of.text('amount');
    const apart = of
      .list('apart')
      .map((money) => material.formats.money(Number(money.text('amount')), money.text('currency') ?? ''));
    return [
      amount === null ? words.unknown : material.formats.money(Number(amount), currency),
      ...(apart.length > 0 ? [` (${words.apart}: ${apart.join(', ')})`] : []),
    ];
  };
  const place = (row: Loose): string => {
    const key = row.text('key');
    if (row.text('scope') === 'region') return words.region;
    if (key === null) return words.noArea;
    return row.text('scope') === 'state' ? material.stateName(key) : material.areaName(key);
  };
  const columns = [
    words.place,
    ...[words.quantified, words.own, words.sought, words.funded, words.announced, words.gap].map(numeric),
  ];
  const cells = rows.map((row) => {
    const gap = row.text('gap');
    return [
      place(row),
      String(row.number('quantified') ?? 0),
      ...['ownResources', 'sought', 'funded', 'announced'].map((name) => total(row.at(name))),
      [
        gap === null ? words.unknown : material.formats.money(Number(gap), currency),
        ...row
          .list('leftOut')
          .map((left) => ` (${words.leftOut(left.number('count') ?? 0, left.text('currency') ?? '')})`),
      ],
    ];
  });
  const year = counted.number('year');
  const caption = year === null ? words.caption : `${words.caption}, ${year}`;
  const places = rows.flatMap((row) => {
    const [own, funded] = ['ownResources', 'funded'].map((name) => row.at(name).text('amount'));
    const gap = row.text('gap');
    return own === null || own === undefined || funded === null || funded === undefined || gap === null
      ? []
      : [{ label: place(row), own: Number(own), funded: Number(funded), gap: Math.max(0, Number(gap)) }];
  });
  return [
    gapChart(
      places,
      currency,
      table('quantified-gap', caption, columns, cells, { note: words.note }),
      material,
    ),
  ];
}
