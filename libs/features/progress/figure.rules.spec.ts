import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { FigureContent, FigurePart } from './figure.content.js';
import { figureProblems } from './figure.rules.js';
import { BASES, QUALIFIERS, VALUE_STATES, VALUE_TYPES } from './progress.vocabulary.js';

const figure = (changes: Partial<FigureContent> = {}): FigureContent => ({
  value: 12800,
  valueState: 'reported',
  valueType: 'count',
  qualifier: 'exact',
  basis: 'period',
  role: 'observed',
  unitEn: 'people',
  unitEs: 'personas',
  windowStart: '2024-01-01',
  windowEnd: '2024-09-30',
  ...changes,
});
const fields = (changes: Partial<FigureContent>): string[] =>
  figureProblems(figure(changes)).map(({ field }) => field);
const part = (
  categoryEn: string,
  value: number | string | null,
  changes: Partial<FigurePart> = {},
): FigurePart => ({
  dimension: 'status',
  categoryEn,
  categoryEs: '',
  value,
  ...changes,
});

describe('a figure that can be stored', () => {
  it.each<[string, Partial<FigureContent>]>([
    ['a count', {}],
    ['a reported zero', { value: 0 }],
    ['a decimal as the database gives it', { value: '12800.00' }],
    ['a qualified count with an open window', { qualifier: 'more_than', windowEnd: null }],
    ['a percent with two decimals', { value: 1.39, valueType: 'percent', unitEn: 'percent' }],
    ['a fall of 80 percent', { value: -80, valueType: 'percent', basis: 'change' }],
    ['a rise of 150 percent', { value: 150, valueType: 'percent', basis: 'change' }],
    [
      'a share with its numerator and denominator',
      { value: 62.92, valueType: 'percent', numerator: 3775, denominator: 6000 },
    ],
    ['a ratio', { value: '0.75', valueType: 'ratio', numerator: 3, denominator: 4 }],
    ['a yes', { value: 1, valueType: 'yes_no', unitEn: null, unitEs: null }],
    [
      'a level on a scale',
      { value: 3, valueType: 'ordinal', ordinalScale: ['none', 'some', 'all'], unitEn: null, unitEs: null },
    ],
    [
      'a duration at most',
      {
        value: 7,
        valueType: 'duration',
        basis: 'maximum',
        unitEn: 'months',
        windowStart: null,
        windowEnd: null,
      },
    ],
    ['a frequency', { value: 4, valueType: 'frequency', basis: 'rate', unitEn: 'surveys per year' }],
    ['an average count', { value: 2.5, basis: 'average' }],
    [
      'an amount of money',
      { value: '141000000', valueType: 'money', currency: 'USD', unitEn: null, unitEs: null },
    ],
    [
      'a converted amount with the day of its rate',
      { value: 1000, valueType: 'money', currency: 'USD', converted: true, rateOn: '2024-09-30' },
    ],
    ['a stock at the end of its window', { basis: 'stock', windowStart: null }],
    [
      'a stock whose date is only put in words',
      { basis: 'stock', windowStart: null, windowEnd: null, windowTextEn: 'not stated' },
    ],
    [
      'a cumulative count since a launch put in words',
      { basis: 'cumulative', windowStart: null, windowTextEs: 'desde su lanzamiento' },
    ],
    ['an unknown value', { value: null, valueState: 'unknown' }],
    [
      'a value that was not reported, without a window',
      { value: null, valueState: 'not_reported', windowStart: null, windowEnd: null },
    ],
    ['a value carried forward', { valueState: 'carried_forward' }],
    ['an unknown ratio without its parts', { value: null, valueState: 'unknown', valueType: 'ratio' }],
    ['a breakdown with an unknown part', { disaggregation: [part('women', null), part('men', 3)] }],
  ])('is %s', (_, changes) => {
    expect(fields(changes)).toEqual([]);
  });
});

