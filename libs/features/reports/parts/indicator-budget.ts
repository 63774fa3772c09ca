import { type Loose, plainText } from '../regional.reader.js';
import type { ChartBlock, TableBlock } from '../report.document.js';
import { NBSP } from '../report.formats.js';
import type { Material } from '../report.material.js';
import { decimal } from './indicator-values.js';
import { numeric, table } from './tables.js';

const WORDS = {
  budgetOf: { en: 'Budget of UNHCR by area', es: 'Presupuesto de ACNUR por área' },
  area: { en: 'Area', es: 'Área' },
  finalBudget: { en: 'Final budget', es: 'Presupuesto final' },
  funds: { en: 'Funds available', es: 'Fondos disponibles' },
  spent: { en: 'Expenditure', es: 'Gasto' },
  source: { en: 'Source', es: 'Fuente' },
  inMillions: {
    en: (what: string, currency: string) => `${what}, in millions of ${currency}`,
    es: (what: string, currency: string) => `${what}, en millones de ${currency}`,
  },
  reads: {
    en: 'Each bar is the final budget: what was spent, what was available and not spent, and what was not funded. Areas with an amount that is not stated are in the table only.',
    es: 'Cada barra es el presupuesto final: lo gastado, lo disponible sin gastar y lo no financiado. Las áreas con algún monto que no se indica figuran solo en el cuadro.',
  },
  unspent: { en: 'Available, not spent', es: 'Disponible sin gastar' },
  unfunded: { en: 'Not funded', es: 'Sin financiar' },
  of: { en: (budget: string) => `of ${budget}`, es: (budget: string) => `de ${budget}` },
};

/** The budget by area, the broadest division of it as bars where all of their amounts are stated in one currency. */
export function budgetChart(lines: readonly Loose[], material: Material): ChartBlock | TableBlock {
  const { formats } = material;
  const words = material.words(WORDS);
  const told = budgetTable(lines, material);
  const currency = lines[0]?.text('currency') ?? null;
  const bars = lines.flatMap((line) => {
    const [budget, funds, spent] = AMOUNTS.map((field) => line.number(field));
    if (budget == null || funds == null || spent == null || spent > funds || funds > budget) return [];
    if (line.text('kind') !== lines[0]?.text('kind') || line.isTrue('isTotal')) return [];
    if (line.text('currency') !== currency) return [];
    const amounts = [spent, funds - spent, budget - funds];
    return [
      {
        label: plainText(line.pair('name') ?? ''),
        values: amounts.map((amount) => Math.round(amount / 10_000) / 100),
        texts: amounts.map((amount) => (amount === 0 ? '' : formats.millions(amount))),
        end: words.of(formats.millions(budget)),
      },
    ];
  });
  if (bars.length === 0 || currency === null) return told;
  const caption = words.inMillions(words.budgetOf, currency);
  return {
    type: 'chart',
    id: 'indicator-budget-chart',
    number: 0,
    caption,
    description: `${caption}. ${words.reads}`,
    series: [
      { key: 'money-own', label: words.spent },
      { key: 'money-funded', label: words.unspent },
      { key: 'money-gap', label: words.unfunded },
    ],
    bars,
    illustrative: false,
    table: told,
  };
}

const AMOUNTS = ['finalBudget', 'fundsAvailable', 'expenditure'] as const;

function budgetTable(lines: readonly Loose[], material: Material) {
  const words = material.words(WORDS);
  const money = (line: Loose, field: string): string | null => {
    const amount = line.number(field);
    return amount === null ? null : `${line.text('currency') ?? ''}${NBSP}${decimal(amount, material)}`;
  };
  return table(
    'indicator-budget',
    words.budgetOf,
    [words.area, numeric(words.finalBudget), numeric(words.funds), numeric(words.spent), words.source],
    lines.map((line) => ({
      cells: [
        line.pair('name'),
        ...AMOUNTS.map((field) => money(line, field)),
        material.sources.cite([line.text('source') ?? ''].filter(Boolean)),
      ],
      total: line.isTrue('isTotal'),
    })),
  );
}
