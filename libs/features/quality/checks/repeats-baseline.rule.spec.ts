import { describe, expect, it } from '@jest/globals';
import type { CheckedFigure } from '../finding.content.js';
import { figure, material } from '../quality.fixtures.js';
import { repeatsBaseline } from './repeats-baseline.rule.js';

const found = (value: number, baseline: Partial<CheckedFigure>, changes: Partial<CheckedFigure> = {}) =>
  repeatsBaseline
    .find(
      material({
        figures: [
          figure({ role: 'baseline', value, ...changes, ...baseline }),
          figure({ value, ...changes }),
        ],
      }),
    )
    .map(({ detail }) => detail.en);

describe('an actual that repeats the baseline', () => {
  it.each<[number, Partial<CheckedFigure>, string]>([
    [12800, {}, 'The value repeats the baseline exactly: 12,800.'],
    [67.59, { valueType: 'percent' }, 'The value repeats the baseline exactly: 67.59.'],
  ])('is told of %d', (value, changes, expected) => {
    expect(found(value, {}, changes)).toEqual([expected]);
  });

  it.each<[string, number, Partial<CheckedFigure>, Partial<CheckedFigure>]>([
    ['two digits', 12, {}, {}],
    ['zero', 0, {}, {}],
    ['all of them', 100, {}, { valueType: 'percent' }],
    ['another digit', 12800, { value: 12801 }, {}],
    ['another population', 12800, { population: 'women' }, {}],
    ['another unit', 12800, { unitEn: 'families' }, {}],
    ['another thing', 12800, { factId: 'x', statementEn: 'Permits', statementEs: 'Permisos' }, {}],
  ])('is not told of %s', (_, value, baseline, changes) => {
    expect(found(value, baseline, changes)).toEqual([]);
  });
});