describe('a figure that cannot be stored', () => {
  it.each<[string, Partial<FigureContent>, string[]]>([
    ['reports without a value', { value: null }, ['value']],
    ['carries forward without a value', { value: null, valueState: 'carried_forward' }, ['value']],
    ['is unknown and zero at once', { value: 0, valueState: 'unknown' }, ['value']],
    ['is not reported and has a value', { value: 5, valueState: 'not_reported' }, ['value']],
    ['has a value that is no number', { value: 'about ten' }, ['value']],
    ['has a value that is not finite', { value: Number.NaN }, ['value']],
    ['counts half a person', { value: 0.5 }, ['value']],
    ['counts below zero', { value: -1 }, ['value']],
    ['counts nothing in particular', { unitEn: ' ', unitEs: null }, ['unitEn']],
    ['is above 100 percent', { value: 100.01, valueType: 'percent' }, ['value']],
    ['is below zero percent', { value: -0.01, valueType: 'percent' }, ['value']],
    ['is a ratio without its parts', { valueType: 'ratio' }, ['numerator', 'denominator']],
    ['divides by zero', { value: 0, valueType: 'ratio', numerator: 0, denominator: 0 }, ['denominator']],
    ['has a part below zero', { value: 1, valueType: 'ratio', numerator: -1, denominator: 3 }, ['numerator']],
    ['has a numerator alone', { value: 5, valueType: 'percent', numerator: 5 }, ['denominator']],
    ['says yes and a half', { value: 0.5, valueType: 'yes_no' }, ['value']],
    ['says yes twice', { value: 2, valueType: 'yes_no' }, ['value']],
    [
      'is on a level above its scale',
      { value: 3, valueType: 'ordinal', ordinalScale: ['low', 'high'] },
      ['value'],
    ],
    ['is on level zero', { value: 0, valueType: 'ordinal', ordinalScale: ['low', 'high'] }, ['value']],
    ['is between two levels', { value: 1.5, valueType: 'ordinal', ordinalScale: ['low', 'high'] }, ['value']],
    ['has no scale', { value: 1, valueType: 'ordinal' }, ['ordinalScale']],
    [
      'has a scale with a level twice',
      { value: 1, valueType: 'ordinal', ordinalScale: ['low', 'low'] },
      ['ordinalScale'],
    ],
    ['is money without a currency', { valueType: 'money' }, ['currency']],
    ['is money in no currency of ISO 4217', { valueType: 'money', currency: 'DOL' }, ['currency']],
    ['was converted at no known day', { valueType: 'money', currency: 'USD', converted: true }, ['rateOn']],
    [
      'was converted on a day that does not exist',
      { valueType: 'money', currency: 'USD', rateOn: '2024-02-30' },
      ['rateOn'],
    ],
    ['has a currency without being money', { currency: 'USD' }, ['currency']],
    ['ends before it begins', { windowStart: '2024-10-01' }, ['windowEnd']],
    [
      'has a day that does not exist',
      { windowStart: '2024-13-01', asOf: 'yesterday' },
      ['windowStart', 'asOf'],
    ],
    ['is cumulative since nobody knows when', { basis: 'cumulative', windowStart: null }, ['windowStart']],
    ['is a stock at no date', { basis: 'stock', windowStart: null, windowEnd: null }, ['asOf']],
    [
      'has a part without a name or a number',
      { disaggregation: [part('', 'x', { dimension: ' ' })] },
      ['disaggregation[0].dimension', 'disaggregation[0].categoryEn', 'disaggregation[0].value'],
    ],
  ])('%s', (_, changes, expected) => {
    expect(fields(changes)).toEqual(expected);
  });

  it('is told with the path of its field', () => {
    expect(figureProblems(figure({ value: null }), 'facts[0].figures[1].')[0]?.field).toBe(
      'facts[0].figures[1].value',
    );
  });

  it('never has a value exactly when its state says that there is none', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...VALUE_STATES),
        fc.option(fc.integer({ min: 0, max: 1_000_000 })),
        (valueState, value) => {
          const expected =
            (value !== null) === (valueState === 'reported' || valueState === 'carried_forward');
          return (fields({ value, valueState }).length === 0) === expected;
        },
      ),
    );
  });

  it('is judged without an exception, whatever comes in', () => {
    const anything = fc.record({
      value: fc.oneof(fc.double(), fc.string(), fc.constant(null)),
      valueState: fc.constantFrom(...VALUE_STATES),
      valueType: fc.constantFrom(...VALUE_TYPES),
      qualifier: fc.constantFrom(...QUALIFIERS),
      basis: fc.constantFrom(...BASES),
      numerator: fc.option(fc.oneof(fc.double(), fc.string())),
      denominator: fc.option(fc.oneof(fc.double(), fc.string())),
      currency: fc.option(fc.string()),
      windowStart: fc.option(fc.string()),
      ordinalScale: fc.option(fc.array(fc.string(), { maxLength: 4 })),
    });
    fc.assert(
      fc.property(anything, (changes) => {
        const problems = figureProblems(figure(changes));
        expect(problems.every(({ detail }) => detail.en && detail.es)).toBe(true);
      }),
    );
  });
});
