import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { FigureContent } from './figure.content.js';
import { breakdownTexts, figureText } from './figure.text.js';
import { BASES, FIGURE_ROLES, QUALIFIERS, VALUE_STATES, VALUE_TYPES } from './progress.vocabulary.js';

const NBSP = '\u00a0';
const figure = (changes: Partial<FigureContent> = {}): FigureContent => ({
  value: 12800,
  valueState: 'reported',
  valueType: 'count',
  qualifier: 'exact',
  basis: 'period',
  role: 'observed',
  unitEn: 'people',
  unitEs: 'personas',
  ...changes,
});
const SEP = { windowStart: '2024-01-01', windowEnd: '2024-09-30' };

describe('a figure in words', () => {
  it.each<[Partial<FigureContent>, string, string]>([
    [
      { qualifier: 'about', ...SEP },
      'about 12,800 people (Jan–Sep 2024)',
      'alrededor de 12,800 personas (ene–sep 2024)',
    ],
    [{ value: '31000', qualifier: 'more_than' }, 'more than 31,000 people', 'más de 31,000 personas'],
    [{ qualifier: 'less_than' }, 'fewer than 12,800 people', 'menos de 12,800 personas'],
    [
      { value: 30, valueType: 'percent', qualifier: 'less_than', unitEn: 'percent', unitEs: 'por ciento' },
      'less than 30%',
      `menos de 30${NBSP}%`,
    ],
    [{ qualifier: 'nearly' }, 'nearly 12,800 people', 'casi 12,800 personas'],
    [{ qualifier: 'at_most' }, 'at most 12,800 people', 'como máximo 12,800 personas'],
    [
      { value: 269200, qualifier: 'estimate', ...SEP },
      '269,200 people (estimate; Jan–Sep 2024)',
      '269,200 personas (estimación; ene–sep 2024)',
    ],
    [{ value: 26, qualifier: 'computed' }, '26 people (computed)', '26 personas (calculado)'],
    [{ value: 0 }, '0 people', '0 personas'],
    [{ value: null, valueState: 'unknown' }, 'unknown (people)', 'se desconoce (personas)'],
    [
      { value: null, valueState: 'not_reported', ...SEP },
      'not reported (people; Jan–Sep 2024)',
      'no informado (personas; ene–sep 2024)',
    ],
    [
      { valueState: 'carried_forward' },
      '12,800 people (carried forward)',
      '12,800 personas (arrastrado de un período anterior)',
    ],
    [
      { value: 90, valueType: 'percent', unitEn: 'percent complete', unitEs: 'por ciento de avance' },
      '90% complete',
      `90${NBSP}% de avance`,
    ],
    [
      {
        value: -80,
        valueType: 'percent',
        basis: 'change',
        unitEn: 'percent change',
        unitEs: 'variación porcentual',
      },
      '−80% change',
      `−80${NBSP}% de variación`,
    ],
    [{ value: 44, valueType: 'percent', basis: 'change', unitEn: null, unitEs: null }, '+44%', `+44${NBSP}%`],
    [
      { value: '0.75', valueType: 'ratio', numerator: 3000, denominator: '4000' },
      '3,000 of 4,000 people',
      '3,000 de 4,000 personas',
    ],
    [
      {
        value: 1,
        valueType: 'yes_no',
        unitEn: null,
        unitEs: null,
        labelEn: 'law adopted',
        labelEs: 'ley aprobada',
      },
      'yes (law adopted)',
      'sí (ley aprobada)',
    ],
    [
      { value: 2, valueType: 'ordinal', ordinalScale: ['Limited', 'Moderate', 'Extensive'] },
      '“Moderate” (2 of 3)',
      '«Moderate» (2 de 3)',
    ],
    [
      { value: 7, valueType: 'duration', basis: 'maximum', unitEn: 'months', unitEs: 'meses' },
      'up to 7 months',
      'hasta 7 meses',
    ],
    [
      { value: 2.5, valueType: 'duration', basis: 'average', unitEn: 'months', unitEs: 'meses' },
      'on average 2.5 months',
      'en promedio 2.5 meses',
    ],
    [
      { value: 141000000, valueType: 'money', currency: 'USD' },
      `USD${NBSP}141,000,000`,
      `USD${NBSP}141,000,000`,
    ],
    [{ value: '12.5', valueType: 'money', currency: 'MXN' }, `MXN${NBSP}12.50`, `MXN${NBSP}12.50`],
    [
      { value: 8, role: 'target', unitEn: 'deliverables', unitEs: 'productos' },
      'target: 8 deliverables',
      'meta: 8 productos',
    ],
    [{ value: 6000, role: 'baseline' }, 'baseline: 6,000 people', 'línea de base: 6,000 personas'],
    [
      { population: 'asylum_seekers' },
      '12,800 people (asylum-seekers)',
      '12,800 personas (personas solicitantes de asilo)',
    ],
    [
      { unitEn: 'refugees', unitEs: 'personas refugiadas', population: 'refugees' },
      '12,800 refugees',
      '12,800 personas refugiadas',
    ],
    [{ population: 'border_workers' }, '12,800 people (border workers)', '12,800 personas (border workers)'],
    [{ unitEs: null }, '12,800 people', '12,800 people'],
  ])('%j reads “%s” and «%s»', (changes, en, es) => {
    expect(figureText(figure(changes), 'en')).toBe(en);
    expect(figureText(figure(changes), 'es')).toBe(es);
  });

  it('always says its value state, whatever else it says', () => {
    const any = fc.record({
      value: fc.option(fc.integer({ min: 0, max: 5 })),
      valueState: fc.constantFrom(...VALUE_STATES),
      valueType: fc.constantFrom(...VALUE_TYPES),
      qualifier: fc.constantFrom(...QUALIFIERS),
      basis: fc.constantFrom(...BASES),
      role: fc.constantFrom(...FIGURE_ROLES),
    });
    fc.assert(
      fc.property(any, (changes) => {
        const text = figureText(figure(changes), 'en');
        expect(text.includes('not reported')).toBe(changes.valueState === 'not_reported');
        expect(text.includes('unknown')).toBe(changes.valueState === 'unknown');
        expect(text.includes('carried forward')).toBe(changes.valueState === 'carried_forward');
      }),
    );
  });
});

