import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Qualifier } from '#features/progress';
import { type FigureForRollup, LISTING_REASONS } from './figure-rollup.content.js';
import { aggregateAcrossStates, aggregateOverTime, qualifierOfSum } from './figure-rollup.rules.js';

let serial = 0;
const figure = (changes: Partial<FigureForRollup> = {}): FigureForRollup => {
  serial += 1;
  return {
    figureId: `f${String(serial).padStart(4, '0')}`,
    stateCode: 'MX',
    value: 10,
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
  };
};
const inStates = (...changes: Partial<FigureForRollup>[]): FigureForRollup[] =>
  changes.map((change, i) => figure({ stateCode: ['BZ', 'CR', 'GT', 'MX'][i], ...change }));
const across = (...changes: Partial<FigureForRollup>[]) =>
  aggregateAcrossStates(inStates(...changes)).aggregates;
const reasons = (aggregate: { listed: { reason: string }[] } | undefined): string[] =>
  aggregate?.listed.map(({ reason }) => reason) ?? [];

describe('one indicator over several States', () => {
  it('sums counts when basis and window agree', () => {
    expect(across({ value: 10 }, { value: '20.5', basis: 'period' }, { value: 0 })).toMatchObject([
      {
        method: 'sum',
        value: '30.5',
        qualifier: 'computed',
        states: 3,
        windowStart: '2024-01-01',
        windowEnd: '2024-09-30',
        listed: [],
      },
    ]);
  });

  it.each<[string, Partial<FigureForRollup>]>([
    ['windows', { windowEnd: '2024-06-30' }],
    ['bases', { basis: 'cumulative' }],
    ['units', { unitEn: 'families' }],
    ['populations', { population: 'refugees' }],
    ['roles', { role: 'target' }],
  ])('keeps apart what has different %s', (_, change) => {
    const aggregates = across({ value: 10 }, { value: 20, ...change });
    expect(aggregates.map(({ value }) => value).sort()).toEqual(['10', '20']);
  });

  it('does not add what has no complete window', () => {
    const [aggregate] = across({ windowEnd: null }, { windowEnd: null });
    expect(aggregate).toMatchObject({ method: 'listed', value: null });
    expect(reasons(aggregate)).toEqual(['window_unknown', 'window_unknown']);
  });

  it('adds stocks of the same day and no others', () => {
    const stock = { basis: 'stock' as const, windowStart: null, windowEnd: null };
    expect(
      across(
        { ...stock, asOf: '2024-06-30' },
        { ...stock, windowEnd: '2024-06-30' },
        { ...stock, asOf: '2024-09-30' },
      ),
    ).toMatchObject([
      { method: 'sum', value: '20', asOf: '2024-06-30', states: 2 },
      { method: 'sum', value: '10', asOf: '2024-09-30', states: 1 },
    ]);
  });

  it('adds shares through numerator and denominator, not by averaging', () => {
    const share = { valueType: 'percent' as const, unitEn: 'percent' };
    expect(
      across(
        { ...share, value: 50, numerator: 1, denominator: 2 },
        { ...share, value: 10, numerator: 10, denominator: 100 },
      ),
    ).toMatchObject([{ method: 'share', value: '10.7843', numerator: '11', denominator: '102', states: 2 }]);
  });

  it('lists shares without denominators beside those that have one', () => {
    const share = { valueType: 'percent' as const };
    const [aggregate] = across(
      { ...share, value: 50, numerator: 1, denominator: 2 },
      { ...share, value: 90 },
    );
    expect(aggregate).toMatchObject({ method: 'share', value: '50.0000', states: 1 });
    expect(reasons(aggregate)).toEqual(['no_denominator']);
    expect(across({ ...share, value: 50 }, { ...share, value: 90 })).toMatchObject([
      { method: 'listed', value: null, states: 0 },
    ]);
  });

  it('sums money of one currency and keeps currencies apart', () => {
    const money = { valueType: 'money' as const, unitEn: null, unitEs: null };
    expect(
      across({ ...money, currency: 'USD' }, { ...money, currency: 'USD' }, { ...money, currency: 'MXN' }).map(
        ({ currency, value }) => [currency, value],
      ),
    ).toEqual([
      ['MXN', '10'],
      ['USD', '20'],
    ]);
  });

  it.each<Partial<FigureForRollup>>([
    { valueType: 'duration', unitEn: 'months' },
    { valueType: 'frequency' },
    { basis: 'rate' },
    { basis: 'average' },
    { basis: 'maximum' },
    { basis: 'change' },
    { valueType: 'percent', basis: 'change', numerator: 1, denominator: 2 },
  ])('lists what cannot be added: %j', (change) => {
    expect(across(change, change)).toMatchObject([
      { method: 'listed', value: null, listed: [{ reason: 'not_additive' }, { reason: 'not_additive' }] },
    ]);
  });

  it('tallies yes and no, and levels', () => {
    const yes = { valueType: 'yes_no' as const };
    expect(across({ ...yes, value: 1 }, { ...yes, value: 0 }, { ...yes, value: '1.0' })).toMatchObject([
      {
        method: 'tally',
        value: null,
        states: 3,
        tally: [
          { value: '0', count: 1 },
          { value: '1', count: 2 },
        ],
      },
    ]);
  });

  it('lists figures of one State that contradict each other and adds the rest', () => {
    const { aggregates } = aggregateAcrossStates([
      figure({ value: 5 }),
      figure({ value: 6 }),
      figure({ stateCode: 'GT', value: 7 }),
    ]);
    expect(aggregates).toMatchObject([{ method: 'sum', value: '7', states: 1 }]);
    expect(reasons(aggregates[0])).toEqual(['conflict', 'conflict']);
  });

  it('counts two sources that say the same once, and names both', () => {
    const [aggregate] = aggregateAcrossStates([figure({ value: 5 }), figure({ value: '5.0' })]).aggregates;
    expect(aggregate).toMatchObject({ value: '5', states: 1 });
    expect(aggregate?.figureIds).toHaveLength(2);
  });

  it('keeps unknown, not reported, carried forward and zero apart', () => {
    const { aggregates, withoutValue } = aggregateAcrossStates(
      inStates(
        { value: 0 },
        { value: null, valueState: 'unknown' },
        { value: null, valueState: 'not_reported' },
        { value: 99, valueState: 'carried_forward' },
      ),
    );
    expect(aggregates).toMatchObject([{ value: '0', states: 1 }]);
    expect(withoutValue).toEqual({ unknown: 1, not_reported: 1, carried_forward: 1 });
  });
});

