import { describe, expect, it } from '@jest/globals';
import type { CheckedFigure } from '../finding.content.js';
import { earlier, figure, material } from '../quality.fixtures.js';
import { outlier } from './outlier.rule.js';

const found = (value: number, before: number[], changes: Partial<CheckedFigure> = {}) =>
  outlier
    .find(
      material({
        figures: [figure({ value, ...changes })],
        earlier: before.map((each, i) =>
          earlier({
            value: each,
            windowEnd: `${2024 - before.length + i}-09-30`,
            windowStart: null,
            ...changes,
          }),
        ),
      }),
    )
    .map(({ detail }) => detail.en);

describe('far from the series', () => {
  it('is ten times the last value, or a tenth', () => {
    expect(found(1000, [100])).toEqual(['1,000 now, 100 the last time: tenfold or more apart.']);
    expect(found(100, [1200])).toHaveLength(1);
  });

  it('is many usual distances from the middle', () => {
    expect(found(210, [100, 104, 98, 102])).toEqual([
      '210 is far from the 4 earlier values, whose middle is 101.',
    ]);
  });

  it.each<[string, number, number[], Partial<CheckedFigure>]>([
    ['nine times the last', 900, [100], {}],
    ['small numbers', 15, [1], {}],
    ['a jump with too few values to judge', 210, [100, 104, 98], {}],
    ['a jump in a series that always varies', 210, [100, 190, 60, 150], {}],
    ['a step of less than a quarter', 120, [100, 100, 100, 100], {}],
    ['a change', 1000, [10], { basis: 'change' }],
    ['a first value', 1000, [], {}],
    ['a beginning from zero', 1000, [0], {}],
  ])('is not %s', (_, value, before, changes) => {
    expect(found(value, before, changes)).toEqual([]);
  });
});
