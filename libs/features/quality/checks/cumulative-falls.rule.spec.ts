import { describe, expect, it } from '@jest/globals';
import type { CheckedFigure } from '../finding.content.js';
import { earlier, figure, material } from '../quality.fixtures.js';
import { cumulativeFalls } from './cumulative-falls.rule.js';

const SINCE = { basis: 'cumulative', windowStart: '2016-01-01' } as const;
const found = (now: Partial<CheckedFigure>, before: Partial<CheckedFigure>) =>
  cumulativeFalls.find(
    material({ figures: [figure({ ...SINCE, ...now })], earlier: [earlier({ ...SINCE, ...before })] }),
  );

describe('a cumulative figure that falls', () => {
  it('is told with the earlier number and its day', () => {
    expect(found({ value: 45000 }, { value: 47421 }).map(({ detail }) => detail.en)).toEqual([
      'Cumulative, but lower than before: 45,000 now, 47,421 up to 2023-09-30.',
    ]);
  });

  it('is told when neither says since when', () => {
    expect(found({ value: 1, windowStart: null }, { value: 2, windowStart: null })).toHaveLength(1);
  });

  it.each<[string, Partial<CheckedFigure>, Partial<CheckedFigure>]>([
    ['grows', { value: 48000 }, { value: 47421 }],
    ['stays', { value: 47421 }, { value: '47421.0' }],
    ['is of a period', { value: 1, basis: 'period' }, { value: 2, basis: 'period' }],
    ['counts from another day', { value: 1 }, { value: 2, windowStart: '2015-01-01' }],
    ['is rounded down', { value: 47400, qualifier: 'about' }, { value: 47421 }],
    ['is of another population', { value: 1, population: 'women' }, { value: 2 }],
    ['is of something else', { value: 1, statementEn: 'Permits', statementEs: 'Permisos' }, { value: 2 }],
    ['was not reported before', { value: 1 }, { value: null, valueState: 'not_reported' }],
  ])('is no matter when it %s', (_, now, before) => {
    expect(found(now, before)).toEqual([]);
  });
});