describe('one indicator over time', () => {
  const year = (n: number, changes: Partial<FigureForRollup> = {}) =>
    figure({ windowStart: `${n}-01-01`, windowEnd: `${n}-12-31`, ...changes });

  it('sums counts of adjoining windows', () => {
    expect(aggregateOverTime([year(2024), year(2023), year(2022)]).aggregates).toMatchObject([
      { method: 'sum', value: '30', windowStart: '2022-01-01', windowEnd: '2024-12-31' },
    ]);
  });

  it.each<[string, FigureForRollup[]]>([
    ['leave a gap', [year(2022), year(2024)]],
    ['overlap', [year(2023), figure({ windowStart: '2023-12-01', windowEnd: '2024-12-31' })]],
    ['are the same', [year(2023), year(2023)]],
  ])('does not sum windows that %s', (_, figures) => {
    const [aggregate] = aggregateOverTime(figures).aggregates;
    expect(aggregate).toMatchObject({ method: 'listed', value: null });
    expect(reasons(aggregate)).toEqual(['windows_not_adjoining', 'windows_not_adjoining']);
  });

  it('never sums stocks: the latest stands', () => {
    const stock = (asOf: string, value: number) =>
      figure({ basis: 'stock', windowStart: null, windowEnd: null, asOf, value });
    const [aggregate] = aggregateOverTime([
      stock('2023-12-31', 7),
      stock('2024-12-31', 9),
      stock('2022-12-31', 5),
    ]).aggregates;
    expect(aggregate).toMatchObject({ method: 'latest', value: '9', asOf: '2024-12-31', qualifier: 'exact' });
    expect(reasons(aggregate)).toEqual(['stock_over_time', 'stock_over_time']);
  });

  it('never sums cumulative values over years: the latest stands', () => {
    const since2016 = (windowEnd: string, value: number) =>
      figure({ basis: 'cumulative', windowStart: '2016-01-01', windowEnd, value });
    const [aggregate] = aggregateOverTime([
      since2016('2023-12-31', 40_000),
      since2016('2024-09-30', 47_421),
    ]).aggregates;
    expect(aggregate).toMatchObject({ method: 'latest', value: '47421', windowEnd: '2024-09-30' });
    expect(reasons(aggregate)).toEqual(['cumulative_over_time']);
  });

  it('lists latest values that contradict each other', () => {
    const stock = (value: number) => figure({ basis: 'stock', asOf: '2024-12-31', value });
    const [aggregate] = aggregateOverTime([stock(1), stock(2)]).aggregates;
    expect(aggregate).toMatchObject({ method: 'listed', value: null });
    expect(reasons(aggregate)).toEqual(['conflict', 'conflict']);
  });
});

