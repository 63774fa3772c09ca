import { plainText } from '../regional.reader.js';
import type { Material } from '../report.material.js';
import { AREA, type AnnexTable, column, IN_CURRENCY, SOURCE } from './annex.table.js';

/** Values of indicators by partners: one row a value. */
export const indicatorsAnnex = (material: Material): AnnexTable => ({
  key: 'indicators',
  title: { en: 'Indicators', es: 'Indicadores' },
  from: { en: 'Results framework of the partners', es: 'Marco de resultados de los socios' },
  columns: [
    column('code', 'text', 'Code', 'Código', 'Of the indicator', 'Del indicador'),
    column('indicator', 'text', 'Indicator', 'Indicador', 'Its name', 'Su nombre'),
    column('place', 'text', 'Place', 'Lugar', 'Where it was measured', 'Dónde se midió'),
    column('population', 'text', 'Population', 'Población', 'Of whom', 'De quién'),
    column(
      'role',
      'text',
      'Role',
      'Función',
      'baseline, target or actual',
      'baseline (línea de base), target (meta) o actual (valor real)',
      { values: ['baseline', 'target', 'actual'] },
    ),
    column('value', 'number', 'Value', 'Valor', 'Empty: see its state', 'Vacío: véase su estado', {
      unit: {
        en: 'that of the indicator, see the type of the value',
        es: 'la del indicador, véase el tipo del valor',
      },
    }),
    column(
      'value_state',
      'text',
      'State of the value',
      'Estado del valor',
      'reported, unknown, not_reported, not_applicable or carried_forward',
      'reported, unknown, not_reported, not_applicable o carried_forward',
    ),
    column(
      'value_type',
      'text',
      'Type of the value',
      'Tipo del valor',
      'count, percent, ordinal, yes_no or money',
      'count, percent, ordinal, yes_no o money',
    ),
    SOURCE,
  ],
  rows: material
    .regional('indicators')
    .list('values')
    .flatMap((row) =>
      ['baseline', 'target', 'actual'].flatMap((role) => {
        const given = row.at('values').at(role);
        if (given.isEmpty) return [];
        return [
          [
            row.text('code'),
            plainText(row.pair('name') ?? '') || null,
            plainText(row.pair('place') ?? '') || null,
            plainText(row.pair('population') ?? '') || null,
            role,
            given.number('value'),
            given.text('state') ?? 'reported',
            row.text('valueType'),
            row.text('source'),
          ],
        ];
      }),
    ),
});

/** What partners spent, by area. */
export const budgetAnnex = (material: Material): AnnexTable => ({
  key: 'partner_budget',
  title: { en: 'Partner budget', es: 'Presupuesto de socios' },
  from: { en: 'Budgets that the partners reported', es: 'Presupuestos que informaron los socios' },
  columns: [
    AREA,
    column('currency', 'text', 'Currency', 'Moneda', 'ISO 4217', 'ISO 4217'),
    column('final_budget', 'number', 'Final budget', 'Presupuesto final', 'Amount', 'Importe', {
      unit: IN_CURRENCY,
    }),
    column('funds_available', 'number', 'Funds available', 'Fondos disponibles', 'Amount', 'Importe', {
      unit: IN_CURRENCY,
    }),
    column('expenditure', 'number', 'Expenditure', 'Gasto', 'Amount', 'Importe', { unit: IN_CURRENCY }),
    SOURCE,
  ],
  rows: material
    .regional('indicators')
    .list('budget')
    .map((line) => [
      plainText(line.pair('name') ?? '') || null,
      line.text('currency'),
      line.number('finalBudget'),
      line.number('fundsAvailable'),
      line.number('expenditure'),
      line.text('source'),
    ]),
});
