import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  aggregateOverPlaces,
  aggregatePeriods,
  aggregationProblems,
  type AggregationRule,
  allowedAggregation,
  type ObservedTotal,
  windowOf,
} from './aggregation.rules.js';
import { INDICATOR_BASES, INDICATOR_TYPES, OBSERVATION_STATES } from './indicator.vocabulary.js';

let serial = 0;
const total = (changes: Partial<ObservedTotal> = {}): ObservedTotal => {
  serial += 1;
  return {
    id: `o${String(serial).padStart(5, '0')}`,
    place: 'MX',
    populationKey: 'refugees',
    preferredSource: null,
    source: 'report',
    year: 2024,
    part: 'year',
    role: 'actual',
    valueState: 'reported',
    value: 10,
    numerator: null,
    denominator: null,
    currency: null,
    qualifier: 'exact',
    ...changes,
  };
};
const ruleOf = (
  valueType: AggregationRule['valueType'],
  basis: AggregationRule['basis'],
): AggregationRule => ({
  valueType,
  basis,
  ...allowedAggregation(valueType, basis),
  unitEn: 'people',
  unitEs: 'personas',
});
const COUNT = ruleOf('count', 'period');
const SHARE = ruleOf('percent', 'period');

describe('Values of an indicator put together', () => {
  it('are the same in any order', () => {
    const totals = fc.array(
      fc
        .record({
          place: fc.constantFrom('MX', 'GT', 'PA'),
          year: fc.constantFrom(2023, 2024),
          source: fc.constantFrom('a', 'b'),
          preferredSource: fc.constantFrom('a', null),
          valueState: fc.constantFrom(...OBSERVATION_STATES),
          value: fc.integer({ min: 0, max: 9 }),
        })
        .map((draft) =>
          total({
            ...draft,
            value: ['reported', 'carried_forward'].includes(draft.valueState) ? draft.value : null,
          }),
        ),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(
        totals,
        fc.constantFrom(...INDICATOR_TYPES),
        fc.constantFrom(...INDICATOR_BASES),
        (some, type, basis) => {
          const rule = ruleOf(type, basis);
          const backwards = [...some].reverse();
          expect(aggregateOverPlaces(rule, backwards)).toEqual(aggregateOverPlaces(rule, some));
          expect(aggregatePeriods(rule, backwards)).toEqual(aggregatePeriods(rule, some));
        },
      ),
    );
  });

  it('give the whole when a period is split and added again', () => {
    const quarters = fc.array(fc.integer({ min: 0, max: 1e6 }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(quarters, (values) => {
        const parts = (['q1', 'q2', 'q3', 'q4'] as const).map((part, i) =>
          total({ part, value: values[i] ?? 0 }),
        );
        const halves = (['h1', 'h2'] as const).map((part, i) =>
          total({ part, value: (values[2 * i] ?? 0) + (values[2 * i + 1] ?? 0) }),
        );
        const whole = {
          value: String(values.reduce((a, b) => a + b)),
          windowStart: '2024-01-01',
          windowEnd: '2024-12-31',
        };
        for (const split of [parts, halves])
          expect(aggregatePeriods(COUNT, split).aggregates).toMatchObject([{ method: 'sum', ...whole }]);
      }),
    );
  });

  it('give the share of the whole from the numerators and denominators of its parts', () => {
    const share = (part: 'h1' | 'h2', numerator: number, denominator: number) =>
      total({ part, numerator, denominator, value: (100 * numerator) / denominator });
    const { aggregates } = aggregatePeriods(SHARE, [share('h1', 57, 100), share('h2', 18, 110)]);
    expect(aggregates).toMatchObject([
      { method: 'share', numerator: '75', denominator: '210', value: '35.7143' },
    ]);
  });

  it('never turn what is not known into zero', () => {
    const none = ['unknown', 'not_reported', 'not_applicable'] as const;
    const places = ['MX', 'GT', 'PA', 'CR', 'HN'];
    const totals = [
      total({ place: 'BZ', value: 0 }),
      ...none.map((valueState, i) => total({ place: places[i], valueState, value: null })),
      total({ place: 'HN', valueState: 'carried_forward', value: 7 }),
    ];
    expect(aggregateOverPlaces(COUNT, totals)).toMatchObject({
      aggregates: [{ value: '0', states: 1 }],
      withoutValue: { unknown: 1, not_reported: 1, not_applicable: 1, carried_forward: 1 },
    });
    expect(aggregateOverPlaces(COUNT, totals.slice(1)).aggregates).toEqual([]);
  });

  it('take the preferred of sources that differ, and list both where none is preferred', () => {
    const both = (preferredSource: string | null) => [
      total({ source: 'State', value: 57, preferredSource }),
      total({ source: 'Partner', value: 75, preferredSource }),
    ];
    expect(aggregateOverPlaces(COUNT, both('Partner')).aggregates).toMatchObject([
      { value: '75', listed: [] },
    ]);
    expect(aggregateOverPlaces(COUNT, both(null)).aggregates).toMatchObject([
      { method: 'listed', value: null, listed: [{ reason: 'conflict' }, { reason: 'conflict' }] },
    ]);
  });

  it('never add stocks over time: the latest stands', () => {
    const stock = ruleOf('count', 'stock');
    const years = [2022, 2024, 2023].map((year) => total({ year, value: year }));
    expect(aggregatePeriods(stock, years).aggregates).toMatchObject([{ method: 'latest', value: '2024' }]);
  });

  it('stay apart when the indicator says so', () => {
    expect(aggregateOverPlaces(ruleOf('duration', 'period'), [total()])).toMatchObject({
      aggregates: [],
      notAggregated: true,
    });
  });
});

describe('The rules that an indicator states', () => {
  it.each(INDICATOR_TYPES.flatMap((type) => INDICATOR_BASES.map((basis) => [type, basis] as const)))(
    'of %s and %s may be what these allow, or none',
    (valueType, basis) => {
      const allowed = allowedAggregation(valueType, basis);
      expect(aggregationProblems({ valueType, basis, ...allowed })).toEqual([]);
      expect(aggregationProblems({ valueType, basis, overTime: 'none', overPlaces: 'none' })).toEqual([]);
    },
  );

  it('are refused where they add what cannot be added', () => {
    const problems = (rule: Parameters<typeof aggregationProblems>[0]) =>
      aggregationProblems(rule).map(({ field }) => field);
    expect(problems({ valueType: 'percent', basis: 'period', overTime: 'sum', overPlaces: 'sum' })).toEqual([
      'overTime',
      'overPlaces',
    ]);
    expect(problems({ valueType: 'count', basis: 'stock', overTime: 'sum', overPlaces: 'sum' })).toEqual([
      'overTime',
    ]);
    expect(
      problems({ valueType: 'duration', basis: 'average', overTime: 'none', overPlaces: 'sum' }),
    ).toEqual(['overPlaces']);
  });

  it('know the days of each part of a year', () => {
    expect(windowOf(2024, 'q2')).toEqual(['2024-04-01', '2024-06-30']);
    expect(windowOf(2024, 'year')).toEqual(['2024-01-01', '2024-12-31']);
  });
});