describe('the qualifier of a sum', () => {
  it.each<[Qualifier[], Qualifier]>([
    [['exact'], 'exact'],
    [['exact', 'exact'], 'computed'],
    [['exact', 'computed'], 'computed'],
    [['exact', 'more_than'], 'more_than'],
    [['more_than', 'more_than'], 'more_than'],
    [['at_most', 'less_than'], 'at_most'],
    [['more_than', 'less_than'], 'about'],
    [['estimate', 'exact'], 'estimate'],
    [['estimate', 'about'], 'about'],
    [['nearly', 'exact'], 'nearly'],
  ])('of %j is %s', (qualifiers, expected) => {
    expect(qualifierOfSum(qualifiers)).toBe(expected);
    expect(qualifierOfSum([...qualifiers].reverse())).toBe(expected);
  });
});

describe('every aggregation of figures', () => {
  const anyFigures = fc
    .array(
      fc.record({
        stateCode: fc.constantFrom('BZ', 'GT', 'MX'),
        value: fc.integer({ min: 0, max: 100 }),
        valueType: fc.constantFrom(
          'count' as const,
          'percent' as const,
          'yes_no' as const,
          'duration' as const,
        ),
        valueState: fc.constantFrom(
          'reported' as const,
          'reported' as const,
          'unknown' as const,
          'carried_forward' as const,
        ),
        basis: fc.constantFrom('period' as const, 'stock' as const, 'cumulative' as const),
        windowEnd: fc.constantFrom('2023-12-31', '2024-09-30', null),
        denominator: fc.option(fc.integer({ min: 1, max: 100 })),
      }),
      { maxLength: 25 },
    )
    .map((drafts) =>
      drafts.map(({ denominator, ...draft }) =>
        figure({
          ...draft,
          value: draft.valueState === 'unknown' ? null : draft.value,
          denominator,
          numerator: denominator === null ? null : draft.value,
        }),
      ),
    );

  it('puts each reported figure in one place: behind a value or in a list', () => {
    fc.assert(
      fc.property(anyFigures, (figures) => {
        for (const { aggregates } of [aggregateAcrossStates(figures), aggregateOverTime(figures)]) {
          const placed = aggregates.flatMap((a) => [
            ...a.figureIds,
            ...a.listed.map(({ figureId }) => figureId),
          ]);
          const expected = figures.filter((f) => f.valueState === 'reported').map((f) => f.figureId);
          expect(placed.sort()).toEqual(expected.sort());
          expect(aggregates.every((a) => (a.method === 'listed') === (a.figureIds.length === 0))).toBe(true);
        }
      }),
    );
  });

  it('is the same for any order of the figures', () => {
    fc.assert(
      fc.property(
        anyFigures.chain((figures) =>
          fc.tuple(fc.constant(figures), fc.shuffledSubarray(figures, { minLength: figures.length })),
        ),
        ([figures, shuffled]) => {
          expect(aggregateAcrossStates(shuffled)).toEqual(aggregateAcrossStates(figures));
          expect(aggregateOverTime(shuffled)).toEqual(aggregateOverTime(figures));
        },
      ),
    );
  });

  it('gives its reasons in both languages', () => {
    for (const { en, es } of Object.values(LISTING_REASONS))
      expect([en.at(-1), es.at(-1)]).toEqual(['.', '.']);
  });
});
