import { describe, expect, it } from '@jest/globals';
import type { CheckedFigure } from '../finding.content.js';
import { figure, material } from '../quality.fixtures.js';
import { shareOfCounts } from './share-of-counts.rule.js';

const found = (changes: Partial<CheckedFigure>) =>
  shareOfCounts
    .find(material({ figures: [figure({ valueType: 'percent', unitEn: 'percent', ...changes })] }))
    .map(({ detail }) => detail);

describe('share and its counts', () => {
  it('speak of a percentage that the counts do not yield, in both languages', () => {
    expect(found({ value: 70, numerator: 3775, denominator: 6000 })).toEqual([
      {
        en: 'The value is 70%; 3,775 of 6,000 give 62.9%.',
        es: 'El valor es 70 %; 3,775 de 6,000 dan 62.9 %.',
      },
    ]);
  });

  it.each<[string, Partial<CheckedFigure>]>([
    ['a ratio', { valueType: 'ratio', value: 0.5, numerator: 1, denominator: 3 }],
    ['“more than” what it is', { qualifier: 'more_than', value: 63, numerator: 3775, denominator: 6000 }],
    ['“about” far off', { qualifier: 'about', value: 60, numerator: 3775, denominator: 6000 }],
    ['the next digit', { value: 62.8, numerator: 3775, denominator: 6000 }],
  ])('speak of %s', (_, changes) => {
    expect(found(changes)).toHaveLength(1);
  });

  it.each<[string, Partial<CheckedFigure>]>([
    ['a rounded share', { value: 63, numerator: 3775, denominator: 6000 }],
    ['a share cut to its digits', { value: 62, numerator: 3775, denominator: 6000 }],
    ['one decimal', { value: 62.9, numerator: 3775, denominator: 6000 }],
    ['“more than” a little less', { qualifier: 'more_than', value: 60, numerator: 3775, denominator: 6000 }],
    ['“at most” a little more', { qualifier: 'at_most', value: 65, numerator: 3775, denominator: 6000 }],
    [
      '“about” within one in a hundred',
      { qualifier: 'about', value: 62.5, numerator: 3775, denominator: 6000 },
    ],
    ['a missing count', { value: 70, numerator: 3775 }],
    ['a count of another kind', { valueType: 'count', value: 70, numerator: 3775, denominator: 6000 }],
    ['a value that is not known', { value: null, valueState: 'unknown', numerator: 1, denominator: 2 }],
  ])('keep silent about %s', (_, changes) => {
    expect(found(changes)).toEqual([]);
  });
});
