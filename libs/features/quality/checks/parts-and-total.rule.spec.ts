import { describe, expect, it } from '@jest/globals';
import type { FigurePart } from '#features/progress';
import type { CheckedFigure } from '../finding.content.js';
import { figure, material } from '../quality.fixtures.js';
import { partsAndTotal } from './parts-and-total.rule.js';

const part = (categoryEn: string, value: number | null, changes: Partial<FigurePart> = {}): FigurePart => ({
  dimension: 'status',
  categoryEn,
  categoryEs: categoryEn,
  value,
  ...changes,
});

const found = (changes: Partial<CheckedFigure>) =>
  partsAndTotal.find(material({ figures: [figure(changes)] })).map(({ detail }) => detail.en);

describe('parts and total', () => {
  it.each<[string, Partial<CheckedFigure>, string]>([
    [
      'parts above the total',
      {
        value: 226029,
        disaggregation: [part('refugees', 22344), part('asylum-seekers', 211750), part('stateless', 336)],
      },
      'The parts (status) add up to 234,430; the total is 226,029.',
    ],
    [
      'parts below the total',
      {
        value: 332,
        disaggregation: [part('girls', 80), part('women', 105), part('boys', 53), part('men', 84)],
      },
      'The parts (status) add up to 322; the total is 332.',
    ],
    [
      'a single part above the total',
      { value: 5, disaggregation: [part('children', 6)] },
      'The parts (status) add up to 6; the total is 5.',
    ],
    [
      'percentages beyond their rounding',
      { value: 100, valueType: 'percent', disaggregation: [part('a', 60), part('b', 50)] },
      'The parts (status) add up to 110; the total is 100.',
    ],
  ])('speak of %s', (_, changes, expected) => {
    expect(found(changes)).toEqual([expected]);
  });

  it.each<[string, Partial<CheckedFigure>]>([
    ['parts that add up', { value: 26, disaggregation: [part('refugees', 14), part('asylum-seekers', 12)] }],
    [
      'decimals that add up',
      {
        value: 100,
        valueType: 'percent',
        disaggregation: [69.1, 8.7, 8.5, 7.1, 3.5, 3.1].map((value, i) => part(`${i}`, value)),
      },
    ],
    [
      'rounded thirds',
      { value: 100, valueType: 'percent', disaggregation: ['a', 'b', 'c'].map((name) => part(name, 33)) },
    ],
    ['a single “of which”', { value: 511, disaggregation: [part('children', 94)] }],
    [
      'a share of another part',
      {
        value: 100,
        valueType: 'percent',
        disaggregation: [
          part('single', 51),
          part('families', 41),
          part('other', 8),
          part('one parent (share of families)', 20),
        ],
      },
    ],
    [
      'parts below the total while one is unknown',
      { value: 9, disaggregation: [part('women', null), part('men', 3), part('others', 1)] },
    ],
    [
      'about so many',
      { value: 12800, qualifier: 'about', disaggregation: [part('a', 12000), part('b', 765)] },
    ],
    [
      'more than so many',
      { value: 100, qualifier: 'more_than', disaggregation: [part('a', 60), part('b', 45)] },
    ],
    [
      'parts in another unit',
      {
        value: 170,
        disaggregation: [part('five', 5, { unitEn: 'cities' }), part('three', 3, { unitEn: 'cities' })],
      },
    ],
    [
      'two breakdowns that each add up',
      { value: 2, disaggregation: [part('a', 1), part('b', 1), part('c', 2, { dimension: 'age' })] },
    ],
    [
      'an unknown value',
      { value: null, valueState: 'unknown', disaggregation: [part('a', 1), part('b', 1)] },
    ],
  ])('keep silent about %s', (_, changes) => {
    expect(found(changes)).toEqual([]);
  });
});