describe('the window of a figure', () => {
  it.each<[string | null, string | null, string, string]>([
    ['2024-01-01', '2024-12-31', '2024', '2024'],
    ['2004-01-01', '2018-12-31', '2004–2018', '2004–2018'],
    ['2022-10-01', '2023-08-31', 'Oct 2022 – Aug 2023', 'oct 2022 – ago 2023'],
    ['2024-08-01', '2024-08-31', 'Aug 2024', 'ago 2024'],
    ['2024-02-01', '2024-02-29', 'Feb 2024', 'feb 2024'],
    ['2024-09-25', '2024-09-26', '25–26 Sep 2024', '25–26 sep 2024'],
    ['2024-09-25', '2024-10-02', '25 Sep – 2 Oct 2024', '25 sep – 2 oct 2024'],
    ['2023-09-15', '2024-01-10', '15 Sep 2023 – 10 Jan 2024', '15 sep 2023 – 10 ene 2024'],
    ['2024-10-03', '2024-10-03', '3 Oct 2024', '3 oct 2024'],
    ['2024-03-01', null, 'since Mar 2024', 'desde mar 2024'],
    ['2024-03-15', null, 'since 15 Mar 2024', 'desde 15 mar 2024'],
    [null, '2024-09-30', 'up to Sep 2024', 'hasta sep 2024'],
  ])('from %s to %s is “%s”', (windowStart, windowEnd, en, es) => {
    expect(figureText(figure({ windowStart, windowEnd }), 'en')).toBe(`12,800 people (${en})`);
    expect(figureText(figure({ windowStart, windowEnd }), 'es')).toBe(`12,800 personas (${es})`);
  });

  it('of a stock is its date', () => {
    const stock = figure({ basis: 'stock', windowEnd: '2024-09-30' });
    expect(figureText(stock, 'en')).toBe('12,800 people (on 30 Sep 2024)');
    expect(figureText({ ...stock, asOf: '2024-06-30' }, 'es')).toBe('12,800 personas (al 30 jun 2024)');
  });

  it('of a cumulative figure says that it is cumulative', () => {
    const cumulative = figure({ basis: 'cumulative', windowStart: '2016-01-01', windowEnd: '2024-09-30' });
    expect(figureText(cumulative, 'en')).toBe('12,800 people (cumulative; Jan 2016 – Sep 2024)');
  });

  it('of a cumulative figure since a new year is that year', () => {
    expect(figureText(figure({ basis: 'cumulative', windowStart: '2016-01-01' }), 'es')).toBe(
      '12,800 personas (acumulado; desde 2016)',
    );
  });

  it('is in the words of the source when there are no dates', () => {
    const words = { windowTextEn: 'since launch', windowTextEs: 'desde su lanzamiento' };
    expect(figureText(figure(words), 'es')).toBe('12,800 personas (desde su lanzamiento)');
    expect(figureText(figure({ windowTextEn: 'not stated', windowTextEs: 'no se indica' }), 'es')).toBe(
      '12,800 personas (período no indicado)',
    );
    expect(figureText(figure({ windowTextEn: 'since launch' }), 'es')).toBe('12,800 personas (since launch)');
  });
});

describe('a breakdown in words', () => {
  it('is one line a dimension, in the given order', () => {
    const part = (
      dimension: string,
      categoryEn: string,
      categoryEs: string,
      value: number | null,
      unitEn?: string,
    ) => ({ dimension, categoryEn, categoryEs, value, unitEn });
    const given = figure({
      disaggregation: [
        { ...part('sex', 'women', 'mujeres', 1050), dimensionEs: 'sexo' },
        part('sex', 'men', 'hombres', null),
        part('place', '5 cities', '5 ciudades', 5, 'cities'),
        part('type_of_household', 'families', 'familias', 41, 'percent'),
      ],
    });
    expect(breakdownTexts(given, 'en')).toEqual([
      { dimension: 'sex', name: 'sexo', text: 'women 1,050, men unknown' },
      { dimension: 'place', name: 'place', text: '5 cities 5 cities' },
      { dimension: 'type_of_household', name: 'type of household', text: 'families 41%' },
    ]);
    expect(breakdownTexts(given, 'es')[0]).toEqual({
      dimension: 'sex',
      name: 'sexo',
      text: 'mujeres 1,050, hombres se desconoce',
    });
  });
});
